import iconv from 'iconv-lite';

/** Encodings in which partners' lists come. The Kazakh letters exist in UTF-8, UTF-16 and rk1048 only. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1251',
  'rk1048',
  'cp866',
  'koi8-r',
  'windows-1250',
  'windows-1252',
] as const;
export type Encoding = (typeof encodings)[number];

/** `sure` is false when another encoding explains the bytes nearly as well: a person should look at the samples. */
export type EncodingGuess = { encoding: Encoding; bom: number; sure: boolean };

/**
 * How often each letter stands in Russian and Kazakh names and record words, in units of 1/1000: rough, taken from no file, only so
 * that о and а are common and ъ and щ rare. A wrong encoding turns common letters into rare ones.
 */
const cyrillicFrequency: Record<string, number> = {
  ...spread('оаеинтрсвлк', 60),
  ...spread('мдпубгызяйх', 20),
  ...spread('жчшьюцфщэё', 6),
  ...spread('ъ', 1),
  ...spread('әіңғүұқөһ', 5),
};
const latinFrequency: Record<string, number> = {
  ...spread('eaionrstl', 60),
  ...spread('dkmuwcgbhpzy', 22),
  ...spread('fjvxq', 6),
  ...spread('łąęóśżźćńöäüßøåéèçš', 4),
};

/** What a byte that is no letter of the alphabet costs: box drawings, currency signs, letters of other alphabets. */
const STRANGE = Math.log(0.0002);
/** Signs that stand in lists in any language. */
const PUNCTUATION = new Set('«»„“”–—№§°…\u00a0');
/** The best must be ahead by this much a letter, or a person is asked. Found by short Kazakh and Russian samples. */
const SURE_MARGIN = 0.15;

const singleByte: { encoding: Encoding; frequency: Record<string, number> }[] = [
  { encoding: 'windows-1251', frequency: cyrillicFrequency },
  { encoding: 'rk1048', frequency: cyrillicFrequency },
  { encoding: 'cp866', frequency: cyrillicFrequency },
  { encoding: 'koi8-r', frequency: cyrillicFrequency },
  { encoding: 'windows-1250', frequency: latinFrequency },
  { encoding: 'windows-1252', frequency: latinFrequency },
];

/**
 * Finds how a text file was saved: byte order mark, then strict UTF-8, then the single-byte table under which the bytes read
 * most like names. Give it the whole file or a large piece of its beginning.
 */
export function guessEncoding(bytes: Uint8Array): EncodingGuess {
  const marked = byteOrderMark(bytes);
  if (marked) return marked;
  const wide = wideWithoutMark(bytes);
  if (wide) return wide;
  if (isUtf8(bytes)) return { encoding: 'utf-8', bom: 0, sure: true };
  const sample = evenSample(bytes);
  const scores = singleByte
    .map(({ encoding, frequency }) => ({ encoding, score: scoreAs(sample, encoding, frequency) }))
    .sort((a, b) => b.score - a.score);
  const best = scores[0];
  if (!best) return { encoding: 'windows-1251', bom: 0, sure: false };
  // rk1048 is windows-1251 plus Kazakh letters: where both read the same, the common name is the true one.
  const twin = scores.find(({ encoding, score }) => encoding === 'windows-1251' && score === best.score);
  const next = scores.find(({ score }) => score < best.score);
  return { encoding: twin?.encoding ?? best.encoding, bom: 0, sure: !next || best.score - next.score > SURE_MARGIN };
}

const WINDOW = 4096;
const WINDOWS = 16;

/** Sixteen windows spread over a large file: the first Kazakh letter may stand far below the header. */
function evenSample(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= WINDOW * WINDOWS) return bytes;
  const sample = new Uint8Array(WINDOW * WINDOWS);
  const stride = (bytes.length - WINDOW) / (WINDOWS - 1);
  for (let i = 0; i < WINDOWS; i += 1) {
    const from = Math.floor(i * stride);
    sample.set(bytes.subarray(from, from + WINDOW), i * WINDOW);
  }
  return sample;
}

export function byteOrderMark(bytes: Uint8Array): EncodingGuess | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', bom: 3, sure: true };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', bom: 2, sure: true };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', bom: 2, sure: true };
  return null;
}

/** UTF-16 without a mark: Cyrillic has 04 in every second byte, Latin 00. */
function wideWithoutMark(bytes: Uint8Array): EncodingGuess | null {
  const piece = bytes.subarray(0, 4096);
  if (piece.length < 4) return null;
  const high = [0, 0];
  for (let i = 0; i < piece.length; i += 1)
    if (piece[i] === 0x04 || piece[i] === 0x00) high[i % 2] = (high[i % 2] ?? 0) + 1;
  const half = piece.length / 2;
  if ((high[1] ?? 0) > half * 0.8) return { encoding: 'utf-16le', bom: 0, sure: true };
  if ((high[0] ?? 0) > half * 0.8) return { encoding: 'utf-16be', bom: 0, sure: true };
  return null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // `stream`: a piece may end in the middle of a letter.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Mean log-likelihood of a character outside ASCII, with a little for capitals standing where words begin. */
function scoreAs(bytes: Uint8Array, encoding: Encoding, frequency: Record<string, number>): number {
  const table = tableOf(encoding);
  let sum = 0;
  let count = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    if ((bytes[i] ?? 0) < 0x80) continue;
    sum += likelihood(table, frequency, bytes, i);
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

function likelihood(table: string[], frequency: Record<string, number>, bytes: Uint8Array, at: number): number {
  const letter = table[bytes[at] ?? 0] ?? '';
  const before = table[bytes[at - 1] ?? 0] ?? '';
  const after = table[bytes[at + 1] ?? 0] ?? '';
  // A sign inside a Latin word is a letter read wrongly: the ü of "Müller" is № in cp866.
  if (PUNCTUATION.has(letter)) return isAsciiLetter(before) && isAsciiLetter(after) ? STRANGE : Math.log(0.01);
  const lower = letter.toLowerCase();
  const share = frequency[lower];
  if (share === undefined) return STRANGE;
  // Words do not mix scripts: "Łukasz" is Polish, not a Cyrillic letter before Latin ones.
  const cyrillic = /\p{Script=Cyrillic}/u.test(letter);
  if (cyrillic && (isAsciiLetter(before) || isAsciiLetter(after))) return STRANGE;
  // A capital after a small letter inside a word is what KOI8 read as 1251 looks like.
  const odd = lower !== letter && before !== before.toUpperCase();
  return Math.log(share / 1000) - (odd ? 0.5 : 0);
}

function isAsciiLetter(character: string): boolean {
  return /[A-Za-z]/.test(character);
}

const tables = new Map<Encoding, string[]>();

function tableOf(encoding: Encoding): string[] {
  const known = tables.get(encoding);
  if (known) return known;
  const table = Array.from({ length: 256 }, (_, byte) => iconv.decode(Buffer.from([byte]), encoding));
  tables.set(encoding, table);
  return table;
}

function spread(letters: string, share: number): Record<string, number> {
  return Object.fromEntries([...letters].map((letter) => [letter, share]));
}
