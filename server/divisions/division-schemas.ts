import { z } from 'zod';

export const divisionParams = z.object({ id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/) });
export const divisionsQuery = z.strictObject({});

const divisionFields = {
  id: z.string(),
  number: z.number().int(),
  type: z.string(),
  formation: z.number().int().nullable(),
  names: z.object({ ru: z.string(), kk: z.string(), en: z.string() }),
  formed: z.looseObject({}).nullable(),
  confidence: z.string(),
  here: z.number().int(),
};

export const divisionsView = z.object({ items: z.array(z.object(divisionFields)), next: z.string().nullable() });

const stage = z.object({
  place: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  unverified: z.boolean(),
});

export const divisionView = z
  .looseObject({
    ...divisionFields,
    keys: z.array(z.object({ key: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
    path: z.array(stage),
    fronts: z.array(z.string()),
    sources: z.array(z.object({ site: z.string(), title: z.string(), url: z.string() })),
  })
  .meta({ id: 'Division' });
