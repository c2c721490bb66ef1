import { z } from 'zod';
import { languages } from '../../client/messages/translate.ts';
import { REQUEST_STATUSES } from '../domain/request-states.ts';
import { ROW_FIELD_LIMITS, type RowField } from '../domain/row.ts';
import { MESSAGE_TEMPLATE_NAMES } from './message-templates.ts';
import { QUEUES } from './queue-service.ts';

const id = z.string().regex(/^[0-9a-z]{10,40}$/);
const reason = z.string().trim().min(1).max(2000);

export const caseParams = z.strictObject({ id });
export const decisionParams = z.strictObject({ id, decision: id });

export const queueQuery = z.strictObject({
  filter: z.enum(QUEUES).optional(),
  status: z.enum(REQUEST_STATUSES).optional(),
  assignee: z.union([z.enum(['me', 'none']), id]).optional(),
  sort: z.enum(['oldest', 'newest', 'probability']).default('oldest'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const candidateParams = z.strictObject({ id, soldier: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/) });

export const candidatesQuery = z.strictObject({ decided: z.enum(['yes', 'no']).default('no') });

export const noteBody = z.strictObject({ text: z.string().trim().min(1).max(4000) });

export const messageBody = z.strictObject({
  text: z.string().trim().max(4000).optional(),
  template: z.enum(MESSAGE_TEMPLATE_NAMES).optional(),
  /** A question waits for an answer on the family's page. */
  question: z.boolean().default(true),
});

export const searchBody = z.strictObject({
  where: z.string().trim().min(1).max(200),
  what: z.string().trim().min(1).max(500),
  hits: z.number().int().min(0).max(100_000),
  url: z.string().max(1000).optional(),
});

export const closeBody = z.strictObject({ as: z.enum(['nothing_found', 'closed']).default('closed'), reason });
export const reopenBody = z.strictObject({ reason });

export const decisionBody = z.strictObject({
  soldierId: z.string().regex(/^[0-9a-z-]{4,64}$/i),
  verdict: z.enum(['same', 'different', 'unsure']),
  reason,
  evidenceLevel: z.enum(['A', 'B', 'C']).nullish(),
});

export const gatherBody = z.strictObject({ withId: id, reason: z.string().trim().min(3).max(2000) });

export const objectionBody = z.strictObject({ reason: z.string().trim().min(3).max(2000) });

export const withdrawalBody = z.strictObject({ reason: z.string().trim().max(2000).default('') });

const person = z.object({ id: z.string(), name: z.string() });

const queueFields = {
  id: z.string(),
  number: z.number().int(),
  status: z.enum(REQUEST_STATUSES),
  name: z.string(),
  assignee: person.nullable(),
  leaseUntil: z.string().nullable(),
  lease: z.object({ until: z.string() }).nullable(),
  freshCandidates: z.number().int(),
  bestProbability: z.number().nullable(),
  secondLook: z.boolean(),
  evidenceLevel: z.enum(['A', 'B', 'C']).nullable(),
  /** Since when it waits where it is now. */
  since: z.string(),
  /** How many families ask for him together; the lease and the place in the queue are those of the request that leads. */
  families: z.number().int(),
  createdAt: z.string(),
  example: z.boolean(),
};

export const queuePageView = z.object({ items: z.array(z.object(queueFields)), next: z.string().nullable() });

export const queueCountsView = z.object({
  items: z.array(z.object({ queue: z.enum(QUEUES), count: z.number().int() })),
});

export const evidenceView = z.object({
  kind: z.string(),
  score: z.number().nullable(),
  weight: z.number(),
  reason: z.object({ key: z.string(), values: z.record(z.string(), z.string()) }),
  requestValue: z.string().nullable(),
  soldierValue: z.string().nullable(),
});

const objection = z.object({ by: person, at: z.string(), reason: z.string() });

export const decisionView = z
  .object({
    id: z.string(),
    soldierId: z.string(),
    soldierName: z.string(),
    verdict: z.enum(['same', 'different', 'unsure']),
    reason: z.string(),
    evidenceLevel: z.enum(['A', 'B', 'C']).nullable(),
    evidence: z.array(evidenceView),
    probability: z.number().nullable(),
    weightsVersion: z.string(),
    by: person,
    at: z.string(),
    confirmedBy: person.nullable(),
    confirmedAt: z.string().nullable(),
    /** A second person looked and does not agree: it is no conclusion. */
    objection: objection.nullable(),
    formerObjections: z
      .array(objection.extend({ takenBackAt: z.string() }))
      .meta({ description: 'Objections that whoever made them took back' }),
    withdrawnBy: person.nullable(),
    withdrawnAt: z.string().nullable(),
    withdrawnReason: z.string().nullable(),
  })
  .meta({ id: 'Decision' });

export const caseView = z
  .object({
    ...queueFields,
    soldier: z.record(z.string(), z.string()),
    letter: z.string().nullable(),
    language: z.enum(languages),
    relation: z.string().nullable(),
    about: z.string().nullable(),
    soldierId: z.string().nullable(),
    files: z.array(z.object({ id: z.string(), kind: z.string() })),
    decisions: z.array(decisionView),
    notes: z.array(
      z.object({ id: z.string(), number: z.number().int(), text: z.string(), by: person, at: z.string() }),
    ),
    messages: z.array(z.object({ id: z.string(), direction: z.string(), text: z.string(), at: z.string() })),
    searches: z.array(
      z.object({
        id: z.string(),
        where: z.string(),
        what: z.string(),
        hits: z.number().int(),
        nothingNew: z.boolean().meta({ description: 'The standing search ran and found nothing new' }),
        url: z.string().nullable(),
        at: z.string(),
        number: z.number().int(),
      }),
    ),
    matchedAt: z.string().nullable(),
    /** The case of several families that it was gathered into. */
    gathered: z
      .object({
        caseId: z.string(),
        by: person,
        at: z.string(),
        reason: z.string(),
        families: z.array(
          z.object({
            id: z.string(),
            number: z.number().int(),
            name: z.string(),
            status: z.enum(REQUEST_STATUSES),
            lead: z.boolean(),
            freshCandidates: z.number().int(),
            /** Whether it was asked to meet the others, and what it said. */
            meeting: z.enum(['not_asked', 'asked', 'yes', 'no', 'introduced']),
          }),
        ),
      })
      .nullable(),
  })
  .meta({ id: 'DeskRequest' });

export const gatheredView = z.object({ id: z.string(), number: z.number().int(), caseId: z.string().nullable() });

export const alikeView = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      number: z.number().int(),
      status: z.enum(REQUEST_STATUSES),
      name: z.string(),
      caseId: z.string().nullable(),
      weight: z.number(),
      evidence: z.array(evidenceView),
    }),
  ),
});

