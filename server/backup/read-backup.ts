import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { mongo } from 'mongoose';
import tar from 'tar-stream';
import { AppError } from '../errors.ts';
import type { FileDisk } from '../files/file-disk.ts';
import { fromLine } from './document-lines.ts';
import { damaged, type EntryName, entryName, type Manifest, manifestSchema } from './manifest.ts';

export type RestoreTarget = { db: mongo.Db; disk: FileDisk };

const BATCH = 1000;
const MANIFEST_BYTES = 64 * 1024 * 1024;

/** Reads the whole archive and compares every count and hash with its manifest. Writes nothing. */
export async function checkBackup(archive: string): Promise<Manifest> {
  let manifest: Manifest | null = null;
  const missing = new Set<string>();
  await eachEntry(archive, async (name, content) => {
    if (name.kind === 'manifest') {
      manifest = await readManifest(content);
      for (const key of keysOf(manifest)) missing.add(key);
      return;
    }
    if (manifest === null) throw damaged('it does not begin with its manifest');
    await checkEntry(manifest, name, content);
    if (!missing.delete(keyOf(name))) throw damaged(`it holds ${keyOf(name)} twice`);
  });
  if (manifest === null) throw damaged('it has no manifest');
  if (missing.size > 0) throw damaged(`${missing.size} of its parts are missing`);
  return manifest;
}

/** Writes what `checkBackup` accepted. The documents come back with the types they had. */
export async function restoreBackup(archive: string, { db, disk }: RestoreTarget): Promise<void> {
  await eachEntry(archive, async (name, content) => {
    if (name.kind === 'collection') await restoreCollection(db.collection(name.name), content);
    else if (name.kind === 'file') await restoreFile(disk, name.sha256, content);
    else for await (const _piece of content);
  });
}

/** @throws AppError `conflict` when the store or the folder of files holds anything already. */
export async function requireEmpty({ db, disk }: RestoreTarget): Promise<void> {
  for await (const _file of disk.list()) throw notEmpty('files');
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray()) {
    if ((await db.collection(name).findOne({}, { projection: { _id: 1 } })) !== null) throw notEmpty(name);
  }
}

/** Makes room for a backup that replaces everything. Indexes stay. */
export async function removeEverything({ db, disk }: RestoreTarget): Promise<void> {
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray()) {
    await db.collection(name).deleteMany({});
  }
  for await (const sha256 of disk.list()) await disk.remove(sha256);
}

function notEmpty(what: string): AppError {
  return new AppError('conflict', `There is something in this store already (${what}). Add --replace to lose it.`);
}

async function eachEntry(
  archive: string,
  handle: (name: EntryName, content: Readable) => Promise<void>,
): Promise<void> {
  const extract = tar.extract();
  const unpacked = pipeline(createReadStream(archive), createGunzip(), extract);
  // Waited for below; a broken archive must not end the process before that.
  unpacked.catch(() => undefined);
  try {
    for await (const entry of extract) {
      await handle(entryName(entry.header.name), Readable.from(entry, { objectMode: false }));
    }
    await unpacked;
  } catch (error) {
    extract.destroy();
    throw error instanceof AppError ? error : damaged('it is no archive or is cut off', error);
  }
}

async function readManifest(content: Readable): Promise<Manifest> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of content) {
    bytes += piece.length;
    if (bytes > MANIFEST_BYTES) throw damaged('its manifest is too long');
    pieces.push(piece);
  }
  const read = manifestSchema.safeParse(parseJson(Buffer.concat(pieces).toString('utf8')));
  if (!read.success) throw damaged('its manifest is not one of this site');
  return read.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function checkEntry(manifest: Manifest, name: Exclude<EntryName, { kind: 'manifest' }>, content: Readable) {
  const hash = createHash('sha256');
  let lines = 0;
  for await (const piece of content) {
    hash.update(piece);
    for (const byte of piece) if (byte === 10) lines += 1;
  }
  const sha256 = hash.digest('hex');
  if (name.kind === 'file') {
    if (sha256 !== name.sha256) throw damaged(`the file ${name.sha256} is not what it was`);
    return;
  }
  const promised = manifest.collections[name.name];
  if (promised?.sha256 !== sha256) throw damaged(`the collection ${name.name} is not what it was`);
  if (promised.documents !== lines) throw damaged(`the collection ${name.name} has not as many documents as it had`);
}

async function restoreCollection(collection: mongo.Collection, content: Readable): Promise<void> {
  let batch: mongo.BSON.Document[] = [];
  const write = async () => {
    if (batch.length > 0) await collection.insertMany(batch, { ordered: false });
    batch = [];
  };
  for await (const line of createInterface({ input: content, crlfDelay: Number.POSITIVE_INFINITY })) {
    batch.push(fromLine(line));
    if (batch.length >= BATCH) await write();
  }
  await write();
}

async function restoreFile(disk: FileDisk, sha256: string, content: Readable): Promise<void> {
  const path = join(disk.incomingDir, `restore-${sha256}`);
  await pipeline(content, createWriteStream(path, { mode: 0o600 }));
  await disk.keep(path);
}

function keysOf({ collections, files }: Manifest): string[] {
  return [
    ...Object.keys(collections).map((name) => keyOf({ kind: 'collection', name })),
    ...Object.keys(files).map((sha256) => keyOf({ kind: 'file', sha256 })),
  ];
}

function keyOf(name: Exclude<EntryName, { kind: 'manifest' }>): string {
  return name.kind === 'file' ? `the file ${name.sha256}` : `the collection ${name.name}`;
}
