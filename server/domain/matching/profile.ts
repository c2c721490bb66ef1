import { readCamp, readTagNumber } from '../camp.ts';
import { type FateCode, readFate } from '../fate.ts';
import { readLastLetter } from '../last-letter.ts';
import { nameParts } from '../names/name-parts.ts';
import { dateOrNull, type PartialDate } from '../partial-date.ts';
import { createGazetteer } from '../places/gazetteer.ts';
import { type Rank, readRank } from '../rank.ts';
import type { MentionRow } from '../row.ts';
import { type MatchUnit, plainUnit } from './match-unit.ts';
import { type NameForm, nameFormOf, nameTextOf, nameWordOf, type PartsReader, type WordMaker } from './name-form.ts';
import { type MatchPlace, matchPlace } from './place-agreement.ts';

/**
 * What the evidence compares: a request or a soldier, every value read once. Lists, because a soldier may have several
 * mentions; a request and a single mention have lists of at most one.
 */
export type MatchProfile = {
  id: string;
  names: readonly NameForm[];
  sexes: readonly string[];
  births: readonly PartialDate[];
  birthPlaces: readonly MatchPlace[];
  residences: readonly MatchPlace[];
  offices: readonly MatchPlace[];
  conscriptions: readonly PartialDate[];
  units: readonly MatchUnit[];
  ranks: readonly Rank[];
  fates: readonly FateCode[];
  fateDates: readonly PartialDate[];
  fatePlaces: readonly MatchPlace[];
  camps: readonly string[];
  campNumbers: readonly string[];
  hospitals: readonly string[];
  relatives: readonly string[];
  /** The last letter home: nobody writes after his death. */
  lastLetters: readonly PartialDate[];
};

/** How the values of a row are read; see `profile-reader.ts` for readers that remember. */
export type ValueReaders = {
  parts: PartsReader;
  word: WordMaker;
  place: (text: string) => readonly MatchPlace[];
  unit: (text: string) => readonly MatchUnit[];
  rank: (text: string) => readonly Rank[];
  fate: (text: string) => readonly FateCode[];
  camp: (text: string) => readonly string[];
  /** `asOf`: the day of the paper, which an age counts from. */
  date: (text: string, asOf: string) => readonly PartialDate[];
};

const NO_GAZETTEER = createGazetteer([]);

const PLAIN: ValueReaders = {
  parts: (name) => nameParts(name),
  word: nameWordOf,
  place: (text) => [matchPlace(text, NO_GAZETTEER)],
  unit: (text) => [plainUnit(text)],
  rank: (text) => [readRank(text)],
  fate: (text) => [readFate(text).code],
  camp: campKeys,
  date: knownDates,
};

// Most fields of most papers are empty: one empty list for all saves a third of the memory of a large database.
const NONE: never[] = [];
const list = <T>(value: T | null | undefined): T[] => (value === null || value === undefined ? NONE : [value]);
const kept = <T>(values: T[]): T[] => (values.length === 0 ? NONE : values);

export function campKeys(text: string): readonly string[] {
  return readCamp(text)?.keys ?? [text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')];
}

/** The date of a text; none where it tells nothing. */
export function knownDates(text: string, asOf: string): readonly PartialDate[] {
  const date = dateOrNull(text, { asOf });
  return date === null || date.precision === 'none' ? NONE : [date];
}

const digits = (text: string): string => text.replace(/\D/gu, '').replace(/^0+/, '');

const MAN: readonly string[] = ['m'];
const WOMAN: readonly string[] = ['f'];

function sexOf(row: MentionRow): readonly string[] {
  const letter = row.sex?.trim().charAt(0).toLowerCase() ?? '';
  if ('мmе'.includes(letter) && letter !== '') return MAN;
  return letter !== '' && 'жfәwk'.includes(letter) ? WOMAN : NONE;
}

// A paper that does not say its year is taken for one of the worst year of the war; an age is then off by a few years.
const WAR_YEAR = '1942';

const valuesOf = <T>(text: string | undefined, read: (text: string) => readonly T[]): readonly T[] =>
  text === undefined ? NONE : read(text);

/**
 * The profile of one row. Ages count from the day of the paper: the date of the fate, else of conscription.
 * @param readers how values are read; give ones that remember where there are many rows
 */
export function profileOf(id: string, row: MentionRow, readers: ValueReaders = PLAIN): MatchProfile {
  const dates = (text: string | undefined, asOf = WAR_YEAR) => valuesOf(text, (written) => readers.date(written, asOf));
  const places = (text: string | undefined) => valuesOf(text, readers.place);
  const fateDates = dates(row.fateDate);
  const conscriptions = dates(row.conscriptionDate);
  const asOf = (fateDates[0]?.earliest ?? conscriptions[0]?.earliest ?? WAR_YEAR).slice(0, 4);
  return {
    id,
    names: [nameFormOf(nameTextOf(row), readers.parts, readers.word)],
    sexes: sexOf(row),
    births: dates(row.birthDate, asOf),
    birthPlaces: places(row.birthPlace),
    residences: places(row.residence),
    offices: places(row.conscriptionPlace),
    conscriptions,
    units: valuesOf(row.unit, readers.unit),
    ranks: valuesOf(row.rank, readers.rank),
    fates: valuesOf(row.fate, readers.fate),
    fateDates,
    fatePlaces: places(row.fatePlace ?? row.burialPlace),
    camps: valuesOf(row.camp, readers.camp),
    campNumbers: kept(list(row.campNumber).flatMap((number) => list(readTagNumber(number)?.digits))),
    hospitals: kept(list(row.hospital).map((hospital) => digits(hospital) || hospital.toLowerCase())),
    relatives: list(row.relatives),
    lastLetters: kept(list(row.notes).flatMap((notes) => list(readLastLetter(notes)))),
  };
}

/** One soldier of several mentions: all their values side by side. The best agreement of each kind will count. */
export function joinProfiles(id: string, mentions: readonly MatchProfile[]): MatchProfile {
  const all = <T>(pick: (mention: MatchProfile) => readonly T[]): T[] => mentions.flatMap(pick);
  return {
    id,
    names: all((mention) => mention.names),
    sexes: all((mention) => mention.sexes),
    births: all((mention) => mention.births),
    birthPlaces: all((mention) => mention.birthPlaces),
    residences: all((mention) => mention.residences),
    offices: all((mention) => mention.offices),
    conscriptions: all((mention) => mention.conscriptions),
    units: all((mention) => mention.units),
    ranks: all((mention) => mention.ranks),
    fates: all((mention) => mention.fates),
    fateDates: all((mention) => mention.fateDates),
    fatePlaces: all((mention) => mention.fatePlaces),
    camps: all((mention) => mention.camps),
    campNumbers: all((mention) => mention.campNumbers),
    hospitals: all((mention) => mention.hospitals),
    relatives: all((mention) => mention.relatives),
    lastLetters: all((mention) => mention.lastLetters),
  };
}
