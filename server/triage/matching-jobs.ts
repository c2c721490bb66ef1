import type { Mention } from '../domain/mention.ts';
import type { JobHandler } from '../jobs/job.ts';
import type { JobRunner } from '../jobs/job-runner.ts';
import type { JobService, NewJob } from '../jobs/job-service.ts';
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

/** An index that is behind has mostly caught up by then. */
const AGAIN_AFTER_MS = 60_000;

/** Matching as jobs: a family does not wait for it, and a crash loses none of it. */
export function createMatchingJobs(deps: MatchingJobDeps): MatchingJobs {
  const enqueueMatch = (requestId: string, when: Pick<NewJob, 'key' | 'waitMs'>) =>
    deps.jobs.enqueue({ kind: 'match-request', payload: { requestId }, ...when });
  deps.runner.handle('match-request', 'light', async (payload) => {
    const requestId = textOf(payload, 'requestId');
    if (requestId === null) return null;
    const matched = await deps.matching.matchRequest(requestId);
    // Nobody else looks for men who were stored before the request came: those of an import are told to the requests of its end.
    if (!matched.whole) await enqueueMatch(requestId, { key: `match-again:${requestId}`, waitMs: AGAIN_AFTER_MS });
    return matched;
  });
  deps.runner.handle('rematch', 'heavy', rematchHandler(deps));
  const queue: MatchingQueue = {
    async match(requestId) {
      await enqueueMatch(requestId, { key: `match:${requestId}` });
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
