import { rmSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { type FolderLock, takeFolder } from './folder-lock.ts';
import { type ServedStore, serve } from './serve.ts';
import type { Address } from './wire/store-server.ts';

/** What the thread is started with, and what it answers. */
export type WorkerTask = { folder: string; address: Address; pid: number };
export type WorkerNews = { kind: 'ready'; uri: string } | { kind: 'in-use' } | { kind: 'failed'; message: string };

const tell = (news: WorkerNews): void => parentPort?.postMessage(news);

async function start({ folder, address, pid }: WorkerTask): Promise<void> {
  const lock = takeFolder(folder);
  if (!lock) {
    tell({ kind: 'in-use' });
    parentPort?.close();
    return;
  }
  if ('socketPath' in address) rmSync(address.socketPath, { force: true });
  const store = await serve(folder, address);
  const uri = 'socketPath' in address ? uriOfSocket(address.socketPath) : `mongodb://127.0.0.1:${store.port}/`;
  lock.announce({ pid, uri, socketPath: 'socketPath' in address ? address.socketPath : undefined });
  parentPort?.once('message', () => void stop(store, lock, address));
  tell({ kind: 'ready', uri });
}

const uriOfSocket = (path: string): string => `mongodb://${encodeURIComponent(path)}/`;

async function stop(store: ServedStore, lock: FolderLock, address: Address): Promise<void> {
  await store.close();
  // Before the lock goes: afterwards the socket of that name may be the next owner's.
  if ('socketPath' in address) rmSync(address.socketPath, { force: true });
  lock.release();
  parentPort?.close();
}

start(workerData as WorkerTask).catch((error: unknown) => {
  tell({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  parentPort?.close();
});
