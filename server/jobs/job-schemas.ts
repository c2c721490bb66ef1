import { z } from 'zod';

const states = z.enum(['queued', 'running', 'done', 'failed', 'cancelled']);

export const jobParams = z.strictObject({ id: z.string().regex(/^[0-9a-z]{10,40}$/) });

export const jobQuery = z.strictObject({
  state: states.optional(),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const jobSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    state: states,
    attempts: z.number(),
    progress: z.object({
      done: z.number(),
      total: z.number().nullable(),
      text: z.string(),
      perSecond: z.number().nullable(),
      secondsLeft: z.number().nullable(),
    }),
    result: z.record(z.string(), z.unknown()).nullable(),
    error: z.object({ code: z.string(), text: z.string() }).nullable(),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
  })
  .meta({ id: 'Job' });

export const jobPageSchema = z.object({ items: z.array(jobSchema), next: z.string().nullable() });
