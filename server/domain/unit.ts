import { inEitherLetters } from './kazakh-letters.ts';
import { FRONTS, UNIT_KINDS, type UnitLevel } from './unit-kinds.ts';

/** One unit named in a text. */
export type UnitPart = {
  /** Code of `unit-kinds.ts`: `rd`, `rr`, `rb`, `cd`, `ar` … */
  kind: string;
  level: UnitLevel;
  number: number;
  guards: boolean;
  /** `rd-316`, `grd-8`: the same key in the index, in a request and in the divisions list. */
  key: string;
};

export type Unit = {
  /** As written. */
  text: string;
  parts: UnitPart[];
  /** Keys of all parts, the smallest unit first: it says most. */
  keys: string[];
  regiment: UnitPart | null;
  division: UnitPart | null;
  army: UnitPart | null;
  front: string | null;
};

type Token = { type: 'number'; value: number } | { type: 'kind'; code: string; level: UnitLevel } | { type: 'guards' };

const LEVEL_ORDER: readonly UnitLevel[] = ['small', 'regiment', 'division', 'rear', 'corps', 'army', 'front'];
const LATIN_LETTERS: Record<string, string> = { ł: 'l', ü: 'u', ö: 'o', ä: 'a', ё: 'е', ѐ: 'е' };
// "имени 28 гвардейцев" and "28 panfilovtsy" are names, not unit numbers; years of a unit's history are not either.
const NOT_NUMBERS = inEitherLetters(/(?:им(?:ени|\.)|атындағы)\s[^,;]*|\b(?:19\d\d)\b\s*(?:г\.?|год\p{L}*|ж\.?)?/gu);
const GUARDS = /(?<!\p{L})(?:гв|гвард\p{L}*|гвардия\p{L}*|guards?|garde|gw(?:ard\p{L}*)?)(?!\p{L})\.?/gu;
const ORDINAL = inEitherLetters(/(\d+)\s?(?:-\s?)?(?:ый|ой|ий|ая|го|му|ші|шы|й|я|th|st|nd|rd)(?!\p{L})/gu);
const SEPARATE = inEitherLetters(
  /(?<!\p{L})(?:отд|отдельн\p{L}*|отд-\p{L}+|жеке|separate|каз(?:ахск)?\p{L}*|қазақ|нац\p{L}*|ұлттық|краснознам\p{L}*|горн\p{L}*|армейск\p{L}*)(?!\p{L})\.?/gu,
);

function fold(text: string): string {
  let folded = '';
  for (const letter of text.slice(0, 400).normalize('NFC').toLowerCase()) folded += LATIN_LETTERS[letter] ?? letter;
  return folded.replace(/\s+/g, ' ');
}

/** Replaces every word we know by a mark, so that what is left between the marks is noise. */
function marked(text: string): string {
  let rest = fold(text)
    .replace(NOT_NUMBERS, ' ')
    .replace(ORDINAL, ' $1 ')
    .replace(SEPARATE, ' ')
    .replace(GUARDS, ' §g ');
  for (const { code, words } of UNIT_KINDS) rest = rest.replace(words, ` §${code} `);
  return rest;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  // 316сд, 1075сп: no space between number and abbreviation.
  const spaced = text.replace(/(\d)(?=[\p{L}])/gu, '$1 ').replace(/(?<=\p{L})\.?(?=\d)/gu, ' ');
  for (const word of marked(spaced).split(/[\s,;:()№/+-]+/u)) {
    if (/^\d{1,6}\.?$/.test(word)) tokens.push({ type: 'number', value: Number.parseInt(word, 10) });
    else if (word === '§g') tokens.push({ type: 'guards' });
    else if (word.startsWith('§')) {
      const kind = UNIT_KINDS.find((entry) => entry.code === word.slice(1));
      if (kind) tokens.push({ type: 'kind', code: kind.code, level: kind.level });
    }
  }
  return tokens;
}

function partOf(number: number, kind: { code: string; level: UnitLevel }, guards: boolean): UnitPart {
  return { kind: kind.code, level: kind.level, number, guards, key: `${guards ? 'g' : ''}${kind.code}-${number}` };
}

/** Pairs numbers with kinds. Papers write "282 сд", cards sometimes "сд 282"; the first token tells which. */
function pairTokens(tokens: Token[]): UnitPart[] {
  const ordered = tokens.find((token) => token.type !== 'guards')?.type === 'kind' ? [...tokens].reverse() : tokens;
  const parts: UnitPart[] = [];
  let number: number | null = null;
  let guards = false;
  for (const token of ordered) {
    if (token.type === 'number') {
      number = token.value;
      // "гв. 8 сд": the word before the number still belongs to it; after a pair it starts anew.
    } else if (token.type === 'guards') {
      guards = true;
    } else if (number !== null) {
      parts.push(partOf(number, token, guards));
      number = null;
      guards = false;
    }
  }
  return parts;
}

function frontOf(text: string): string | null {
  const folded = fold(text);
  return FRONTS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

/**
 * Reads the units of a text as papers have it, in any order: "282 сд 876 сп", "422 ап 157 сд", "скф 276 сд 44 А",
 * "1075-й стрелковый полк 316-й стрелковой дивизии", "8 гв. сд". Nothing understood gives no keys; the text stays.
 * Units that were renamed or became Guards keep the key of their time here: `division.ts` joins them.
 */
export function parseUnit(text: string): Unit {
  const parts = pairTokens(tokensOf(text)).sort((a, b) => LEVEL_ORDER.indexOf(a.level) - LEVEL_ORDER.indexOf(b.level));
  const first = (level: UnitLevel): UnitPart | null => parts.find((part) => part.level === level) ?? null;
  return {
    text,
    parts,
    keys: [...new Set(parts.map((part) => part.key))],
    regiment: first('regiment'),
    division: first('division'),
    army: first('army'),
    front: frontOf(text),
  };
}

/** The kind code and number of a key (`grd-8` -> guards rifle division 8), or null when it is no unit key. */
export function unitOfKey(key: string): { kind: string; number: number; guards: boolean } | null {
  const match = /^(g?)([a-z]+)-(\d+)$/.exec(key);
  if (match?.[2] === undefined || match[3] === undefined) return null;
  const known = (code: string): boolean => UNIT_KINDS.some((entry) => entry.code === code);
  const number = Number(match[3]);
  if (match[1] === 'g' && known(match[2])) return { kind: match[2], number, guards: true };
  const code = `${match[1] ?? ''}${match[2]}`;
  return known(code) ? { kind: code, number, guards: false } : null;
}
