import type { EvidenceKind } from '../candidate.ts';
import { comparedAt, type MatchPlace, type PlaceLevel, placeLevel } from '../place-agreement.ts';
import { homeKey, type MatchStatistics, shareOfEither } from '../statistics.ts';
import type { LevelWeight } from '../weights.ts';
import { bestPair, bits, type EvidenceTools, missing, type Observation } from './observation.ts';

type PlaceKind = Extract<EvidenceKind, 'birthplace' | 'residence' | 'conscription'>;

type Agreeing = {
  level: Exclude<PlaceLevel, 'missing'>;
  known: LevelWeight;
  places: readonly [MatchPlace, MatchPlace];
};

const isTown = ({ located }: MatchPlace): boolean =>
  located.candidates.some(({ level, isPlaceItself }) => level === 'city' && isPlaceItself);

/**
 * How many men are of this village. Many villages bear one name: what is common is the name, rare is the village of this
 * district. Where no district tells which, the oblast does; a town needs neither.
 */
function villageChance([a, b]: Agreeing['places'], statistics: MatchStatistics, usual: number): number {
  const named = shareOfEither(statistics.villages, [a.village, b.village], usual);
  const homes = [a, b].filter(({ rayon }) => rayon !== null).map(homeKey);
  const there = homes.length === 0 ? 0 : shareOfEither(statistics.homes, homes, usual);
  if (homes.length === 2) return there;
  if (isTown(a) || isTown(b)) return named;
  return Math.max(there, named * shareOfEither(statistics.oblasts, [a.oblast, b.oblast], 1));
}

function chanceOf({ level, known, places }: Agreeing, statistics: MatchStatistics): number {
  const [a, b] = places;
  if (level === 'same_village') return villageChance(places, statistics, known.u);
  if (level === 'same_village_name') return shareOfEither(statistics.villages, [a.village, b.village], known.u);
  if (level === 'same_oblast') return shareOfEither(statistics.oblasts, [a.oblast, b.oblast], known.u);
  return shareOfEither(statistics.rayons, [a.rayon, b.rayon], known.u);
}

const SCORES: Record<PlaceLevel, number | null> = {
  same_village: 1,
  same_village_name: 0.9,
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
      weight: bits(
        known.m,
        known.byValue ? chanceOf({ level, known, places: [request, soldier] }, statistics) : known.u,
      ),
      score: SCORES[level],
      values: { at: comparedAt(request, soldier) },
      requestValue: request.written,
      soldierValue: soldier.written,
    };
  });
  return best ?? missing(kind, sides.request[0]?.written ?? null, sides.soldier[0]?.written ?? null);
}
