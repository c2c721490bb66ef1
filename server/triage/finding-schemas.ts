import { z } from 'zod';
import { FINDING_KINDS } from '../domain/finding.ts';
import { candidatesView } from './triage-schemas.ts';

export const findingParams = z.strictObject({ id: z.string().regex(/^[0-9a-z]{10,40}$/) });

export const findingQuery = z.strictObject({
  kind: z.enum(FINDING_KINDS).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

export const dismissBody = z.strictObject({ reason: z.string().trim().min(1).max(2000) });

export const findingView = z
  .object({
    id: z.string(),
    kind: z.enum(FINDING_KINDS),
    soldiers: z.array(
      z.object({
        id: z.string(),
        name: z.string().nullable(),
        /** What tells namesakes apart: years, where he was born, what became of him and where he lies. */
        life: z.string(),
        birthPlace: z.string().nullable(),
        fate: z.string().nullable(),
        burial: z.string().nullable(),
      }),
    ),
    siteId: z.string().nullable(),
    probability: z.number().nullable(),
    evidence: candidatesView.shape.items.element.shape.evidence,
    /** What contradicts, as written. */
    facts: z.record(z.string(), z.string()),
    foundAt: z.string(),
  })
  .meta({ id: 'Finding' });

export const findingPageView = z.object({ items: z.array(findingView), next: z.string().nullable() });
export const findView = z.object({ jobId: z.string() });
