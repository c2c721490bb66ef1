import { z } from 'zod';
import type { SoldierQuestion } from '../search/soldier-question.ts';

const name = z.string().trim().max(120);
const text = z.string().trim().max(200);
const some = <T extends z.ZodType>(schema: T) => schema.optional();

const questionFields = {
  q: some(z.string().trim().max(300)),
  familyName: some(name),
  givenName: some(name),
  patronymic: some(name),
  birthYear: some(z.string().trim().max(40)),
  birthPlace: some(text),
  conscriptionPlace: some(text),
  unit: some(text),
  division: some(z.string().trim().max(64)),
  fate: some(z.string().trim().max(200)),
  country: some(z.string().trim().max(60)),
  burialSite: some(z.string().trim().max(64)),
  camp: some(text),
  campNumber: some(z.string().trim().max(60)),
  hasRelatives: some(z.enum(['true', 'false', ''])),
};

/** What a question is typed into. A form sends its empty fields too: they ask nothing, see `questionOf`. */
export const soldierQuestion = z.object(questionFields);

export const soldierQuery = z.strictObject({
  ...questionFields,
  cursor: some(z.string().max(400)),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

/** The question of a form or address: fields that were left empty are not asked. */
export function questionOf(typed: z.output<typeof soldierQuestion>): SoldierQuestion {
  const { hasRelatives, ...texts } = typed;
  const asked = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined && text !== ''));
  return hasRelatives === undefined || hasRelatives === ''
    ? asked
    : { ...asked, hasRelatives: hasRelatives === 'true' };
}

export const soldierParams = z.object({ id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/) });

const dateSchema = z
  .object({ text: z.string(), edtf: z.string(), earliest: z.string().nullable(), latest: z.string().nullable() })
  .meta({ id: 'PartialDate', description: 'As written, EDTF-like, and the first and last day it may mean' });

const nullableText = z.string().nullable();

const summaryFields = {
  id: z.string(),
  name: z.string(),
  names: z.array(z.object({ full: z.string(), documentType: nullableText, count: z.number().int() })),
  sex: z.enum(['m', 'f']).nullable(),
  birth: dateSchema.nullable(),
  birthPlace: nullableText,
  rank: nullableText,
  unit: nullableText,
  divisionIds: z.array(z.string()),
  fate: nullableText,
  fateDate: dateSchema.nullable(),
  camp: nullableText,
  campNumber: nullableText,
  burial: z
    .object({
      siteId: nullableText,
      siteName: nullableText,
      country: nullableText,
      region: nullableText,
      place: nullableText,
      grave: nullableText,
    })
    .nullable(),
  hasRelatives: z.boolean(),
  example: z.boolean(),
};

const whySchema = z.object({
  kind: z.string(),
  reason: z.string(),
  weight: z.number(),
  values: z.record(z.string(), z.string()),
  alignment: z
    .array(z.object({ asked: nullableText, found: nullableText, kind: z.string(), role: z.string() }))
    .optional(),
});

const facetSchema = z.array(z.object({ value: z.string(), count: z.number().int() }));
const warningSchema = z.object({ key: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) });

export const foundSoldiersView = z
  .object({
    items: z.array(z.object({ ...summaryFields, score: z.number().nullable(), why: z.array(whySchema) })),
    total: z.number().int(),
    facets: z.record(z.string(), facetSchema),
    understood: z.unknown(),
    warnings: z.array(warningSchema),
    advice: z.unknown(),
    next: nullableText,
  })
  .meta({ id: 'FoundSoldiers' });

export const soldierPageSchema = z
  .object({
    ...summaryFields,
    state: z.string(),
    facts: z.array(
      z.object({
        field: z.string(),
        reason: z.string(),
        values: z.array(
          z.object({
            written: z.string(),
            understood: nullableText,
            earliest: nullableText,
            latest: nullableText,
            relation: z.enum(['chosen', 'agrees', 'differs']),
            mentionIds: z.array(z.string()),
          }),
        ),
      }),
    ),
    mentions: z.array(z.looseObject({ id: z.string(), written: z.record(z.string(), z.string()) })),
    version: z.number().int(),
    changedAt: z.string(),
  })
  .meta({ id: 'Soldier' });

const reason = z.string().trim().min(3).max(2000);
export const mentionParams = z.object({ id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/) });
export const tieBody = z.strictObject({ soldierId: z.string().max(64), reason });
export const reasonBody = z.strictObject({ reason });
export const mergeBody = z.strictObject({ intoId: z.string().max(64), reason });

const linkFields = {
  id: z.string(),
  kind: z.enum(['tie', 'merge']),
  mentionId: nullableText,
  fromId: z.string(),
  intoId: z.string(),
  reason: z.string(),
  at: z.string(),
  withdrawnAt: nullableText,
  withdrawnReason: nullableText,
};

export const linkView = z
  .object({ ...linkFields, by: z.string(), withdrawnBy: nullableText })
  .meta({ id: 'SoldierLink' });

const person = z.object({ id: z.string(), name: z.string() });

/** The same told to a reader: by name. */
export const linkHistoryView = z.object({
  items: z.array(
    z.object({
      ...linkFields,
      by: person,
      withdrawnBy: person.nullable(),
      fromName: z.string(),
      intoName: z.string(),
    }),
  ),
});
