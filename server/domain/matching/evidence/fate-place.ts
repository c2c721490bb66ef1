import { placeLevel } from '../place-agreement.ts';
import type { MatchProfile } from '../profile.ts';
import { type MatchStatistics, share } from '../statistics.ts';
import { WEIGHTS } from '../weights.ts';
import { bestPair, bits, missing, type Observation } from './observation.ts';

/** Where he fell or was lost. Papers name a village, a district or a town for one battle, so a difference weighs little. */
export function fatePlaceEvidence(
  request: MatchProfile,
  soldier: MatchProfile,
  statistics: MatchStatistics,
): Observation {
  const sides = { request: request.fatePlaces, soldier: soldier.fatePlaces };
  const best = bestPair(sides, (a, b) => {
    const found = placeLevel(a, b);
    if (found === 'missing') return missing('fate_place', a.written, b.written);
    const agrees = found.startsWith('same_') || found === 'other_village';
    const { m, u, byValue } = agrees ? WEIGHTS.fate_place.same : WEIGHTS.fate_place.different;
    return {
      kind: 'fate_place',
      level: agrees ? 'same' : 'different',
      weight: bits(m, byValue ? share(statistics.places, a.village ?? '', u) : u),
      score: agrees ? 1 : 0,
      values: {},
      requestValue: a.written,
      soldierValue: b.written,
    };
  });
  return best ?? missing('fate_place', request.fatePlaces[0]?.written ?? null, soldier.fatePlaces[0]?.written ?? null);
}
