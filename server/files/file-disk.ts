import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Contents by their hash: the same photograph sent twice is kept once, and a damaged one is noticed. */
export type FileDisk = {
  /** Where uploads are written before anybody looked at them. On the same disk, so that keeping one is a rename. */
  readonly incomingDir: string;
  /** Makes the folders and clears away uploads that a crash left behind, older than this. */
  prepare(olderThan: Date): Promise<void>;
  /** Takes a file over and returns the hash it is kept under. It is on the disk for good when this returns. */
  keep(path: string): Promise<string>;
  read(sha256: string): Readable;
  /** Where the content lies, for readers that need a path. Never to be changed. */
  path(sha256: string): string;
  has(sha256: string): Promise<boolean>;
  remove(sha256: string): Promise<void>;
  /** All hashes kept, in any order. */
  list(): AsyncIterable<string>;
};

const SHA256 = /^[0-9a-f]{64}$/;

export function createFileDisk(root: string): FileDisk {
  const incomingDir = join(root, 'incoming');
  // Folders of 256, so that no folder grows to a hundred thousand entries.
  const folderOf = (sha256: string) => join(root, sha256.slice(0, 2));
  const pathOf = (sha256: string) => {
    if (!SHA256.test(sha256)) throw new TypeError('This is no SHA-256');
    return join(folderOf(sha256), sha256);
  };
  return {
    incomingDir,
    async prepare(olderThan) {
      await mkdir(incomingDir, { recursive: true });
      for (const name of await readdir(incomingDir)) {
        const path = join(incomingDir, name);
        if ((await stat(path)).mtime < olderThan) await rm(path, { force: true });
      }
    },
    async keep(path) {
      const sha256 = await hashOf(path);
      await flush(path);
      await mkdir(folderOf(sha256), { recursive: true });
      await rename(path, pathOf(sha256));
      return sha256;
    },
    read: (sha256) => createReadStream(pathOf(sha256)),
    path: pathOf,
    has: (sha256) =>
      access(pathOf(sha256)).then(
        () => true,
        () => false,
      ),
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
    list: () => listHashes(root),
  };
}

/** The SHA-256 of a file as hex, read piece by piece. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function* listHashes(root: string): AsyncIterable<string> {
  for (const folder of await readdir(root).catch(() => [])) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue;
    for (const name of await readdir(join(root, folder))) if (SHA256.test(name)) yield name;
  }
}
