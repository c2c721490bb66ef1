import { z } from 'zod';

const degrees = (most: number) => z.number().min(-most).max(most);

/** `west,south,east,north` in degrees, as map programs write it. */
const bbox = z
  .string()
  .max(100)
  .transform((text) => text.split(',').map(Number))
  .pipe(z.tuple([degrees(180), degrees(90), degrees(180), degrees(90)]))
  .refine(([west, south, east, north]) => west <= east && south <= north)
  .transform(([west, south, east, north]) => ({ west, south, east, north }));

export const siteQuery = z.strictObject({
  q: z.string().trim().max(120).optional(),
  country: z.string().trim().toUpperCase().max(2).optional(),
  unknown: z.enum(['1', '0', 'true', 'false', '']).optional(),
  bbox: bbox.optional(),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const siteParams = z.object({ id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/) });

export const peopleQuery = z.strictObject({
  letter: z.string().max(2).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const text = z.string().nullable();
const count = z
  .object({ text: z.string(), number: z.number().int().nullable(), atLeast: z.boolean(), about: z.boolean() })
  .meta({ id: 'Count', description: 'As a source gives it; known, unknown and total need not add up' })
  .nullable();

const siteFields = {
  id: z.string(),
  names: z.object({ kk: text, ru: text, en: text, local: text }),
  country: z.string(),
  region: text,
  kind: z.string(),
  description: text,
  coordinates: z.object({ latitude: z.number(), longitude: z.number(), precision: text }).nullable(),
  counts: z.object({ known: count, unknown: count, total: count }),
  confidence: z.string(),
  here: z.number().int(),
};

export const sitesView = z.object({ items: z.array(z.object(siteFields)), total: z.number().int(), next: text });

export const siteView = z
  .object({
    ...siteFields,
    nameless: z.number().int().meta({ description: "Unknown soldiers whom partners' lists name there, at least" }),
    letters: z.array(z.object({ letter: z.string(), count: z.number().int() })),
    opened: text,
    relevance: text,
    custodian: text,
    notes: z.array(z.string()),
    unverifiedFields: z.array(z.string()),
    sources: z.array(z.object({ site: z.string(), title: z.string(), url: text })),
    version: z.number().int(),
    changedAt: z.string(),
  })
  .meta({ id: 'BurialSite' });
