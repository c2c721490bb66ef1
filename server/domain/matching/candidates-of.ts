import { partCost } from '../names/likeness.ts';
import { birthDateEvidence } from './evidence/birth-date.ts';
import type { NameFinding } from './evidence/name.ts';
import type { EvidenceTools } from './evidence/observation.ts';
import type { WordCost } from './name-agreement.ts';
import { type Posterior, posterior, type SameMan } from './posterior.ts';
import { joinProfiles, type MatchProfile } from './profile.ts';
import { sameManProbability } from './same-person.ts';
import { type ScoredPair, type ScoreTools, scoreName, scorePair } from './score.ts';

/** How many names are compared, how many pairs weighed in full, how many offered. */
export const CUTS = { names: 180, pairs: 50, offered: 20 } as const;

/** The cost of two words, remembered: within one request the same words come again and again. */
export function rememberedCost(): WordCost {
  const known = new Map<string, Map<string, number | null>>();
  return (request, soldier) => {
    let row = known.get(request.part.text);
    if (row === undefined) {
      row = new Map();
      known.set(request.part.text, row);
    }
    const seen = row.get(soldier.part.text);
    if (seen !== undefined) return seen;
    const cost = partCost(request.part, soldier.part);
    row.set(soldier.part.text, cost);
    return cost;
  };
}

/** Of a hundred men of one common name those of his age come first; everything else is compared of the better ones only. */
function firstLook(
  request: MatchProfile,
  { soldier, finding }: { soldier: MatchProfile; finding: NameFinding | null },
  tools: EvidenceTools,
): number {
  return (finding?.weight ?? NO_NAME) + birthDateEvidence(request, soldier, tools).weight;
}

const NO_NAME = -99;

/** All that was found for a request is weighed: names first, then everything of the better ones. Best first. */
export function weighCandidates(
  request: MatchProfile,
  found: readonly MatchProfile[],
  known: EvidenceTools,
): ScoredPair[] {
  const tools: ScoreTools = { ...known, cost: rememberedCost() };
  return found
    .map((soldier) => ({ soldier, finding: scoreName(request, soldier, tools) }))
    .map((named) => ({ ...named, first: firstLook(request, named, tools) }))
    .sort((a, b) => b.first - a.first)
    .slice(0, CUTS.pairs)
    .map(({ soldier, finding }) => scorePair(request, soldier, tools, finding))
    .sort((a, b) => b.weight - a.weight || (a.soldierId < b.soldierId ? -1 : 1));
}

// Candidates were chosen for being like one request, and the best of two values is compared: two of them agree by chance
// more often than any two papers do.
const CHOSEN_ALIKE = 0.4;
// A candidate that speaks so little for the man asked for need not be tied to another candidate.
const WORTH_TYING = 4;

/**
 * Whether a candidate of a request is the man of others. If those are the man asked for, then what the family knows is known
 * of him too: all together are weighed against it.
 */
export function sameManAmong(
  request: MatchProfile,
  profiles: ReadonlyMap<string, MatchProfile>,
  { statistics, weights }: EvidenceTools,
): SameMan {
  const tools: ScoreTools = { statistics, weights, cost: rememberedCost() };
  const known = new Map<string, MatchProfile>();
  const withRequest = (his: readonly ScoredPair[]): MatchProfile => {
    const key = his.map(({ soldierId }) => soldierId).join(' ');
    const papers = his.flatMap(({ soldierId }) => profiles.get(soldierId) ?? []);
    const joined = known.get(key) ?? joinProfiles(key, [...papers, request]);
    known.set(key, joined);
    return joined;
  };
  return (his, paper) => {
    const [leader, right] = [his[0], profiles.get(paper.soldierId)];
    if (leader === undefined || right === undefined || paper.weight < WORTH_TYING) return 0;
    if (!profiles.has(leader.soldierId)) return 0;
    const { weight } = scorePair(withRequest(his), right, tools);
    return sameManProbability(weight + Math.log2(CHOSEN_ALIKE), statistics.men);
  };
}

export type Offered = { pair: ScoredPair; probability: number };

export type Weighed = Posterior & { pairs: readonly ScoredPair[] };

/** What was found for a request, weighed together: how likely each is the man, and that he is here at all. */
export function weighTogether(
  pairs: readonly ScoredPair[],
  { statistics, weights }: EvidenceTools,
  sameMan: SameMan,
): Weighed {
  return { pairs, ...posterior(pairs, { men: statistics.men, present: weights.present }, sameMan) };
}

/** The candidates with their probabilities, best first, cut to what is offered. */
export function offer(pairs: readonly ScoredPair[], tools: EvidenceTools, sameMan: SameMan): Offered[] {
  const { chances } = weighTogether(pairs, tools, sameMan);
  return pairs
    .map((pair) => ({ pair, probability: chances.get(pair.soldierId) ?? 0 }))
    .sort((a, b) => b.probability - a.probability || b.pair.weight - a.pair.weight)
    .slice(0, CUTS.offered);
}
