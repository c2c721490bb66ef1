import { z } from 'zod';
import { problemsQuery } from './import-schemas.ts';

const id = z.string().regex(/^[0-9a-z]{10,40}$/);
const verdict = z.enum(['taken', 'dismissed']);
const row = z.record(z.string(), z.string());

export const quarantineParams = z.strictObject({ id });
export const quarantineQuery = problemsQuery.extend({ state: z.enum(['waiting', 'decided']).optional() });
export const quarantineRowParams = z.strictObject({ id, line: z.coerce.number().int().min(0).max(10_000_000) });
export const quarantineBody = z.strictObject({ verdict, reason: z.string().trim().min(3).max(1000) });

export const quarantinedRowSchema = z
  .object({
    line: z.number(),
    rule: z.string(),
    text: z.string().meta({ description: 'Why it waits, in the language of the reader' }),
    soldierId: z.string().nullable(),
    row: row.meta({ description: 'The row as it came' }),
    stored: row.nullable().meta({ description: 'What stands now' }),
    differs: z.array(z.string()),
    newer: z
      .string()
      .nullable()
      .meta({ description: 'The later import that brought the row again: decide on it there' }),
    decision: z.object({ verdict, reason: z.string(), at: z.string() }).nullable(),
  })
  .meta({ id: 'QuarantinedRow' });

export const quarantinePageSchema = z.object({
  items: z.array(quarantinedRowSchema),
  next: z.number().nullable().meta({ description: '`after` of the next page; null on the last one' }),
});
