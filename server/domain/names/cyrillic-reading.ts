import { arabicInCyrillic } from './arabic-letters.ts';
import { likelySystem, mendWord, scriptOf } from './scripts.ts';
import type { WritingSystem } from './writing-system.ts';
import { soundsOf } from './written-sounds.ts';

/** Two sounds that one letter stands for, then the rest. */
const PAIRS: Readonly<Record<string, string>> = { ja: 'я', ju: 'ю', je: 'е', jo: 'е', ts: 'ц', wc: 'щ' };
const LETTERS: Readonly<Record<string, string>> = {
  a: 'а',
  e: 'е',
  o: 'о',
  u: 'у',
  y: 'и',
  j: 'й',
  k: 'к',
  x: 'х',
  g: 'г',
  h: 'ж',
  i: 'ж',
  c: 'ч',
  w: 'ш',
  s: 'с',
  z: 'з',
  v: 'в',
  f: 'ф',
  l: 'л',
  m: 'м',
  n: 'н',
  r: 'р',
  b: 'б',
  p: 'п',
  d: 'д',
  t: 'т',
};

/** Kazakh letters of a Latin alphabet, which a Kazakh reader looks for under their own letter. */
const FIRST: Readonly<Record<string, string>> = { q: 'қ', ä: 'ә', ö: 'ө', ü: 'ү', ğ: 'ғ', ū: 'ұ' };

/**
 * A name of the Latin or Arabic script as a reader of Cyrillic says it, for the order of lists only: `Kairbekow` → `каирбеков`.
 * It is no spelling of any document and is shown nowhere. Cyrillic stays as it is.
 */
export function cyrillicReading(name: string): string {
  if (/\p{Script=Arabic}/u.test(name)) return arabicInCyrillic(name);
  if (!/\p{Script=Latin}/u.test(name)) return name;
  const hint = likelySystem(name);
  return name
    .split(/\s+/u)
    .map((word) => (scriptOf(word) === 'latin' ? wordReading(word, hint) : mendWord(word)))
    .join(' ');
}

function wordReading(word: string, hint: WritingSystem | undefined): string {
  const sound = soundsOf(word, hint)[0]?.sound ?? '';
  if (sound === '') return word;
  const read = sound.replace(/j[aueo]|ts|wc|[a-z]/g, (sign) => PAIRS[sign] ?? LETTERS[sign] ?? '');
  const own = FIRST[word.normalize('NFC').charAt(0).toLowerCase()];
  return own === undefined ? read : own + read.slice(1);
}
