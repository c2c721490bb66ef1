import type { IndexDefinition } from '../storage/index-definition.ts';

/** `ends`: how many bytes the first bound field takes, the first two, and so on, as far as they are single values. */
export type KeyRange = { from: Buffer; to: Buffer | null; ends: number[] };

/** Candidates come from one index, range after range in key order. */
export type IndexPlan = {
  kind: 'index';
  index: IndexDefinition;
  ranges: KeyRange[];
  /** Walk the keys from the last to the first. */
  backwards: boolean;
  /** The ranges are each in order behind their first so many fields; reading takes from all at once, the least first. */
  mergedBehind?: number | undefined;
  /** Every candidate fulfils the filter: the matcher need not look. */
  exact: boolean;
  /** Candidates come in the order the sort asks for. */
  sorted: boolean;
  /** How many leading fields are bound, and how tightly: for choosing, and for explain. */
  boundFields: number;
  isPoint: boolean;
};

/** Candidates come from several indexes, one for each branch of an `$or`; whoever comes twice counts once. */
export type UnionPlan = { kind: 'union'; branches: (IndexPlan | UnionPlan)[]; exact: false; sorted: false };

/** Every document is looked at. */
type ScanPlan = { kind: 'scan'; exact: boolean; sorted: boolean; backwards: boolean };

/** The filter contradicts itself. */
type EmptyPlan = { kind: 'empty'; exact: true; sorted: true };

export type Plan = IndexPlan | UnionPlan | ScanPlan | EmptyPlan;

export type SortField = { path: string; direction: 1 | -1 };
