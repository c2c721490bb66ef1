import type { Gazetteer, Place, PlaceLevel } from './gazetteer.ts';
import { oblastBegan, relatedOblasts } from './oblast-history.ts';
import { type PlaceParts, parsePlace } from './place-parts.ts';
import type { PlaceSound } from './place-sound.ts';

/** A place of the gazetteer that a text may mean. */
export type PlaceCandidate = {
  placeId: string;
  level: PlaceLevel;
  oblastIds: string[];
  /** False for a town that only says where about the place lies. */
  isPlaceItself: boolean;
};

/** A place as written, with what is known of it: for comparing, for index keys, for showing. */
export type LocatedPlace = {
  parts: PlaceParts;
  /** Most exact first; empty when nothing in the gazetteer fits. Several when the name alone cannot decide. */
  candidates: PlaceCandidate[];
  settlement: PlaceSound | null;
  rayon: PlaceSound | null;
  rayonIds: string[];
  /** Whether the text says that it is a district; a bare "Қорғалжын" may be one, and then never speaks against another. */
  rayonIsWritten: boolean;
  /** Oblasts of the war years that the text names, or else those of its district or town. */
  oblastIds: string[];
  /** Whether the oblast stands in the text or follows from the district. */
  oblastIsWritten: boolean;
};

/**
 * The places that lie in one of the oblasts; if none does, those that did one step earlier or later in history.
 * A place whose oblast is not known stays; no oblasts exclude nothing.
 */
function inOblasts(places: Place[], oblastIds: readonly string[]): Place[] {
  if (oblastIds.length === 0) return places;
  const lies = (place: Place, ids: readonly string[]): boolean => place.oblastIds.some((id) => ids.includes(id));
  const inside = places.filter((place) => lies(place, oblastIds));
  if (inside.length > 0) return inside;
  const around = oblastIds.flatMap(relatedOblasts);
  return places.filter((place) => place.oblastIds.length === 0 || lies(place, around));
}

function rayonsOf(parts: PlaceParts, gazetteer: Gazetteer, oblastIds: readonly string[]): Place[] {
  if (parts.rayon === null) return [];
  return inOblasts(gazetteer.find('rayon', parts.rayon), oblastIds);
}

function townsOf(parts: PlaceParts, gazetteer: Gazetteer, oblastIds: readonly string[]): Place[] {
  if (parts.settlementKind !== 'city' && parts.settlementKind !== 'unmarked') return [];
  const names = [parts.settlement, ...parts.formerNames].filter((name): name is string => name !== null);
  return inOblasts([...new Set(names.flatMap((name) => gazetteer.find('city', name)))], oblastIds);
}

/** Towns that only say where about: behind a village ("Томарлы, Гурьев"), or as the adjective of an office or old district. */
function townsAround(
  parts: PlaceParts,
  gazetteer: Gazetteer,
  rayons: readonly Place[],
  oblastIds: readonly string[],
): Place[] {
  const named = parts.others.flatMap((name) => gazetteer.find('city', name));
  const ofOffice = parts.rayon === null || rayons.length > 0 ? [] : gazetteer.townsOfAdjective(parts.rayon);
  return inOblasts([...new Set([...named, ...ofOffice])], oblastIds);
}

function villagesOf(
  parts: PlaceParts,
  gazetteer: Gazetteer,
  rayons: readonly Place[],
  oblastIds: readonly string[],
): Place[] {
  const names = [parts.settlement, ...parts.formerNames].filter((name): name is string => name !== null);
  const found = inOblasts([...new Set(names.flatMap((name) => gazetteer.find('settlement', name)))], oblastIds);
  // A district that is known to be another one excludes its own villages; a village without a district stays possible.
  const rayonIds = rayons.map((rayon) => rayon.id);
  if (rayonIds.length === 0) return found;
  return found.filter((place) => place.rayonIds.length === 0 || place.rayonIds.some((id) => rayonIds.includes(id)));
}

/** Without the oblasts that did not exist yet, unless the text can mean no other. */
function oblastsInYear(ids: string[], year: number | undefined): string[] {
  if (year === undefined) return ids;
  const existing = ids.filter((id) => oblastBegan(id) <= year);
  return existing.length > 0 ? existing : ids;
}

function unique(ids: string[]): string[] {
  return [...new Set(ids)];
}

function candidate(place: Place, isPlaceItself: boolean): PlaceCandidate {
  return { placeId: place.id, level: place.level, oblastIds: place.oblastIds, isPlaceItself };
}

/**
 * What a parsed place may be in the gazetteer. A district name stands in several oblasts, so it is never joined on the
 * name alone: without an oblast all districts of that name stay candidates.
 * @param year the year of the paper, to leave out oblasts that did not exist yet
 */
