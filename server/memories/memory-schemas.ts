import { z } from 'zod';
import { languages } from '../../client/messages/translate.ts';
import { MEMORY_RELATIONS, MEMORY_STATES, MOST_PHOTOGRAPHS, REFUSALS } from '../domain/memory.ts';

const id = z.string().regex(/^[0-9a-z]{10,40}$/);

export const memoryParams = z.strictObject({ id });
export const soldierParams = z.strictObject({ id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/) });

export const memoryQuery = z.strictObject({
  state: z.enum(MEMORY_STATES).default('waiting'),
  cursor: id.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const showBody = z.strictObject({
  /** Which photographs to show; all of them when absent. */
  photographs: z.array(id).max(MOST_PHOTOGRAPHS).optional(),
});

export const refuseBody = z.strictObject({ refusal: z.enum(REFUSALS) });

export const shownMemoriesView = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      words: z.string().nullable(),
      relation: z.enum(MEMORY_RELATIONS),
      language: z.enum(languages),
      photographs: z.array(z.object({ large: z.string(), small: z.string() })),
      example: z.boolean(),
    }),
  ),
});

export const memoryView = z
  .object({
    id: z.string(),
    soldier: z.object({ id: z.string(), name: z.string() }),
    state: z.enum(MEMORY_STATES),
    words: z.string().nullable(),
    relation: z.enum(MEMORY_RELATIONS),
    language: z.enum(languages),
    photographs: z.array(z.object({ id: z.string(), shown: z.boolean() })),
    refusal: z.enum(REFUSALS).nullable(),
    decidedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
    decidedAt: z.string().nullable(),
    createdAt: z.string(),
    example: z.boolean(),
    version: z.number().int().meta({ description: 'Its ETag is `"v" + version`' }),
  })
  .meta({ id: 'Memory' });

export const memoryPageView = z.object({ items: z.array(memoryView), next: z.string().nullable() });

export const giverView = z.object({ name: z.string(), contact: z.string().nullable() });
