import type { JobRunner } from '../jobs/job-runner.ts';
import type { JobService } from '../jobs/job-service.ts';
import type { RetentionService } from './retention-service.ts';

export type RetentionRound = {
  start(): Promise<void>;
  stop(): void;
};

export type RetentionRoundDeps = {
  jobs: Pick<JobService, 'enqueue'>;
  runner: Pick<JobRunner, 'handle'>;
  retention: RetentionService;
  /** Told when a round could not be queued; the next one comes tomorrow. */
  failed: (error: unknown) => void;
};

const KIND = 'forget-contacts';
const DAY_MS = 24 * 3600 * 1000;

/** Once at the start and once a day: contacts that are kept no longer are erased, as a job that the desk can see. */
export function createRetentionRound({ jobs, runner, retention, failed }: RetentionRoundDeps): RetentionRound {
  runner.handle(KIND, 'light', async () => ({ contacts: await retention.forgetOld() }));
  const queue = async () => {
    await jobs.enqueue({ kind: KIND, payload: {}, key: KIND });
  };
  let timer: NodeJS.Timeout | null = null;
  return {
    async start() {
      await queue();
      timer = setInterval(() => void queue().catch(failed), DAY_MS);
      timer.unref();
    },
    stop() {
      if (timer !== null) clearInterval(timer);
      timer = null;
    },
  };
}
