import type { Doc } from '../semantics-contract.ts';
import type { IndexDefinition, IndexField } from '../storage/index-definition.ts';
import type { Condition, ReadFilter } from './conditions.ts';
import { type Interval, inDirection, intersectAll, isPoint, joined, keyRange } from './intervals.ts';
import { impliesPartial } from './partial.ts';
import type { IndexPlan, KeyRange, SortField } from './plan.ts';

/** Lists of values make a range for each combination: the fields that would make more than this are left to the matcher. */
const MOST_RANGES = 100_000;

type Bound = { field: IndexField; intervals: Interval[]; used: Condition[] };

/** How this index would answer the filter and sort; undefined when it cannot, `'empty'` when the filter contradicts itself. */
export function planWithIndex(
  index: IndexDefinition,
  filter: { read: ReadFilter; whole: Doc },
  sort: readonly SortField[],
): IndexPlan | 'empty' | undefined {
  if (!mayUse(index, filter)) return undefined;
  const bounds = boundsOf(index, filter.read.conditions);
  if (bounds.some((bound) => bound.intervals.length === 0)) return 'empty';
  const ranges = rangesOf(bounds);
  const order = sort.length > 0 ? sortOrder({ index, bounds, ranges: ranges.length }, sort) : undefined;
  if (bounds.length === 0 && !order) return undefined;
  const used = new Set(bounds.flatMap((bound) => bound.used));
  const backwards = order?.direction === -1;
  return {
    kind: 'index',
    index,
    ranges: backwards ? ranges.reverse() : ranges,
    backwards,
    mergedBehind: order?.mergedBehind,
    exact: !filter.read.rest && filter.read.conditions.every((condition) => used.has(condition) && condition.exact),
    sorted: order !== undefined || sort.length === 0,
    boundFields: bounds.length,
    isPoint: bounds.length === index.fields.length && ranges.length === 1 && isSinglePoint(bounds.at(-1)),
  };
}

const isSinglePoint = (bound: Bound | undefined): boolean =>
  bound?.intervals.length === 1 && bound.intervals.every(isPoint);

/** Sparse and partial indexes do not hold every document: only where the filter cannot want the others. */
function mayUse(index: IndexDefinition, filter: { read: ReadFilter; whole: Doc }): boolean {
  if (index.fields.some((field) => field.parts.some((part) => /^\d+$/.test(part)))) return false;
  const { conditions } = filter.read;
  if (index.sparse) {
    const paths = new Set(index.fields.map((field) => field.path));
    if (!conditions.some((condition) => condition.presence && paths.has(condition.path))) return false;
  }
  return !index.partial || impliesPartial(conditions, filter.whole, index.partial.filter);
}

/** Bounds for the leading fields: points go on to the next field, the first range ends it. */
function boundsOf(index: IndexDefinition, conditions: readonly Condition[]): Bound[] {
  const bounds: Bound[] = [];
  let arrayBound = false;
  let product = 1;
  for (const [at, field] of index.fields.entries()) {
    const throughArray = index.throughArray[at] ?? false;
    // Two fields under one array may be fulfilled by different elements: only one of them can bound the keys.
    if (throughArray && arrayBound) break;
    const bound = boundOf(field, throughArray, conditions);
    if (!bound || product * Math.max(bound.intervals.length, 1) > MOST_RANGES) break;
    bounds.push(bound);
    arrayBound ||= throughArray;
    product *= bound.intervals.length;
    if (!bound.intervals.every(isPoint)) break;
  }
  return bounds;
}

function boundOf(field: IndexField, throughArray: boolean, conditions: readonly Condition[]): Bound | undefined {
  const mine = conditions.filter((condition) => condition.path === field.path && condition.intervals);
  const first = [...mine].sort((a, b) => tightness(b) - tightness(a))[0];
  if (!first?.intervals) return undefined;
  // Several conditions on an array may be fulfilled by different elements, so only one of them bounds its keys.
  if (throughArray) return { field, intervals: first.intervals, used: [first] };
  let intervals = first.intervals;
  for (const condition of mine) if (condition !== first) intervals = intersectAll(intervals, condition.intervals ?? []);
  return { field, intervals, used: mine };
}

