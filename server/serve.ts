import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Site } from './compose.ts';
import { AppError } from './errors.ts';
import { answerTooLong, HEADER_BYTES } from './http/too-long.ts';

/** Open connections get this long to finish what they are about; an import goes on by its lease anyway. */
const PATIENCE_MS = 10_000;
const LOOK_MS = 50;

export type Serving = {
  port: number;
  /** Answers 503 on /ready, takes no new connections, waits for the open ones, then closes everything in order. */
  stop(): Promise<void>;
};

/** Listens. @throws AppError `bad_configuration` when the port is taken. */
export async function serve(site: Site): Promise<Serving> {
  const server = createServer({ maxHeaderSize: HEADER_BYTES }, site.app);
  server.on('clientError', answerTooLong(site.errorPage));
  // A telephone on a weak line needs its time for a photograph; node's own limit of five minutes is for the whole request.
  server.requestTimeout = 15 * 60_000;
  await listen(server, site.config.port);
  await site.start();
  const { port } = server.address() as AddressInfo;
  site.log.info({ port, store: site.store.kind }, 'listening');
  let stopped: Promise<void> | null = null;
  return {
    port,
    stop() {
      stopped ??= shutDown(server, site);
      return stopped;
    },
  };
}

/** The first signal ends orderly, a second one at once. */
export function stopOnSignals(serving: Serving): void {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  let asked = false;
  for (const signal of signals) {
    process.on(signal, () => {
      if (asked) process.exit(1);
      asked = true;
      void serving.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(taken ? new AppError('bad_configuration', `Port ${port} is taken; choose another with PORT`) : error);
    });
    server.listen(port, resolve);
  });
}

async function shutDown(server: Server, site: Site): Promise<void> {
  site.announceStop();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // Idle keep-alive connections would hold `close` up for seconds; new ones become idle as their answers end.
  const idle = setInterval(() => server.closeIdleConnections(), LOOK_MS);
  const impatient = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
  server.closeIdleConnections();
  await closed;
  clearInterval(idle);
  clearTimeout(impatient);
  await site.stop();
  site.log.info({}, 'stopped');
}
