import { type EnqueuedTask, type Meilisearch, MeilisearchApiError, MeilisearchError, type Task } from 'meilisearch';
import { AppError } from '../../errors.ts';

export type Sleep = (milliseconds: number) => Promise<void>;

/** How often and how long to try again; a reader waits for a search, nobody waits for a write. */
export type Patience = { attempts: number; firstPauseMs: number };

export const FOR_READERS: Patience = { attempts: 2, firstPauseMs: 100 };
export const FOR_WRITES: Patience = { attempts: 5, firstPauseMs: 250 };

// A batch of 20,000 documents takes seconds; a queue that is long already may hold it for minutes.
const TASK_TIMEOUT_MS = 10 * 60_000;
const TASK_INTERVAL_MS = 100;

/** Too much at once, or the server is in trouble: the same request may do a moment later. */
function isPassing(error: unknown): boolean {
  if (error instanceof MeilisearchApiError) return error.response.status === 429 || error.response.status >= 500;
  return error instanceof MeilisearchError;
}

/** The code the server gives its errors, such as `index_not_found`. */
export function codeOf(error: unknown): string | null {
  return error instanceof MeilisearchApiError ? (error.cause?.code ?? null) : null;
}

export function searchDown(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError('search_down', 'The search server does not answer as it should', { cause: error });
}

/**
 * Asks again with growing pauses while the trouble may pass.
 * @throws the server's own error when it will not pass, AppError `search_down` when it did not
 */
export async function patiently<T>(ask: () => Promise<T>, patience: Patience, sleep: Sleep): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!isPassing(error)) throw error;
      if (attempt === patience.attempts) throw searchDown(error);
      await sleep(patience.firstPauseMs * 2 ** (attempt - 1));
    }
  }
}

/**
 * Waits for a write to be done. Every write is accepted first; whether it succeeded only its task knows.
 * @throws AppError `search_down` with the task's error code, unless the code is one of `allowed`
 */
export async function succeeded(
  client: Meilisearch,
  enqueued: EnqueuedTask,
  allowed: readonly string[] = [],
): Promise<Task> {
  const waiting = { timeout: TASK_TIMEOUT_MS, interval: TASK_INTERVAL_MS };
  const task = await client.tasks.waitForTask(enqueued.taskUid, waiting);
  const code = task.error?.code ?? task.status;
  if (task.status === 'succeeded' || allowed.includes(code)) return task;
  throw new AppError('search_down', `The search server accepted a write and did not do it: ${code}`, {
    details: { task: task.uid, type: task.type, code },
  });
}
