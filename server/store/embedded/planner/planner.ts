import { numberOf } from '../bson-number.ts';
import { isDocument } from '../semantics/bson-kind.ts';
import type { Doc } from '../semantics-contract.ts';
import type { Collection } from '../storage/collection.ts';
import type { IndexDefinition } from '../storage/index-definition.ts';
import { encodeValue } from '../storage/key-encoding.ts';
import { StoreError } from '../store-error.ts';
import { type ReadFilter, readFilter } from './conditions.ts';
import { estimate } from './estimate.ts';
import { planWithIndex } from './index-plan.ts';
import type { IndexPlan, Plan, SortField, UnionPlan } from './plan.ts';

export type Question = {
  filter: Doc;
  sort: readonly SortField[];
  /** How many results are wanted: a sorted index is then worth more. */
  limit?: number;
  /** Name or key pattern of the index to use; `$natural` for none. */
  hint?: unknown;
};

/** Chooses where candidates come from. Never wrong, only fast or slow: the matcher decides who stays, unless the plan is exact. */
export function choosePlan(collection: Collection, question: Question): Plan {
  const read = readFilter(question.filter);
  const indexes = question.hint === undefined ? collection.allIndexes : hinted(collection, question.hint);
  if (indexes === 'natural') return scan(question, read, isBackwards(question.hint));
  const plans: IndexPlan[] = [];
  for (const index of indexes) {
    const plan = planWithIndex(index, { read, whole: question.filter }, question.sort);
    if (plan === 'empty') return { kind: 'empty', exact: true, sorted: true };
    // One document at most: nothing can be better.
    if (plan?.isPoint && index.unique) return plan;
    if (plan) plans.push(plan);
  }
  if (question.hint !== undefined && plans.length === 0) return wholeIndex(collection, indexes[0], read);
  const useful = plans.filter((plan) => plan.boundFields > 0 || plan.sorted);
  const best = cheapest(collection, useful, question);
  if (best && best.boundFields > 0) return best;
  return unionOf(collection, read) ?? best ?? scan(question, read);
}

const scan = (question: Question, read: ReadFilter, backwards = false): Plan => ({
  kind: 'scan',
  exact: !read.rest && read.conditions.length === 0,
  sorted: question.sort.length === 0,
  backwards,
});

const isBackwards = (hint: unknown): boolean => isDocument(hint) && (numberOf(hint.$natural) ?? 1) < 0;

/** A hint that the filter gives no bounds for: the whole index is walked (a sparse or partial one then hides what it does not hold). */
function wholeIndex(collection: Collection, index: IndexDefinition | undefined, read: ReadFilter): Plan {
  return {
    kind: 'index',
    index: index ?? collection.idIndex,
    ranges: [{ from: Buffer.alloc(0), to: null, ends: [] }],
    backwards: false,
    exact: !read.rest && read.conditions.length === 0,
    sorted: false,
    boundFields: 0,
    isPoint: false,
  };
}

function cheapest(collection: Collection, plans: readonly IndexPlan[], question: Question): IndexPlan | undefined {
  if (plans.length < 2) return plans[0];
  let best: { plan: IndexPlan; cost: number } | undefined;
  for (const plan of plans) {
    const cost = estimate(collection, plan, question);
    if (!best || cost < best.cost) best = { plan, cost };
  }
  return best?.plan;
}

/** `$or` where each branch has an index of its own. */
function unionOf(collection: Collection, read: ReadFilter): UnionPlan | undefined {
  for (const branches of read.alternatives) {
    const plans = branches.map((filter) => choosePlan(collection, { filter, sort: [] }));
    if (plans.every((plan) => plan.kind === 'index' || plan.kind === 'union' || plan.kind === 'empty')) {
      const used = plans.filter(
        (plan): plan is IndexPlan | UnionPlan => plan.kind === 'index' || plan.kind === 'union',
      );
      return { kind: 'union', branches: used, exact: false, sorted: false };
    }
  }
  return undefined;
}

function hinted(collection: Collection, hint: unknown): IndexDefinition[] | 'natural' {
  if (isDocument(hint) && Object.keys(hint)[0] === '$natural') return 'natural';
  const found = collection.allIndexes.find((index) =>
    typeof hint === 'string' ? index.name === hint : encodeValue(index.shown.key).equals(encodeValue(hint)),
  );
  if (!found) {
    throw new StoreError(
      2,
      'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
    );
  }
  return [found];
}
