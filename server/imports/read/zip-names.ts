import { crc32 } from 'node:zlib';
import iconv from 'iconv-lite';
import type { Entry } from 'yauzl';

const UTF8_FLAG = 0x800;
/** The field in which Windows programs put the name in UTF-8, beside one of an old code page. */
const UNICODE_PATH = 0x7075;

/**
 * The name of a file in a ZIP. Old Windows packs Russian names in cp866 and says so nowhere; yauzl has looked at the name already:
 * it leads out of no folder.
 */
export function nameOf(entry: Entry): string {
  const { fileName, fileNameRaw, generalPurposeBitFlag } = entry;
  const isPlain = fileNameRaw.every((byte) => byte < 0x80);
  if (isPlain || saysUnicode(entry) || (generalPurposeBitFlag & UTF8_FLAG) !== 0) return fileName.normalize('NFC');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw).normalize('NFC');
  } catch {
    // A byte of cp866 is never a slash or a dot: the folders stay what they were.
    return iconv.decode(fileNameRaw, 'cp866').replaceAll('\\', '/');
  }
}

/** Whether yauzl took the name from that field: it holds for this name only, which its checksum says. */
function saysUnicode({ extraFields, fileNameRaw }: Entry): boolean {
  return extraFields.some(
    ({ id, data }) =>
      id === UNICODE_PATH && data.length > 5 && data[0] === 1 && data.readUInt32LE(1) === crc32(fileNameRaw),
  );
}
