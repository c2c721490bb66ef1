import { chmodSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { Connection } from './connection.ts';
import type { Request } from './message.ts';

/** Where to listen: a unix socket (only this user may open it), or a port on loopback (0: any free one). */
export type Address = { socketPath: string } | { port: number };

export type RunningServer = { port: number | undefined; close: () => Promise<void> };

/** Accepts drivers and hands their requests on. */
export async function listen(
  address: Address,
  onRequest: (request: Request, connection: Connection) => void,
): Promise<RunningServer> {
  const open = new Set<Socket>();
  let lastId = 0;
  const server = createServer((socket) => {
    open.add(socket);
    lastId += 1;
    new Connection(lastId, socket, onRequest);
    socket.on('close', () => open.delete(socket));
  });
  await started(server, address);
  if ('socketPath' in address) chmodSync(address.socketPath, 0o600);
  const bound = server.address();
  return {
    port: typeof bound === 'object' && bound ? bound.port : undefined,
    close: () => closed(server, open),
  };
}

function started(server: Server, address: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const where = 'socketPath' in address ? { path: address.socketPath } : { port: address.port, host: '127.0.0.1' };
    server.listen(where, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function closed(server: Server, open: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of open) socket.destroy();
  });
}
