import { isOtherOblast, REGIONS_TODAY } from './oblast-history.ts';
import { nearestSound, type PlaceSound, soundOfPlace } from './place-sound.ts';

export type PlaceLevel = 'oblast' | 'city' | 'rayon' | 'settlement';

/** A row of the gazetteer as the facts file has it. */
export type PlaceFact = {
  id: string;
  type: PlaceLevel;
  names: { ru: string[]; kk: string[]; latin: string[] };
  oblast_then?: string | null;
  center?: string | { then_ru: string | null; now_kk: string | null } | null;
  modern_successor?: string | null;
  valid?: { from: string | null; to: string | null };
  renames?: { from: string | null; name_ru: string | null; name_kk: string | null }[];
  coordinates: { lat: number; lon: number } | null;
  confidence: 'sourced' | 'partly' | 'unverified';
};

export type Place = {
  id: string;
  level: PlaceLevel;
  names: { ru: string[]; kk: string[]; latin: string[] };
  /** Oblasts of the war years it stood in, the earliest first. */
  oblastIds: string[];
  /** The district a settlement is the center of, where that is known. */
  rayonIds: string[];
  /** District names of today, for people who only know those. */
  successors: string[];
  /** A town's name of today in Kazakh; null for every other place. */
  today: string | null;
  latitude: number | null;
  longitude: number | null;
  confidence: PlaceFact['confidence'];
};

export type Gazetteer = {
  byId: ReadonlyMap<string, Place>;
  /** Places of a level that sound like the name, nearest first; a name alone may stand for several. */
  find(level: PlaceLevel, name: string): Place[];
  /** Towns named as an adjective: Чимкентский (ГВК, уезд) is of Чимкент. */
  townsOfAdjective(name: string): Place[];
  /** Oblasts of the war years that a name of any time stands for. */
  oblastsNamed(name: string): string[];
  /** `soundOfPlace`, remembered. */
  soundOf(name: string, level: PlaceLevel): PlaceSound;
};

/** "Ключевой (позже Алгинский) район" is two names; "(1961-1992)" and "(с 1997)" are dates. */
export function namesOf(written: string): string[] {
  const inside = [...written.matchAll(/\(([^)]*)\)/g)].flatMap((match) => (match[1] ?? '').split(','));
  const outside = written.replace(/\([^)]*\)/g, ' ');
  return [outside, ...inside]
    .map((name) => name.replace(/(?:^|\s)(?:до|с|позже|бұрын|в)?\s*\d{4}(?:-\d{4})?(?=\s|$)/gu, ' '))
    .map((name) =>
      name.replace(
        /(?<![\p{L}])(?:позже|бұрын|район|ауданы|область|облысы|oblast|region|raion|имени)(?![\p{L}])/giu,
        ' ',
      ),
    )
    .map((name) => name.replace(/\d+/g, ' ').replace(/\s+/g, ' ').trim())
    .filter((name) => /\p{L}{2}/u.test(name) && !/^(?:center|restored|renamed|merged|with|until)/i.test(name));
}

type Entry = { place: Place; sounds: string[]; isLaterName: boolean };
type KeyIndex = Map<string, Entry[]>;

function isDistrict(level: PlaceLevel): boolean {
  return level === 'oblast' || level === 'rayon';
}

// Of the world-wide list's Latin spellings the first few do: the others are read to the same sounds.
const LATIN_NAMES = 3;

function put(index: KeyIndex, place: Place, names: readonly string[], isLaterName: boolean): void {
  const read = [...new Set(names.flatMap(namesOf))].map((name) => soundOfPlace(name, isDistrict(place.level)));
  const entry = { place, sounds: [...new Set(read.flatMap(({ sounds }) => sounds))], isLaterName };
  for (const key of new Set(read.flatMap(({ keys }) => keys))) {
    const entries = index.get(key);
    if (entries === undefined) index.set(key, [entry]);
    else entries.push(entry);
  }
}

// A little farther than the nearest is another name that merely sounds alike (Қарасай, Қарасу).
const AS_NEAR = 15;
// The district of that name in the war years stands before one whose ground later came to bear the name.
const LATER_NAME = 10;

function findIn(index: KeyIndex, { sounds, keys }: PlaceSound): Place[] {
  const distances = new Map<Place, number>();
  for (const { place, sounds: known, isLaterName } of keys.flatMap((key) => index.get(key) ?? [])) {
    const distance = nearestSound(sounds, known);
    if (distance === null) continue;
    const ranked = distance + (isLaterName ? LATER_NAME : 0);
    if (ranked < (distances.get(place) ?? Number.POSITIVE_INFINITY)) distances.set(place, ranked);
  }
  const nearest = Math.min(...distances.values());
  return [...distances]
    .filter(([, distance]) => distance <= nearest + AS_NEAR)
    .sort(([, a], [, b]) => a - b)
    .map(([place]) => place);
}

// Lists repeat the same few hundred district names; a bounded memory of answers keeps an import from reading each again.
const REMEMBERED = 20_000;

function remembering<Answer>(answer: (name: string) => Answer): (name: string) => Answer {
  const known = new Map<string, Answer>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    if (known.size >= REMEMBERED) known.clear();
    const fresh = answer(name);
    known.set(name, fresh);
    return fresh;
  };
}

