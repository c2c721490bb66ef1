import { DAY_MS } from '../domain/dates/calendar.ts';
import type { JobRunner } from './job-runner.ts';
import type { JobService } from './job-service.ts';

export type DailyRound = {
  start(): Promise<void>;
  stop(): void;
};

export type DailyRoundDeps = {
  jobs: Pick<JobService, 'enqueue'>;
  runner: Pick<JobRunner, 'handle'>;
  /** The kind of its job. */
  kind: string;
  /** One round; what it answers is the job's result. */
  round: () => Promise<Record<string, unknown>>;
  /** Told when a round could not be queued; the next one comes tomorrow. */
  failed: (error: unknown) => void;
};

/** What the site does by itself once at the start and once a day, as a job that the desk can see. */
export function createDailyRound({ jobs, runner, kind, round, failed }: DailyRoundDeps): DailyRound {
  runner.handle(kind, 'light', round);
  const queue = async () => {
    await jobs.enqueue({ kind, payload: {}, key: kind });
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
