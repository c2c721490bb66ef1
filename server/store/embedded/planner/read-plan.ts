import type { Collection, StoredDocument } from '../storage/collection.ts';
import type { IndexPlan, Plan } from './plan.ts';

/** How many keys and documents were looked at: what explain tells, and the test against full scans counts. */
export type Effort = { keys: number; documents: number };

/** The candidates of a plan, each document once. Reads in pages, so a cursor can rest between them. */
export function readPlan(collection: Collection, plan: Plan, effort: Effort): Iterable<StoredDocument> {
  switch (plan.kind) {
    case 'empty':
      return [];
    case 'scan':
      return counted(collection.scan(), effort);
    case 'index':
      return readIndex(collection, plan, effort);
    case 'union':
      return distinct(function* () {
        for (const branch of plan.branches) yield* readPlan(collection, branch, effort);
      });
  }
}

function readIndex(collection: Collection, plan: IndexPlan, effort: Effort): Iterable<StoredDocument> {
  const read = function* (): Generator<StoredDocument> {
    for (const range of plan.ranges) {
      for (const stored of collection.walkIndex(plan.index, range, plan.backwards)) {
        effort.keys++;
        yield stored;
      }
    }
  };
  const repeats = plan.index.throughArray.some(Boolean);
  return counted(repeats ? distinct(read) : read(), effort);
}

function* counted(source: Iterable<StoredDocument>, effort: Effort): Generator<StoredDocument> {
  for (const stored of source) {
    effort.documents++;
    yield stored;
  }
}

function* distinct(source: () => Iterable<StoredDocument>): Generator<StoredDocument> {
  const seen = new Set<number>();
  for (const stored of source()) {
    if (seen.has(stored.rowid)) continue;
    seen.add(stored.rowid);
    yield stored;
  }
}
