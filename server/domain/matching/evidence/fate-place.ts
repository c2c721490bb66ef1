import { wasThere } from '../match-unit.ts';
import { placeLevel } from '../place-agreement.ts';
import type { MatchProfile } from '../profile.ts';
import { placeKey, share } from '../statistics.ts';
import { bestPair, bits, type EvidenceTools, missing, type Observation } from './observation.ts';

/** The place and day in one paper against the division of the other: was it there then? */
function compareWithPath(place: MatchProfile, unit: MatchProfile, { weights }: EvidenceTools): Observation | null {
  const [fatePlace] = place.fatePlaces;
  const day = place.fateDates[0]?.earliest ?? null;
  const [named] = unit.units.filter(({ paths }) => paths.length > 0);
  if (fatePlace === undefined || day === null || named === undefined) return null;
  const answers = named.paths.map((division) => wasThere(division, fatePlace.written, day));
  const level = answers.includes(true) ? 'on_path' : answers.includes(false) ? 'off_path' : null;
  if (level === null) return null;
  const { m, u } = weights.levels.fate_place[level];
  return {
    kind: 'fate_place',
    level,
    weight: bits(m, u),
    score: level === 'on_path' ? 1 : 0,
    values: { place: fatePlace.written, unit: named.text },
    requestValue: fatePlace.written,
    soldierValue: named.text,
  };
}

/** The request's value first, whichever side told the place. */
function pathEvidence(request: MatchProfile, soldier: MatchProfile, tools: EvidenceTools): Observation | null {
  const own = compareWithPath(request, soldier, tools);
  if (own !== null) return own;
  const turned = compareWithPath(soldier, request, tools);
  return turned && { ...turned, requestValue: turned.soldierValue, soldierValue: turned.requestValue };
}

/**
 * Where he fell or was lost. Papers name a village, a district or a town for one battle, so a difference weighs little.
 * Where one side has no place, the path of his division stands for it.
 */
export function fatePlaceEvidence(request: MatchProfile, soldier: MatchProfile, tools: EvidenceTools): Observation {
  const { statistics, weights } = tools;
  const levels = weights.levels.fate_place;
  const sides = { request: request.fatePlaces, soldier: soldier.fatePlaces };
  const best = bestPair(sides, (a, b) => {
    const found = placeLevel(a, b);
    if (found === 'missing') return missing('fate_place', a.written, b.written);
    const agrees = found.startsWith('same_') || found === 'other_village';
    const { m, u, byValue } = agrees ? levels.same : levels.different;
    return {
      kind: 'fate_place',
      level: agrees ? 'same' : 'different',
      weight: bits(m, byValue ? share(statistics.places, placeKey(a), u) : u),
      score: agrees ? 1 : 0,
      values: {},
      requestValue: a.written,
      soldierValue: b.written,
    };
  });
  if (best !== null && best.level !== 'missing') return best;
  const silent = missing('fate_place', request.fatePlaces[0]?.written ?? null, soldier.fatePlaces[0]?.written ?? null);
  return pathEvidence(request, soldier, tools) ?? silent;
}
