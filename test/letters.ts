import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type ReadLetter = { to: string; subject: string; text: string; headers: Record<string, string> };

/** The letters in the outbox of a data folder, in the order of their names. */
export async function outbox(dataDir: string): Promise<ReadLetter[]> {
  const folder = join(dataDir, 'outbox');
  const names = (await readdir(folder).catch(() => [])).sort();
  return Promise.all(names.map(async (name) => readLetter(await readFile(join(folder, name)))));
}

/** A letter as a mail program would show it. */
export function readLetter(source: Buffer): ReadLetter {
  const [head = '', ...rest] = source.toString('latin1').split('\r\n\r\n');
  const headers = Object.fromEntries(
    head
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const body = rest.join('\r\n\r\n');
  const bytes = headers['content-transfer-encoding'] === 'base64' ? Buffer.from(body, 'base64') : quotedPrintable(body);
  return { to: headers.to ?? '', subject: words(headers.subject ?? ''), text: bytes.toString('utf8'), headers };
}

function quotedPrintable(text: string): Buffer {
  const joined = text.replace(/=\r\n/g, '');
  return Buffer.from(
    joined.replace(/=([0-9A-F]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

/** RFC 2047, as headers carry letters other than Latin ones. */
function words(text: string): string {
  return text
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_whole, kind: string, coded: string) =>
      (kind.toUpperCase() === 'B'
        ? Buffer.from(coded, 'base64')
        : quotedPrintable(coded.replaceAll('_', ' '))
      ).toString('utf8'),
    );
}

/** The first address in a text that leads to this part of the site. */
export function addressIn(text: string, part: string): string {
  const found = new RegExp(`https?://\\S*?(/(?:kk|ru|en)/${part}/\\S+)`).exec(text)?.[1];
  if (found === undefined) throw new Error(`no address of ${part} in the letter`);
  return found;
}
