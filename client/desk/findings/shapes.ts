import type { Evidence } from '../requests/shapes.ts';

export const KINDS = ['same_person', 'several_graves', 'burial_counts', 'death_off_path'] as const;

/** What the API answers about a thing that the site noticed. */
export type Finding = {
  id: string;
  kind: (typeof KINDS)[number];
  soldiers: { id: string; name: string | null }[];
  siteId: string | null;
  probability: number | null;
  evidence: Evidence[];
  facts: Record<string, string>;
};
