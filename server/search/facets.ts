/** How many of those found have each value, most first; a value nobody has is not there. */
export type Facets = Record<FacetName, { value: string; count: number }[]>;

const FACETS = ['fate', 'country', 'site', 'division', 'oblast'] as const;
export type FacetName = (typeof FACETS)[number];

const MOST_VALUES = 30;

/** Counts the values of those found. The tags hold nothing sensitive, so no facet can. */
export function facetsOf(tagLists: readonly (readonly string[])[]): Facets {
  const counts = new Map<string, number>();
  for (const tags of tagLists) for (const tag of new Set(tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const valuesOf = (name: FacetName) =>
    [...counts]
      .filter(([tag]) => tag.startsWith(`${name}:`))
      .map(([tag, count]) => ({ value: tag.slice(name.length + 1), count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, MOST_VALUES);
  const facets: Partial<Facets> = {};
  for (const name of FACETS) facets[name] = valuesOf(name);
  return facets as Facets;
}
