import { z } from 'zod';

export const listScansQuery = z.strictObject({
  after: z.string().max(64).default(''),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const listScansSchema = z.object({
  items: z.array(
    z
      .object({
        id: z.string().meta({ description: 'At /api/files/{id}; a picture also small, with ?size=small' }),
        kind: z.enum(['picture', 'pdf']),
        name: z.string().nullable(),
        bytes: z.number().int(),
        line: z.number().int().nullable().meta({ description: 'Of this file; null for a row of another version' }),
        soldierId: z.string(),
        row: z.record(z.string(), z.string()),
      })
      .meta({ id: 'ListScan' }),
  ),
  next: z.string().nullable(),
});
