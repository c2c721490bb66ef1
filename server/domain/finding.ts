import type { Evidence } from './matching/candidate.ts';

/**
 * What the site noticed over the whole database and a person has to look at. A finding changes nothing by itself.
 * `same_person`: papers of two soldiers may be one man's. `several_graves`: one man lies at several places.
 * `burial_counts`: the numbers of a burial site disagree. `death_off_path`: he fell where his unit was not at that time.
 */
export const FINDING_KINDS = ['same_person', 'several_graves', 'burial_counts', 'death_off_path'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export type Finding = {
  id: string;
  kind: FindingKind;
  soldierIds: string[];
  siteId: string | null;
  /** Only where two soldiers are compared. */
  probability: number | null;
  evidence: Evidence[];
  /** What contradicts, as written, for the sentence that tells it. */
  facts: Record<string, string>;
  /** A dismissed finding comes back only when this changes. */
  evidenceHash: string;
  state: 'open' | 'dismissed';
  foundAt: Date;
  dismissedBy: string | null;
  dismissedAt: Date | null;
  dismissedReason: string | null;
};

/** What a finder found; who dismissed it and when is the store's business. */
export type NewFinding = Omit<Finding, 'state' | 'foundAt' | 'dismissedBy' | 'dismissedAt' | 'dismissedReason'>;
