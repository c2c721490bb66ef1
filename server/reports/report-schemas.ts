import { z } from 'zod';
import { languages } from '../../client/messages/translate.ts';

export const reportsQuery = z.strictObject({
  state: z.enum(['open', 'closed']).default('open'),
  /** The language it is written in, for whoever reads only some of them. */
  language: z.enum(languages).optional(),
  soldierId: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
    .optional(),
  cursor: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const reportParams = z.object({ id: z.string().regex(/^[0-9a-z]{20}$/) });

export const closeBody = z.strictObject({ outcome: z.string().trim().min(1).max(1000) });

export const reportSchema = z
  .object({
    id: z.string(),
    soldierId: z.string(),
    soldierName: z.string(),
    text: z.string(),
    language: z.enum(languages),
    hasContact: z.boolean(),
    state: z.enum(['open', 'closed']),
    outcome: z.string().nullable(),
    closedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
    createdAt: z.string(),
    closedAt: z.string().nullable(),
  })
  .meta({ id: 'ErrorReport' });

export const reportsSchema = z.object({ items: z.array(reportSchema), next: z.string().nullable() });

export const reportContactSchema = z.object({ contact: z.string().nullable() });
