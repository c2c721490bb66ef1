import { type AlignedPart, alignmentOf } from './name-differences.ts';
import { matchNames, type NameMatch, plainBits, type Rarity } from './name-match.ts';
import { type NameText, nameParts, partReadings } from './name-parts.ts';
import { partCost } from './part-cost.ts';

export type { Pairing } from './name-match.ts';
export { partCost } from './part-cost.ts';

/** At this score and above two names are likely one man's. The same line for `compare`, for search and for labels. */
export const LIKELY = 0.46;

const plainRarity: Rarity = (a, b) => (plainBits(a.readings[0]?.stem ?? '') + plainBits(b.readings[0]?.stem ?? '')) / 2;

export type Likeness = NameMatch & { alignment: AlignedPart[] };

/**
 * How alike two names are: `score` 0 to 1 (1 only for equal sound keys), and the alignment that says what differs.
 * Symmetric, and the order of the parts does not matter. A missing part is neutral, a part that contradicts costs much, an
 * initial says little. Never throws; the work is bounded whatever is written.
 * @param rarity how much an agreement is worth, where the names of many people are known; without it the letters say
 */
export function likeness(a: NameText | string, b: NameText | string, rarity: Rarity = plainRarity): Likeness {
  const match = matchNames(nameParts(a, partReadings), nameParts(b, partReadings), { cost: partCost, rarity });
  return { ...match, alignment: alignmentOf(match) };
}
