import { setTimeout as pause } from 'node:timers/promises';
import { progressMessages } from '../../client/messages/progress.ts';
import { type Language, translator } from '../../client/messages/translate.ts';
import { doneText, leftText } from '../../client/parts/progress-text.ts';
import type { Site } from '../compose.ts';
import { AppError } from '../errors.ts';
import { isOver, type Job } from '../jobs/job.ts';

const EVERY_MS = 200;

/**
 * Waits for a job and tells on stderr how far it is. Beside a running site that owns the embedded store the site does the work, so
 * that its search stays right at once; otherwise this process does.
 */
export async function followJob(site: Site, jobId: string | null, language: Language): Promise<Job> {
  if (jobId === null) throw new Error('the job was not queued');
  // Nobody else is there to do it; a site over MongoDB may take it as well, and its search follows the store.
  const own = site.store.owner || site.store.kind === 'mongodb';
  // What a command before this one left, killed in the middle, need not wait until its lease runs out.
  if (site.store.owner) await site.stores.jobs.endLeases(site.clock());
  let over = false;
  const work = own ? workUntil(site, () => over) : Promise.resolve();
  try {
    return await watch(site, jobId, language);
  } finally {
    over = true;
    await work;
  }
}

/** A job that failed waits a while before it is tried again, so one look at what is queued is not enough. */
async function workUntil({ services }: Site, isDone: () => boolean): Promise<void> {
  do {
    await services.runner.drain();
    await pause(isDone() ? 0 : EVERY_MS);
  } while (!isDone());
}

async function watch({ services }: Site, jobId: string, language: Language): Promise<Job> {
  let told = 0;
  for (;;) {
    const job = await services.jobs.find(jobId);
    if (!job) throw new AppError('not_found', 'The job is no longer there');
    if (job.progress.done !== told) tell(job, language);
    told = job.progress.done;
    if (isOver(job)) return job;
    await pause(EVERY_MS);
  }
}

function tell({ progress }: Job, language: Language): void {
  const say = translator(progressMessages, language);
  const line = [doneText(say, progress), leftText(say, progress)].filter(Boolean).join(', ');
  // On a terminal the line is written over; in a log each step has its own.
  process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
}
