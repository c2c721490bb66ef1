import type { Clock } from '../ids.ts';
import type { JobPace, JobProgress } from './job.ts';

/** Over less than this a batch that happened to be quick would promise too much. */
const LEAST_MS = 1000;

/**
 * Tells of a job how fast it goes and how long it still takes: measured since it began what it is doing now.
 * @param begun what was done before, by whoever had the job until he died
 */
export function createPace(clock: Clock, begun: number): (progress: JobProgress) => JobPace {
  let from = { at: clock().getTime(), done: begun, text: '' };
  let last = begun;
  return ({ done, total, text }) => {
    const now = clock().getTime();
    // Something else begins, counted from its own start: matching after reading, a second try after the first.
    if (text !== from.text && from.text !== '') from = { at: now, done, text };
    else if (done < last) from = { at: now, done, text };
    else from = { ...from, text };
    last = done;
    const ms = now - from.at;
    if (ms < LEAST_MS || done <= from.done) return { perSecond: null, secondsLeft: null };
    const perSecond = ((done - from.done) * 1000) / ms;
    const secondsLeft = total === null ? null : Math.ceil(Math.max(0, total - done) / perSecond);
    return { perSecond: Math.round(perSecond * 10) / 10, secondsLeft };
  };
}
