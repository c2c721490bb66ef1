import { createWriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { LIST_LIMITS, UnreadableList } from './sheet.ts';
import { checkZip, type ZipEntry } from './zip-check.ts';
import { nameOf } from './zip-names.ts';

/** A scan as the directory of its ZIP tells of it. `print` is the same for the same content under the same name. */
export type PackedScan = { name: string; bytes: number; print: string };

/** One list with its scans. */
export type ListPackage = { list: string; scans: PackedScan[] };

const LIST = /\.(?:csv|tsv|txt|xlsx|ods|json|ndjson|jsonl)$/iu;
const SCAN = /\.(?:jpe?g|png|webp|heic|heif|pdf)$/iu;
const PACKED = /\.(?:zip|rar|7z|gz|tgz|tar|xz|bz2)$/iu;
/** What systems put beside a folder's files when they pack it. */
const JUNK = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/iu;

/**
 * What a ZIP of one list and its scans holds, by its directory alone; null for a file that is none, such as a workbook, which is a ZIP
 * too. What is no such package, or would take too much room, is refused with the name of what is wrong.
 */
export async function readPackage(path: string): Promise<ListPackage | null> {
  if (!(await isZip(path))) return null;
  const all = await checkZip(path);
  const isDocument = all.some(({ name }) => name === 'xl/workbook.xml' || name === 'mimetype');
  const files = all.filter(({ name }) => !name.endsWith('/') && !JUNK.test(name));
  if (isDocument || files.length === 0) return null;
  const lists = files.filter(({ name }) => LIST.test(name));
  const scans = files.filter(({ name }) => SCAN.test(name));
  refuseOthers(files);
  const [list, ...more] = lists;
  if (!list) throw new UnreadableList('zip_no_list');
  if (more.length > 0) throw new UnreadableList('zip_several_lists', { names: namesOf(lists) });
  // A scan packed so is told of at its row; without the list there is nothing.
  if (!list.known) throw new UnreadableList('zip_method', { name: list.name.slice(-100) });
  if (list.bytes > LIST_LIMITS.bytes)
    throw new UnreadableList('too_large', { limitMb: LIST_LIMITS.bytes / 1024 / 1024 });
  return { list: list.name, scans: scans.map(({ name, bytes, crc }) => ({ name, bytes, print: `${crc}-${bytes}` })) };
}

function refuseOthers(files: readonly ZipEntry[]): void {
  for (const { name, bytes, encrypted } of files) {
    const values = { name: name.slice(-100) };
    if (encrypted) throw new UnreadableList('zip_password', values);
    if (PACKED.test(name)) throw new UnreadableList('zip_nested', values);
    if (LIST.test(name)) continue;
    if (!SCAN.test(name)) throw new UnreadableList('zip_other_file', values);
    if (bytes > LIST_LIMITS.scanBytes)
      throw new UnreadableList('zip_scan_too_large', { ...values, limitMb: LIST_LIMITS.scanBytes / 1024 / 1024 });
  }
}

const namesOf = (files: readonly ZipEntry[]): string =>
  files
    .slice(0, 5)
    .map(({ name }) => name.slice(-60))
    .join(', ');

async function isZip(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.readUInt32LE(0) === 0x04034b50;
  } finally {
    await file.close();
  }
}

/**
 * Unpacks some files of a ZIP, one after the other, each under a name of ours. No more is written than the directory claims. Of a file
 * that cannot be unpacked nothing stays; `unpacked` hears that it is `broken` and decides whether the others are worth having.
 */
export async function unpackFiles(
  path: string,
  files: ReadonlyMap<string, string>,
  unpacked: (name: string, broken: UnreadableList | null) => Promise<void>,
): Promise<void> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
  try {
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      const to = files.get(name);
      if (to !== undefined) await unpacked(name, await unpackOne(zip, entry, to));
    }
  } finally {
    zip.close();
  }
}

async function unpackOne(zip: ZipFile, entry: Entry, to: string): Promise<UnreadableList | null> {
  try {
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(to));
    return null;
  } catch (error) {
    await rm(to, { force: true });
    // A full disk is no fault of the file: there the work ends and is begun again later.
    if (isOfSystem(error)) throw error;
    return new UnreadableList('broken_file', {}, error);
  }
}

/** A call to the system that failed; what zlib finds wrong with a file has a code, too, and names no call. */
const isOfSystem = (error: unknown): boolean => error instanceof Error && 'syscall' in error;
