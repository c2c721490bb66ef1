import type { Gazetteer, Place, PlaceLevel } from '../places/gazetteer.ts';
import { locatePlace } from '../places/resolve-place.ts';
import type { MentionRow, RowField } from '../row.ts';

/** A place that a request or a paper names, and where it lies. `exact` says how near the point is to the place meant. */
export type ToldPlace = {
  field: RowField;
  text: string;
  latitude: number;
  longitude: number;
  exact: PlaceLevel | 'grave';
};

type Point = Pick<ToldPlace, 'latitude' | 'longitude'>;

const EARTH_KM = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Along the ground, by the haversine formula on a sphere: good to half a percent, and the points are district centres. */
export function kilometresBetween(a: Point, b: Point): number {
  const north = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2;
  const east = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  const chord = north + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * east;
  return 2 * EARTH_KM * Math.asin(Math.sqrt(chord));
}

/** In the order of a life. */
const FIELDS = ['birthPlace', 'residence', 'conscriptionPlace', 'capturePlace', 'fatePlace', 'burialPlace'] as const;

const LEVELS: readonly PlaceLevel[] = ['settlement', 'city', 'rayon', 'oblast'];

/** Several villages of one name are no place for a dot: then the district they are told with is. */
function pointOf(text: string, gazetteer: Gazetteer): Place | null {
  const { candidates, rayonIds, oblastIds } = locatePlace(text, gazetteer);
  const ids = [...candidates.filter((one) => one.isPlaceItself).map((one) => one.placeId), ...rayonIds, ...oblastIds];
  const places = [...new Set(ids)].flatMap((id) => gazetteer.byId.get(id) ?? []);
  for (const level of LEVELS) {
    const known = places.filter((place) => place.level === level && place.latitude !== null);
    if (known.length === 1) return known[0] ?? null;
  }
  return null;
}

/** The places of a row that the gazetteer can find, for a map; a name that may be several places is left out. */
export function toldPlaces(row: MentionRow, gazetteer: Gazetteer): ToldPlace[] {
  return FIELDS.flatMap((field) => {
    const text = row[field];
    const place = text === undefined ? null : pointOf(text, gazetteer);
    if (text === undefined || place === null || place.latitude === null || place.longitude === null) return [];
    return [{ field, text, latitude: place.latitude, longitude: place.longitude, exact: place.level }];
  });
}
