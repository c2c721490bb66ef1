import { z } from 'zod';
import { MOST_SITE_PHOTOGRAPHS, SITE_ADDITION_STATES } from '../domain/site-addition.ts';

const id = z.string().regex(/^[0-9a-z]{10,40}$/);
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .optional()
    .transform((given) => given || null);

/** The text fields of the form; the photographs come beside them as `files`. */
export const newAdditionFields = z.strictObject({
  siteId: z.string().max(64),
  custodian: text(300),
  source: text(300),
  credit: text(200),
});

export const additionParams = z.strictObject({ id });

export const additionQuery = z.strictObject({
  state: z.enum(SITE_ADDITION_STATES).default('waiting'),
  cursor: id.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const showAdditionBody = z.strictObject({
  /** Which photographs to show; all of them when absent. */
  photographs: z.array(id).max(MOST_SITE_PHOTOGRAPHS).optional(),
});

export const additionView = z
  .object({
    id: z.string(),
    siteId: z.string(),
    state: z.enum(SITE_ADDITION_STATES),
    custodian: z.string().nullable(),
    instead: z
      .enum(['facts', 'later'])
      .nullable()
      .meta({ description: 'Why the page tells another custodian: the facts name one, or another was told later' }),
    source: z.string().nullable(),
    credit: z.string().nullable(),
    photographs: z.array(z.object({ id: z.string(), shown: z.boolean() })),
    addedBy: z.string().meta({ description: 'Name of who brought it' }),
    createdAt: z.string(),
    version: z.number().int().meta({ description: 'Its ETag is `"v" + version`' }),
  })
  .meta({ id: 'SiteAddition' });

export const additionPageView = z.object({ items: z.array(additionView), next: z.string().nullable() });
