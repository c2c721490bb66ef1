import { expect } from 'chai';
import type { JobHandler, JobRun } from '../../server/jobs/job.ts';
import type { NewJob } from '../../server/jobs/job-service.ts';
import { AGAIN_AFTER_MS, createMatchingJobs, type MatchingJobDeps } from '../../server/triage/matching-jobs.ts';
import { createMatchingService, type MatchingDeps } from '../../server/triage/matching-service.ts';

describe('Matching new mentions', () => {
  it('reads nothing of an import while no request is open and nothing was counted before', async () => {
    const deps = {
      requests: { async *stream() {} },
      finder: { hasCounted: () => false },
      read: () => expect.fail('a row was read'),
    } as unknown as MatchingDeps;
    const mentions = {
      [Symbol.asyncIterator]: () => expect.fail('the mentions were asked for'),
    } as unknown as Parameters<ReturnType<typeof createMatchingService>['rematchFor']>[0];
    expect(await createMatchingService(deps).rematchFor(mentions)).to.deep.equal({ mentions: 0, requests: 0 });
  });
});

describe('Matching a request while the index is behind', () => {
  const RUN = {} as JobRun;

  /** The job of one request, with an index that has everything when `whole` says so, and what it queued. */
  function job(whole: boolean) {
    const queued: NewJob[] = [];
    let handler: JobHandler = async () => null;
    createMatchingJobs({
      jobs: { enqueue: async (wanted: NewJob) => queued.push(wanted) },
      runner: {
        handle(kind: string, _lane: string, given: JobHandler) {
          if (kind === 'match-request') handler = given;
        },
      },
      matching: { matchRequest: async () => ({ candidates: 2, fresh: 1, whole }) },
    } as unknown as MatchingJobDeps);
    return { queued, handler };
  }

  it('is tried again after longer and longer waits and then no more, and its result says that the index was behind', async () => {
    const { queued, handler } = job(false);
    const results = [await handler({ requestId: 'one' }, RUN)];
    for (let next = queued.shift(); next !== undefined && results.length < 50; next = queued.shift()) {
      expect([next.kind, next.key, next.waitMs]).to.deep.equal([
        'match-request',
        'match-again:one',
        AGAIN_AFTER_MS[results.length - 1],
      ]);
      results.push(await handler(next.payload, RUN));
    }
    expect(results).to.have.length(AGAIN_AFTER_MS.length + 1);
    expect(AGAIN_AFTER_MS).to.deep.equal([...new Set(AGAIN_AFTER_MS)].sort((a, b) => a - b));
    const said = { candidates: 2, fresh: 1, indexBehind: true };
    expect(results.at(0)).to.deep.equal({ ...said, lookedAtAgain: true });
    expect(results.at(-1)).to.deep.equal({ ...said, lookedAtAgain: false });
  });

  it('says nothing of it and is not tried again once the index has everything', async () => {
    const { queued, handler } = job(true);
    expect(await handler({ requestId: 'one' }, RUN)).to.deep.equal({ candidates: 2, fresh: 1 });
    expect(queued).to.deep.equal([]);
  });
});
