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

/** The first row: the cost of losing each beginning of the word. */
export function firstRow(codes: Uint8Array, row: Int32Array): void {
  row[0] = 0;
  for (let i = 1; i < codes.length; i++) {
    row[i] = (row[i - 1] ?? 0) + (GAP[((codes[i - 1] ?? 0) << 5) | (codes[i] ?? 0)] ?? 0);
  }
}

/** Where `nextRow` stands in the other word: its letter, the one before, and the rows of the two steps before. */
export type RowStep = { letter: number; before: number; last: Int32Array; beforeLast: Int32Array };

/**
 * One row of the weighted edit distance: what each beginning of the word costs against the other word up to `letter`.
 * A row of its own, because a search through a tree of words shares the rows of their common beginnings.
 * Returns the cheapest value of the row: no continuation can cost less than that of two rows together.
 */
export function nextRow(codes: Uint8Array, step: RowStep, row: Int32Array): number {
  const { letter, before, last, beforeLast } = step;
  const added = GAP[(before << 5) | letter] as number;
  const pair = ((before << 5) | letter) << 5;
  let cheapest = (last[0] as number) + added;
  row[0] = cheapest;
  for (let i = 1; i < codes.length; i++) {
    const own = codes[i] as number;
    const ownBefore = codes[i - 1] as number;
    let cost = (last[i - 1] as number) + (SUBSTITUTION[(own << 5) | letter] as number);
    const other = (last[i] as number) + added;
    if (other < cost) cost = other;
    const lost = (row[i - 1] as number) + (GAP[(ownBefore << 5) | own] as number);
    if (lost < cost) cost = lost;
    if (before !== 0) {
      const merged = MERGER[pair | own] as number;
      if (merged !== NO_RULE && (beforeLast[i - 1] as number) + merged < cost)
        cost = (beforeLast[i - 1] as number) + merged;
    }
    if (i > 1) {
      const split = MERGER[(((ownBefore << 5) | own) << 5) | letter] as number;
      if (split !== NO_RULE && (last[i - 2] as number) + split < cost) cost = (last[i - 2] as number) + split;
      if (before === own && ownBefore === letter) {
        const swapped = (beforeLast[i - 2] as number) + SWAP_COST;
        if (swapped < cost) cost = swapped;
      }
    }
    row[i] = cost;
    if (cost < cheapest) cheapest = cost;
  }
  return cheapest;
}

const rows: Int32Array[] = Array.from({ length: 3 }, () => new Int32Array(MAX_SOUND + 1));

/**
 * How far two sounds are apart, in hundredths of an unexplained letter change (`sound-costs.ts`). Symmetric; 0 only for
 * equal sounds (beyond `MAX_SOUND` letters nothing is compared).
 * @param limit the search stops when the distance is above it; then any value above the limit is returned
 */
export function soundDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (a === b) return 0;
  return codesDistance(soundCodes(a), soundCodes(b), limit);
}

/** `soundDistance` for words that are already numbers. */
export function codesDistance(a: Uint8Array, b: Uint8Array, limit: number): number {
  let [beforeLast, last, row] = rows as [Int32Array, Int32Array, Int32Array];
  firstRow(a, last);
  let cheapestBefore = 0;
  for (let j = 1; j < b.length; j++) {
    const step = { letter: b[j] ?? 0, before: b[j - 1] ?? 0, last, beforeLast };
    const cheapest = nextRow(a, step, row);
    if (cheapest > limit && cheapestBefore > limit) return limit + 1;
    cheapestBefore = cheapest;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return last[a.length - 1] ?? 0;
}