const tightness = (condition: Condition): number => {
  const intervals = condition.intervals ?? [];
  return intervals.every(isPoint) ? 1 / (intervals.length + 1) + 1 : 0;
};

type Prefix = { bytes: Buffer; ends: number[] };

function rangesOf(bounds: readonly Bound[]): KeyRange[] {
  let prefixes: Prefix[] = [{ bytes: Buffer.alloc(0), ends: [] }];
  for (const [at, { field, intervals }] of bounds.entries()) {
    const turned = intervals.map((interval) => inDirection(interval, field.direction));
    if (field.direction === -1) turned.reverse();
    if (at === bounds.length - 1) {
      return prefixes.flatMap((prefix) => turned.map((interval) => rangeWithin(prefix, interval)));
    }
    prefixes = prefixes.flatMap((prefix) => turned.map((interval) => extended(prefix, interval)));
  }
  return [{ ...keyRange(Buffer.alloc(0), undefined), ends: [] }];
}

function extended({ bytes, ends }: Prefix, { low }: Interval): Prefix {
  const longer = joined(bytes, low.bytes);
  return { bytes: longer, ends: [...ends, longer.length] };
}

const rangeWithin = (prefix: Prefix, interval: Interval): KeyRange => ({
  ...keyRange(prefix.bytes, interval),
  ends: isPoint(interval) ? extended(prefix, interval).ends : prefix.ends,
});

/** More ranges are not merged: each is a place to keep in the index. */
const MOST_MERGED = 100;

type Walked = { index: IndexDefinition; bounds: readonly Bound[]; ranges: number };
type Order = { direction: 1 | -1; mergedBehind?: number };

/**
 * Whether walking the keys gives the order of the sort, forwards or backwards. A field bound to one value may be skipped; one bound to
 * a list of values too, when the lists' ranges are merged. A field that meets arrays sorts by the least of all its elements, so
 * neither it nor another field under arrays may be bound; fields after a range cannot be skipped.
 */
function sortOrder(walked: Walked, sort: readonly SortField[]): Order | undefined {
  const { index, bounds } = walked;
  const arraysBound = bounds.some((_bound, bound) => index.throughArray[bound]);
  let at = 0;
  let direction: 1 | -1 | undefined;
  let mergedBehind: number | undefined;
  for (const wanted of sort) {
    while (index.fields[at]?.path !== wanted.path && maySkip(walked, at, direction)) {
      if (!isSinglePoint(bounds[at])) mergedBehind = at + 1;
      at++;
    }
    const field = index.fields[at];
    if (field?.path !== wanted.path) {
      // A value that is the same in all candidates sorts nothing.
      if (isFixedPath(index, bounds, wanted.path)) continue;
      return undefined;
    }
    if (isFixed(index, bounds, at)) {
      at++;
      continue;
    }
    if (index.throughArray[at] && (at < bounds.length || arraysBound)) return undefined;
    const turn = field.direction === wanted.direction ? 1 : -1;
    if (direction !== undefined && direction !== turn) return undefined;
    direction = turn;
    at++;
  }
  return { direction: direction ?? 1, ...(mergedBehind !== undefined && { mergedBehind }) };
}

/** Lists are skipped only in front of the first sorted field: behind it, the ranges would no longer be in one order. */
function maySkip({ index, bounds, ranges }: Walked, at: number, direction: 1 | -1 | undefined): boolean {
  const bound = bounds[at];
  if (!bound) return false;
  if (isSinglePoint(bound)) return true;
  const arrays = index.throughArray.some(Boolean);
  return direction === undefined && !arrays && ranges <= MOST_MERGED && bound.intervals.every(isPoint);
}

const isFixed = (index: IndexDefinition, bounds: readonly Bound[], at: number): boolean =>
  !index.throughArray[at] && isSinglePoint(bounds[at]);

const isFixedPath = (index: IndexDefinition, bounds: readonly Bound[], path: string): boolean =>
  bounds.some((bound, at) => bound.field.path === path && isFixed(index, bounds, at));
