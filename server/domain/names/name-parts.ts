import { damagedEnding } from './damaged-endings.ts';
import { likelySystem } from './scripts.ts';
import { type Ending, readWord, type WordReading, type WritingSystem } from './word-reading.ts';

/** A name as a paper writes it: whole, and apart where the paper had it apart. */
export type NameText = {
  full: string;
  familyName?: string | undefined;
  givenName?: string | undefined;
  patronymic?: string | undefined;
};

export type NameRole = 'family' | 'given' | 'patronymic' | 'unknown';

/** One reading of a part; `cost` (hundredths, as in `sound-costs.ts`) says how much less likely it is than the best. */
export type PartReading = {
  /** Stem and ending together, as they sound. */
  sound: string;
  stem: string;
  ending: Ending | null;
  cost: number;
  /** The stem's number in the dictionary of an engine, where one has looked it up. */
  id?: number | undefined;
};

/** One part of a name: a word, an initial, or a word with its particle (Ибрагим оглы). */
export type NamePart = {
  text: string;
  role: NameRole;
  initial: boolean;
  /** Two written words, compared as one. */
  joined?: boolean;
  readings: readonly PartReading[];
};

/** How a word is read; an engine that reads the same words again and again passes one that remembers. */
export type WordReader = (word: string, hint: WritingSystem | undefined) => readonly PartReading[];

/** More words than that are no name; the rest is not compared (bounded work). */
export const MAX_PARTS = 6;
const MAX_TEXT = 240;
/** Bits of evidence that one hundred of cost stands for; a reading of weight w costs log2(best / w) of them. */
const BITS_PER_COST = 8;
const FAMILY_ENDINGS: readonly (Ending | null)[] = ['ov', 'in', 'sky', 'ova', 'ina', 'skaya', 'genitive', 'oblique'];
const PATRONYMIC_ENDINGS: readonly (Ending | null)[] = ['uly', 'qyzy', 'ovich', 'ovna', 'inovich'];

/** What an ending says about its word's role; null when it says nothing. */
export function endingRole(ending: Ending | null): 'family' | 'patronymic' | null {
  if (FAMILY_ENDINGS.includes(ending)) return 'family';
  return PATRONYMIC_ENDINGS.includes(ending) ? 'patronymic' : null;
}

/** That -ин, or -ов after hardly a stem, is the end of the name itself (Дамдин, Мажин, Шароф): no list of names tells all. */
const WHOLE = 10;
const SHORT_STEM = 3;
const mayBeWhole = ({ ending, stem }: PartReading): boolean =>
  ending === 'in' || (ending === 'ov' && stem.length <= SHORT_STEM);

/** The readings of a word with the cost of the unlikely ones, best first; empty for what has no sound. */
export function partReadings(word: string, hint?: WritingSystem): PartReading[] {
  const readings: WordReading[] = readWord(word, hint);
  const best = readings.reduce((most, reading) => Math.max(most, reading.weight), 0);
  const parts: PartReading[] = readings.map(({ sound, stem, ending, weight }) => ({
    sound,
    stem,
    ending,
    cost: Math.round((Math.log2(best / Math.max(weight, 0.001)) * 100) / BITS_PER_COST),
  }));
  const [first] = parts;
  if (first && mayBeWhole(first)) return [...parts, { ...first, stem: first.sound, ending: null, cost: WHOLE }];
  if (first === undefined || first.ending !== null) return parts;
  const damaged = damagedEnding(first.stem);
  return damaged === null ? parts : [...parts, { ...damaged, sound: first.sound }];
}

/** Most names: Latin or Cyrillic letters in one form, one space between the words. Needs no closer look. */
const PLAIN = /^[A-Za-z\u0400-\u052f]+(?: [A-Za-z\u0400-\u052f]+)*$/;
/** A capital inside a word: the blank before it was lost (КаирбековСейткали). */
const LOST_BLANK = /(\p{Ll})(?=\p{Lu}\p{Ll})/gu;