type OblastName = { id: string; sounds: string[] };

function oblastFinder(facts: readonly PlaceFact[]): (name: string) => string[] {
  const known: OblastName[] = facts
    .filter((fact) => fact.type === 'oblast')
    .flatMap((fact) => [...fact.names.ru, ...fact.names.kk, ...fact.names.latin].map((name) => ({ id: fact.id, name })))
    .concat(REGIONS_TODAY.flatMap(([names, ids]) => names.flatMap((name) => ids.map((id) => ({ id, name })))))
    .flatMap(({ id, name }) => namesOf(name).map((one) => ({ id, sounds: soundOfPlace(one, true).sounds })));
  return (name) => {
    if (isOtherOblast(name)) return [];
    const sounds = namesOf(name).flatMap((one) => soundOfPlace(one, true).sounds);
    const near = known
      .map(({ id, sounds: own }) => ({ id, distance: nearestSound(sounds, own) }))
      .filter((entry): entry is { id: string; distance: number } => entry.distance !== null)
      .sort((a, b) => a.distance - b.distance);
    // Only the nearest name counts: Кызылорда and Караганда are near each other in sound, yet one is meant.
    return [...new Set(near.filter(({ distance }) => distance === near[0]?.distance).map(({ id }) => id))];
  };
}

function nameOfToday({ renames, names }: PlaceFact): string | null {
  // "Қызылжар / Петропавл": the older name stands before the one in use.
  return renames?.at(-1)?.name_kk?.split(' / ').at(-1) ?? names.kk[0] ?? null;
}

function placeOf(fact: PlaceFact, oblastsNamed: (name: string) => string[]): Place {
  const oblasts = (fact.oblast_then ?? '').split(/[()/]/).flatMap((part) => {
    const name = part.replace(/с\s+[\d.]+/u, ' ').trim();
    return /район/u.test(name) || name === '' ? [] : oblastsNamed(name);
  });
  const successor = /ауданы|аудан/u.test(fact.modern_successor ?? '') ? (fact.modern_successor ?? '') : '';
  return {
    id: fact.id,
    level: fact.type,
    names: fact.names,
    oblastIds: fact.type === 'oblast' ? [fact.id] : [...new Set(oblasts)],
    rayonIds: [],
    successors:
      fact.type === 'rayon'
        ? successor
            .replace(/\([^)]*\)/g, ' ')
            .split('/')
            .map((name) => name.trim())
            .filter((name) => name !== '')
        : [],
    today: fact.type === 'city' ? nameOfToday(fact) : null,
    latitude: fact.coordinates?.lat ?? null,
    longitude: fact.coordinates?.lon ?? null,
    confidence: fact.confidence,
  };
}

/**
 * A settlement at the very coordinates of a district center is that center: the facts took them from the same row.
 * It gives villages of the world-wide list, which has no districts, the district and oblast of the war years.
 */
function joinCenters(places: readonly Place[]): void {
  const spot = (place: Place): string | null =>
    place.latitude === null || place.longitude === null ? null : `${place.latitude};${place.longitude}`;
  const rayons = new Map<string, Place[]>();
  for (const place of places) {
    const at = place.level === 'rayon' ? spot(place) : null;
    if (at !== null) rayons.set(at, [...(rayons.get(at) ?? []), place]);
  }
  for (const place of places) {
    if (place.level !== 'settlement' && place.level !== 'city') continue;
    const here = rayons.get(spot(place) ?? '') ?? [];
    place.rayonIds = here.map((rayon) => rayon.id);
    place.oblastIds = [...new Set([...place.oblastIds, ...here.flatMap((rayon) => rayon.oblastIds)])];
  }
}

/** Builds the gazetteer from its facts. Pure: the same facts give the same gazetteer. */
export function createGazetteer(facts: readonly PlaceFact[]): Gazetteer {
  const oblastsNamed = remembering(oblastFinder(facts));
  const places = facts.map((fact) => placeOf(fact, oblastsNamed));
  joinCenters(places);
  const indexes: Record<PlaceLevel, KeyIndex> = {
    oblast: new Map(),
    city: new Map(),
    rayon: new Map(),
    settlement: new Map(),
  };
  for (const place of places) {
    const { ru, kk, latin } = place.names;
    put(indexes[place.level], place, [...ru, ...kk, ...latin.slice(0, LATIN_NAMES)], false);
    put(indexes[place.level], place, place.successors, true);
  }
  const district = remembering((name) => soundOfPlace(name, true));
  const village = remembering((name) => soundOfPlace(name, false));
  const finders: Record<PlaceLevel, (name: string) => Place[]> = {
    oblast: remembering((name) => (isOtherOblast(name) ? [] : findIn(indexes.oblast, district(name)))),
    city: remembering((name) => findIn(indexes.city, village(name))),
    rayon: remembering((name) => findIn(indexes.rayon, district(name))),
    settlement: remembering((name) => findIn(indexes.settlement, village(name))),
  };
  return {
    byId: new Map(places.map((place) => [place.id, place])),
    find: (level, name) => finders[level](name),
    townsOfAdjective: remembering((name) => findIn(indexes.city, district(name))),
    oblastsNamed,
    soundOf: (name, level) => (isDistrict(level) ? district(name) : village(name)),
  };
}
