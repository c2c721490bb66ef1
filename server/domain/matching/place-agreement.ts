import { soundDistance } from '../names/sound-distance.ts';
import { coarseKey } from '../names/sound-key.ts';
import { readWord } from '../names/word-reading.ts';

/** A place as written, cut into the levels papers use. Each is a sound, so that scripts and clerks' spellings meet. */
export type WrittenPlace = { village: string | null; rayon: string | null; oblast: string | null; written: string };

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

const OBLAST = /(?:^|[\s,])(?:обл(?:аст[ьи])?|облысы|губ(?:ерния)?|oblast|край)(?:$|[\s.,])/iu;
const RAYON =
  /(?:^|[\s,])(?:р-он|р-н|р\/н|район[а]?|ауданы|у(?:езд)?\.|raion|rayon|district|рвк|гвк|рвк\.)(?:$|[\s.,])/iu;
const COUNCIL = /(?:^|[\s,])(?:с\/с|с\/совет|сельсовет|а\/с|аулсовет|аул\.?\s*совет)(?:$|[\s.,])/iu;
const COUNTRY = /ссср|[кқ]аз(?:\.|ахская)?\s*сср|^казахстан$|^kasachstan$|^қазақстан$/iu;
const MARKERS =
  /(?:^|[\s,])(?:обл(?:аст[ьи])?|облысы|губ(?:ерния)?|oblast|край|р-он|р-н|р\/н|района?|ауданы|уезд|raion|rayon|district|рвк|гвк|овк|село|с|аул|ауыл[ыі]?|а|дер|деревня|д|пос|поселок|п|г|гор|город|ст|станица|х|хутор|колхоз|к-з|совхоз|свх|кишлак|м)(?:\.|(?=$|[\s,]))/giu;

function soundOf(text: string): string | null {
  const bare = text
    .replace(MARKERS, ' ')
    .replace(/[^\p{L}\s-]/gu, ' ')
    .trim();
  const words = bare.split(/[\s-]+/u).filter((word) => word.length > 1);
  const sound = words.map((word) => readWord(word)[0]?.sound ?? '').join('');
  return sound === '' ? null : sound;
}

// Adjective endings of oblast and rayon names: Хобдинский, Хобдинского, Хобда are one district.
function districtSound(text: string): string | null {
  return soundOf(text)?.replace(/(?:y?ns?ky?j?|sky?j?|skoj?|skaj?a?|skogo)$/u, '') ?? null;
}

/** Cuts a written place at its commas and markers. What has no marker is a village, or a rayon where an office is named. */
export function readPlace(written: string, bare: 'village' | 'rayon' = 'village'): WrittenPlace {
  const place: WrittenPlace = { village: null, rayon: null, oblast: null, written };
  const parts = written.split(/[,;()]/u).flatMap((part) => part.split(/(?<=обл\.)\s|(?<=р-н)\s/u));
  for (const part of parts) {
    if (part.trim() === '' || COUNTRY.test(part.trim()) || COUNCIL.test(part)) continue;
    if (OBLAST.test(part)) place.oblast ??= districtSound(part);
    else if (RAYON.test(part)) place.rayon ??= districtSound(part);
    else if (bare === 'rayon') place.rayon ??= districtSound(part);
    else place.village ??= soundOf(part);
  }
  return place;
}

/** The key a village is counted under: name and, where known, its rayon. */
export function villageKey(place: WrittenPlace): string | null {
  if (place.village === null) return null;
  return coarseKey(place.village);
}

function alike(a: string, b: string): boolean {
  if (a === b) return true;
  const longest = Math.max(a.length, b.length, 4);
  return soundDistance(a, b, longest * 25) <= longest * 22;
}

type Relation = 'same' | 'other' | 'unknown';

function relation(a: string | null, b: string | null): Relation {
  if (a === null || b === null) return 'unknown';
  return alike(a, b) ? 'same' : 'other';
}

/** Compares two written places level by level. A level missing on a side says nothing. */
export function placeLevel(a: WrittenPlace, b: WrittenPlace): PlaceLevel {
  const village = relation(a.village, b.village);
  const rayon = relation(a.rayon, b.rayon);
  const oblast = relation(a.oblast, b.oblast);
  if (village === 'same') return rayon === 'other' ? 'same_village_name' : 'same_village';
  if (rayon === 'same') return village === 'other' ? 'other_village' : 'same_rayon';
  if (rayon === 'unknown' && village === 'other' && oblast !== 'same') return 'elsewhere';
  if (oblast === 'same') return rayon === 'other' || village === 'other' ? 'other_rayon' : 'same_oblast';
  if (oblast === 'other' || rayon === 'other') return 'elsewhere';
  return 'missing';
}
