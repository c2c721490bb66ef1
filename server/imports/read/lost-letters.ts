import iconv from 'iconv-lite';

/**
 * A text that was UTF-8, was read in a one-byte encoding and saved again: "РљР°РёСЂР±РµРєРѕРІ" for "Каирбеков".
 * Returns the text it was, or null when this is not what happened.
 */
export function mendTwiceEncoded(text: string): string | null {
  for (const wrong of ['windows-1251', 'windows-1252'] as const) {
    const bytes = iconv.encode(text, wrong);
    // A character that the one-byte table does not have becomes "?": then this was not the way it went.
    if (iconv.decode(bytes, wrong) !== text) continue;
    try {
      const mended = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      if (mended !== text && mended.length < text.length) return mended;
    } catch {
      // Not UTF-8 underneath: the text is what it seems to be.
    }
  }
  return null;
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
