import { z } from 'zod';
import { KEY_SCOPES } from './api-key-service.ts';

const id = z.string().regex(/^[0-9a-z]{10,40}$/);
const code = z.string().regex(/^[A-Z0-9][A-Z0-9_-]{1,31}$/, 'problem.partnerCode');
const name = z.string().trim().min(1).max(200);
const country = z.string().regex(/^[A-Z]{2}$/, 'problem.country');
const day = z.iso.date();

const agreement = z
  .strictObject({
    number: z.string().max(100).nullable().default(null),
    signedOn: day.nullable().default(null),
    validUntil: day.nullable().default(null),
  })
  .refine(({ signedOn, validUntil }) => signedOn === null || validUntil === null || signedOn <= validUntil, {
    path: ['validUntil'],
    message: 'problem.agreementBackwards',
  });

const contact = z.strictObject({
  name: z.string().trim().min(1).max(200),
  email: z.email().max(254).optional(),
  phone: z.string().max(40).optional(),
});

export const idParams = z.strictObject({ id });

export const pageQuery = z.strictObject({
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const newPartnerBody = z.strictObject({
  code,
  name,
  country: country.nullish(),
  agreement: agreement.nullish(),
  contact: contact.optional(),
});

export const partnerChangeBody = z.strictObject({
  name: name.optional(),
  country: country.nullable().optional(),
  agreement: agreement.nullable().optional(),
  contact: contact.nullable().optional(),
  state: z.enum(['active', 'closed']).optional(),
});

export const newApiKeyBody = z.strictObject({
  partnerId: id,
  label: z.string().trim().min(1).max(120),
  scopes: z.array(z.enum(KEY_SCOPES)).min(1).max(KEY_SCOPES.length),
});

export const apiKeyQuery = pageQuery.extend({ partnerId: id.optional() });

export const partnerSchema = z
  .object({
    id: z.string(),
    code: z.string(),
    name: z.string(),
    country: z.string().nullable(),
    agreement: z
      .object({ number: z.string().nullable(), signedOn: z.string().nullable(), validUntil: z.string().nullable() })
      .nullable(),
    state: z.string(),
    example: z.boolean(),
    contact: contact.nullable().optional(),
  })
  .meta({ id: 'Partner' });

export const apiKeySchema = z
  .object({
    id: z.string(),
    partnerId: z.string(),
    label: z.string(),
    scopes: z.array(z.string()),
    createdAt: z.string(),
    lastUsedAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
    key: z.string().optional().meta({ description: 'The key itself: only in the answer that makes it' }),
  })
  .meta({ id: 'ApiKey' });

export const partnerPageSchema = z.object({ items: z.array(partnerSchema), next: z.string().nullable() });
export const apiKeyPageSchema = z.object({ items: z.array(apiKeySchema), next: z.string().nullable() });

export const agreementFileParams = z.strictObject({ id, fileId: id });

export const agreementFileSchema = z
  .object({ id: z.string(), name: z.string(), kind: z.string(), bytes: z.number(), createdAt: z.string() })
  .meta({ id: 'AgreementFile' });

export const agreementFilesSchema = z.object({ items: z.array(agreementFileSchema) });

export const partnerStatisticsSchema = z
  .object({
    lists: z.number(),
    versions: z.number(),
    rows: z.number().meta({ description: 'Rows of its lists that stand now' }),
    read: z.number(),
    added: z.number(),
    updated: z.number(),
    matched: z.number().meta({ description: 'Men whom an open request may well be about' }),
    identified: z.number().meta({ description: "Men for whom a family's search is decided" }),
    lastAt: z.string().nullable(),
  })
  .meta({ id: 'PartnerStatistics' });
