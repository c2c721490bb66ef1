import { LATIN_CUES, LATIN_PRIORS } from './latin-cues.ts';
import type { WritingSystem } from './writing-system.ts';

export type Script = 'cyrillic' | 'latin' | 'arabic' | 'other';
export type SystemGuess = { system: WritingSystem; weight: number };

/** Longer words than this are no names; the rest of them is not read. */
const LONGEST_WORD = 48;

/** Letters that look alike, Latin and Cyrillic. A typist who has only one of the two keyboards mixes them: `Cерік`. */
const LOOK_ALIKES = 'AА BВ CС EЕ HН IІ KК MМ OО PР TТ XХ YУ aа cс eе iі kк oо pр xх yу sѕ jј əә ƏӘ ɵө ƟӨ hһ'.split(' ');
const TO_CYRILLIC = new Map(LOOK_ALIKES.map((pair) => [pair.charAt(0), pair.charAt(1)]));
const TO_LATIN = new Map(LOOK_ALIKES.map((pair) => [pair.charAt(1), pair.charAt(0)]));
/** Digits that a scan or a typist puts for a letter. */
const DIGITS_CYRILLIC = new Map([
  ['0', 'о'],
  ['3', 'з'],
  ['4', 'ч'],
  ['6', 'б'],
]);
const DIGITS_LATIN = new Map([
  ['0', 'o'],
  ['1', 'l'],
  ['5', 's'],
  ['8', 'b'],
]);

const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /\p{Script=Latin}/u;
const ARABIC = /\p{Script=Arabic}/u;

/** Which script most letters of a word belong to; a tie goes to Cyrillic, whose typists mix most. */
export function scriptOf(word: string): Script {
  let cyrillic = 0;
  let latin = 0;
  let arabic = 0;
  for (const letter of word) {
    if (CYRILLIC.test(letter)) cyrillic += 1;
    else if (LATIN.test(letter)) latin += 1;
    else if (ARABIC.test(letter)) arabic += 1;
  }
  if (cyrillic + latin + arabic === 0) return 'other';
  if (arabic >= cyrillic && arabic >= latin) return 'arabic';
  return cyrillic >= latin ? 'cyrillic' : 'latin';
}

/**
 * Makes a written word ready to be read: one Unicode form, look-alikes and digits mended to the script of the word,
 * stress marks and invisible characters dropped, small letters, at most 48 characters.
 *
 * Lower-casing is the plain Unicode one, never that of a Turkic locale: I and İ both become i, ı stays, and no table
 * depends on the difference.
 */
export function mendWord(word: string): string {
  const whole = word
    .slice(0, 4 * LONGEST_WORD)
    .normalize('NFKC')
    .slice(0, LONGEST_WORD);
  const script = scriptOf(whole);
  let mended = whole;
  if (script === 'cyrillic' && (LATIN.test(whole) || /\d/.test(whole)))
    mended = swap(whole, TO_CYRILLIC, DIGITS_CYRILLIC);
  else if (script === 'latin' && (CYRILLIC.test(whole) || /\d/.test(whole)))
    mended = swap(whole, TO_LATIN, DIGITS_LATIN);
  return mended.toLowerCase().replace(/[\u0300-\u036f\p{C}\s]/gu, '');
}

function swap(word: string, letters: Map<string, string>, digits: Map<string, string>): string {
  let out = '';
  for (const letter of word) out += letters.get(letter) ?? digits.get(letter) ?? letter;
  return out;
}

/**
 * Which writing systems a mended word may be written in, likeliest first, at most four. A hint (the system of the whole
 * list or the whole name) makes that system thirty times likelier, but a clear sign in the word still wins.
 */
export function systemsOf(mended: string, hint?: WritingSystem): SystemGuess[] {
  const script = scriptOf(mended);
  if (script === 'arabic') return [{ system: 'arabic', weight: 1 }];
  if (script === 'cyrillic') return cyrillicSystems(mended, hint);
  if (script === 'latin') return latinSystems([mended], hint);
  return [{ system: 'unknown', weight: 1 }];
}

/** More words of a name than these are not asked for their signs. */
const MOST_WORDS = 6;

/**
 * The writing system that a whole name most likely uses: a hint for the words that show no sign of their own. The signs of
 * all its words count together, so that the -ine of `Valerii Ochanine` tells how his first name is written too.
 */
export function likelySystem(text: string): WritingSystem | undefined {
  const words = text
    .split(/[\s-]+/, MOST_WORDS)
    .map(mendWord)
    .filter(Boolean);
  const whole = words.join('');
  return (scriptOf(whole) === 'latin' ? latinSystems(words) : systemsOf(whole))[0]?.system;
}

function cyrillicSystems(word: string, hint?: WritingSystem): SystemGuess[] {
  if (/[ғқұ]/.test(word) && !/[ҳўҷӯӣҙҫҡҝҗӧӱ]/.test(word)) return [{ system: 'kazakh', weight: 1 }];
  if (/[җҷҳӯӣҡҙҫҹҝјӊӧӱғқ]/.test(word)) return [{ system: 'turkic-cyrillic', weight: 1 }];
  if (/[їєґў]/.test(word)) return [{ system: 'slavic-cyrillic', weight: 1 }];
  if (hint === 'turkic-cyrillic' || hint === 'slavic-cyrillic') return [{ system: hint, weight: 1 }];
  if (/[әөүңһ]/.test(word)) {
    return [
      { system: 'kazakh', weight: 1 },
      { system: 'turkic-cyrillic', weight: 0.6 },
    ];
  }
  return [{ system: /і/.test(word) || hint === 'kazakh' ? 'kazakh' : 'russian', weight: 1 }];
}

const MOST_SYSTEMS = 4;
const HINTED = 30;
const LEAST_LIKELY = 0.1;

/** What the signs in one word, or in all words of a name together, say; each sign counts once. */
function latinSystems(words: readonly string[], hint?: WritingSystem): SystemGuess[] {
  const weights = LATIN_PRIORS.map(([system, prior]) => (system === hint ? HINTED * Math.max(0.1, prior) : prior));
  // Some signs are two letters anywhere in a name (Hungarian sz and v), so its words are also looked at as one line.
  const lines = words.length > 1 ? [...words, words.join(' ')] : words;
  const plain = words.every((word) => /^[a-z]*$/.test(word));
  for (const { sign, marked, factors } of LATIN_CUES) {
    if ((plain && marked) || !lines.some((line) => sign.test(line))) continue;
    for (const { place, factor } of factors) weights[place] = (weights[place] ?? 0) * factor;
  }
  const best = Math.max(...weights);
  const guesses: SystemGuess[] = [];
  for (const [place, [system]] of LATIN_PRIORS.entries()) {
    const weight = (weights[place] ?? 0) / best;
    if (weight >= LEAST_LIKELY) guesses.push({ system, weight });
  }
  return guesses.sort((a, b) => b.weight - a.weight).slice(0, MOST_SYSTEMS);
}
