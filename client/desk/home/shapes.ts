import type { QueueItem, RequestStatus } from '../requests/shapes.ts';

/** What `/desk/home` and `/desk/load` answer. */
export type Waiting = Record<'free' | 'fresh' | 'waiting' | 'second' | 'reports', number> &
  Record<'memories' | 'siteAdditions' | 'importRows' | 'failedJobs' | 'letters', number | null>;

export type Change = { what: string; by: string | null; at: string };

/** One's own decision that somebody does not agree with. */
export type Objected = QueueItem & { soldierName: string; objection: { by: string; at: string; reason: string } };

export type Home = {
  mine: QueueItem[];
  waiting: Waiting;
  objected: Objected[];
  changed: (QueueItem & { changes: Change[] })[];
};

type Since = { count: number; oldest: string | null };

export type Load = {
  byStatus: Record<RequestStatus, number>;
  unread: Since;
  second: Since;
  days: number;
  people: {
    person: { id: string; name: string };
    held: number;
    decisions: number;
    confirmations: number;
    messages: number;
    searches: number;
  }[];
};
