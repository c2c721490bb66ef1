/** A given name found in a stem, and what of the stem is left beside it ('' when the stem is just that name). */
export type ClusterPart = { cluster: string; rest: string };

/** The given names that a stem (of `readWord`) is, or is built from. */
export function clustersOf(_stem: string): ClusterPart[] {
  return [];
}

/** Whether a sound is a given name as it stands, so that its end (Яков, Марина) is no surname ending. */
export function isWholeGivenName(_sound: string): boolean {
  return false;
}
