import { GAP, MERGER, NO_RULE, SUBSTITUTION, SWAP_COST, soundCode } from './sound-costs.ts';

/** Longer sounds are cut: no name part is longer, and the work grows with the square. */
export const MAX_SOUND = 28;

/** The letters of a sound as numbers after their count, cut to `MAX_SOUND`. */
export function soundCodes(sound: string): Uint8Array {
  return writeCodes(sound, new Uint8Array(Math.min(sound.length, MAX_SOUND) + 1));
}

function writeCodes(sound: string, codes: Uint8Array): Uint8Array {
  const length = Math.min(sound.length, MAX_SOUND);
  codes[0] = length;
  for (let index = 0; index < length; index++) codes[index + 1] = soundCode(sound, index);
  return codes;
}

/** For each pair of neighbours, as a set of bits, the sounds it may stand against; most pairs have none. */
const MERGERS_OF = new Uint32Array(32 * 32);
MERGER.forEach((cost, index) => {
  if (cost !== NO_RULE) MERGERS_OF[index >> 5] = (MERGERS_OF[index >> 5] as number) | (1 << (index & 31));
});

/** A sound made ready to be compared with many: what depends on it alone is looked up once. */
export type SoundProbe = { codes: Uint8Array; gaps: Uint8Array; pairs: Uint16Array; mergers: Uint32Array };

export function soundProbe(sound: string): SoundProbe {
  return writeProbe(sound, emptyProbe(Math.min(sound.length, MAX_SOUND) + 1));
}

function emptyProbe(size: number): SoundProbe {
  return {
    codes: new Uint8Array(size),
    gaps: new Uint8Array(size),
    pairs: new Uint16Array(size),
    mergers: new Uint32Array(size),
  };
}

function writeProbe(sound: string, probe: SoundProbe): SoundProbe {
  const { codes, gaps, pairs, mergers } = probe;
  writeCodes(sound, codes);
  const length = codes[0] as number;
  let before = 0;
  for (let i = 1; i <= length; i++) {
    const pair = (before << 5) | (codes[i] as number);
    pairs[i] = pair;
    gaps[i] = GAP[pair] as number;
    mergers[i] = MERGERS_OF[pair] as number;
    before = codes[i] as number;
  }
  return probe;
}

/** For two sounds that are compared once: reused, because a request compares hundreds of thousands. */
const ONCE = { probe: emptyProbe(MAX_SOUND + 1), codes: new Uint8Array(MAX_SOUND + 1) };

/** Above every cost that is looked at; small enough to add to. */
const FAR = 1 << 20;
/** Three rows of the distance table: the one being filled and the two before it. Reused, because a query fills thousands. */
const ROWS = [0, 1, 2].map(() => new Int32Array(MAX_SOUND + 1)) as [Int32Array, Int32Array, Int32Array];

/**
 * How far two sounds are apart, in hundredths of an unexplained letter change (`sound-costs.ts`). Symmetric; 0 only for
 * equal sounds (beyond `MAX_SOUND` letters nothing is compared).
 * @param limit the search stops when the distance is above it; then some value above the limit is returned
 */
export function soundDistance(a: string, b: string, limit: number = FAR): number {
  return a === b ? 0 : probeDistance(writeProbe(a, ONCE.probe), writeCodes(b, ONCE.codes), 0, limit);
}

/**
 * `soundDistance` against a sound that stands (as `soundCodes` writes it) at a place in a store of many: an edit distance
 * with a cost for each pair of sounds, for a sound lost after another, for two sounds against one, and for two neighbours
 * swapped. Indices stay inside the arrays, hence the casts: this loop is most of what a search does.
 */
export function probeDistance(probe: SoundProbe, store: Uint8Array, place: number, limit: number): number {
  const { codes, gaps, pairs, mergers } = probe;
  const width = codes[0] as number;
  const height = store[place] as number;
  let [last, row, beforeLast] = ROWS;
  last[0] = 0;
  for (let i = 1; i <= width; i++) last[i] = (last[i - 1] as number) + (gaps[i] as number);
  let cheapestBefore = 0;
  let before = 0;
  for (let j = 1; j <= height; j++) {
    const letter = store[place + j] as number;
    const pair = (before << 5) | letter;
    const added = GAP[pair] as number;
    const merger = j > 1 ? (MERGERS_OF[pair] as number) : 0;
    const swapped = (letter << 5) | before;
    let diagonal = last[0] as number;
    let left = diagonal + added;
    let cheapest = left;
    row[0] = left;
    for (let i = 1; i <= width; i++) {
      const own = codes[i] as number;
      let cost = diagonal + (SUBSTITUTION[(own << 5) | letter] as number);
      diagonal = last[i] as number;
      const above = diagonal + added;
      if (above < cost) cost = above;
      left += gaps[i] as number;
      if (left < cost) cost = left;
      if (merger !== 0 && (merger >>> own) & 1) {
        cost = Math.min(cost, (beforeLast[i - 1] as number) + (MERGER[(pair << 5) | own] as number));
      }
      const ownPair = pairs[i] as number;
      if (i > 1 && ((mergers[i] as number) >>> letter) & 1) {
        cost = Math.min(cost, (last[i - 2] as number) + (MERGER[(ownPair << 5) | letter] as number));
      }
      if (i > 1 && j > 1 && ownPair === swapped) cost = Math.min(cost, (beforeLast[i - 2] as number) + SWAP_COST);
      row[i] = cost;
      left = cost;
      if (cost < cheapest) cheapest = cost;
    }
    if (cheapest > limit && cheapestBefore > limit) return limit + 1;
    cheapestBefore = cheapest;
    before = letter;
    const free: Int32Array = beforeLast;
    beforeLast = last;
    last = row;
    row = free;
  }
  return last[width] as number;
}
