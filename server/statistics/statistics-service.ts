import { DAY_MS } from '../domain/dates/calendar.ts';
import { REQUEST_STATUSES, type RequestStatus } from '../domain/request-states.ts';
import type { CountedRequest, PartnerLists, RecordCounts, StatisticsStore } from './statistics-store.ts';

/** Requests of one year or oblast. `identified` and `nothingFound` are among `received`; the rest is still open or closed. */
export type RequestGroup = { key: string; received: number; identified: number; nothingFound: number };

export type Statistics = {
  /** When this was counted. */
  at: Date;
  records: RecordCounts & { divisions: number };
  lists: PartnerLists[];
  requests: {
    received: number;
    byStatus: Record<RequestStatus, number>;
    /** Of those a person has finished looking for: identified / (identified + nothing found); null while there are none. */
    shareIdentified: number | null;
    /** Days from the request to the decision that named the soldier; null while there is none. */
    medianDaysToIdentified: number | null;
    /** Days that open requests have waited until now; null while none is open. */
    medianDaysOpen: number | null;
    byYear: RequestGroup[];
    byOblast: RequestGroup[];
  };
};

export type StatisticsService = { read(): Promise<Statistics> };

export type StatisticsServiceDeps = { store: StatisticsStore; divisions: number; clock: () => Date };

// Everybody sees the same numbers, so they are counted once a minute however many ask.
const KEEP_MS = 60_000;

const OPEN: readonly RequestStatus[] = ['received', 'searching', 'waiting_for_family', 'checking_document'];

function median(values: number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  const lower = sorted.length % 2 === 1 ? upper : (sorted[middle - 1] ?? upper);
  return Math.round((lower + upper) / 2);
}

function addTo(groups: Map<string, RequestGroup>, key: string, status: RequestStatus): void {
  const group = groups.get(key) ?? { key, received: 0, identified: 0, nothingFound: 0 };
  group.received += 1;
  if (status === 'identified') group.identified += 1;
  if (status === 'nothing_found') group.nothingFound += 1;
  groups.set(key, group);
}

const days = (from: Date, to: Date): number => Math.max(0, (to.getTime() - from.getTime()) / DAY_MS);

async function countRequests(requests: AsyncIterable<CountedRequest>, now: Date): Promise<Statistics['requests']> {
  const byStatus = Object.fromEntries(REQUEST_STATUSES.map((status) => [status, 0])) as Record<RequestStatus, number>;
  const years = new Map<string, RequestGroup>();
  const oblasts = new Map<string, RequestGroup>();
  const answered: number[] = [];
  const waiting: number[] = [];
  for await (const { status, createdAt, decidedAt, oblastIds } of requests) {
    byStatus[status] += 1;
    addTo(years, String(createdAt.getUTCFullYear()), status);
    for (const oblast of oblastIds) addTo(oblasts, oblast, status);
    if (status === 'identified' && decidedAt !== null) answered.push(days(createdAt, decidedAt));
    if (OPEN.includes(status)) waiting.push(days(createdAt, now));
  }
  const finished = byStatus.identified + byStatus.nothing_found;
  return {
    received: Object.values(byStatus).reduce((sum, count) => sum + count, 0),
    byStatus,
    shareIdentified: finished === 0 ? null : byStatus.identified / finished,
    medianDaysToIdentified: median(answered),
    medianDaysOpen: median(waiting),
    byYear: [...years.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
    byOblast: [...oblasts.values()].sort((a, b) => b.received - a.received || (a.key < b.key ? -1 : 1)),
  };
}

/** Honest numbers: what was asked, what was answered, how long it took; nothing is rounded up and nothing left out. */
export function createStatisticsService({ store, divisions, clock }: StatisticsServiceDeps): StatisticsService {
  let kept: { until: number; numbers: Promise<Statistics> } | null = null;
  const count = async (): Promise<Statistics> => {
    const at = clock();
    const [records, requests, lists] = await Promise.all([
      store.countRecords(),
      countRequests(store.streamRequests(), at),
      store.listsByPartner(),
    ]);
    return { at, records: { ...records, divisions }, requests, lists };
  };
  return {
    read() {
      const now = clock().getTime();
      if (kept !== null && now < kept.until) return kept.numbers;
      const numbers = count();
      kept = { until: now + KEEP_MS, numbers };
      // A failure is told to those who waited for it and not kept for the next.
      numbers.catch(() => {
        kept = null;
      });
      return numbers;
    },
  };
}
