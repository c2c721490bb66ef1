import { parentPort, workerData } from 'node:worker_threads';
import { Cursors } from './commands/cursors.ts';
import { execute } from './execute.ts';
import { atOnce } from './steps.ts';
import { Engine } from './storage/engine.ts';
import { asStoreError } from './wire/command-queue.ts';
import { errorReply, readMessage, writeReply } from './wire/message.ts';

/** A request for the reading thread, and its answer, by number. */
export type ReaderTask = { number: number; connectionId: number; message: Uint8Array };
export type ReaderAnswer = { number: number; reply: Uint8Array };

const HOUSEKEEPING_MS = 30_000;

/**
 * The thread for long reads and open cursors. It has its own connection to the same documents (SQLite's log lets it read while the
 * other thread writes), so a report over all soldiers delays nobody's page.
 */
const engine = new Engine(String(workerData), { readOnly: true });
const cursors = new Cursors(Date.now, true);
setInterval(() => cursors.closeIdle(), HOUSEKEEPING_MS).unref();

parentPort?.on('message', (task: ReaderTask | 'stop') => {
  if (task === 'stop') {
    engine.close();
    parentPort?.close();
    return;
  }
  const reply = answer(task);
  parentPort?.postMessage({ number: task.number, reply } satisfies ReaderAnswer, [reply.buffer]);
});

function answer({ message, connectionId }: ReaderTask): Uint8Array<ArrayBuffer> {
  const request = readMessage(Buffer.from(message.buffer, message.byteOffset, message.length));
  let document: Uint8Array;
  try {
    engine.refresh();
    const reply = execute(request, connectionId, { engine, cursors, patience: () => undefined });
    document = reply instanceof Uint8Array ? reply : atOnce(reply);
  } catch (error) {
    document = errorReply(asStoreError(error));
  }
  // A copy with memory of its own, which can be given away instead of copied again.
  return new Uint8Array(writeReply(request, document));
}
