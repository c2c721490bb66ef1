import { z } from 'zod';
import { REQUEST_STATUSES } from '../domain/request-states.ts';
import { queuePageView } from './triage-schemas.ts';

const item = queuePageView.shape.items.element;
const number = z.number().int();

export const homeView = z.object({
  mine: z.array(item),
  waiting: z.object({
    free: number,
    fresh: number,
    waiting: number,
    second: number,
    reports: number,
    memories: number.nullable(),
    siteAdditions: number.nullable(),
    importRows: number.nullable(),
    failedJobs: number.nullable(),
    letters: number.nullable(),
  }),
  /** Own decisions that somebody does not agree with, as long as they are not answered by another decision. */
  objected: z.array(
    item.extend({
      soldierName: z.string(),
      objection: z.object({ by: z.string(), at: z.string(), reason: z.string() }),
    }),
  ),
  changed: z.array(
    item.extend({ changes: z.array(z.object({ what: z.string(), by: z.string().nullable(), at: z.string() })) }),
  ),
});

const since = z.object({ count: number, oldest: z.string().nullable() });

export const loadView = z.object({
  byStatus: z.record(z.enum(REQUEST_STATUSES), number),
  unread: since,
  second: since,
  days: number,
  people: z.array(
    z.object({
      person: z.object({ id: z.string(), name: z.string() }),
      held: number,
      decisions: number,
      confirmations: number,
      messages: number,
      searches: number,
    }),
  ),
});
