import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { mongo } from 'mongoose';
import tar from 'tar-stream';
import type { FileDisk } from '../files/file-disk.ts';
import { EXACT, toLine } from './document-lines.ts';
import { MANIFEST, type Manifest, requireRestorable } from './manifest.ts';

export type BackupSource = { db: mongo.Db; disk: FileDisk; now: Date };

/**
 * Writes everything into one archive: `manifest.json`, then each collection as lines of extended JSON, then each file by its
 * hash. The archive appears under its name only when it is complete. Reading takes no lock: a document that is written
 * meanwhile may be in it or not.
 */
export async function writeBackup({ db, disk, now }: BackupSource, target: string): Promise<Manifest> {
  const folder = await mkdtemp(join(dirname(target), '.amanat-backup-'));
  const part = join(folder, 'archive');
  try {
    const manifest: Manifest = {
      format: 'amanat-backup',
      version: 1,
      createdAt: now.toISOString(),
      collections: await spoolCollections(db, folder),
      files: await listFiles(disk),
    };
    await writeArchive(manifest, { folder, disk, part });
    await flush(part);
    await rename(part, target);
    return manifest;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** An archive names the size of an entry before its content, so each collection is first written beside it. */
async function spoolCollections(db: mongo.Db, folder: string): Promise<Manifest['collections']> {
  const listed = await db.listCollections({}, { nameOnly: true }).toArray();
  const names = listed.map(({ name }) => name).filter((name) => !name.startsWith('system.'));
  requireRestorable(names);
  const collections: Manifest['collections'] = {};
  for (const name of names.sort()) {
    const path = join(folder, name);
    const hash = createHash('sha256');
    let documents = 0;
    const cursor = db.collection(name).find({}, { ...EXACT, sort: { _id: 1 }, batchSize: 1000 });
    async function* lines() {
      for await (const document of cursor) {
        const line = toLine(document);
        documents += 1;
        hash.update(line);
        yield line;
      }
    }
    await pipeline(Readable.from(lines(), { objectMode: false }), createWriteStream(path, { mode: 0o600 }));
    collections[name] = { documents, bytes: (await stat(path)).size, sha256: hash.digest('hex') };
  }
  return collections;
}

async function listFiles(disk: FileDisk): Promise<Manifest['files']> {
  const files: Manifest['files'] = {};
  for await (const sha256 of disk.list()) files[sha256] = { bytes: (await stat(disk.path(sha256))).size };
  return files;
}

type ArchiveParts = { folder: string; disk: FileDisk; part: string };

async function writeArchive(manifest: Manifest, { folder, disk, part }: ArchiveParts): Promise<void> {
  const pack = tar.pack();
  const written = pipeline(pack, createGzip(), createWriteStream(part, { mode: 0o600 }));
  const add = async (name: string, size: number, content: Readable) => {
    // A stream of the same shape as node's own, though its types do not say so.
    const entry = pack.entry({ name, size, mode: 0o600 }) as unknown as NodeJS.WritableStream;
    await pipeline(content, entry);
  };
  const filled = async () => {
    const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
    await add(MANIFEST, text.length, Readable.from([text]));
    for (const [name, { bytes }] of Object.entries(manifest.collections)) {
      await add(`collections/${name}.ndjson`, bytes, createReadStream(join(folder, name)));
    }
    for (const [sha256, { bytes }] of Object.entries(manifest.files)) {
      await add(`files/${sha256}`, bytes, disk.read(sha256));
    }
    pack.finalize();
  };
  await Promise.all([written, filled()]);
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
