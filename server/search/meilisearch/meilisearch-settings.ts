import type { Settings } from 'meilisearch';

/** Grows with every change of the settings or of what a document holds: an index of another version is made anew. */
export const INDEX_VERSION = 1;

/** From 1.16 on typos are counted in letters: before, each Cyrillic letter counted as two and short names matched too much. */
export const LOWEST_VERSION = [1, 16] as const;

/** The most hits one question takes out of the index; a limit above is cut without a word, so both must be the same. */
export const MOST_HITS = 1000;

/** Each setting with its reason. What is not named here stays as the server has it. */
export const SETTINGS: Settings = {
  // The sound-key parts only. Names as written find next to nothing across scripts, and would bring in false friends.
  searchableAttributes: ['parts'],
  // Names go back to us: they are scored by the same likeness as in the built-in engine.
  displayedAttributes: ['id', 'names'],
  filterableAttributes: [
    // Compared for equality only, and never listed by typing: so no comparison order and no facet search is kept for them.
    {
      attributePatterns: ['parts', 'tags'],
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
    // "Born from … to …" needs the order of numbers.
    {
      attributePatterns: ['bornFrom', 'bornTo'],
      features: { facetSearch: false, filter: { equality: true, comparison: true } },
    },
  ],
  // For an operator who looks into the index by hand; the site orders by likeness itself.
  sortableAttributes: ['bornFrom'],
  // `sort` has to stand here or sorting is refused. Candidates come by filter, so no other rule ever decides.
  rankingRules: ['sort', 'words', 'typo', 'exactness'],
  // For searches by hand: sound keys are short, and at 5 and 9 letters a quarter of the misspelt names is not found.
  typoTolerance: { minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 } },
  // Every word of a name is a name.
  stopWords: [],
  // Order and distance of the parts mean nothing, and keeping them costs time at each write.
  proximityPrecision: 'byAttribute',
  pagination: { maxTotalHits: MOST_HITS },
};
