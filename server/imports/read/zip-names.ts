import iconv from 'iconv-lite';
import type { Entry } from 'yauzl';

const UTF8_FLAG = 0x800;

/**
 * The name of a file in a ZIP. Old Windows packs Russian names in cp866 and says so nowhere; yauzl has looked at the name already:
 * it leads out of no folder.
 */
export function nameOf({ fileName, fileNameRaw, generalPurposeBitFlag }: Entry): string {
  const isPlain = fileNameRaw.every((byte) => byte < 0x80);
  if (isPlain || (generalPurposeBitFlag & UTF8_FLAG) !== 0) return fileName.normalize('NFC');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw).normalize('NFC');
  } catch {
    // A byte of cp866 is never a slash or a dot: the folders stay what they were.
    return iconv.decode(fileNameRaw, 'cp866').replaceAll('\\', '/');
  }
}
