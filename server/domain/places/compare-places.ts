import { areRelatedOblasts } from './oblast-history.ts';
import { nearestSound, type PlaceSound, soundOfPlace } from './place-sound.ts';
import type { LocatedPlace } from './resolve-place.ts';

/**
 * How two places agree, most first. `same_name`: the settlements sound alike and nothing else is known, which many
 * villages do. `oblast_of_the_time`: oblasts that were one at another time. `elsewhere` is the only contradiction.
 */
export type PlaceAgreement =
  | 'same_settlement'
  | 'same_rayon'
  | 'same_rayon_renamed'
  | 'same_name'
  | 'same_oblast'
  | 'oblast_of_the_time'
  | 'elsewhere'
  | 'unknown';

type Relation = 'same' | 'renamed' | 'related' | 'other' | 'unknown';

function shares(a: readonly string[], b: readonly string[]): boolean {
  return a.some((item) => b.includes(item));
}

function soundsAlike(a: PlaceSound, b: PlaceSound): boolean {
  return nearestSound(a.sounds, b.sounds) !== null;
}

function oblastRelation(a: LocatedPlace, b: LocatedPlace): Relation {
  if (a.oblastIds.length === 0 || b.oblastIds.length === 0) {
    if (a.parts.oblast === null || b.parts.oblast === null) return 'unknown';
    // The gazetteer knows Kazakhstan; two papers that both say Полтавская still say the same.
    return soundsAlike(soundOfPlace(a.parts.oblast, true), soundOfPlace(b.parts.oblast, true)) ? 'same' : 'other';
  }
  if (shares(a.oblastIds, b.oblastIds)) return 'same';
  return a.oblastIds.some((id) => b.oblastIds.some((other) => areRelatedOblasts(id, other))) ? 'related' : 'other';
}

type TwoRayons = { a: LocatedPlace; b: LocatedPlace; sounds: [PlaceSound, PlaceSound] };

function writtenRayons({ a, b, sounds }: TwoRayons): Relation {
  const areOneKnown = shares(a.rayonIds, b.rayonIds);
  if (!soundsAlike(...sounds)) return areOneKnown ? 'renamed' : 'other';
  // Two districts of one name, both known and not the same: Джамбулский of Alma-Ata and of Dzhambul oblast.
  return areOneKnown || a.rayonIds.length === 0 || b.rayonIds.length === 0 ? 'same' : 'other';
}

/** A district that only may be one agrees, and never contradicts. */
function rayonRelation(a: LocatedPlace, b: LocatedPlace): Relation {
  if (a.rayon === null || b.rayon === null) return 'unknown';
  const relation = writtenRayons({ a, b, sounds: [a.rayon, b.rayon] });
  return relation === 'other' && !(a.rayonIsWritten && b.rayonIsWritten) ? 'unknown' : relation;
}

function settlementRelation(a: LocatedPlace, b: LocatedPlace): Relation {
  const ids = (place: LocatedPlace): string[] =>
    place.candidates
      .filter((entry) => entry.isPlaceItself && (entry.level === 'city' || entry.level === 'settlement'))
      .map((entry) => entry.placeId);
  if (a.parts.aulNumber !== null && b.parts.aulNumber !== null && a.settlement === null && b.settlement === null) {
    return a.parts.aulNumber === b.parts.aulNumber ? 'same' : 'other';
  }
  if (a.settlement === null || b.settlement === null) return 'unknown';
  if (soundsAlike(a.settlement, b.settlement)) return 'same';
  return shares(ids(a), ids(b)) ? 'renamed' : 'other';
}

function withSameSettlement(a: LocatedPlace, rayon: Relation, oblast: Relation): PlaceAgreement | null {
  if (oblast === 'other' || rayon === 'other') return null;
  const isCertain = rayon === 'same' || rayon === 'renamed' || oblast === 'same' || oblast === 'related';
  if (isCertain) return a.settlement === null && rayon === 'unknown' ? 'same_oblast' : 'same_settlement';
  return a.settlement === null ? null : 'same_name';
}

/**
 * Compares two located places. A district name alone is not enough where the oblasts contradict: Джамбулский district
 * stood in three oblasts. What a side leaves out says nothing; different villages in one district stay `same_rayon`.
 */
export function comparePlaces(a: LocatedPlace, b: LocatedPlace): PlaceAgreement {
  if (a.parts.country !== null && b.parts.country !== null && a.parts.country !== b.parts.country) return 'elsewhere';
  const oblast = oblastRelation(a, b);
  const rayon = rayonRelation(a, b);
  const settlement = settlementRelation(a, b);
  if (settlement === 'same' || settlement === 'renamed') {
    const agreement = withSameSettlement(a, rayon, oblast);
    if (agreement !== null) return agreement;
  }
  if (oblast === 'other') return 'elsewhere';
  if (rayon === 'same') return 'same_rayon';
  if (rayon === 'renamed') return 'same_rayon_renamed';
  if (oblast === 'same') return 'same_oblast';
  if (oblast === 'related') return 'oblast_of_the_time';
  return rayon === 'other' || settlement === 'other' ? 'elsewhere' : 'unknown';
}
