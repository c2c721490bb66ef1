import type { Job } from './job.ts';

/** Without its payload, which is the handler's business, and without who runs it. */
export function jobView({ id, kind, state, attempts, progress, result, error, createdAt, finishedAt }: Job) {
  const times = { createdAt: createdAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null };
  return { id, kind, state, attempts, progress, result, error, ...times };
}