/** The words of a name as they stand: initials apart, a double family name apart, other hyphens closed. */
export function nameWords(text: string): string[] {
  const spaced = text.slice(0, MAX_TEXT).replace(LOST_BLANK, '$1 ');
  if (PLAIN.test(spaced)) return spaced.split(' ').slice(0, MAX_PARTS);
  const whole = spaced.normalize('NFC');
  const words: string[] = [];
  for (const piece of whole.replace(/\.(?=[\p{L}\p{N}])/gu, '. ').split(/[\s,;:()[\]{}"«»„“”/\\|_]+/u)) {
    const word = piece.replace(/[^\p{L}\p{M}\p{N}'’‘ʼ`´.\-‐‑]/gu, '').replace(/^[-‐‑.]+|[-‐‑]+$/gu, '');
    if (/\p{L}/u.test(word)) words.push(...hyphenated(word));
  }
  return words.slice(0, MAX_PARTS);
}

const DOUBLE_FAMILY = /(?:[оеё]в|[оеё]ва|ин|ын|ский|ская|ко|ov|ev|ow|ew|sky|ski)$/iu;

function hyphenated(word: string): string[] {
  const pieces = word.split(/[-‐‑]+/u).filter((piece) => piece !== '');
  const first = pieces[0];
  if (first === undefined) return [];
  if (pieces.length === 2 && first.length > 4 && DOUBLE_FAMILY.test(first)) return pieces;
  return [pieces.join('')];
}

function isInitial(word: string): boolean {
  if (word.length > 4) return false;
  return word.endsWith('.') || word.replace(/[\p{M}'’]/gu, '').length === 1;
}

export type NameWord = { text: string; field: NameRole };

/** The words of a written name, each with the field it stood in; `unknown` where the name was not written apart. */
export function wordsOf(name: NameText): NameWord[] {
  if (!name.familyName && !name.givenName && !name.patronymic) {
    return nameWords(name.full).map((text) => ({ text, field: 'unknown' }));
  }
  const fields: [string | undefined, NameRole][] = [
    [name.familyName, 'family'],
    [name.givenName, 'given'],
    [name.patronymic, 'patronymic'],
  ];
  return fields
    .flatMap(([text, field]) => nameWords(text ?? '').map((word) => ({ text: word, field })))
    .slice(0, MAX_PARTS);
}

/** A hint for the readings of all words of one name: what its script and its signs tell together. */
export function systemHint(text: string): WritingSystem | undefined {
  if (/^[\sА-Яа-яЁёӘәІіҢңҒғҮүҰұҚқӨөҺһ.-]*[ғқұҒҚҰ]/.test(text)) return 'kazakh';
  return /^[\sА-Яа-яЁё.-]*$/.test(text) ? undefined : likelySystem(text.slice(0, MAX_TEXT));
}

/**
 * Which word is the family name, the given name, the patronymic: from the fields where the paper has them, else from the
 * endings, whatever the order. A word that nothing speaks for stays `unknown`, and is compared with any part.
 * Never throws; at most `MAX_PARTS` parts; words without a sound (digits, signs) are left out.
 */
export function nameParts(name: NameText | string, read: WordReader = partReadings): NamePart[] {
  const written = typeof name === 'string' ? { full: name } : name;
  const hint = systemHint(written.full);
  return partsOf(wordsOf(written).map(({ text, field }) => ({ text, field, readings: read(text, hint) })));
}

/** `nameParts` for words that were read before. */
export function partsOf(words: readonly (NameWord & { readings: readonly PartReading[] })[]): NamePart[] {
  const parts: NamePart[] = [];
  for (const { text, field, readings } of words) {
    const first = readings[0];
    const before = parts.at(-1);
    if (first === undefined) continue;
    if (first.stem !== '') parts.push({ text, role: field, initial: isInitial(text), readings });
    else if (before && !before.initial) parts[parts.length - 1] = withEnding(before, text, first.ending);
  }
  return straightened(parts.some((part) => part.role !== 'unknown') ? parts : withRoles(parts));
}

const BENT: readonly (Ending | null)[] = ['genitive', 'oblique', 'ova', 'ina', 'skaya'];
/** The case endings of given names: Ивана, Сергея, Болату, Ахметом, Antoniego. */
const CASE = /(?<=..[^aeouy])(?:j?a|j?u|j?em|om|jego)$/;
/** A name may end so by itself; beside a family name in the same case it seldom does. */
const CASE_COST = 8;

/** Where the family name or the patronymic stands in a case (`grób Kajrbekowa Achmeta`), the given name may too. */
function straightened(parts: NamePart[]): NamePart[] {
  const bent = parts.some(({ readings }) => BENT.includes(readings[0]?.ending ?? null));
  if (!bent) return parts;
  return parts.map((part) => {
    const first = part.readings[0];
    if (part.initial || first === undefined || first.ending !== null || !CASE.test(first.stem)) return part;
    const straight = { ...first, stem: first.stem.replace(CASE, ''), cost: first.cost + CASE_COST, id: undefined };
    return { ...part, readings: [...part.readings, straight] };
  });
}

/** `Ибрагим оглы`: the second word says only that the first is a patronymic. */
function withEnding(part: NamePart, particle: string, ending: Ending | null): NamePart {
  const readings = part.readings.map((reading) => ({ ...reading, ending }));
  return { ...part, text: `${part.text} ${particle}`, readings };
}

/** The roles that the endings of a whole name tell. */
function withRoles(parts: readonly NamePart[]): NamePart[] {
  const said = parts.map((part) => (part.initial ? null : endingRole(part.readings[0]?.ending ?? null)));
  const family = said.indexOf('family');
  const patronymic = parts.length > 1 ? said.lastIndexOf('patronymic') : -1;
  let initials = 0;
  return parts.map((part, index) => {
    if (part.initial) return { ...part, role: initials++ === 0 ? 'given' : 'patronymic' };
    if (index === family) return { ...part, role: 'family' };
    if (index === patronymic) return { ...part, role: 'patronymic' };
    return { ...part, role: family >= 0 && said[index] === null ? 'given' : 'unknown' };
  });
}
