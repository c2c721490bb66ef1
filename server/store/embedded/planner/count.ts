import type { Collection } from '../storage/collection.ts';
import type { IndexPlan } from './plan.ts';
import { type Selection, select } from './select.ts';

/** How many documents the selection finds; from the keys alone where the index answers the whole question. */
export function countFound(collection: Collection | undefined, selection: Selection): number {
  const { skip, limit, sort: _order, ...unordered } = selection;
  const { plan, found } = select(collection, unordered);
  return sliceOf(collection ? countAll(collection, plan, found) : 0, skip ?? 0, limit);
}

function countAll(collection: Collection, plan: ReturnType<typeof select>['plan'], found: Iterable<unknown>): number {
  if (plan.kind === 'empty') return 0;
  if (plan.kind === 'scan' && plan.exact) return collection.count();
  if (plan.kind === 'index' && plan.exact && hasOneKeyADocument(plan)) {
    return plan.ranges.reduce((sum, range) => sum + collection.countKeys(plan.index, range, -1), 0);
  }
  let total = 0;
  for (const _one of found) total += 1;
  return total;
}

/** Under an array a document has many keys, but one only with each of its values: a range of one value counts nobody twice. */
function hasOneKeyADocument({ index, ranges }: IndexPlan): boolean {
  const lastArray = index.throughArray.lastIndexOf(true);
  return lastArray < 0 || (ranges.length === 1 && (ranges[0]?.ends.length ?? 0) > lastArray);
}

const sliceOf = (total: number, skip: number, limit: number | undefined): number =>
  Math.min(Math.max(total - skip, 0), limit ? limit : Number.POSITIVE_INFINITY);
