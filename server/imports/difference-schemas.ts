import { z } from 'zod';

const row = z.record(z.string(), z.string());

export const differencePageSchema = z.object({
  items: z.array(
    z
      .object({
        place: z.number().meta({ description: 'The line of the file; of a row that is gone a count' }),
        before: row.meta({ description: 'What stands' }),
        after: row.nullable().meta({ description: 'What it would become' }),
        differs: z.array(z.string()),
      })
      .meta({ id: 'ListDifference' }),
  ),
});
