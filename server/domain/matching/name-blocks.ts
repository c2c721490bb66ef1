import { yearOf } from '../dates/date-agreement.ts';
import { NAME_SLOTS, type NameWord } from './name-form.ts';
import type { MatchProfile } from './profile.ts';

/**
 * Finds the profiles that may be one man without comparing all with all: by keys that two papers of one man are likely
 * to share. In memory, for one run over many requests; the site's own search is the engine.
 */
export type NameBlocks = {
  add(profile: MatchProfile): void;
  /** Positions (in the order of `add`), those sharing the rarest keys first. */
  find(profile: MatchProfile, limit: number): number[];
  readonly size: number;
};

function keysOfWord(word: NameWord | null): readonly string[] {
  return word === null || word.part.initial ? [] : word.keys;
}

/**
 * The keys of a profile. Two name words in any order, one word alone, one word in the village, the village with the
 * year of birth (for a name that is hopeless), the tag number.
 */
export function blockKeys(profile: MatchProfile, years: readonly number[] = [0]): Set<string> {
  const keys = new Set<string>();
  const villages = [...profile.birthPlaces, ...profile.residences]
    .map((place) => place.village)
    .filter((key) => key !== null);
  for (const form of profile.names) {
    const words = NAME_SLOTS.map((slot) => keysOfWord(form[slot]));
    words.forEach((own, index) => {
      for (const key of own) {
        keys.add(`1${key}`);
        for (const village of villages) keys.add(`v${village} ${key}`);
        for (const other of words.slice(index + 1).flat())
          keys.add(key < other ? `2${key} ${other}` : `2${other} ${key}`);
      }
    });
  }
  for (const birth of profile.births) {
    const year = yearOf(birth);
    if (year === null) continue;
    for (const village of villages) for (const off of years) keys.add(`y${village} ${String(year + off)}`);
  }
  for (const number of profile.campNumbers) keys.add(`t${number}`);
  return keys;
}

// A key that more share than this tells nearly nothing; its bearers share rarer keys if they are the man.
const TOO_COMMON = 6000;
// So many bearers are looked at; the rarest keys come first.
const LOOKED_AT = 12_000;

export function createNameBlocks(): NameBlocks {
  const postings = new Map<string, number[]>();
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(profile) {
      for (const key of blockKeys(profile)) {
        const list = postings.get(key);
        if (list === undefined) postings.set(key, [size]);
        else list.push(size);
      }
      size += 1;
    },
    find(profile, limit) {
      const lists = [...blockKeys(profile, [-1, 0, 1])]
        .map((key) => postings.get(key))
        .filter((list) => list !== undefined)
        .sort((a, b) => a.length - b.length);
      const points = new Map<number, number>();
      let looked = 0;
      for (const list of lists) {
        if (list.length > TOO_COMMON || looked > LOOKED_AT) break;
        looked += list.length;
        const rarity = Math.log2((size + 1) / list.length);
        for (const position of list) points.set(position, (points.get(position) ?? 0) + rarity);
      }
      return [...points]
        .sort((a, b) => b[1] - a[1] || a[0] - b[0])
        .slice(0, limit)
        .map(([position]) => position);
    },
  };
}
