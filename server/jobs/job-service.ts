import { type Actor, demand, may } from '../domain/roles.ts';
import { AppError } from '../errors.ts';
import type { Clock, Ids } from '../ids.ts';
import { isOver, type Job, type JobState, type JobVisibility } from './job.ts';
import type { JobStore } from './job-store.ts';

export type NewJob = {
  kind: string;
  payload: Record<string, unknown>;
  /** While a job waits under this key, a second one is not queued. */
  key?: string;
  /** So long it waits before it may begin. */
  waitMs?: number;
  visibility?: Partial<JobVisibility>;
};

export type JobService = {
  /** Called by other services; they checked the rights. */
  enqueue(job: NewJob): Promise<Job>;
  get(actor: Actor | null, id: string): Promise<Job>;
  /** For services that show a job of their own thing, whose rights they checked. */
  find(id: string): Promise<Job | null>;
  list(
    actor: Actor | null,
    state: JobState | undefined,
    after: string | null,
    limit: number,
  ): Promise<{ items: Job[]; next: string | null }>;
  /** Whoever may see it may cancel it. One that runs stops between two batches. */
  cancel(actor: Actor | null, id: string): Promise<Job>;
};

export type JobDeps = { jobs: JobStore; ids: Ids; clock: Clock; wake: () => void };

const notFound = () => new AppError('not_found', 'There is no such job');

export function createJobService({ jobs, ids, clock, wake }: JobDeps): JobService {
  const getVisible = async (actor: Actor | null, id: string) => {
    const job = await jobs.findById(id);
    if (actor === null) throw new AppError('not_signed_in', 'Sign in first');
    if (!job || !maySee(actor, job.visibility)) throw notFound();
    return job;
  };
  return {
    async enqueue(wanted) {
      const queued = await jobs.insert(newJob(wanted, ids, clock()), wanted.key ?? null);
      wake();
      return queued;
    },
    get: getVisible,
    find: (id) => jobs.findById(id),
    async list(actor, state, after, limit) {
      demand(actor, 'job.read');
      const items = await jobs.list({ state }, after, limit + 1);
      const next = items.length > limit ? (items[limit - 1]?.id ?? null) : null;
      return { items: items.slice(0, limit), next };
    },
    async cancel(actor, id) {
      const job = await getVisible(actor, id);
      const cancelled = isOver(job) ? null : await jobs.requestCancel(id, clock());
      if (!cancelled) throw new AppError('conflict', 'The job is over already', { details: { state: job.state } });
      return cancelled;
    },
  };
}

function maySee(actor: Actor, { userId, partnerId }: JobVisibility): boolean {
  if (may(actor, 'job.read') || userId === actor.id) return true;
  return partnerId !== null && may(actor, 'import.read', { partnerId });
}

function newJob({ kind, payload, visibility, waitMs = 0 }: NewJob, ids: Ids, now: Date): Job {
  return {
    id: ids.newOrderedId(now),
    kind,
    state: 'queued',
    attempts: 0,
    failures: 0,
    lease: null,
    progress: { done: 0, total: null, text: '', perSecond: null, secondsLeft: null },
    payload,
    checkpoint: null,
    result: null,
    error: null,
    cancelRequested: false,
    visibility: { userId: visibility?.userId ?? null, partnerId: visibility?.partnerId ?? null },
    createdAt: now,
    notBefore: new Date(now.getTime() + waitMs),
    finishedAt: null,
  };
}