export const candidatesView = z.object({
  items: z.array(
    z.object({
      soldierId: z.string(),
      name: z.string(),
      life: z.string(),
      /** Known from papers that only confirmed kin and the desk may see. */
      restricted: z.boolean(),
      probability: z.number(),
      band: z.enum(['very_likely', 'likely', 'possible', 'unlikely']),
      evidence: z.array(evidenceView),
      state: z.enum(['fresh', 'seen', 'decided']),
      fresh: z.boolean().meta({ description: 'Likely and not looked at yet, as the queue counts' }),
      weightsVersion: z.string(),
      foundAt: z.string(),
    }),
  ),
});

export const placeMapView = z.object({
  /** Null where either side has no place that is known to the map. */
  map: z
    .object({
      width: z.number(),
      height: z.number(),
      land: z.string(),
      /** Places that lie on one spot have one pin. */
      pins: z.array(z.object({ numbers: z.array(z.number().int()), x: z.number(), y: z.number() })),
      /** Towns and seas to find one's way by, as each language names them. */
      landmarks: z.record(
        z.string(),
        z.object({
          dots: z.array(z.looseObject({ x: z.number(), y: z.number() })),
          labels: z.array(z.looseObject({ x: z.number(), y: z.number(), text: z.string() })),
        }),
      ),
    })
    .nullable(),
  places: z.array(
    z.object({
      number: z.number().int(),
      side: z.enum(['asked', 'found']),
      field: z.string(),
      text: z.string(),
      exact: z.string(),
      /** How far a place of the papers lies from the nearest that the family names; null for the family's own. */
      km: z.number().int().nullable(),
    }),
  ),
});

export const pairView = z.object({
  soldierId: z.string(),
  name: z.string(),
  life: z.string(),
  restricted: z.boolean(),
  /** Null for one who was never among the candidates: he did not compete with them. */
  probability: z.number().nullable(),
  band: z.enum(['very_likely', 'likely', 'possible', 'unlikely']).nullable(),
  evidence: z.array(evidenceView),
  weightsVersion: z.string(),
});

const rowFields = Object.fromEntries(
  Object.entries(ROW_FIELD_LIMITS).map(([field, limit]) => [field, z.string().max(limit).optional()]),
) as Record<RowField, z.ZodOptional<z.ZodString>>;

/** A record that a volunteer found elsewhere, in the fields of a row, as it is written there. */
export const recordBody = z.strictObject({
  row: z.strictObject(rowFields),
  requestId: id.nullish(),
  token: z.string().min(16).max(64).nullish(),
});
export const correctionBody = z.strictObject({ row: z.strictObject(rowFields) });
export const recordParams = z.strictObject({ id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/) });
export const recordReason = z.strictObject({ reason: z.string().trim().min(3).max(2000) });

export const recordView = z
  .object({ id: z.string(), soldierId: z.string(), written: z.record(z.string(), z.string()), sensitive: z.boolean() })
  .meta({ id: 'FoundRecord' });

export const contactView = z.object({
  name: z.string(),
  relation: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});

export const templatesView = z.object({
  items: z.array(z.object({ id: z.string(), question: z.boolean(), kk: z.string(), ru: z.string(), en: z.string() })),
});
