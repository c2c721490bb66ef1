import type { Evidence } from '../requests/shapes.ts';

export const KINDS = ['same_person', 'several_graves', 'burial_counts', 'death_off_path'] as const;

export type FoundSoldier = {
  id: string;
  name: string | null;
  life: string;
  birthPlace: string | null;
  fate: string | null;
  burial: string | null;
};

/** What the API answers about a thing that the site noticed. */
export type Finding = {
  id: string;
  kind: (typeof KINDS)[number];
  soldiers: FoundSoldier[];
  siteId: string | null;
  probability: number | null;
  evidence: Evidence[];
  facts: Record<string, string>;
};
