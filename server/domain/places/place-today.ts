import type { Gazetteer, Place } from './gazetteer.ts';

/** What a place of the war years is today. A district's successor is a Kazakh name; an oblast's is told by its id. */
export type PlaceToday = {
  /** The town's or district's name of today, in Kazakh; null where only the oblast is known. */
  name: string | null;
  /** The oblast of the war years, whose name of today the reader's language has. */
  oblastId: string | null;
  /** False where no source has confirmed which district of today it is. */
  sourced: boolean;
};

/** Ground of these oblasts belongs to several regions of today: beside a district's own name they would say too much. */
const SPLIT_SINCE: ReadonlySet<string> = new Set([
  'obl-akmolinsk',
  'obl-alma-ata',
  'obl-guryev',
  'obl-karaganda',
  'obl-kokchetav',
  'obl-south-kazakhstan',
]);

const only = <T>(values: readonly T[]): T | null => (values.length === 1 ? (values[0] ?? null) : null);

function placeOf(keys: readonly string[], prefix: string, gazetteer: Gazetteer): Place | null {
  // Two districts of one name: which of them is meant, the record does not say, so nothing is said of today either.
  const id = only(keys.filter((key) => key.startsWith(prefix)));
  return id === null ? null : (gazetteer.byId.get(id) ?? null);
}

/**
 * Today's name of a place by its keys (`city-…`, `ray-…`, `obl-…`), or null when nothing certain can be said.
 * The town is named before the district; a place that several stand for is left out.
 */
export function placeToday(keys: readonly string[], gazetteer: Gazetteer): PlaceToday | null {
  const oblastId = only(keys.filter((key) => key.startsWith('obl-')));
  const besideName = oblastId !== null && SPLIT_SINCE.has(oblastId) ? null : oblastId;
  const town = placeOf(keys, 'city-', gazetteer);
  if (town?.today) return { name: town.today, oblastId: besideName, sourced: true };
  const rayon = placeOf(keys, 'ray-', gazetteer);
  const successor = rayon === null ? null : only(rayon.successors);
  if (rayon !== null && successor !== null) {
    return { name: successor, oblastId: besideName, sourced: rayon.confidence === 'sourced' };
  }
  return oblastId === null ? null : { name: null, oblastId, sourced: true };
}
