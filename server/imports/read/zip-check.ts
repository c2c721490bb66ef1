import { type Entry, openPromise } from 'yauzl';
import { LIST_LIMITS, UnreadableList } from './sheet.ts';
import { nameOf } from './zip-names.ts';

/** `known`: it is packed by a method that can be unpacked here. */
export type ZipEntry = { name: string; bytes: number; crc: number; encrypted: boolean; known: boolean };

/** A real workbook packs to a tenth; a bomb to a thousandth. */
const MOST_PACKED = 200;
const SMALL = 10 * 1024 * 1024;
/** Stored and Deflate, by the numbers of the ZIP; Windows takes Deflate64 for large files, other programs LZMA. */
const METHODS: ReadonlySet<number> = new Set([0, 8]);

/**
 * The names and sizes in a ZIP or XLSX, read from its directory alone: nothing is unpacked before its size is known.
 * Refuses what claims, or would take, more room than a list does.
 */
export async function checkZip(path: string): Promise<ZipEntry[]> {
  const zip = await openZip(path);
  const entries: ZipEntry[] = [];
  let total = 0;
  try {
    if (zip.entryCount > LIST_LIMITS.zipEntries)
      throw new UnreadableList('too_many_entries', { limit: LIST_LIMITS.zipEntries });
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize;
      if (total > LIST_LIMITS.unpackedBytes || isBomb(entry)) {
        throw new UnreadableList('too_large', { limitMb: LIST_LIMITS.unpackedBytes / 1024 / 1024 });
      }
      const { uncompressedSize: bytes, crc32: crc } = entry;
      const known = METHODS.has(entry.compressionMethod);
      entries.push({ name: nameOf(entry), bytes, crc, encrypted: entry.isEncrypted(), known });
    }
  } catch (error) {
    throw error instanceof UnreadableList ? error : refusedEntry(error);
  } finally {
    zip.close();
  }
  return entries;
}

/** A name that leads out of the folder ("../", "C:\\") is a trick, or a packer gone wrong. */
function refusedEntry(error: unknown): UnreadableList {
  const isPath =
    error instanceof Error && /relative path|absolute path|invalid characters in fileName/.test(error.message);
  return new UnreadableList(isPath ? 'zip_paths' : 'broken_file', {}, error);
}

async function openZip(path: string) {
  try {
    return await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
  } catch (error) {
    throw new UnreadableList('broken_file', {}, error);
  }
}

function isBomb(entry: Entry): boolean {
  return entry.uncompressedSize > SMALL && entry.uncompressedSize > entry.compressedSize * MOST_PACKED;
}
