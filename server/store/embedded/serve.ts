import { randomBytes } from 'node:crypto';
import { Binary } from 'bson';
import { writeDoc } from './bson-form.ts';
import type { CommandContext } from './commands/command.ts';
import { Cursors } from './commands/cursors.ts';
import { commandFor } from './commands/registry.ts';
import { Engine } from './storage/engine.ts';
import { CommandQueue } from './wire/command-queue.ts';
import type { Connection } from './wire/connection.ts';
import type { Request } from './wire/message.ts';
import { type Address, listen } from './wire/store-server.ts';
import { expireDocuments } from './write/expire-documents.ts';

/** How often expired documents (TTL indexes) are removed and idle cursors closed. MongoDB does it once a minute. */
const HOUSEKEEPING_MS = 5_000;

export type ServedStore = { port: number | undefined; close: () => Promise<void> };

/** Opens the documents of a folder and serves them at an address until it is closed. */
export async function serve(folder: string, address: Address): Promise<ServedStore> {
  const engine = new Engine(folder);
  const cursors = new Cursors(Date.now);
  const queue = new CommandQueue((request, connection) => execute(request, connection, { engine, cursors }), engine);
  const server = await listen(address, (request, connection) => queue.add(request, connection));
  const housekeeping = setInterval(() => {
    cursors.closeIdle();
    expireDocuments(engine, new Date());
  }, HOUSEKEEPING_MS);
  return {
    port: server.port,
    close: async () => {
      clearInterval(housekeeping);
      await server.close();
      engine.close();
    },
  };
}

function execute(request: Request, connection: Connection, store: { engine: Engine; cursors: Cursors }): Uint8Array {
  const { body } = request;
  const context: CommandContext = {
    ...store,
    database: typeof body.$db === 'string' ? body.$db : 'test',
    connectionId: connection.id,
    now: new Date(),
    newUuid: () => new Binary(randomBytes(16), Binary.SUBTYPE_UUID),
    lists: request.lists,
  };
  const reply = commandFor(body)(body, context);
  return reply instanceof Uint8Array ? reply : writeDoc(reply);
}
