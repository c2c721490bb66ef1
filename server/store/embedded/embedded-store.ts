import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { AppError } from '../../errors.ts';
import { startWorker } from '../../worker-thread.ts';
import { readOwner } from './folder-lock.ts';
import type { Address } from './wire/store-server.ts';
import type { WorkerNews, WorkerTask } from './worker.ts';

/** A running embedded store. `closed` settles when its thread has ended, for whatever reason. */
export type EmbeddedStore = { uri: string; close: () => Promise<void>; closed: Promise<void> };

/** A unix socket's path has room for 107 bytes on Linux and 103 on macOS. */
const LONGEST_SOCKET_PATH = 100;

/**
 * Starts the store of a folder in a thread of its own and waits until it serves. With `port` it listens on loopback, else on a unix
 * socket in the folder. Throws `data_folder_in_use` when another living process owns the folder.
 */
export async function startEmbeddedStore(folder: string, options: { port?: number } = {}): Promise<EmbeddedStore> {
  const socket = options.port === undefined ? socketFor(folder) : undefined;
  const address: Address = socket ? { socketPath: socket.path } : { port: options.port ?? 0 };
  const task: WorkerTask = { folder, address, pid: process.pid };
  const worker = startWorker(import.meta.url, './worker', { workerData: task });
  const closed = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      socket?.forget();
      resolve();
    });
  });
  const uri = await readyUri(worker, folder);
  return {
    uri,
    closed,
    close: async () => {
      worker.postMessage('stop');
      await closed;
    },
  };
}

function readyUri(worker: Worker, folder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => reject(new AppError('store_down', 'The embedded store stopped before it was ready')));
    worker.once('message', (news: WorkerNews) => {
      if (news.kind === 'ready') resolve(news.uri);
      else if (news.kind === 'in-use') reject(folderInUse(folder));
      else reject(new AppError('store_down', `The embedded store could not be opened: ${news.message}`));
    });
  });
}

export function folderInUse(folder: string): AppError {
  const owner = readOwner(folder);
  const who = owner ? `process ${owner.pid}` : 'another process';
  return new AppError(
    'data_folder_in_use',
    `The data folder ${folder} is in use by ${who}. Stop it first, or set DATA_DIR to another folder.`,
    { details: { folder, ...(owner && { pid: owner.pid }) } },
  );
}

/**
 * In the folder itself, or in a private folder for temporary files when that path would be too long for a socket. The socket in the
 * folder belongs to whoever owns the folder: the thread that has the lock removes it before it lets go, nobody else does.
 */
function socketFor(folder: string): { path: string; forget: () => void } {
  const own = join(folder, 'store.sock');
  if (Buffer.byteLength(own) <= LONGEST_SOCKET_PATH) return { path: own, forget: () => undefined };
  const path = join(mkdtempSync(join(tmpdir(), 'amanat-')), 'store.sock');
  return { path, forget: () => rmSync(dirname(path), { recursive: true, force: true }) };
}
