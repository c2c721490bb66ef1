import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';

/** Who owns a data folder and how to reach it: read by commands that run beside the site. */
export type Owner = { pid: number; uri: string; socketPath?: string | undefined };

export type FolderLock = { announce: (owner: Owner) => void; release: () => void };

const ownerFile = (folder: string): string => join(folder, 'owner.json');

/**
 * Takes a folder for this process, or gives undefined when another living process has it. The proof of life is a lock of the operating
 * system on `owner.lock` (through SQLite, which also keeps two openings in one process apart): it ends with the process however that
 * ends, so nothing stale can be left behind and no pid has to be believed.
 */
export function takeFolder(folder: string): FolderLock | undefined {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = new Database(join(folder, 'owner.lock'), { timeout: 0 });
  try {
    file.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) return undefined;
    throw error;
  }
  forgetFormerOwner(folder);
  return {
    announce: (owner) => writeFileSync(ownerFile(folder), `${JSON.stringify(owner)}\n`, { mode: 0o600 }),
    release: () => {
      rmSync(ownerFile(folder), { force: true });
      file.exec('ROLLBACK');
      file.close();
    },
  };
}

/** One that was killed could not clean up: its address would mislead who wants to join, its socket would be in the way. */
function forgetFormerOwner(folder: string): void {
  const former = readOwner(folder);
  if (former?.socketPath) rmSync(former.socketPath, { force: true });
  rmSync(ownerFile(folder), { force: true });
}

/** What the owner said of itself; undefined when there is none, or it has not said so yet. */
export function readOwner(folder: string): Owner | undefined {
  try {
    const owner: unknown = JSON.parse(readFileSync(ownerFile(folder), 'utf8'));
    return isOwner(owner) ? owner : undefined;
  } catch {
    return undefined;
  }
}

const isOwner = (value: unknown): value is Owner =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Partial<Owner>).pid === 'number' &&
  typeof (value as Partial<Owner>).uri === 'string';
