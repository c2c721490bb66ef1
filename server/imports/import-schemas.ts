import { z } from 'zod';
import { languages } from '../../client/messages/translate.ts';
import { ROW_FIELDS } from '../domain/row.ts';

const id = z.string().regex(/^[0-9a-z]{10,40}$/);
const field = z.string().max(60);

export const importParams = z.strictObject({ id });

export const importPageQuery = z.strictObject({
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** Only those with rows that wait for a person. */
  waiting: z.literal('true').optional(),
});

/** A file is fetched by a plain link, which says the reader's language itself. */
export const fileQuery = z.strictObject({ language: z.enum(languages).optional() });

export const problemsQuery = z.strictObject({
  after: z.coerce.number().int().min(-1).default(-1),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** The fields beside the file of an upload. A partner's own account needs no code. */
export const newImportFields = z.strictObject({
  partner: z.string().max(32).optional(),
  list: z.string().trim().min(1).max(200).optional(),
  ifNew: z.literal('true').optional(),
});

/** Why an import is taken back; a program need not say. */
export const undoBody = z.strictObject({ reason: z.string().trim().min(1).max(2000).optional() });

export const mappingBody = z.strictObject({
  mapping: z.record(z.string().max(1000), field.nullable()).optional(),
  choice: z
    .strictObject({
      encoding: z.string().max(20).optional(),
      delimiter: z.string().min(1).max(1).optional(),
      sheet: z.string().max(200).optional(),
      header: z.boolean().optional(),
    })
    .optional(),
  asOf: z
    .string()
    .regex(/^(?:1[89]|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/)
    .nullable()
    .optional(),
  part: z.boolean().nullable().optional(),
  constants: z.partialRecord(z.enum(ROW_FIELDS as [string, ...string[]]), z.string().max(500)).optional(),
});

const counts = z.strictObject({
  read: z.number(),
  added: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  duplicate: z.number(),
  quarantined: z.number(),
  rejected: z.number(),
});

export const importSchema = z
  .looseObject({ id, state: z.string(), listName: z.string(), fileName: z.string(), counts, version: z.number() })
  .meta({ id: 'Import' });

export const importPageSchema = z.looseObject({ items: z.array(importSchema), next: z.string().nullable() });

export const waitingSchema = z.object({ rows: z.number(), imports: z.number() });

export const returnedSchema = z.object({ any: z.enum(['yes', 'no', 'unknown']) });

export const problemSchema = z
  .looseObject({
    line: z.number(),
    field: z.string().nullable(),
    rule: z.string(),
    severity: z.string(),
    text: z.string(),
  })
  .meta({ id: 'ImportProblem' });

export const problemPageSchema = z.looseObject({ items: z.array(problemSchema) });
export const csvSchema = z.string();
