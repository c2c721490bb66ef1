import { AppError } from '../errors.ts';
import type { Clock } from '../ids.ts';
import { errorFields, type Log } from '../log.ts';
import type { Job, JobHandler, JobLane, JobRun } from './job.ts';
import { createPace } from './job-pace.ts';
import type { JobOutcome, JobStore } from './job-store.ts';

export type JobRunner = {
  /** Each kind has one handler; registered before `start`. */
  handle(kind: string, lane: JobLane, handler: JobHandler): void;
  start(): void;
  /** Somebody queued a job in this process: look at once instead of at the next second. */
  wake(): void;
  /**
   * Runs what waits until nothing does; for tests and commands, which have no loop running. A command names the kinds
   * it came for and leaves the rest to the site.
   */
  drain(only?: readonly string[]): Promise<void>;
  /** Gives running jobs back, so that the next start goes on with them at once. */
  stop(): Promise<void>;
};

export type RunnerDeps = { jobs: JobStore; owner: string; clock: Clock; log: Log };

/** A crashed owner's job is taken over after this. */
const LEASE_MS = 10_000;
const HEARTBEAT_MS = 3_000;
/** Another process, a command for example, may queue a job. */
const POLL_MS = 1_000;
const MOST_FAILURES = 5;
const LONGEST_WAIT_MS = 60_000;

type Handlers = Map<string, { lane: JobLane; handler: JobHandler }>;
type StopReason = 'cancelled' | 'lost' | 'stopping';

export function createJobRunner(deps: RunnerDeps): JobRunner {
  const handlers: Handlers = new Map();
  const running = new Set<AbortController>();
  const loops: Promise<void>[] = [];
  const stopping = new AbortController();
  let wakeUp = new AbortController();

  const runNext = async (lane: JobLane, only?: readonly string[]) => {
    const ofLane = [...handlers].filter(([, entry]) => entry.lane === lane).map(([kind]) => kind);
    const kinds = only ? ofLane.filter((kind) => only.includes(kind)) : ofLane;
    const now = deps.clock();
    const claim = { kinds, owner: deps.owner, now, until: later(now, LEASE_MS) };
    const job = kinds.length > 0 ? await deps.jobs.claim(claim) : null;
    const handler = job && handlers.get(job.kind)?.handler;
    if (!job || !handler) return false;
    await runOne(deps, { job, handler }, running);
    return true;
  };

  const loop = async (lane: JobLane) => {
    while (!stopping.signal.aborted) {
      const ran = await runNext(lane).catch((error: unknown) => {
        deps.log.warn({ ...errorFields(error) }, 'jobs cannot be read');
        return false;
      });
      if (!ran) await pause(AbortSignal.any([wakeUp.signal, stopping.signal]));
    }
  };

  return {
    handle(kind, lane, handler) {
      handlers.set(kind, { lane, handler });
    },
    start() {
      loops.push(loop('heavy'), loop('light'));
    },
    wake() {
      wakeUp.abort();
      wakeUp = new AbortController();
    },
    async drain(only) {
      while ((await runNext('heavy', only)) || (await runNext('light', only)));
    },
    async stop() {
      stopping.abort();
      for (const controller of running) controller.abort('stopping' satisfies StopReason);
      await Promise.all(loops);
    },
  };
}

type Task = { job: Job; handler: JobHandler };

async function runOne(deps: RunnerDeps, { job, handler }: Task, running: Set<AbortController>): Promise<void> {
  const { jobs, owner, clock, log } = deps;
  const stop = new AbortController();
  running.add(stop);
  const beat = setInterval(() => void heartbeat(deps, job.id, stop), HEARTBEAT_MS);
  let outcome: JobOutcome;
  try {
    if (job.cancelRequested) stop.abort('cancelled' satisfies StopReason);
    stop.signal.throwIfAborted();
    const result = await handler(job.payload, createRun(deps, job, stop));
    outcome = { state: 'done', result, error: null, finishedAt: clock() };
  } catch (error) {
    const reason: unknown = stop.signal.aborted ? stop.signal.reason : null;
    if (reason === null) log.error({ job: job.id, kind: job.kind, ...errorFields(error) }, 'a job failed');
    outcome = outcomeOf(job, error, reason, clock());
  } finally {
    clearInterval(beat);
    running.delete(stop);
  }
  // Lost: somebody else has it now, and settle touches only what is still ours.
  await jobs.settle(job.id, owner, outcome);
}

function createRun({ jobs, owner, clock }: RunnerDeps, job: Job, stop: AbortController): JobRun {
  const paceOf = createPace(clock, job.progress.done);
  return {
    signal: stop.signal,
    checkpoint: job.checkpoint,
    async progress(progress, checkpoint) {
      stop.signal.throwIfAborted();
      const measured = { ...progress, ...paceOf(progress) };
      stopIfTold(await jobs.saveProgress(job.id, owner, measured, checkpoint), stop);
      // It got on: failures before this point no longer count.
      job.failures = 0;
      stop.signal.throwIfAborted();
    },
  };
}

async function heartbeat({ jobs, owner, clock, log }: RunnerDeps, id: string, stop: AbortController): Promise<void> {
  try {
    stopIfTold(await jobs.heartbeat(id, owner, later(clock(), LEASE_MS)), stop);
  } catch (error) {
    // The store does not answer: the handler will notice itself, and the lease decides who goes on.
    log.warn({ job: id, ...errorFields(error) }, 'a heartbeat could not be written');
  }
}

function stopIfTold(job: Job | null, stop: AbortController): void {
  if (!job) stop.abort('lost' satisfies StopReason);
  else if (job.cancelRequested) stop.abort('cancelled' satisfies StopReason);
}

/** What becomes of a job whose handler threw. A search that is down is waited for; anything else is tried a few times. */
function outcomeOf(job: Job, error: unknown, reason: unknown, now: Date): JobOutcome {
  if (reason === 'cancelled') return { state: 'cancelled', finishedAt: now };
  if (reason !== null) return { state: 'queued', notBefore: now };
  const code = error instanceof AppError ? error.code : 'internal';
  const text = error instanceof AppError ? error.message : 'The fault is ours and has been logged';
  const failures = job.failures + 1;
  const waits = code === 'search_down' || code === 'store_down';
  const hopeless = code === 'bad_input' || code === 'not_found' || code === 'unsupported_type';
  if (hopeless || (!waits && failures >= MOST_FAILURES)) {
    return { state: 'failed', error: { code, text }, failures, finishedAt: now };
  }
  const wait = Math.min(1000 * 2 ** failures, LONGEST_WAIT_MS);
  return { state: 'queued', error: { code, text }, failures, notBefore: later(now, wait) };
}

/** Until somebody wakes it or a second is over. */
function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, POLL_MS);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
    if (signal.aborted) {
      clearTimeout(timer);
      resolve();
    }
  });
}

function later(from: Date, ms: number): Date {
  return new Date(from.getTime() + ms);
}
