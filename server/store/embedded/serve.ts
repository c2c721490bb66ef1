import { Cursors } from './commands/cursors.ts';
import { execute } from './execute.ts';
import { freshPatience } from './hand-over.ts';
import { ReadingThread } from './reading-thread.ts';
import { Engine } from './storage/engine.ts';
import { CommandQueue } from './wire/command-queue.ts';
import { type Address, listen } from './wire/store-server.ts';
import { expireDocuments } from './write/expire-documents.ts';

/** How often expired documents (TTL indexes) are removed. MongoDB does it once a minute. */
const HOUSEKEEPING_MS = 5_000;

export type ServedStore = { port: number | undefined; close: () => Promise<void> };

/**
 * Opens the documents of a folder and serves them at an address until it is closed. This thread writes, and answers short reads; long
 * reads and cursors go to a second one.
 */
export async function serve(folder: string, address: Address): Promise<ServedStore> {
  const engine = new Engine(folder);
  const reader = new ReadingThread(folder);
  const part = { engine, cursors: new Cursors(Date.now, false), patience: freshPatience };
  const queue = new CommandQueue(
    (request, connection) => execute(request, connection.id, part),
    engine,
    (request, connection) => reader.ask(request, connection),
  );
  const server = await listen(address, (request, connection) => queue.add(request, connection));
  const housekeeping = setInterval(() => {
    // Not between the steps of a command: its writes would be committed, or lost, without its knowing.
    if (queue.idle) expireQuietly(engine);
  }, HOUSEKEEPING_MS);
  return {
    port: server.port,
    close: async () => {
      clearInterval(housekeeping);
      await server.close();
      await reader.stop();
      engine.close();
    },
  };
}

/** A full disk must not end the thread: what could not be removed now is tried again the next time. */
function expireQuietly(engine: Engine): void {
  try {
    expireDocuments(engine, new Date());
  } catch {
    engine.rollback();
  }
}
