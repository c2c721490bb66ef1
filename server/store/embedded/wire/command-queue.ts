import { isRead } from '../commands/registry.ts';
import { HandOver } from '../hand-over.ts';
import type { Steps } from '../steps.ts';
import { StoreError } from '../store-error.ts';
import type { Connection } from './connection.ts';
import { errorReply, type Request, writeReply } from './message.ts';

/** Runs a command: at once, or in steps between which others may have their turn. */
export type Execute = (request: Request, connection: Connection) => Uint8Array | Steps<Uint8Array>;
/** What the queue needs of the engine: is something written and not yet on disk; put it there. */
export type Transaction = { readonly writing: boolean; commit: () => void };
/** Does a long read elsewhere and gives the whole answer. */
export type Elsewhere = (request: Request, connection: Connection) => Promise<Buffer>;

type Job = { request: Request; connection: Connection; steps?: Steps<Uint8Array> };
type Done = { job: Job; reply: Uint8Array };

/** So long may commands run before the socket is looked at again. What finished meanwhile shares one flush of the disk. */
const TURN_MS = 8;

/**
 * Gives the commands of all connections their turns; those of one connection keep their order. No answer to a change leaves before the
 * commit that holds it, so what was acknowledged is on the disk. A read does not wait for the disk: it may see what others are
 * writing, as with MongoDB's read concern "local".
 */
export class CommandQueue {
  readonly #execute: Execute;
  readonly #transaction: Transaction;
  readonly #elsewhere: Elsewhere;
  readonly #jobs = new Map<Connection, Job[]>();
  #turns: Connection[] = [];
  #scheduled = false;

  constructor(execute: Execute, transaction: Transaction, elsewhere: Elsewhere) {
    this.#execute = execute;
    this.#transaction = transaction;
    this.#elsewhere = elsewhere;
  }

  add(request: Request, connection: Connection): void {
    const jobs = this.#jobs.get(connection);
    if (jobs) {
      jobs.push({ request, connection });
      return;
    }
    this.#jobs.set(connection, [{ request, connection }]);
    this.#turns.push(connection);
    this.#schedule();
  }

  /** No command is waiting or in the middle of its steps. */
  get idle(): boolean {
    return this.#jobs.size === 0;
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
    const end = performance.now() + TURN_MS;
    const done: Done[] = [];
    for (let next = this.#turns.shift(); next; next = this.#turns.shift()) {
      this.#takeTurn(next, end, done);
      if (performance.now() > end) break;
    }
    const failure = done.length > 0 ? this.#commit() : undefined;
    for (const { job, reply } of done) answer(job, failure ?? reply);
    if (this.#turns.length > 0) this.#schedule();
  }

  #takeTurn(connection: Connection, end: number, done: Done[]): void {
    const job = this.#jobs.get(connection)?.[0];
    if (!job) return;
    try {
      const reply = this.#advance(job, end);
      if (!reply) {
        this.#turns.push(connection);
        return;
      }
      // Not before the answer to a change that came earlier on the same connection.
      if (isRead(job.request.body) && !done.some((one) => one.job.connection === connection)) answer(job, reply);
      else done.push({ job, reply });
    } catch (error) {
      if (error instanceof HandOver) {
        this.#sendElsewhere(job);
        return;
      }
      done.push({ job, reply: errorReply(asStoreError(error)) });
    }
    this.#finish(connection);
  }

  /** The answer, or undefined when the time was up before it. */
  #advance(job: Job, end: number): Uint8Array | undefined {
    if (job.request.fault) throw job.request.fault;
    if (!job.steps) {
      const answer = this.#execute(job.request, job.connection);
      if (answer instanceof Uint8Array) return answer;
      job.steps = answer;
    }
    for (let count = 1; ; count++) {
      const step = job.steps.next();
      if (step.done) return step.value;
      if (count % 8 === 0 && performance.now() > end) return undefined;
    }
  }

  #sendElsewhere(job: Job): void {
    this.#elsewhere(job.request, job.connection)
      .catch((error: unknown) => writeReply(job.request, errorReply(asStoreError(error))))
      .then((reply) => {
        job.connection.send(reply);
        this.#finish(job.connection);
        this.#schedule();
      })
      .catch(() => job.connection.end());
  }

  #finish(connection: Connection): void {
    const jobs = this.#jobs.get(connection) ?? [];
    jobs.shift();
    if (jobs.length > 0) this.#turns.push(connection);
    else this.#jobs.delete(connection);
  }

  /** When the disk refuses, everything since the last commit is undone: commands in the middle of their steps fail as well. */
  #commit(): Uint8Array | undefined {
    if (!this.#transaction.writing) return undefined;
    try {
      this.#transaction.commit();
      return undefined;
    } catch (error) {
      const reply = errorReply(asStoreError(error));
      for (const [job] of this.#jobs.values()) if (job?.steps) job.steps = failed(reply);
      return reply;
    }
  }
}

function answer({ request, connection }: Job, reply: Uint8Array): void {
  if (request.answered) connection.send(writeReply(request, reply));
}

// biome-ignore lint/correctness/useYield: ends at its first step
function* failed(reply: Uint8Array): Steps<Uint8Array> {
  return reply;
}

export function asStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const text = error instanceof Error ? error.message : String(error);
  if (text.includes('no such table')) {
    return new StoreError(175, 'query plan killed :: collection or index dropped while the cursor was open');
  }
  return new StoreError(1, `Internal error of the embedded store: ${text}`);
}
