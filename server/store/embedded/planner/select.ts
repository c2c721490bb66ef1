import { readDoc } from '../bson-form.ts';
import { numberOf } from '../bson-number.ts';
import { HandOver, type Patience } from '../hand-over.ts';
import { semantics } from '../semantics/semantics.ts';
import type { Doc, EvaluationContext } from '../semantics-contract.ts';
import type { Collection } from '../storage/collection.ts';
import { type IndexField, indexField, sortKeyOf } from '../storage/index-definition.ts';
import { StoreError } from '../store-error.ts';
import type { IndexPlan, Plan } from './plan.ts';
import { choosePlan } from './planner.ts';
import { type Effort, readPlan } from './read-plan.ts';

/** What find, aggregate, update, delete, count and distinct all ask: which documents, in which order. */
export type Selection = {
  filter: Doc;
  sort?: Doc | undefined;
  skip?: number | undefined;
  limit?: number | undefined;
  hint?: unknown;
  context: EvaluationContext;
  /** When it runs out, the read is handed over (hand-over.ts). */
  patience?: Patience | undefined;
  /** Milliseconds from now after which it is given up (50 MaxTimeMSExpired). */
  maxTimeMs?: number | undefined;
};

/** A document found: bytes as stored, and decoded when somebody needed that. */
export type Found = { rowid: number; bytes: Uint8Array; doc?: Doc };

export const docOf = (found: Found): Doc => {
  found.doc ??= readDoc(found.bytes);
  return found.doc;
};

/** `stepped`: without order and limit, and with a pause (`undefined`) for each document that was looked at in vain. */
export type Selected = { plan: Plan; effort: Effort; found: Iterable<Found>; stepped: Iterable<Found | undefined> };

/** Checks filter and sort at once; reads when it is iterated. Without a collection there is nothing to find, but wrong questions are still refused. */
export function select(collection: Collection | undefined, selection: Selection): Selected {
  const matches = semantics.compileFilter(selection.filter, selection.context);
  const sort = sortFields(selection.sort);
  const effort: Effort = { keys: 0, documents: 0 };
  if (!collection) return { plan: { kind: 'empty', exact: true, sorted: true }, effort, found: [], stepped: [] };
  const limit = selection.limit ? selection.limit + (selection.skip ?? 0) : undefined;
  const plan = choosePlan(collection, {
    filter: selection.filter,
    sort,
    ...(limit !== undefined && { limit }),
    hint: naturalHint(selection.sort) ?? selection.hint,
  });
  if (isSole(plan)) {
    const found = soleFound(collection, plan, { matches, effort, skip: selection.skip });
    return { plan, effort, found, stepped: found };
  }
  const within = watched(readPlan(collection, plan, effort), selection);
  const matching = plan.exact ? within : filtered(within, matches);
  const ordered = plan.sorted || sort.length === 0 ? matching : sorted(collection, matching, { sort, limit });
  const stepped = plan.exact ? within : pausing(within, matches);
  return { plan, effort, found: sliced(ordered, selection), stepped };
}

/** `{a: 1, b: -1}` to fields; `{}` means no order, and so does `{$natural: 1}` (see `naturalHint`). */
function sortFields(sort: Doc | undefined): IndexField[] {
  const names = Object.keys(sort ?? {});
  if (!sort || names.length === 0) return [];
  if (names.length === 1 && names[0] === '$natural') return [];
  semantics.compileSort(sort);
  return names.map((name) => indexField(name, (numberOf(sort[name]) ?? 1) < 0 ? -1 : 1));
}

const isSole = (plan: Plan): plan is IndexPlan => plan.kind === 'index' && plan.index.unique && plan.isPoint;

/** One document by a whole unique key, which is what most updates of an import are: without the machinery for many. */
function* soleFound(
  collection: Collection,
  plan: IndexPlan,
  wanted: { matches: (doc: Doc) => boolean; effort: Effort; skip: number | undefined },
): Generator<Found> {
  const found: Found | undefined = collection.documentAt(plan.index, plan.ranges[0]?.from ?? Buffer.alloc(0));
  if (!found) return;
  wanted.effort.keys += 1;
  wanted.effort.documents += 1;
  if (!wanted.skip && (plan.exact || wanted.matches(docOf(found)))) yield found;
}

/** `sort({$natural: ±1})` is a hint to walk the documents as they were inserted, forwards or backwards. */
const naturalHint = (sort: Doc | undefined): Doc | undefined => (sort && '$natural' in sort ? sort : undefined);

function* filtered(source: Iterable<Found>, matches: (doc: Doc) => boolean): Generator<Found> {
  for (const found of source) if (matches(docOf(found))) yield found;
}

function* pausing(source: Iterable<Found>, matches: (doc: Doc) => boolean): Generator<Found | undefined> {
  for (const found of source) yield matches(docOf(found)) ? found : undefined;
}

function* watched(
  source: Iterable<Found>,
  limits: { maxTimeMs?: number | undefined; patience?: Patience | undefined },
): Generator<Found> {
  const { maxTimeMs, patience } = limits;
  const end = maxTimeMs ? performance.now() + maxTimeMs : Number.POSITIVE_INFINITY;
  let count = 0;
  for (const found of source) {
    if (patience && patience.left-- <= 0) throw new HandOver();
    count += 1;
    if (count % 64 === 0 && performance.now() > end) throw new StoreError(50, 'operation exceeded time limit');
    yield found;
  }
}

type SortEntry = { key: Buffer; rowid: number };
const byKey = (a: SortEntry, b: SortEntry): number => a.key.compare(b.key) || a.rowid - b.rowid;

/** Sorts keys and row numbers only, and fetches each document again when its turn comes: memory does not grow with their size. */
function* sorted(
  collection: Collection,
  source: Iterable<Found>,
  order: { sort: IndexField[]; limit: number | undefined },
): Generator<Found> {
  const most = order.limit ?? Number.POSITIVE_INFINITY;
  let entries: SortEntry[] = [];
  for (const found of source) {
    entries.push({ key: sortKeyOf(order.sort, docOf(found)), rowid: found.rowid });
    if (entries.length >= most * 2 + 1000) entries = entries.sort(byKey).slice(0, most);
  }
  entries.sort(byKey);
  if (entries.length > most) entries.length = most;
  for (const { rowid } of entries) {
    const stored = collection.byRow(rowid);
    if (stored) yield stored;
  }
}

function* sliced(
  source: Iterable<Found>,
  window: { skip?: number | undefined; limit?: number | undefined },
): Generator<Found> {
  let toSkip = window.skip ?? 0;
  let left = window.limit ? window.limit : Number.POSITIVE_INFINITY;
  for (const found of source) {
    if (toSkip > 0) {
      toSkip -= 1;
      continue;
    }
    yield found;
    left -= 1;
    if (left <= 0) return;
  }
}
