import { isRowField } from '../row.ts';
import type { ColumnRead } from './column-guess.ts';
import type { HeaderTarget } from './compounds.ts';
import { foldHeader } from './header-target.ts';
import {
  isAge,
  isDate,
  isDateWithWords,
  isFate,
  isPairOfCoordinates,
  isPatronymic,
  isPerson,
  isRank,
  isReference,
  isSeveralWords,
  isUrl,
  LAST_BIRTH,
  middleYear,
  share,
  wordsOf,
} from './sample-kinds.ts';
import { splitCell } from './split-cell.ts';

/**
 * Where the header alone says too little, the values decide: "Name" over whole names or over family names, "Погиб" over dates, places
 * or fates, two fields in one cell. Each rule holds for the targets it names and answers null when the values do not speak.
 */
type Rule = (column: ColumnRead, others: readonly ColumnRead[]) => HeaderTarget | null;

const MOST = 0.5;
const SOME = 0.2;
const BY_VALUES = 0.7;

const has = (others: readonly ColumnRead[], ...targets: HeaderTarget[]): boolean =>
  others.some(({ target }) => target !== null && targets.includes(target));
const most = (column: ColumnRead, holds: (value: string) => boolean): boolean => share(column.values, holds) > MOST;
const headedBy = ({ header }: ColumnRead, words: RegExp): boolean => words.test(foldHeader(header));

const wholeName: Rule = (column, others) => {
  if (most(column, isPerson)) return 'person';
  const single = share(column.values, isSeveralWords) < MOST;
  return single && has(others, 'givenName', 'givenAndPatronymic') && !has(others, 'familyName') ? 'familyName' : null;
};

const familyName: Rule = (column, others) => {
  const apart = has(others, 'givenName', 'givenAndPatronymic', 'fullName', 'person');
  if (apart || !most(column, isSeveralWords)) return null;
  return wholeName(column, others) ?? 'fullName';
};

const givenName: Rule = (column, others) => {
  const second = (value: string) => isPatronymic(wordsOf(value)[1] ?? '');
  return !has(others, 'patronymic') && most(column, (value) => isSeveralWords(value) && second(value))
    ? 'givenAndPatronymic'
    : null;
};

/** A column of dates that holds something else, or something more. */
const dates =
  (own: HeaderTarget, together: HeaderTarget, place: HeaderTarget): Rule =>
  (column) => {
    if (own === 'birthDate' && most(column, isAge)) return 'age';
    // Where some cells have more than the date, the splitter still reads those that have not.
    if (share(column.values, isDateWithWords) > SOME) return together;
    if (most(column, isDate)) return null;
    if (own === 'fateDate' && most(column, isFate)) return 'fate';
    return most(column, (value) => /\p{L}{3}/u.test(value) && !/\d{4}/.test(value)) ? place : null;
  };

const fateDate: Rule = (column, others) => {
  const bare = headedBy(column, /^(?:дата|год|date|year|datum|jahr|data|rok|dato|år|күні|жылы)$/u);
  const year = bare ? middleYear(column.values) : null;
  if (year !== null && year <= LAST_BIRTH && !has(others, 'birthDate')) return 'birthDate';
  const read = dates('fateDate', 'deathDateAndPlace', 'fatePlace')(column, others);
  // "Погиб: убит 12.03.1943" tells the fate before the day.
  return read === 'deathDateAndPlace' &&
    share(column.values, (value) => splitCell('fateAndDate', value).fate !== undefined) > SOME
    ? 'fateAndDate'
    : read;
};

const RULES: Partial<Record<HeaderTarget, Rule>> = {
  fullName: wholeName,
  familyName,
  givenName,
  birthDate: dates('birthDate', 'birthDateAndPlace', 'birthPlace'),
  fateDate,
  captureDate: dates('captureDate', 'captureDateAndPlace', 'capturePlace'),
  conscriptionDate: dates('conscriptionDate', 'conscription', 'conscriptionPlace'),
  conscriptionPlace: (column, others) =>
    !has(others, 'conscriptionDate') && most(column, isDateWithWords) ? 'conscription' : null,
  birthPlace: (column, others) =>
    !has(others, 'birthDate') && most(column, isDateWithWords) ? 'birthDateAndPlace' : null,
  fatePlace: (column, others) =>
    !has(others, 'fateDate') && most(column, isDateWithWords) ? 'deathDateAndPlace' : null,
  burialPlace: (column) => {
    if (headedBy(column, /^(?:место|miejsce|sted|place)$/u) && most(column, (value) => /^\d+\D?$/.test(value)))
      return 'grave';
    return most(column, isDateWithWords) ? 'burialDateAndPlace' : null;
  },
  grave: (column) =>
    headedBy(column, /^(?:место|miejsce|place)$/u) && most(column, (value) => /\p{L}{4}/u.test(value))
      ? 'burialPlace'
      : null,
  burialSite: (column, others) =>
    !has(others, 'grave') && most(column, (value) => splitCell('siteAndGrave', value).grave !== undefined)
      ? 'siteAndGrave'
      : null,
  camp: (column, others) =>
    !has(others, 'campNumber') && most(column, (value) => splitCell('campAndNumber', value).campNumber !== undefined)
      ? 'campAndNumber'
      : null,
  rank: (column, others) =>
    !has(others, 'unit') &&
    most(column, (value) => splitCell('rankAndUnit', value).rank !== undefined && /\d/.test(value))
      ? 'rankAndUnit'
      : null,
  fate: (column, others) => {
    if (!has(others, 'fateDate') && most(column, (value) => isDateWithWords(value) && isFate(value)))
      return 'fateAndDate';
    return null;
  },
  archive: reference,
  fond: reference,
  delo: reference,
  burialLatitude: (column, others) =>
    !has(others, 'burialLongitude') && most(column, isPairOfCoordinates) ? 'coordinates' : null,
  // A number that many rows share names a region or a list, not a man.
  externalId: (column) => {
    const filled = column.cells.filter((cell) => cell !== '');
    return filled.length >= 10 && new Set(filled).size < filled.length * 0.8 ? 'notes' : null;
  },
};

function reference(column: ColumnRead, others: readonly ColumnRead[]): HeaderTarget | null {
  const apart = others.filter(({ target }) => target === 'fond' || target === 'opis' || target === 'delo').length > 1;
  return !apart && most(column, isReference) ? 'archiveReference' : null;
}

/** The guess as the values have it. A header nobody knows keeps a target only from values that can be nothing else. */
export function columnByValues(column: ColumnRead, others: readonly ColumnRead[]): ColumnRead {
  // A header of the contract is taken at its word: what we sent out comes back into the same fields.
  if (column.values.length === 0 || isRowField(column.header)) return column;
  if (column.target === null) {
    const target = column.header === '' ? null : unmistakable(column, others);
    return target ? { ...column, target, confidence: BY_VALUES } : column;
  }
  const target = RULES[column.target]?.(column, others) ?? null;
  return target === null || target === column.target ? column : { ...column, target, confidence: BY_VALUES };
}

function unmistakable(column: ColumnRead, others: readonly ColumnRead[]): HeaderTarget | null {
  if (most(column, isUrl)) return has(others, 'sourceUrl') ? null : 'sourceUrl';
  if (most(column, isPairOfCoordinates)) return 'coordinates';
  if (most(column, isReference) && !has(others, 'fond')) return 'archiveReference';
  if (!has(others, 'fullName', 'familyName') && share(column.values, isPerson) > 0.8) return 'person';
  return !has(others, 'rank', 'person', 'rankAndUnit') && share(column.values, (value) => isRank(value)) > 0.8
    ? 'rank'
    : null;
}
