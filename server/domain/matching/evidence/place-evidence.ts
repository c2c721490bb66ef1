import type { EvidenceKind } from '../candidate.ts';
import { type MatchPlace, type PlaceLevel, placeLevel } from '../place-agreement.ts';
import { type MatchStatistics, share } from '../statistics.ts';
import type { LevelWeight } from '../weights.ts';
import { bestPair, bits, type EvidenceTools, missing, type Observation } from './observation.ts';

type PlaceKind = Extract<EvidenceKind, 'birthplace' | 'residence' | 'conscription'>;

type Agreeing = { level: Exclude<PlaceLevel, 'missing'>; known: LevelWeight; place: MatchPlace };

function chanceOf({ level, known, place }: Agreeing, statistics: MatchStatistics): number {
  const usual = known.u;
  const village = place.village;
  if (level === 'same_village' && village !== null) {
    return share(statistics.villages, village, usual);
  }
  if (level === 'same_oblast' && place.oblast !== null) return share(statistics.oblasts, place.oblast, usual);
  return place.rayon === null ? usual : share(statistics.rayons, place.rayon, usual);
}

const SCORES: Record<PlaceLevel, number | null> = {
  same_village: 1,
  same_rayon: 0.8,
  other_village: 0.4,
  same_oblast: 0.5,
  other_rayon: 0.2,
  elsewhere: 0,
  missing: null,
};

/** Two places of one kind, village before rayon before oblast. What a side leaves out says nothing. */
export function placeEvidence(
  kind: PlaceKind,
  sides: { request: readonly MatchPlace[]; soldier: readonly MatchPlace[] },
  { statistics, weights }: EvidenceTools,
): Observation {
  const best = bestPair(sides, (request, soldier) => {
    const level = placeLevel(request, soldier);
    if (level === 'missing') return missing(kind, request.written, soldier.written);
    const known = weights.levels[kind][level];
    return {
      kind,
      level,
      weight: bits(known.m, known.byValue ? chanceOf({ level, known, place: request }, statistics) : known.u),
      score: SCORES[level],
      values: {},
      requestValue: request.written,
      soldierValue: soldier.written,
    };
  });
  return best ?? missing(kind, sides.request[0]?.written ?? null, sides.soldier[0]?.written ?? null);
}
