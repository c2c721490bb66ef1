import { comparePlaces, type PlaceAgreement } from '../places/compare-places.ts';
import type { Gazetteer } from '../places/gazetteer.ts';
import { nearestSound } from '../places/place-sound.ts';
import { type LocatedPlace, locatePlace } from '../places/resolve-place.ts';

/** A place made ready for matching: as written, located, and the keys it is counted under. */
export type MatchPlace = {
  written: string;
  located: LocatedPlace;
  /** The sound of its name, or the number of an aul. */
  village: string | null;
  rayon: string | null;
  oblast: string | null;
};

/** How two places agree, most first; the last two contradict. */
export type PlaceLevel =
  | 'same_village'
  | 'same_village_name'
  | 'same_rayon'
  | 'other_village'
  | 'same_oblast'
  | 'other_rayon'
  | 'elsewhere'
  | 'missing';

/** The level down to which both sides tell. `name`: a village each, and neither its district nor its oblast on both. */
export type ComparedAt = 'village' | 'name' | 'rayon' | 'oblast';

export function comparedAt(a: MatchPlace, b: MatchPlace): ComparedAt {
  const bothTell = (level: 'village' | 'rayon' | 'oblast') => a[level] !== null && b[level] !== null;
  if (bothTell('village')) return bothTell('rayon') || bothTell('oblast') ? 'village' : 'name';
  return bothTell('rayon') ? 'rayon' : 'oblast';
}

const villageOf = ({ settlement, parts }: LocatedPlace): string | null =>
  settlement?.keys[0] ?? (parts.aulNumber === null ? null : `№${parts.aulNumber}`);

export function matchPlace(written: string, gazetteer: Gazetteer): MatchPlace {
  const located = locatePlace(written, gazetteer);
  return {
    written,
    located,
    village: villageOf(located),
    rayon: located.rayon?.keys.at(-1) ?? null,
    oblast: located.oblastIds[0] ?? null,
  };
}

function settlementsDiffer(a: LocatedPlace, b: LocatedPlace): boolean {
  const [own, other] = [a.parts.aulNumber, b.parts.aulNumber];
  if (a.settlement === null && b.settlement === null) return own !== null && other !== null && own !== other;
  if (a.settlement === null || b.settlement === null) return false;
  return nearestSound(a.settlement.sounds, b.settlement.sounds) === null;
}

const LEVELS: Readonly<Record<PlaceAgreement, PlaceLevel>> = {
  same_settlement: 'same_village',
  same_name: 'same_village_name',
  same_rayon: 'same_rayon',
  same_rayon_renamed: 'same_rayon',
  same_oblast: 'same_oblast',
  oblast_of_the_time: 'same_oblast',
  elsewhere: 'elsewhere',
  unknown: 'missing',
};

/** Compares two places level by level, through renamings and moved borders. A level missing on a side says nothing. */
export function placeLevel(a: MatchPlace, b: MatchPlace): PlaceLevel {
  const level = LEVELS[comparePlaces(a.located, b.located)];
  const areDistricts = a.located.rayonIsWritten && b.located.rayonIsWritten;
  if (level === 'same_rayon' && areDistricts && settlementsDiffer(a.located, b.located)) return 'other_village';
  if (level !== 'same_oblast') return level;
  const rayonsDiffer = a.located.rayon !== null && b.located.rayon !== null;
  return rayonsDiffer || settlementsDiffer(a.located, b.located) ? 'other_rayon' : level;
}
