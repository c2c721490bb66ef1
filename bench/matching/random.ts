/** A seeded source of chance: the same seed gives the same set on every machine. */
export type Random = {
  /** 0 <= x < 1 */
  next(): number;
  chance(probability: number): boolean;
  /** Whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  /** One of the keys, in proportion to its weight. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T;
};

/** mulberry32: 32 bits of state are plenty for test data, and it needs no package. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    chance: (probability) => next() < probability,
    between,
    pick: (list) => {
      const item = list[between(0, list.length - 1)];
      if (item === undefined) throw new Error('Nothing to pick from');
      return item;
    },
    weighted: (weights) => weightedKey(weights, next()),
  };
}

function weightedKey<T extends string>(weights: Readonly<Record<T, number>>, share: number): T {
  const keys = Object.keys(weights) as T[];
  const total = keys.reduce((sum, key) => sum + weights[key], 0);
  let left = share * total;
  for (const key of keys) {
    left -= weights[key];
    if (left < 0) return key;
  }
  const last = keys.at(-1);
  if (last === undefined) throw new Error('No weights');
  return last;
}
