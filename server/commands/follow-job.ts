import { setTimeout as pause } from 'node:timers/promises';
import type { Site } from '../compose.ts';
import { AppError } from '../errors.ts';
import { isOver, type Job } from '../jobs/job.ts';

const EVERY_MS = 200;

/**
 * Waits for a job and tells on stderr how far it is. Beside a running site the site does the work, so that its search stays right;
 * otherwise this process does.
 */
export async function followJob(site: Site, jobId: string | null): Promise<void> {
  if (jobId === null) throw new Error('the job was not queued');
  const work = site.store.owner ? site.services.runner.drain() : Promise.resolve();
  const started = Date.now();
  let told = '';
  for (;;) {
    const job = await site.services.jobs.find(jobId);
    if (!job) throw new AppError('not_found', 'The job is no longer there');
    told = tell(job, started, told);
    if (isOver(job)) break;
    await pause(EVERY_MS);
  }
  await work;
}

function tell({ progress }: Job, started: number, before: string): string {
  const seconds = Math.max((Date.now() - started) / 1000, 0.001);
  const line = `${progress.done}${progress.total === null ? '' : ` / ${progress.total}`} rows, ${Math.round(progress.done / seconds)} a second`;
  if (progress.done === 0 || `${progress.done}` === before) return before;
  // On a terminal the line is written over; in a log each step has its own.
  process.stderr.write(process.stderr.isTTY ? `\r${line}   ` : `${line}\n`);
  return `${progress.done}`;
}
