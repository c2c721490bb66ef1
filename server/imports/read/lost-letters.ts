import iconv from 'iconv-lite';

const ENCODINGS = ['windows-1251', 'windows-1252', 'latin1'] as const;

/** Each sign of a one-byte encoding with its byte. Bytes the table leaves open stand for themselves, as browsers have it. */
const byteOf = new Map(ENCODINGS.map((encoding) => [encoding, bytesBySign(encoding)]));

function bytesBySign(encoding: string): Map<string, number> {
  const bytes = Array.from({ length: 256 }, (_, byte): [string, number] => {
    const sign = iconv.decode(Buffer.from([byte]), encoding);
    return [sign === '\ufffd' ? String.fromCharCode(byte) : sign, byte];
  });
  // Where a program could not show byte 98 of windows-1251 it wrote this; in UTF-8 it is the second byte of И.
  if (encoding === 'windows-1251') bytes.push(['\ufffd', 0x98]);
  return new Map(bytes);
}

/**
 * A text that was UTF-8, was read in a one-byte encoding and saved again: "РљР°РёСЂР±РµРєРѕРІ" for "Каирбеков".
 * Returns the text it was, or null when this is not what happened.
 */
export function mendTwiceEncoded(text: string): string | null {
  for (const encoding of ENCODINGS) {
    const bytes = Array.from(text, (sign) => byteOf.get(encoding)?.get(sign));
    const known = bytes.filter((byte) => byte !== undefined);
    // A sign that the table does not have: then this was not the way it went.
    if (known.length < bytes.length) continue;
    const mended = fromUtf8(Uint8Array.from(known));
    if (mended !== null && mended.length < text.length) return mended;
  }
  return null;
}

function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** True when most words outside ASCII are UTF-8 read wrongly; single oddities in a sound list are left alone. */
export function looksTwiceEncoded(samples: string[]): boolean {
  const foreign = samples.filter((sample) => /\P{ASCII}/u.test(sample));
  if (foreign.length === 0) return false;
  return foreign.filter((sample) => mendTwiceEncoded(sample) !== null).length > foreign.length * 0.6;
}

/**
 * A question mark inside or before a word of small letters: a letter that the encoding of some earlier save did not have.
 * "?бдірахман" was "Әбдірахман"; nobody can bring it back from this file.
 */
export function hasLostLetters(text: string): boolean {
  // Asked of every cell of every list: nearly none has either sign.
  if (!text.includes('?') && !text.includes('\ufffd')) return false;
  return /\p{L}\?+\p{L}|(?:^|[\s,;])\?+\p{Ll}{2,}|\p{L}{2,}\?+(?=\p{Ll})|\ufffd/u.test(text);
}
