import type { Collection, KeyedDocument, StoredDocument } from '../storage/collection.ts';
import type { IndexPlan, Plan } from './plan.ts';

/** How many keys and documents were looked at: what explain tells, and the test against full scans counts. */
export type Effort = { keys: number; documents: number };

/** The candidates of a plan, each document once. Reads in pages, so a cursor can rest between them. */
export function readPlan(collection: Collection, plan: Plan, effort: Effort): Iterable<StoredDocument> {
  switch (plan.kind) {
    case 'empty':
      return [];
    case 'scan':
      return counted(collection.scan(plan.backwards), effort);
    case 'index':
      return readIndex(collection, plan, effort);
    case 'union':
      return distinct(function* () {
        for (const branch of plan.branches) yield* readPlan(collection, branch, effort);
      });
  }
}

function readIndex(collection: Collection, plan: IndexPlan, effort: Effort): Iterable<StoredDocument> {
  if (plan.mergedBehind !== undefined) return counted(merged(collection, plan, effort), effort);
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

type Place = { walk: Iterator<KeyedDocument>; next: KeyedDocument; behind: number };

/** Takes from all ranges at once, always the one whose key comes first behind the fields that make the ranges. */
function* merged(collection: Collection, plan: IndexPlan, effort: Effort): Generator<StoredDocument> {
  const places: Place[] = [];
  for (const range of plan.ranges) {
    const walk = collection.walkIndex(plan.index, range, plan.backwards)[Symbol.iterator]();
    const first = walk.next();
    if (!first.done) places.push({ walk, next: first.value, behind: range.ends[(plan.mergedBehind ?? 1) - 1] ?? 0 });
  }
  const sign = plan.backwards ? -1 : 1;
  const rest = (place: Place): Buffer => place.next.key.subarray(place.behind);
  while (places.length > 0) {
    const least = places.reduce((a, b) => (rest(b).compare(rest(a)) * sign < 0 ? b : a));
    effort.keys++;
    yield least.next;
    const following = least.walk.next();
    if (following.done) places.splice(places.indexOf(least), 1);
    else least.next = following.value;
  }
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
