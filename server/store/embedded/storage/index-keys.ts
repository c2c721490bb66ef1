import { isDocument } from '../semantics/bson-kind.ts';
import type { Doc } from '../semantics-contract.ts';
import { StoreError } from '../store-error.ts';
import { EMPTY_ARRAY, MISSING } from './key-encoding.ts';

/** What one document files under an index: one row of values for each key, and which fields went through an array. */
export type IndexValues = { rows: unknown[][]; throughArray: boolean[]; anyPresent: boolean };

type Pending = { from: unknown; path: readonly string[] } | null;
type Walk = { at: unknown; rest: readonly string[] };

/**
 * The values a document has for the fields of an index, as MongoDB takes them: an array gives one key for each of its elements, fields
 * under the same array stay together, an empty array counts as itself, what is not there as missing. Two different arrays in one index
 * are refused (171 CannotIndexParallelArrays).
 */
export function indexValues(doc: Doc, paths: readonly (readonly string[])[]): IndexValues {
  const result: IndexValues = { rows: [], throughArray: paths.map(() => false), anyPresent: false };
  expand(
    paths.map((path) => ({ from: doc, path })),
    paths.map(() => MISSING),
    { paths, result },
  );
  return result;
}

function expand(
  pending: Pending[],
  fixed: unknown[],
  goal: { paths: readonly (readonly string[])[]; result: IndexValues },
): void {
  const { result } = goal;
  let array: unknown[] | undefined;
  let arrayField = 0;
  const waiting: (Walk | null)[] = pending.map((field, at) => {
    if (!field) return null;
    const walk = walkToArray(field.from, field.path);
    if (!Array.isArray(walk.at)) {
      fixed[at] = walk.rest.length > 0 ? MISSING : walk.at;
      if (fixed[at] !== MISSING) result.anyPresent = true;
      return null;
    }
    if (array && array !== walk.at) throw parallelArrays(goal.paths, at, arrayField);
    array = walk.at;
    arrayField = at;
    result.throughArray[at] = true;
    return walk;
  });
  if (!array) {
    result.rows.push(fixed);
    return;
  }
  const elements = array.length > 0 ? array : [EMPTY_ARRAY];
  for (const element of elements) expandElement(waiting, [...fixed], { ...goal, element });
}

function expandElement(
  waiting: readonly (Walk | null)[],
  fixed: unknown[],
  goal: { paths: readonly (readonly string[])[]; result: IndexValues; element: unknown },
): void {
  const next: Pending[] = waiting.map((walk, at) => {
    if (!walk) return null;
    if (walk.rest.length === 0) {
      fixed[at] = goal.element ?? null;
      goal.result.anyPresent = true;
      return null;
    }
    fixed[at] = MISSING;
    return isDocument(goal.element) ? { from: goal.element, path: walk.rest } : null;
  });
  expand(next, fixed, goal);
}

/** Follows a path until its end, until an array that must be spread, or until nothing is there (then `rest` is not empty). */
function walkToArray(from: unknown, path: readonly string[]): Walk {
  let at = from;
  for (let step = 0; step < path.length; step++) {
    const name = path[step] ?? '';
    if (Array.isArray(at)) {
      if (!/^\d+$/.test(name) || Number(name) >= at.length) return { at, rest: path.slice(step) };
      at = at[Number(name)];
      continue;
    }
    const field = fieldOf(at, name);
    if (field === undefined) return { at: undefined, rest: path.slice(step) };
    at = field;
  }
  return { at, rest: [] };
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return isDocument(value) ? value[name] : undefined;
}

const parallelArrays = (paths: readonly (readonly string[])[], a: number, b: number): StoreError =>
  new StoreError(171, `cannot index parallel arrays [${paths[a]?.at(-1) ?? ''}] [${paths[b]?.at(-1) ?? ''}]`);
