import type { Duplex } from 'node:stream';
import { type Language, languages } from '../../client/messages/translate.ts';
import type { RenderErrorPage } from './error-handler.ts';

/**
 * Room for an address and cookies. A Cyrillic letter in an address takes six bytes, so Node's own 16 kB end at 2,700 letters with a bare
 * status, where the page itself would say what is wrong. Less than Node reads at once (64 kB): what is longer then mostly still begins
 * with the language of the address.
 */
export const HEADER_BYTES = 60 * 1024;

/** What Node answers by itself to what is no HTTP, or does not end. */
const REFUSED: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
};

/** Answers what is longer still with a page of ours; everything else is refused as Node does. */
export function answerTooLong(renderErrorPage: RenderErrorPage) {
  return (error: ClientError, socket: Duplex): void => {
    if (!socket.writable) return void socket.destroy();
    const { code = '' } = error;
    if (code === 'HPE_HEADER_OVERFLOW') return void socket.end(tooLong(renderErrorPage, languageIn(error.rawPacket)));
    socket.end(`HTTP/1.1 ${REFUSED[code] ?? '400 Bad Request'}\r\nConnection: close\r\n\r\n`);
  };
}

/** As Node reports it: with what it was reading when it gave up. */
type ClientError = NodeJS.ErrnoException & { rawPacket?: Buffer };

/** The language that the address began with; null where that came in an earlier packet than the last. */
function languageIn(packet: Buffer | undefined): Language | null {
  const start = packet?.subarray(0, LINE_START).toString('latin1') ?? '';
  const inAddress = /^[A-Z]+ \/(kk|ru|en)[/? ]/.exec(start)?.[1];
  return languages.find((language) => language === inAddress) ?? null;
}

/** A method and the first part of an address. */
const LINE_START = 32;

function tooLong(renderErrorPage: RenderErrorPage, known: Language | null): string {
  const said = { title: '', detail: '', requestId: '', q: '', sent: false, everyLanguage: known === null };
  const language = known ?? 'kk';
  const page = renderErrorPage({ status: 431, code: 'bad_input', language, path: '/', ...said });
  const head = [
    'HTTP/1.1 431 Request Header Fields Too Large',
    'Content-Type: text/html; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(page)}`,
    `Content-Language: ${known ?? languages.join(', ')}`,
    "Content-Security-Policy: default-src 'self'",
    'Cache-Control: no-store',
    'Connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${page}`;
}
