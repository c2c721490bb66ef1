import type { Divisions } from '../division.ts';
import { type FateCode, readFate } from '../fate.ts';
import { type NamePart, nameParts, partReadings, type WordReader } from '../names/name-parts.ts';
import type { PartialDate } from '../partial-date.ts';
import type { Gazetteer } from '../places/gazetteer.ts';
import { type Rank, readRank } from '../rank.ts';
import type { MentionRow } from '../row.ts';
import { createUnitReader, type MatchUnit, plainUnit } from './match-unit.ts';
import { type NameWord, nameWordOf } from './name-form.ts';
import { type MatchPlace, matchPlace } from './place-agreement.ts';
import { campKeys, knownDates, type MatchProfile, profileOf, type ValueReaders } from './profile.ts';

/** A function that remembers its answers by key, up to a number of them; then it starts anew. */
function remembered<T>(read: (key: string) => T, most: number): (key: string) => T {
  let known = new Map<string, T>();
  return (key) => {
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    if (known.size >= most) known = new Map();
    const answer = read(key);
    known.set(key, answer);
    return answer;
  };
}

const MOST_WORDS = 400_000;
const MOST_TEXTS = 100_000;

/** Reads words and remembers them: an answer is shared by all who ask for the same word. */
export function createWordReader(): WordReader {
  const words = new Map<string, ReturnType<WordReader>>();
  return (word, hint) => {
    const key = `${hint ?? ''} ${word}`;
    const seen = words.get(key);
    if (seen !== undefined) return seen;
    if (words.size >= MOST_WORDS) words.clear();
    const readings = partReadings(word, hint);
    words.set(key, readings);
    return readings;
  };
}

/**
 * Reads profiles of many rows. Words, places, units and dates repeat all through a list, so each is read once and shared
 * between the profiles: less work and less memory.
 */
export function createProfileReader(
  gazetteer: Gazetteer,
  divisions?: Divisions,
  readWord: WordReader = createWordReader(),
): (id: string, row: MentionRow) => MatchProfile {
  const made = new WeakMap<NamePart['readings'], NameWord>();
  // Remembered as lists of one: most men share theirs with others, and their lists were a quarter of the memory.
  const places = remembered<readonly MatchPlace[]>((text) => [matchPlace(text, gazetteer)], MOST_TEXTS);
  const ranks = remembered<readonly Rank[]>((text) => [readRank(text)], MOST_TEXTS);
  const readUnit = divisions ? createUnitReader(divisions) : plainUnit;
  const units = remembered<readonly MatchUnit[]>((text) => [readUnit(text)], MOST_TEXTS);
  const fates = remembered<readonly FateCode[]>((text) => [readFate(text).code], MOST_TEXTS);
  const camps = remembered<readonly string[]>(campKeys, MOST_TEXTS);
  const dates = remembered<readonly PartialDate[]>((key) => {
    const [asOf = '', text = ''] = key.split('\u0000');
    return knownDates(text, asOf);
  }, MOST_TEXTS);
  const readers: ValueReaders = {
    parts: (name): NamePart[] => nameParts(name, readWord),
    word(part) {
      // The same word of the same list has the same readings, which are shared: so is what is made of them.
      const known = made.get(part.readings);
      if (known !== undefined) return known;
      const word = nameWordOf(part);
      made.set(part.readings, word);
      return word;
    },
    place: places,
    rank: ranks,
    unit: units,
    fate: fates,
    camp: camps,
    date: (text, asOf) => dates(`${asOf}\u0000${text}`),
  };
  return (id, row) => profileOf(id, row, readers);
}
