/**
 * Numbers that look like chance and are the same each time: whoever counts the weights twice from the same papers gets
 * the same weights. 0 <= x < 1; a linear congruential generator with the constants of Numerical Recipes.
 */
export function fixedChance(): () => number {
  let state = 1941;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export type Sample<T> = { add(item: T): void; readonly items: readonly T[] };

/** Keeps `size` of the items that pass by, each with the same chance, however many there will be. */
export function createSample<T>(size: number, chance: () => number): Sample<T> {
  const items: T[] = [];
  let seen = 0;
  return {
    items,
    add(item) {
      seen += 1;
      if (items.length < size) items.push(item);
      else {
        const at = Math.floor(chance() * seen);
        if (at < size) items[at] = item;
      }
    },
  };
}
