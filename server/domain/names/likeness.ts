import { matchNames, type NameMatch, plainBits, type Rarity } from './name-match.ts';
import { type NameText, nameParts, partReadings } from './name-parts.ts';
import { partCost } from './part-cost.ts';

export type { Pairing } from './name-match.ts';
export { partCost } from './part-cost.ts';

/** At this score and above two names are likely one man's. The same line for `compare`, for search and for labels. */
export const LIKELY = 0.42;

const plainRarity: Rarity = (a, b) => (plainBits(a.readings[0]?.stem ?? '') + plainBits(b.readings[0]?.stem ?? '')) / 2;

/** How alike two names are, 0 to 1. */
export function likeness(a: NameText | string, b: NameText | string, rarity: Rarity = plainRarity): NameMatch {
  const partsA = nameParts(a, partReadings);
  const partsB = nameParts(b, partReadings);
  return matchNames(partsA, partsB, { cost: partCost, rarity });
}
