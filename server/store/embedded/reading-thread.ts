import type { Worker } from 'node:worker_threads';
import { startWorker } from '../../worker-thread.ts';
import type { ReaderAnswer, ReaderTask } from './reader.ts';
import { StoreError } from './store-error.ts';
import type { Connection } from './wire/connection.ts';
import type { Request } from './wire/message.ts';

type Waiting = { resolve: (reply: Buffer) => void; reject: (error: Error) => void };

/** The other end of `reader.ts`. Started with the first long read: many processes (tests, commands) never need it. */
export class ReadingThread {
  readonly #folder: string;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #lastNumber = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  ask(request: Request, connection: Connection): Promise<Buffer> {
    const worker = this.#started();
    this.#lastNumber += 1;
    const number = this.#lastNumber;
    const task: ReaderTask = { number, connectionId: connection.id, message: new Uint8Array(request.message) };
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      worker.postMessage(task);
    });
  }

  async stop(): Promise<void> {
    const worker = this.#worker;
    if (!worker) return;
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    worker.postMessage('stop');
    await ended;
  }

  #started(): Worker {
    if (this.#worker) return this.#worker;
    const worker = startWorker(import.meta.url, './reader', { workerData: this.#folder });
    this.#worker = worker;
    worker.on('message', ({ number, reply }: ReaderAnswer) => {
      const waiting = this.#waiting.get(number);
      this.#waiting.delete(number);
      waiting?.resolve(Buffer.from(reply.buffer, reply.byteOffset, reply.length));
    });
    worker.on('error', (error) => this.#gone(error.message));
    worker.on('exit', () => this.#gone('it has stopped'));
    return worker;
  }

  /** Whoever waits is told; the next long read starts a new thread. */
  #gone(reason: string): void {
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) {
      reject(new StoreError(91, `The reading thread of the embedded store cannot answer: ${reason}`));
    }
    this.#waiting.clear();
  }
}
