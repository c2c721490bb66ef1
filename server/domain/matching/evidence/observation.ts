import type { EvidenceKind } from '../candidate.ts';
import type { MatchStatistics } from '../statistics.ts';
import type { Weights } from '../weights.ts';

/** What weighing rests on: how common each value is here, and the version of the weights. */
export type EvidenceTools = { statistics: MatchStatistics; weights: Weights };

/** What one kind of evidence found, before it is weighed. */
export type Observation = {
  kind: EvidenceKind;
  /** Key in the weights of this kind; `missing` weighs nothing. */
  level: string;
  /** log2(m/u) of this level and value. */
  weight: number;
  score: number | null;
  values: Record<string, string>;
  requestValue: string | null;
  soldierValue: string | null;
};

export function missing(kind: EvidenceKind, requestValue: string | null, soldierValue: string | null): Observation {
  return { kind, level: 'missing', weight: 0, score: null, values: {}, requestValue, soldierValue };
}

/** The best agreement among all pairs of values: one of a man's papers may err where another is right. */
export function bestPair<T>(
  sides: { request: readonly T[]; soldier: readonly T[] },
  compare: (request: T, soldier: T) => Observation,
): Observation | null {
  let best: Observation | null = null;
  for (const request of sides.request) {
    for (const soldier of sides.soldier) {
      const found = compare(request, soldier);
      if (best === null || (found.level !== 'missing' && (best.level === 'missing' || found.weight > best.weight))) {
        best = found;
      }
    }
  }
  return best;
}

export const bits = (m: number, u: number): number => Math.log2(m / u);
