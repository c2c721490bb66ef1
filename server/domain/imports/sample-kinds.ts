import { parseArchiveReference } from '../archive-reference.ts';
import { readCamp } from '../camp.ts';
import { parseConscription } from '../conscription.ts';
import { readCountry } from '../country.ts';
import { readFate } from '../fate.ts';
import { parsePartialDate } from '../partial-date.ts';
import { readRank } from '../rank.ts';
import { readSex, sexOfPatronymic } from '../sex.ts';
import { parseUnit } from '../unit.ts';
import type { HeaderTarget } from './compounds.ts';
import { splitCell, takeDate } from './split-cell.ts';

// What the values of a column are, as far as they tell: asked only of samples, when a list is opened.

/** The share of values that something holds for; 0 for no values. */
export function share(values: readonly string[], holds: (value: string) => boolean): number {
  return values.length === 0 ? 0 : values.filter(holds).length / values.length;
}

export const isDate = (value: string): boolean => {
  const { date } = parsePartialDate(value);
  return date !== null && date.precision !== 'none' && /\d{4}|\d{2}\.\d{2}|\d{5}/.test(value);
};
export const isFate = (value: string): boolean => {
  const { understood, code } = readFate(value);
  return understood && code !== 'unknown';
};
/** A date with words beside it that are more than "г.". */
export const isDateWithWords = (value: string): boolean => {
  const { date, rest } = takeDate(value);
  // A place begins with a capital; "осенью" and "предположительно" belong to the date.
  const tellsMore = /\p{Lu}[\p{L}.]{2}/u.test(rest) || isFate(value);
  return date !== null && tellsMore && (!isDate(value) || isFate(value));
};
export const isRank = (value: string): boolean => readRank(value).code !== null;
export const isAge = (value: string): boolean => /^\d{2}$/.test(value) && Number(value) >= 14 && Number(value) <= 75;
export const isReference = (value: string): boolean => {
  const { fond, opis, delo } = parseArchiveReference(value);
  return [fond, opis, delo].filter((part) => part !== null).length >= 2;
};
export const isPairOfCoordinates = (value: string): boolean =>
  /\d{1,3}[.,°]\s?\d/.test(value) && splitCell('coordinates', value).burialLatitude !== undefined;
export const isUrl = (value: string): boolean => /^(?:https?:\/\/|www\.)\S+$/i.test(value);
/** Telephone numbers and addresses of mail are of the living. */
/** A name with what else lists put beside it: a rank before, a year of birth behind. */
export const isPerson = (value: string): boolean => {
  const { rank, birthDate, fullName = '' } = splitCell('person', value);
  return (rank !== undefined || birthDate !== undefined) && isName(fullName) && isSeveralWords(fullName);
};
export const isContact = (value: string): boolean =>
  /\S@\S+\.\p{L}/u.test(value) || (/^\+?[\d\s()-]{10,20}$/.test(value) && value.replace(/\D/g, '').length >= 10);
export const wordsOf = (value: string): string[] => value.split(/[\s,.]+/u).filter((word) => word !== '');
export const isSeveralWords = (value: string): boolean => wordsOf(value).length > 1;
export const isPatronymic = (word: string): boolean =>
  sexOfPatronymic(word) !== null || /^\p{Lu}\.?$/u.test(word) || /^(?:оглы|улы|ұлы|кызы|қызы)$/iu.test(word);
/** A name and nothing else. */
export function isName(value: string): boolean {
  return /^\p{Lu}[\p{L}'’.-]*(?:[\s,]+\p{L}[\p{L}'’.-]*){0,4}$/u.test(value);
}
/** Oblasts of Kazakhstan: a list that names them under "область" tells where the men came from, not where they lie. */
export const isKazakhOblast = (value: string): boolean =>
  /казах|қазақ|kazakh|kasach|акмол|ақмола|актюб|ақтөбе|алма|гурьев|атырау|джамбул|жамбыл|караганд|қарағанды|кзыл|кызыл-?орд|қызылорда|к[уо]станай|қостанай|павлодар|семипал|семей|талды|чимкент|шымкент|түркістан|мангышл|маңғыст/iu.test(
    value,
  );

/** Whether the values count up: 1, 2, 3 … with gaps where lines were taken out. */
export function isRunningNumber(values: readonly string[]): boolean {
  const numbers = values.map((value) => Number(value.replace(/[.)]$/, '')));
  return values.length >= 2 && numbers.every((n, i) => Number.isInteger(n) && n === (numbers[0] ?? 0) + i);
}

/** The year in the middle of those named; births lie before 1932, what became of the men after. */
export function middleYear(values: readonly string[]): number | null {
  const years = values
    .map((value) => Number(parsePartialDate(value).date?.earliest?.slice(0, 4) ?? Number.NaN))
    .filter((year) => !Number.isNaN(year))
    .sort((a, b) => a - b);
  return years[Math.floor(years.length / 2)] ?? null;
}
export const LAST_BIRTH = 1931;

const BY_VALUES: readonly (readonly [HeaderTarget, (value: string) => boolean])[] = [
  ['sourceUrl', isUrl],
  ['coordinates', isPairOfCoordinates],
  ['archiveReference', isReference],
  ['unit', (value) => /\d/.test(value) && parseUnit(value).keys.length > 0],
  ['conscriptionPlace', (value) => parseConscription(value).office !== null],
  ['camp', (value) => readCamp(value) !== null],
  ['sex', (value) => readSex(value) !== null],
  ['rank', (value) => isRank(value) && !/\d{3}/.test(value)],
  ['fate', (value) => isFate(value) && !/\d/.test(value)],
  ['burialCountry', (value) => readCountry(value) !== null],
  [
    'birthPlace',
    (value) =>
      /(?:^|[\s,])(?:обл|р-н|рн|район|с\/с|с|г|дер|пос|аул|ауданы|облысы|ауылы|сср)\.?(?:[\s,]|$)/iu.test(value),
  ],
  ['person', isPerson],
  ['fullName', (value) => isName(value) && isSeveralWords(value)],
];

const MOST = 0.7;

/** What a column without a header holds, by its values alone; null when they do not say. */
export function targetOfValues(values: readonly string[]): HeaderTarget | null {
  if (values.length === 0) return null;
  if (isRunningNumber(values) && !values.every(isDate)) return 'ignore';
  if (share(values, (value) => isDateWithWords(value) && isFate(value)) >= MOST) return 'fateAndDate';
  if (share(values, isDate) >= MOST) return (middleYear(values) ?? 0) <= LAST_BIRTH ? 'birthDate' : 'fateDate';
  const found = BY_VALUES.find(([, holds]) => share(values, holds) >= MOST)?.[0];
  if (found) return found;
  return share(values, (value) => isName(value) && !isSeveralWords(value)) >= MOST ? 'familyName' : null;
}
