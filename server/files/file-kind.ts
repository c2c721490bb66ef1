import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';

/** What a file is by its content. Its name and the type the sender claims are not looked at. */
export type FileKind = 'picture' | 'heic' | 'pdf' | 'text' | 'workbook' | 'zip' | 'empty' | 'other';

const KINDS: Readonly<Record<string, FileKind>> = {
  'image/jpeg': 'picture',
  'image/png': 'picture',
  'image/webp': 'picture',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'workbook',
  'application/vnd.oasis.opendocument.spreadsheet': 'workbook',
};

/** Two letters are enough to be taken for these, so a list that begins with such a word is looked at twice. */
const WEAK_SIGNS = new Set(['image/bmp', 'application/x-msdownload']);
/** Excel's "Unicode text" begins with this; an MPEG frame may, too, but nobody sends those as a list. */
const isUtf16 = (start: Uint8Array): boolean => start[0] === 0xff && start[1] === 0xfe;
const LOOK_BYTES = 4096;

export async function fileKind(path: string): Promise<FileKind> {
  const start = await firstBytes(path);
  if (start.length === 0) return 'empty';
  if (isUtf16(start)) return 'text';
  const found = await fileTypeFromFile(path);
  if (!found) return 'text';
  if (WEAK_SIGNS.has(found.mime) && !start.includes(0)) return 'text';
  return KINDS[found.mime] ?? 'other';
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LOOK_BYTES), 0, LOOK_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
