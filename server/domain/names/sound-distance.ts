import { GAP, MERGER, NO_RULE, SUBSTITUTION, SWAP_COST, soundCode } from './sound-costs.ts';

/** Longer sounds are cut: no name part is longer, and the work grows with the square. */
export const MAX_SOUND = 28;

/** The letters of a sound as numbers, cut to `MAX_SOUND`; slot 0 is the word's beginning. */
export function soundCodes(sound: string): Uint8Array {
  const length = Math.min(sound.length, MAX_SOUND);
  const codes = new Uint8Array(length + 1);
  for (let index = 0; index < length; index++) codes[index + 1] = soundCode(sound, index);
  return codes;
}

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
  return a === b ? 0 : codesDistance(soundCodes(a), soundCodes(b), limit);
}

/**
 * `soundDistance` for words that are already numbers: an edit distance with a cost for each pair of sounds, for a sound
 * lost after another, for two sounds against one, and for two neighbours swapped. Indices stay inside the arrays, hence
 * the casts: this loop is most of what a search does.
 */
export function codesDistance(a: Uint8Array, b: Uint8Array, limit: number): number {
  const width = a.length;
  let [last, row, beforeLast] = ROWS;
  last[0] = 0;
  for (let i = 1; i < width; i++) {
    last[i] = (last[i - 1] as number) + (GAP[((a[i - 1] as number) << 5) | (a[i] as number)] as number);
  }
  let cheapestBefore = 0;
  for (let j = 1; j < b.length; j++) {
    const before = b[j - 1] as number;
    const letter = b[j] as number;
    const pair = (before << 5) | letter;
    const added = GAP[pair] as number;
    let left = (last[0] as number) + added;
    let cheapest = left;
    let ownBefore = 0;
    row[0] = left;
    for (let i = 1; i < width; i++) {
      const own = a[i] as number;
      const ownPair = (ownBefore << 5) | own;
      let cost = (last[i - 1] as number) + (SUBSTITUTION[(own << 5) | letter] as number);
      cost = Math.min(cost, (last[i] as number) + added, left + (GAP[ownPair] as number));
      const merged = MERGER[(pair << 5) | own] as number;
      if (merged !== NO_RULE && j > 1) cost = Math.min(cost, (beforeLast[i - 1] as number) + merged);
      const split = MERGER[(ownPair << 5) | letter] as number;
      if (split !== NO_RULE && i > 1) cost = Math.min(cost, (last[i - 2] as number) + split);
      if (before === own && ownBefore === letter && i > 1 && j > 1) {
        cost = Math.min(cost, (beforeLast[i - 2] as number) + SWAP_COST);
      }
      row[i] = cost;
      left = cost;
      if (cost < cheapest) cheapest = cost;
      ownBefore = own;
    }
    if (cheapest > limit && cheapestBefore > limit) return limit + 1;
    cheapestBefore = cheapest;
    const free: Int32Array = beforeLast;
    beforeLast = last;
    last = row;
    row = free;
  }
  return last[width - 1] as number;
}
