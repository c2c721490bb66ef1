import { type Entry, openPromise } from 'yauzl';
import { LIST_LIMITS, UnreadableList } from './sheet.ts';

export type ZipEntry = { name: string; bytes: number };

/** A real workbook packs to a tenth; a bomb to a thousandth. */
const MOST_PACKED = 200;
const SMALL = 10 * 1024 * 1024;

/**
 * The names and sizes in a ZIP or XLSX, read from its directory alone: nothing is unpacked before its size is known.
 * Refuses what claims, or would take, more room than a list does.
 */
export async function checkZip(path: string): Promise<ZipEntry[]> {
  const zip = await openZip(path);
  const entries: ZipEntry[] = [];
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize;
      if (total > LIST_LIMITS.unpackedBytes || isBomb(entry)) {
        throw new UnreadableList('too_large', { limitMb: LIST_LIMITS.unpackedBytes / 1024 / 1024 });
      }
      entries.push({ name: entry.fileName, bytes: entry.uncompressedSize });
    }
  } catch (error) {
    throw error instanceof UnreadableList ? error : new UnreadableList('broken_file', {}, error);
  } finally {
    zip.close();
  }
  return entries;
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
