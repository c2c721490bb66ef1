import { type AlignedPart, alignmentOf } from './name-differences.ts';
import { matchNames, type NameMatch, plainBits, type Rarity } from './name-match.ts';
import {
  type NamePart,
  type NameText,
  nameParts,
  type PartReading,
  partReadings,
  type WordReader,
} from './name-parts.ts';
import { partCost } from './part-cost.ts';
import { soundDistance } from './sound-distance.ts';

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

/**
 * The score of `likeness` between one name and each of many: what is asked is read once, and so is a word that several of the
 * others have.
 */
export function likenessTo(asked: NameText | string): (other: string) => number {
  const parts = nameParts(asked, partReadings);
  const known = new Map<string, readonly PartReading[]>();
  const read: WordReader = (word, hint) => {
    const key = `${hint ?? ''} ${word}`;
    const readings = known.get(key) ?? partReadings(word, hint);
    known.set(key, readings);
    return readings;
  };
  return (other) => matchNames(parts, nameParts(other, read), { cost: partCost, rarity: plainRarity }).score;
}

/** Far below every line: what two names that no rule brings together can reach at most. */
const FAINT = 0.01;
/** A sound changed for no reason at all costs about so much; a word that has all of them changed has nothing in common. */
const ALL_CHANGED = 110;

/** How much of a part is in the nearest part of the other name, 0 to 1. */
function nearness(part: NamePart, others: readonly NamePart[]): number {
  const sound = part.readings[0]?.sound ?? '';
  const apart = others.map(({ readings }) => {
    const other = readings[0]?.sound ?? '';
    return soundDistance(sound, other) / (ALL_CHANGED * Math.max(sound.length, other.length, 1));
  });
  return Math.max(0, 1 - Math.min(1, ...apart));
}

/**
 * The score of `likeness`, and where that is 0, up to 0.01 by how many sounds the names share all the same: so that a list of
 * comparisons has an order to its end. Symmetric.
 */
export function comparison(a: string, b: string): number {
  const { score } = likeness(a, b);
  if (score > 0) return score;
  const [x, y] = [nameParts(a), nameParts(b)];
  const near = [...x.map((part) => nearness(part, y)), ...y.map((part) => nearness(part, x))];
  const sum = near.reduce((total, each) => total + each, 0);
  return near.length === 0 ? 0 : (FAINT * Math.round((sum / near.length) * 1e6)) / 1e6;
}
