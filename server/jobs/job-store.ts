import { type Connection, type Model, type QueryFilter, Schema, type UpdateQuery } from 'mongoose';
import { isDuplicateKey } from '../store/duplicate-key.ts';
import type { Job, JobPace, JobProgress, JobState } from './job.ts';

export type JobOutcome = Partial<
  Pick<Job, 'state' | 'result' | 'error' | 'notBefore' | 'failures' | 'finishedAt' | 'cancelRequested'>
>;

export type JobClaim = { kinds: readonly string[]; owner: string; now: Date; until: Date };

export type JobStore = {
  /**
   * Queues a job. With a key, one that waits under the same key already is returned instead: what it will do when its
   * turn comes covers this one too.
   */
  insert(job: Job, key: string | null): Promise<Job>;
  findById(id: string): Promise<Job | null>;
  list(filter: { state?: JobState | undefined }, after: string | null, limit: number): Promise<Job[]>;
  /** The oldest job that waits, or one whose owner died. Compare-and-set: two claimers never get the same. */
  claim(claim: JobClaim): Promise<Job | null>;
  /** Extends the lease. Null when it was lost; else the job, to see whether it is to be cancelled. */
  heartbeat(id: string, owner: string, until: Date): Promise<Job | null>;
  /** Null when the lease was lost; else the job, to see whether it is to be cancelled. */
  saveProgress(
    id: string,
    owner: string,
    progress: JobProgress & JobPace,
    checkpoint?: Record<string, unknown>,
  ): Promise<Job | null>;
  /** Ends or gives back a job that this owner has; false when the lease was lost meanwhile. */
  settle(id: string, owner: string, outcome: JobOutcome): Promise<boolean>;
  /** Cancels one that waits, asks one that runs to stop. Null when it is over already or unknown. */
  requestCancel(id: string, now: Date): Promise<Job | null>;
  /** For a process that has the store to itself: whoever is still named as running a job has died. */
  endLeases(now: Date): Promise<void>;
  countByState(): Promise<Record<JobState, number>>;
};

/** `slot` is unique: the key while a job waits, its own id once somebody began it. */
type Stored = Omit<Job, 'id'> & { _id: string; slot: string };

function jobSchema() {
  const mixed = { type: Schema.Types.Mixed, default: null };
  const schema = new Schema<Stored>(
    {
      _id: { type: String, required: true },
      slot: { type: String, required: true },
      kind: { type: String, required: true },
      state: { type: String, enum: ['queued', 'running', 'done', 'failed', 'cancelled'], required: true },
      attempts: { type: Number, required: true },
      failures: { type: Number, required: true },
      lease: mixed,
      progress: mixed,
      payload: mixed,
      checkpoint: mixed,
      result: mixed,
      error: mixed,
      cancelRequested: { type: Boolean, required: true },
      visibility: mixed,
      createdAt: { type: Date, required: true },
      notBefore: { type: Date, required: true },
      finishedAt: { type: Date, default: null },
    },
    { versionKey: false, minimize: false, collection: 'jobs' },
  );
  schema.index({ slot: 1 }, { unique: true });
  schema.index({ state: 1, notBefore: 1 });
  return schema;
}

/** Jobs from before the pace was kept have none. */
const UNMEASURED: JobPace = { perSecond: null, secondsLeft: null };

function fromStored({ _id, slot: _slot, ...rest }: Stored): Job {
  return { id: _id, ...rest, progress: { ...UNMEASURED, ...rest.progress } };
}

export function createJobStore(connection: Connection): JobStore {
  const model = connection.model<Stored>('Job', jobSchema());
  const owned = (id: string, owner: string): QueryFilter<Stored> => ({
    _id: id,
    state: 'running',
    'lease.owner': owner,
  });
  return {
    insert: (job, key) => insert(model, job, key),
    async findById(id) {
      const found = await model.findById(id).lean<Stored>();
      return found ? fromStored(found) : null;
    },
    async list({ state }, after, limit) {
      const filter: QueryFilter<Stored> = { ...(state ? { state } : {}), ...(after ? { _id: { $lt: after } } : {}) };
      const found = await model.find(filter).sort({ _id: -1 }).limit(limit).lean<Stored[]>();
      return found.map(fromStored);
    },
    claim: (claim) => claimOne(model, claim),
    heartbeat: (id, owner, until) => updateAndGet(model, owned(id, owner), { $set: { lease: { owner, until } } }),
    saveProgress(id, owner, progress, checkpoint) {
      const change = checkpoint ? { progress, checkpoint, failures: 0 } : { progress, failures: 0 };
      return updateAndGet(model, owned(id, owner), { $set: change });
    },
    async settle(id, owner, outcome) {
      const result = await model.updateOne(owned(id, owner), { $set: { ...outcome, lease: null } });
      return result.matchedCount === 1;
    },
    requestCancel: (id, now) => requestCancel(model, id, now),
    async endLeases(now) {
      await model.updateMany({ state: 'running' }, { $set: { 'lease.until': new Date(now.getTime() - 1) } });
    },
    countByState: () => countByState(model),
  };
}

async function insert(model: Model<Stored>, job: Job, key: string | null): Promise<Job> {
  const { id, ...rest } = job;
  const slot = key ?? id;
  try {
    await model.create({ _id: id, slot, ...rest });
    return job;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  const waiting = await model.findOne({ slot }).lean<Stored>();
  // Begun between the two lines: then this one has a turn of its own after all.
  return waiting ? fromStored(waiting) : insert(model, job, key);
}

async function claimOne(model: Model<Stored>, { kinds, owner, now, until }: JobClaim): Promise<Job | null> {
  const kind = { $in: [...kinds] };
  const dead = await model.findOne({ state: 'running', kind, 'lease.until': { $lt: now } }).lean<Stored>();
  const next =
    dead ??
    (await model
      .findOne({ state: 'queued', notBefore: { $lte: now }, kind })
      .sort({ notBefore: 1 })
      .lean<Stored>());
  if (!next) return null;
  const { _id, state, attempts, failures } = next;
  const change = {
    state: 'running' as const,
    slot: _id,
    lease: { owner, until },
    attempts: attempts + 1,
    failures: dead ? failures + 1 : failures,
  };
  const claimed = await updateAndGet(model, { _id, state, attempts }, { $set: change });
  // Another process was faster with this one; there may be more.
  return claimed ?? claimOne(model, { kinds, owner, now, until });
}

async function updateAndGet(model: Model<Stored>, filter: QueryFilter<Stored>, change: UpdateQuery<Stored>) {
  const found = await model.findOneAndUpdate(filter, change, { returnDocument: 'after' }).lean<Stored>();
  return found ? fromStored(found) : null;
}

async function requestCancel(model: Model<Stored>, id: string, now: Date): Promise<Job | null> {
  const over = { state: 'cancelled' as const, finishedAt: now, slot: id };
  const waiting = await updateAndGet(model, { _id: id, state: 'queued' }, { $set: over });
  return waiting ?? updateAndGet(model, { _id: id, state: 'running' }, { $set: { cancelRequested: true } });
}

async function countByState(model: Model<Stored>): Promise<Record<JobState, number>> {
  const states = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
  const counts = await Promise.all(states.map((state) => model.countDocuments({ state })));
  return Object.fromEntries(states.map((state, i) => [state, counts[i] ?? 0])) as Record<JobState, number>;
}
