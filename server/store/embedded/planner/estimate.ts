import type { Collection } from '../storage/collection.ts';
import type { IndexPlan } from './plan.ts';
import type { Question } from './planner.ts';

/** Counting stops here: beyond it the candidates are simply many. */
const COUNTED_AT_MOST = 1000;
const RANGES_COUNTED = 20;
/** Guess for a range that was not counted to its end. */
const MANY = 1_000_000;

/** What a plan would cost in documents read, from looking at the index itself: no statistics to keep or to go stale. */
export function estimate(collection: Collection, plan: IndexPlan, question: Question): number {
  const keys = keysInRanges(collection, plan);
  const tieBreak = -plan.boundFields / 10;
  if (plan.sorted || question.sort.length === 0) {
    // In order already: reading stops at the limit, if most candidates fulfil the rest of the filter.
    const read =
      question.limit && plan.sorted && question.sort.length > 0 ? Math.min(keys, question.limit * 20 + 50) : keys;
    return read + tieBreak;
  }
  return keys * 1.5 + tieBreak;
}

function keysInRanges(collection: Collection, plan: IndexPlan): number {
  if (plan.boundFields === 0) return MANY * 2;
  let total = 0;
  for (const [at, range] of plan.ranges.entries()) {
    if (at >= RANGES_COUNTED) return (total * plan.ranges.length) / RANGES_COUNTED;
    total += collection.countKeys(plan.index, range, COUNTED_AT_MOST - total);
    if (total >= COUNTED_AT_MOST) return MANY;
  }
  return total;
}
