import { partCost } from '../names/likeness.ts';
import { rememberedCost, type Weighed } from './candidates-of.ts';
import { fixedChance } from './chance-sample.ts';
import type { WeightEstimate } from './estimate-weights.ts';
import type { EvidenceTools } from './evidence/observation.ts';
import { partAgreement, type WordCost } from './name-agreement.ts';
import { NAME_SLOTS } from './name-form.ts';
import type { MatchProfile } from './profile.ts';
import { scorePair } from './score.ts';

// A pair less likely than this would count for nearly nothing and costs as much as any.
const LEAST = 0.01;

/** Who of these candidates is counted at all. */
export function worthCounting(chances: ReadonlyMap<string, number> = new Map()): string[] {
  return [...chances].filter(([, chance]) => chance > LEAST).map(([id]) => id);
}

/** Counts the candidates of one request, each as far as it is the man asked for. */
export function countCandidates(estimate: WeightEstimate, { pairs, chances, evidenceOfPresence }: Weighed): void {
  const counted = new Set(worthCounting(chances));
  for (const pair of pairs) if (counted.has(pair.soldierId)) estimate.addPair(pair, chances.get(pair.soldierId) ?? 0);
  estimate.addRequest(evidenceOfPresence);
}

type Sides = { asked: readonly MatchProfile[]; found: readonly MatchProfile[]; most: number };

/**
 * Counts pairs at random, one of each side: as good as surely two men. The same pairs each time.
 * @returns how many were counted
 */
export function countAtRandom(estimate: WeightEstimate, sides: Sides, tools: EvidenceTools): number {
  const { asked, found } = sides;
  const chance = fixedChance();
  const cost = rememberedCost();
  let pairs = 0;
  // Few papers have few pairs: drawing the same again and again tells nothing new.
  const most = Math.min(sides.most, asked.length * found.length);
  for (let drawn = 0; drawn < most; drawn += 1) {
    const one = asked[Math.floor(chance() * asked.length)];
    const other = found[Math.floor(chance() * found.length)];
    if (one === undefined || other === undefined || one.id === other.id) continue;
    estimate.addRandom(scorePair(one, other, { ...tools, cost }));
    pairs += 1;
  }
  countNames(estimate, sides, chance);
  return pairs;
}

/**
 * Names that merely sound alike meet once in ten thousand pairs: that takes more pairs than can be weighed in full, and words alone
 * are compared quickly.
 */
const NAMES_A_PAIR = 25;

function countNames(estimate: WeightEstimate, { asked, found, most }: Sides, chance: () => number): void {
  const pairs = Math.min(most * NAMES_A_PAIR, asked.length * found.length);
  for (let drawn = 0; drawn < pairs; drawn += 1) {
    const one = asked[Math.floor(chance() * asked.length)];
    const other = found[Math.floor(chance() * found.length)];
    const [left, right] = [one?.names[0], other?.names[0]];
    if (left === undefined || right === undefined || one?.id === other?.id) continue;
    for (const slot of NAME_SLOTS) estimate.addNames(slot, partAgreement(left[slot], right[slot], wordCost));
  }
}

const wordCost: WordCost = (request, soldier) => partCost(request.part, soldier.part);