export function resolvePlace(parts: PlaceParts, gazetteer: Gazetteer, year?: number): PlaceCandidate[] {
  const oblastIds = oblastsInYear(parts.oblast === null ? [] : gazetteer.oblastsNamed(parts.oblast), year);
  const rayons = rayonsOf(parts, gazetteer, oblastIds);
  const towns = townsOf(parts, gazetteer, oblastIds);
  const villages = towns.length > 0 ? [] : villagesOf(parts, gazetteer, rayons, oblastIds);
  const around = townsAround(parts, gazetteer, rayons, oblastIds);
  const oblasts = oblastIds.flatMap((id) => gazetteer.byId.get(id) ?? []);
  const itself = new Set([...towns, ...villages, ...rayons]);
  const rest = new Set([...around, ...oblasts].filter((place) => !itself.has(place)));
  return [
    ...[...itself].map((place) => candidate(place, true)),
    ...[...rest].map((place) => candidate(place, place.level === 'oblast')),
  ];
}

// "Қорғалжыннан", "Талғарда": the endings of "from" and "in", told from names by what the gazetteer knows.
const IN_A_CASE = /(?:нан|нен|дан|ден|тан|тен|да|де|та|те)$/u;
// A name of more words was not understood: it is a sentence, and compares with nothing.
const MOST_WORDS = 3;

function isKnown(name: string, gazetteer: Gazetteer): boolean {
  return (['city', 'settlement', 'rayon'] as const).some((level) => gazetteer.find(level, name).length > 0);
}

/** A bare name without its case ending, where only so the gazetteer knows it. */
function inNominative(name: string, gazetteer: Gazetteer): string {
  const bare = name.replace(IN_A_CASE, '');
  return bare !== name && !isKnown(name, gazetteer) && isKnown(bare, gazetteer) ? bare : name;
}

function withNames(parts: PlaceParts, gazetteer: Gazetteer): PlaceParts {
  const understood = (name: string | null): string | null =>
    name === null || name.split(/\s+/u).length > MOST_WORDS ? null : name;
  const settlement = understood(parts.settlement);
  const isBare = settlement !== null && parts.settlementKind === 'unmarked';
  return {
    ...parts,
    rayon: understood(parts.rayon),
    settlement: isBare ? inNominative(settlement, gazetteer) : settlement,
  };
}

/** The district a bare name may be: Kazakh names of districts are no adjectives. Towns are taken for towns. */
function bareRayons(parts: PlaceParts, candidates: readonly PlaceCandidate[], gazetteer: Gazetteer): Place[] {
  const isTown = candidates.some((entry) => entry.level === 'city');
  if (parts.rayon !== null || parts.settlement === null || parts.settlementKind !== 'unmarked' || isTown) return [];
  const oblastIds = parts.oblast === null ? [] : gazetteer.oblastsNamed(parts.oblast);
  return inOblasts(gazetteer.find('rayon', parts.settlement), oblastIds);
}

function idsOfLevel(candidates: readonly PlaceCandidate[], level: PlaceLevel): string[] {
  return candidates.filter((entry) => entry.level === level).map((entry) => entry.placeId);
}

/**
 * Reads and resolves a place text once, for comparing it with many others. Foreign places resolve to nothing and
 * compare by their names. Never throws.
 */
export function locatePlace(text: string, gazetteer: Gazetteer, year?: number): LocatedPlace {
  const asWritten = parsePlace(text);
  const isElsewhere = asWritten.country !== null && asWritten.country !== 'KZ';
  const parts = isElsewhere ? asWritten : withNames(asWritten, gazetteer);
  const named = isElsewhere ? [] : resolvePlace(parts, gazetteer, year);
  const bare = isElsewhere ? [] : bareRayons(parts, named, gazetteer);
  const candidates = [...named, ...bare.map((place) => candidate(place, true))];
  const rayonName = parts.rayon ?? (bare.length > 0 ? parts.settlement : null);
  const written = idsOfLevel(candidates, 'oblast');
  // A village name alone lends no oblast: the list knows one Каменка where there were dozens.
  const placed = named.filter((entry) => entry.level === 'rayon' || entry.level === 'city');
  return {
    parts,
    candidates,
    settlement: parts.settlement === null ? null : gazetteer.soundOf(parts.settlement, 'settlement'),
    rayon: rayonName === null ? null : gazetteer.soundOf(rayonName, 'rayon'),
    rayonIds: idsOfLevel(candidates, 'rayon'),
    rayonIsWritten: parts.rayon !== null,
    oblastIds: written.length > 0 ? written : unique(placed.flatMap((entry) => entry.oblastIds)),
    oblastIsWritten: written.length > 0 || parts.oblast !== null,
  };
}
