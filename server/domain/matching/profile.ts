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
  names: NameForm[];
  sexes: string[];
  births: PartialDate[];
  birthPlaces: MatchPlace[];
  residences: MatchPlace[];
  offices: MatchPlace[];
  conscriptions: PartialDate[];
  units: MatchUnit[];
  ranks: Rank[];
  fates: FateCode[];
  fateDates: PartialDate[];
  fatePlaces: MatchPlace[];
  camps: string[];
  campNumbers: string[];
  hospitals: string[];
  relatives: string[];
  /** The last letter home: nobody writes after his death. */
  lastLetters: PartialDate[];
};

/** How the values of a row are read; see `profile-reader.ts` for readers that remember. */
export type ValueReaders = {
  parts: PartsReader;
  word: WordMaker;
  place: (text: string) => MatchPlace;
  unit: (text: string) => MatchUnit;
  rank: (text: string) => Rank;
  /** `asOf`: the day of the paper, which an age counts from. */
  date: (text: string, asOf: string) => PartialDate | null;
};

const NO_GAZETTEER = createGazetteer([]);

const PLAIN: ValueReaders = {
  parts: (name) => nameParts(name),
  word: nameWordOf,
  place: (text) => matchPlace(text, NO_GAZETTEER),
  unit: plainUnit,
  rank: readRank,
  date: (text, asOf) => dateOrNull(text, { asOf }),
};

// Most fields of most papers are empty: one empty list for all saves a third of the memory of a large database.
const NONE: never[] = [];
const list = <T>(value: T | null | undefined): T[] => (value === null || value === undefined ? NONE : [value]);
const kept = <T>(values: T[]): T[] => (values.length === 0 ? NONE : values);

const camps = (text: string): string[] => readCamp(text)?.keys ?? [text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')];

const digits = (text: string): string => text.replace(/\D/gu, '').replace(/^0+/, '');

function sexOf(row: MentionRow): string[] {
  const letter = row.sex?.trim().charAt(0).toLowerCase() ?? '';
  if ('мmе'.includes(letter) && letter !== '') return ['m'];
  return letter !== '' && 'жfәwk'.includes(letter) ? ['f'] : [];
}

// A paper that does not say its year is taken for one of the worst year of the war; an age is then off by a few years.
const WAR_YEAR = '1942';

/**
 * The profile of one row. Ages count from the day of the paper: the date of the fate, else of conscription.
 * @param readers how values are read; give ones that remember where there are many rows
 */
export function profileOf(id: string, row: MentionRow, readers: ValueReaders = PLAIN): MatchProfile {
  const dates = (text: string | undefined, asOf = WAR_YEAR): PartialDate[] =>
    kept(
      list(text)
        .flatMap((written) => list(readers.date(written, asOf)))
        .filter((date) => date.precision !== 'none'),
    );
  const places = (text: string | undefined): MatchPlace[] => kept(list(text).map(readers.place));
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
    units: kept(list(row.unit).map(readers.unit)),
    ranks: kept(list(row.rank).map(readers.rank)),
    fates: kept(list(row.fate).map((fate) => readFate(fate).code)),
    fateDates,
    fatePlaces: places(row.fatePlace ?? row.burialPlace),
    camps: kept(list(row.camp).flatMap(camps)),
    campNumbers: kept(list(row.campNumber).flatMap((number) => list(readTagNumber(number)?.digits))),
    hospitals: kept(list(row.hospital).map((hospital) => digits(hospital) || hospital.toLowerCase())),
    relatives: list(row.relatives),
    lastLetters: kept(list(row.notes).flatMap((notes) => list(readLastLetter(notes)))),
  };
}

/** One soldier of several mentions: all their values side by side. The best agreement of each kind will count. */
export function joinProfiles(id: string, mentions: readonly MatchProfile[]): MatchProfile {
  const all = <T>(pick: (mention: MatchProfile) => T[]): T[] => mentions.flatMap(pick);
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
