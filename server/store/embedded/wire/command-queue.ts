import { StoreError } from '../store-error.ts';
import type { Connection } from './connection.ts';
import type { Request } from './message.ts';
import { errorReply, writeReply } from './message.ts';

export type Execute = (request: Request, connection: Connection) => Uint8Array;
/** What the queue needs of the engine: is something written and not yet on disk; put it there. */
export type Transaction = { readonly writing: boolean; commit: () => void };

/** Commands that arrive together share one commit for at most this long: waiting costs less than a disk flush for each. */
const SHARED_COMMIT_MS = 15;

/**
 * Runs commands one after the other. Those that are waiting together share a commit (one flush of the disk), and no answer leaves
 * before the commit that holds its writes; so what was acknowledged is on the disk.
 */
export class CommandQueue {
  readonly #execute: Execute;
  readonly #transaction: Transaction;
  #waiting: { request: Request; connection: Connection }[] = [];
  #scheduled = false;

  constructor(execute: Execute, transaction: Transaction) {
    this.#execute = execute;
    this.#transaction = transaction;
  }

  add(request: Request, connection: Connection): void {
    this.#waiting.push({ request, connection });
    this.#schedule();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#run();
    });
  }

  #run(): void {
    const started = performance.now();
    const held: { request: Request; connection: Connection; reply: Uint8Array }[] = [];
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      held.push({ ...next, reply: this.#answer(next.request, next.connection) });
      if (performance.now() - started > SHARED_COMMIT_MS) break;
    }
    const failure = this.#commit();
    for (const { request, connection, reply } of held) {
      if (request.answered) connection.send(writeReply(request, failure ?? reply));
    }
    if (this.#waiting.length > 0) this.#schedule();
  }

  #answer(request: Request, connection: Connection): Uint8Array {
    try {
      if (request.fault) throw request.fault;
      return this.#execute(request, connection);
    } catch (error) {
      return errorReply(asStoreError(error));
    }
  }

  #commit(): Uint8Array | undefined {
    if (!this.#transaction.writing) return undefined;
    try {
      this.#transaction.commit();
      return undefined;
    } catch (error) {
      return errorReply(asStoreError(error));
    }
  }
}

export function asStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const text = error instanceof Error ? error.message : String(error);
  if (text.includes('no such table')) {
    return new StoreError(175, 'query plan killed :: collection or index dropped while the cursor was open');
  }
  return new StoreError(1, `Internal error of the embedded store: ${text}`);
}
