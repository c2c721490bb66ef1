import type { Mention } from '../domain/mention.ts';
import type { JobHandler } from '../jobs/job.ts';
import type { JobRunner } from '../jobs/job-runner.ts';
import type { JobService } from '../jobs/job-service.ts';
import type { MatchingService } from './matching-service.ts';

/**
 * Which mentions a re-match is for: those an import brought, or those of some soldiers. `counted`: they were here before
 * and only belong to other men now, so how common their names are does not change.
 */
export type RematchCause = { importId: string } | { soldierIds: string[]; counted?: boolean };

export type MatchingQueue = {
  /** Queues the matching of a request; one that waits already covers this too. */
  match(requestId: string): Promise<void>;
  /** Queues a look at the open requests that new or changed mentions may answer. */
  rematch(cause: RematchCause): Promise<void>;
  /** Every open request again: after a new version of the weights. */
  rematchAll(): Promise<void>;
};

export type MatchingJobs = MatchingQueue & {
  /** The same when the weights in use are not those they were last matched with: a new release brought others. */
  rematchOutdated(): Promise<void>;
};

export type MatchingJobDeps = {
  jobs: JobService;
  runner: Pick<JobRunner, 'handle'>;
  matching: MatchingService;
  /** Whether the open requests were matched with other weights than those in use. */
  outdated: () => Promise<boolean>;
  mentionsOfImport: (importId: string) => AsyncIterable<Mention[]>;
  mentionsOfSoldiers: (soldierIds: string[]) => AsyncIterable<Mention[]>;
};

const MATCH = 'match-request';

const textOf = (payload: Record<string, unknown>, field: string): string | null =>
  typeof payload[field] === 'string' ? payload[field] : null;

function listOf(payload: Record<string, unknown>, field: string): string[] {
  const value = payload[field];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function rematchHandler(deps: MatchingJobDeps): JobHandler {
  return async (payload, run) => {
    const progress = (done: number, total: number | null): Promise<void> =>
      run.progress({ done, total, text: 'job.rematch' });
    if (payload.all === true) return deps.matching.rematchAll(progress);
    const importId = textOf(payload, 'importId');
    const mentions =
      importId === null ? deps.mentionsOfSoldiers(listOf(payload, 'soldierIds')) : deps.mentionsOfImport(importId);
    const options = { progress, counted: payload.counted === true, regrouped: importId === null };
    return deps.matching.rematchFor(mentions, options);
  };
}

const MINUTE_MS = 60_000;

/** An index that is behind has mostly caught up after the first; one that still is after the last will not by itself. */
export const AGAIN_AFTER_MS: readonly number[] = [1, 5, 30, 120, 720].map((minutes) => minutes * MINUTE_MS);

function matchHandler({ matching, jobs }: MatchingJobDeps): JobHandler {
  return async (payload) => {
    const requestId = textOf(payload, 'requestId');
    if (requestId === null) return null;
    const { whole, ...matched } = await matching.matchRequest(requestId);
    if (whole) return matched;
    const again = typeof payload.again === 'number' ? payload.again : 0;
    const waitMs = AGAIN_AFTER_MS[again];
    // Nobody else looks for men who were stored before the request came: those of an import are told to the requests of its end.
    if (waitMs !== undefined) {
      const later = { requestId, again: again + 1 };
      await jobs.enqueue({ kind: MATCH, payload: later, key: `match-again:${requestId}`, waitMs });
    }
    return { ...matched, indexBehind: true, lookedAtAgain: waitMs !== undefined };
  };
}

/** Matching as jobs: a family does not wait for it, and a crash loses none of it. */
export function createMatchingJobs(deps: MatchingJobDeps): MatchingJobs {
  deps.runner.handle(MATCH, 'light', matchHandler(deps));
  deps.runner.handle('rematch', 'heavy', rematchHandler(deps));
  const queue: MatchingQueue = {
    async match(requestId) {
      await deps.jobs.enqueue({ kind: MATCH, payload: { requestId }, key: `match:${requestId}` });
    },
    async rematch(cause) {
      const key = 'importId' in cause ? `rematch:${cause.importId}` : `rematch:${Object.values(cause).join(',')}`;
      await deps.jobs.enqueue({ kind: 'rematch', payload: { ...cause }, key });
    },
    async rematchAll() {
      await deps.jobs.enqueue({ kind: 'rematch', payload: { all: true }, key: 'rematch:all' });
    },
  };
  return {
    ...queue,
    async rematchOutdated() {
      if (await deps.outdated()) await queue.rematchAll();
    },
  };
}
