import { cyrillicReading } from './names/cyrillic-reading.ts';

/** Kazakh Cyrillic in its own order, which holds all Russian letters too. Code points would put Ә, Ғ, Қ … after Я. */
const CYRILLIC = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя';
const LATIN = 'abcdefghijklmnopqrstuvwxyz';

// Keys sort by code point in every store, so each letter is written as one sign of a gap-free run: Cyrillic, then Latin.
// One byte each, for the key stands in every entry of an index; the run begins behind the space.
const FIRST = 0x21;
// Letters that Unicode does not take apart into a plain one and a mark.
const PLAIN: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 's', æ: 'a', œ: 'o', ı: 'i' };

const RANK = new Map(
  [...CYRILLIC, ...LATIN].map((letter, place) => [letter, String.fromCharCode(FIRST + place)] as const),
);

/** Surname and most of a given name: who agrees in all of that is ordered by id. */
const MAX_KEY = 24;

/**
 * A text whose plain order is the alphabetical order of names: Kazakh and Russian letters in the Kazakh order. A name in
 * Latin or Arabic letters stands where it is read: `Kairbekow` beside Каирбеков, `Schumabaew` under Ж. What cannot be read so
 * comes behind as it is written (accents ignored). Other signs are left out, word borders come before letters. At most 24
 * characters.
 */
export function alphabetKey(name: string): string {
  let key = '';
  for (const sign of cyrillicReading(name).toLowerCase()) {
    const rank = RANK.get(sign) ?? RANK.get(PLAIN[sign] ?? sign.normalize('NFD').charAt(0));
    if (rank !== undefined) key += rank;
    else if (sign === ' ' && key !== '' && !key.endsWith(' ')) key += ' ';
    if (key.length >= MAX_KEY) break;
  }
  return key.trimEnd();
}

/** Every letter of the lists in their order, with the keys of the names that stand under it: from the first up to, not with, the second. */
export const LETTERS: readonly { letter: string; from: string; before: string }[] = [
  { letter: '#', from: '', before: String.fromCharCode(FIRST) },
  ...[...CYRILLIC, ...LATIN].map((letter, place) => ({
    letter: letter.toUpperCase(),
    from: String.fromCharCode(FIRST + place),
    before: String.fromCharCode(FIRST + place + 1),
  })),
];
