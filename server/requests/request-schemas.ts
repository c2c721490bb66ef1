import { z } from 'zod';
import { languages } from '../../client/messages/translate.ts';
import { REQUEST_STATUSES } from '../domain/request-states.ts';
import { ROW_FIELD_LIMITS, type RowField } from '../domain/row.ts';
import { MOST_ANSWER, MOST_LETTER } from '../domain/search-request.ts';

const soldierFields = Object.fromEntries(
  Object.entries(ROW_FIELD_LIMITS).map(([field, limit]) => [field, z.string().max(limit).optional()]),
) as Record<RowField, z.ZodOptional<z.ZodString>>;

const optionalText = (limit: number) => z.string().trim().max(limit).nullish();

export const submissionBody = z.strictObject({
  soldier: z.strictObject(soldierFields),
  applicant: z.strictObject({
    name: z.string().trim().max(200),
    relation: z.string().trim().max(100).default('other'),
    email: z.union([z.literal(''), z.email().max(254)]).nullish(),
    phone: optionalText(60),
    language: z.enum(languages).default('kk'),
  }),
  letter: optionalText(MOST_LETTER),
  consent: z.boolean().default(false),
  token: z.string().min(8).max(200).optional(),
});

export type SubmissionBody = z.output<typeof submissionBody>;

export const codeParams = z.strictObject({ code: z.string().regex(/^[0-9a-z]{26}$/) });
export const answerBody = z.strictObject({ text: z.string().trim().min(1).max(MOST_ANSWER) });

export const mailBody = z.strictObject({ email: z.email().max(254) });
export const withdrawalBody = z.strictObject({ reason: z.string().trim().min(1).max(2000) });
export const requestParams = z.strictObject({ id: z.string().regex(/^[0-9a-z]{10,40}$/) });

export const meetingBody = z.strictObject({ answer: z.enum(['yes', 'no']) });

export const meetingView = z
  .object({
    asked: z.boolean(),
    answer: z.enum(['yes', 'no']).nullable(),
    others: z.array(
      z.object({
        name: z.string(),
        relation: z.string(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'FamilyMeeting' });

export const submittedView = z.object({ number: z.number().int(), statusUrl: z.string() });

export const statusView = z
  .object({
    number: z.number().int(),
    status: z.enum(REQUEST_STATUSES),
    soldier: z.string(),
    language: z.enum(languages),
    receivedAt: z.string(),
    matchedAt: z.string().nullable(),
    before: z.number().int().nullable(),
    secondLook: z.boolean(),
    evidenceLevel: z.enum(['A', 'B', 'C']).nullable(),
    takenBack: z.array(z.string()).meta({ description: 'When conclusions told before were taken back' }),
    replaced: z
      .array(z.string())
      .meta({ description: 'When a possible man told before gave way to one proven better' }),
    memorialUrl: z.string().nullable(),
    question: z.object({ id: z.string(), text: z.string(), at: z.string() }).nullable(),
    messages: z.array(z.object({ id: z.string(), direction: z.string(), text: z.string(), at: z.string() })),
    searches: z.array(z.object({ where: z.string(), at: z.string(), hits: z.number().int() })),
    files: z.number().int(),
    mail: z.enum(['none', 'asked', 'confirmed']).meta({ description: 'Whether news go out by mail' }),
    open: z.boolean(),
    example: z.boolean(),
  })
  .meta({ id: 'RequestStatus' });
