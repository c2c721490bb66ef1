import { z } from 'zod';

export const placesQuery = z.strictObject({
  q: z.string().trim().min(1).max(120),
  level: z.enum(['oblast', 'city', 'rayon', 'settlement']).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});

const names = z.array(z.string());

export const placesView = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      level: z.string(),
      names: z.object({ kk: names, ru: names, latin: names }),
      oblastIds: names,
      latitude: z.number().nullable(),
      longitude: z.number().nullable(),
      confidence: z.string(),
    }),
  ),
  credit: z.string(),
  next: z.string().nullable(),
});
