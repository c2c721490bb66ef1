/** Work that takes longer than a request: an import, a re-match, a new index. Kept in the store, so that a crash loses nothing. */
export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

export type JobProgress = {
  done: number;
  /** Null while nobody knows how much there is. */
  total: number | null;
  /** A message key or plain words on what is being done; never a name or a row. */
  text: string;
};

/** Null until there is something to measure. */
export type JobPace = { perSecond: number | null; secondsLeft: number | null };

/** Who besides coordinators may see it. */
export type JobVisibility = { userId: string | null; partnerId: string | null };

export type Job = {
  id: string;
  kind: string;
  state: JobState;
  /** How often somebody began it. */
  attempts: number;
  /** Failures since it last got on; too many end it. */
  failures: number;
  lease: { owner: string; until: Date } | null;
  progress: JobProgress & JobPace;
  payload: Record<string, unknown>;
  /** Where the handler may go on after a crash; its own business. */
  checkpoint: Record<string, unknown> | null;
  result: Record<string, unknown> | null;
  error: { code: string; text: string } | null;
  cancelRequested: boolean;
  visibility: JobVisibility;
  createdAt: Date;
  /** Not before this moment: a failed job waits a little. */
  notBefore: Date;
  finishedAt: Date | null;
};

export function isOver(job: Pick<Job, 'state'>): boolean {
  return job.state === 'done' || job.state === 'failed' || job.state === 'cancelled';
}

/** How a handler tells how far it is and learns that it must stop. */
export type JobRun = {
  /** Aborts when the job was cancelled, its lease was lost or the site stops. A handler looks at it between batches. */
  readonly signal: AbortSignal;
  readonly checkpoint: Record<string, unknown> | null;
  /** Keeps how far it is, and with `checkpoint` where to go on after a crash. Throws when the handler must stop. */
  progress(progress: JobProgress, checkpoint?: Record<string, unknown>): Promise<void>;
};

/** Must be able to run again from the start or its checkpoint without doing anything twice. Returns the job's result. */
export type JobHandler = (payload: Record<string, unknown>, run: JobRun) => Promise<Record<string, unknown> | null>;

/** Heavy jobs run one at a time; light ones beside them, so that a family's request does not wait for an import. */
export type JobLane = 'heavy' | 'light';
