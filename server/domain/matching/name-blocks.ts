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
 * The keys of a profile. Two name words in any order, one word alone, one word in the village or with the year of birth
 * (where many bear the name), the village with the year of birth (for a name that is hopeless), the tag number.
 */
export function blockKeys(profile: MatchProfile, years: readonly number[] = [0]): Set<string> {
  const keys = new Set<string>();
  const villages = [...profile.birthPlaces, ...profile.residences]
    .map((place) => place.village)
    .filter((key) => key !== null);
  const words = new Set(profile.names.flatMap((form) => NAME_SLOTS.flatMap((slot) => keysOfWord(form[slot]))));
  for (const form of profile.names) {
    const parts = NAME_SLOTS.map((slot) => keysOfWord(form[slot]));
    parts.forEach((own, index) => {
      for (const key of own) {
        keys.add(`1${key}`);
        for (const village of villages) keys.add(`v${village} ${key}`);
        for (const other of parts.slice(index + 1).flat())
          keys.add(key < other ? `2${key} ${other}` : `2${other} ${key}`);
      }
    });
  }
  for (const birth of profile.births) {
    const year = yearOf(birth);
    if (year === null) continue;
    for (const off of years) {
      for (const village of villages) keys.add(`y${village} ${String(year + off)}`);
      for (const word of words) keys.add(`b${word} ${String(year + off)}`);
    }
  }
  for (const number of profile.campNumbers) keys.add(`t${number}`);
  return keys;
}

// A key that more share than this tells nearly nothing; its bearers share rarer keys if they are the man.
const TOO_COMMON = 6000;
// So many bearers are looked at; the rarest keys come first.
const LOOKED_AT = 12_000;

/** FNV-1a, 32 bits. Two keys of one hash only bring in a stranger, whom the scorer throws out. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

// Hash and position in one number: 32 and 21 bits, the most that a double holds exactly.
const POSITIONS = 2 ** 21;

/** Sorted numbers take 8 bytes an entry; a map of lists took ten times that, and a database has millions of entries. */
class Postings {
  private entries = new Float64Array(1024);
  private count = 0;
  private sorted = true;

  add(key: string, position: number): void {
    if (this.count === this.entries.length) {
      const larger = new Float64Array(this.count * 2);
      larger.set(this.entries);
      this.entries = larger;
    }
    this.entries[this.count] = hashOf(key) * POSITIONS + position;
    this.count += 1;
    this.sorted = false;
  }

  /** The first entry that is not below the value. */
  private at(value: number): number {
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.entries[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  range(key: string): { from: number; to: number } {
    if (!this.sorted) {
      this.entries.subarray(0, this.count).sort();
      this.sorted = true;
    }
    const first = hashOf(key) * POSITIONS;
    return { from: this.at(first), to: this.at(first + POSITIONS) };
  }

  position(entry: number): number {
    return (this.entries[entry] ?? 0) % POSITIONS;
  }
}

export type BlockOptions = {
  /** Which of the keys of a profile count; all of them where nothing is said. */
  only?: (profile: MatchProfile, keys: ReadonlySet<string>) => Set<string>;
  /** A key that more share than this is passed over. */
  mostBearers?: number;
};

export function createNameBlocks({
  only = (_, keys) => new Set(keys),
  mostBearers = TOO_COMMON,
}: BlockOptions = {}): NameBlocks {
  const postings = new Postings();
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(profile) {
      if (size >= POSITIONS) throw new RangeError(`The blocks hold at most ${POSITIONS} profiles`);
      for (const key of only(profile, blockKeys(profile))) postings.add(key, size);
      size += 1;
    },
    find(profile, limit) {
      const ranges = [...only(profile, blockKeys(profile, [-1, 0, 1]))]
        .map((key) => postings.range(key))
        .filter(({ from, to }) => to > from && to - from <= mostBearers)
        .sort((a, b) => a.to - a.from - (b.to - b.from));
      const points = new Map<number, number>();
      let looked = 0;
      for (const { from, to } of ranges) {
        if (looked > LOOKED_AT) break;
        looked += to - from;
        const rarity = Math.log2((size + 1) / (to - from));
        for (let entry = from; entry < to; entry += 1) {
          const position = postings.position(entry);
          points.set(position, (points.get(position) ?? 0) + rarity);
        }
      }
      return [...points]
        .sort((a, b) => b[1] - a[1] || a[0] - b[0])
        .slice(0, limit)
        .map(([position]) => position);
    },
  };
}
