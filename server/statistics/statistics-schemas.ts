import { z } from 'zod';

const count = z.number().int();
const group = z.array(z.object({ key: z.string(), received: count, identified: count, nothingFound: count }));

export const statisticsSchema = z
  .object({
    at: z.string(),
    records: z.object({ soldiers: count, mentions: count, burialSites: count, lists: count, divisions: count }),
    lists: z.array(
      z.object({ partner: z.string(), example: z.boolean(), lists: count, people: count, lastAt: z.string() }),
    ),
    requests: z.object({
      received: count,
      byStatus: z.record(z.string(), count),
      shareIdentified: z.number().nullable(),
      medianDaysToIdentified: z.number().nullable(),
      medianDaysOpen: z.number().nullable(),
      byYear: group,
      byOblast: group,
    }),
  })
  .meta({ id: 'Statistics' });
