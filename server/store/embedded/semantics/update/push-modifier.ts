import type { Doc } from '../../semantics-contract.ts';
import { isDocument, kindOf } from '../bson-kind.ts';
import { compareBson } from '../compare.ts';
import { describeField } from '../describe.ts';
import { fieldOf } from '../field-path.ts';
import { exactWhole, numericOf } from '../numbers.ts';
import { badValue } from '../refusals.ts';
import { copyValue } from './copy-document.ts';
import { type Modifier, type ModifierSite, UNCHANGED } from './modifier.ts';

type Clauses = {
  values: unknown[];
  position: number | undefined;
  slice: number | undefined;
  compare: ((a: unknown, b: unknown) => number) | undefined;
};

const CLAUSES: ReadonlySet<string> = new Set(['$each', '$slice', '$sort', '$position']);

/** `$push`, with `$each` and its `$position`, `$sort` and `$slice`: inserted first, then sorted, then cut. */
export function pushModifier(_path: string, argument: unknown): Modifier {
  const clauses = readClauses(argument);
  return {
    update: (existing, site) => push(existing, clauses, site),
    create: () => pushInto([], clauses),
  };
}

function push(existing: unknown, clauses: Clauses, site: ModifierSite): unknown {
  if (!Array.isArray(existing)) {
    throw badValue(
      `The field '${site.path}' must be an array but is of type ${kindOf(existing)} in document {${describeField('_id', site.id)}}`,
    );
  }
  const noChange = clauses.values.length === 0 && !clauses.compare && clauses.slice === undefined;
  return noChange ? UNCHANGED : pushInto(existing, clauses);
}

function pushInto(existing: unknown[], { values, position, slice, compare }: Clauses): unknown[] {
  const result = [...existing];
  result.splice(position ?? result.length, 0, ...values.map(copyValue));
  if (compare) result.sort(compare);
  if (slice === undefined) return result;
  if (slice >= 0) return result.slice(0, slice);
  return result.slice(Math.max(0, result.length + slice));
}

function readClauses(argument: unknown): Clauses {
  if (!isDocument(argument) || !Object.hasOwn(argument, '$each')) {
    return { values: [argument], position: undefined, slice: undefined, compare: undefined };
  }
  const unknown = Object.keys(argument).find((name) => !CLAUSES.has(name));
  if (unknown !== undefined) throw badValue(`Unrecognized clause in $push: ${unknown}`);
  const { $each: each, $slice: slice, $sort: sort, $position: position } = argument;
  if (!Array.isArray(each)) {
    throw badValue(`The argument to $each in $push must be an array but it was of type: ${kindOf(each)}`);
  }
  return {
    values: each,
    slice: slice === undefined ? undefined : wholeNumber(slice, '$slice must be an integer value but was given type'),
    position:
      position === undefined ? undefined : wholeNumber(position, '$position must be an integer value, not of type'),
    compare: sort === undefined ? undefined : elementOrder(sort),
  };
}

function wholeNumber(value: unknown, complaint: string): number {
  const whole = exactWhole(value);
  if (whole === undefined) throw badValue(`The value for ${complaint}: ${kindOf(value)}`);
  return Number(whole);
}

/** `$sort: 1` orders whole elements, `$sort: { field: 1 }` by their fields; what has no such field counts as null. */
function elementOrder(sort: unknown): (a: unknown, b: unknown) => number {
  if (isDocument(sort)) return fieldOrder(sort);
  if (!numericOf(sort)) {
    throw badValue('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields');
  }
  const direction = directionOf(sort);
  return (a, b) => direction * compareBson(a, b);
}

function directionOf(value: unknown): number {
  const whole = exactWhole(value);
  if (whole !== 1n && whole !== -1n) throw badValue('The $sort element value must be either 1 or -1');
  return Number(whole);
}

function fieldOrder(sort: Doc): (a: unknown, b: unknown) => number {
  const keys = Object.entries(sort).map(([path, value]) => ({
    path: checkedPath(path),
    direction: directionOf(value),
  }));
  if (keys.length === 0) throw badValue('The $sort pattern is empty when it should be a set of fields.');
  return (a, b) => {
    for (const { path, direction } of keys) {
      const difference = compareBson(valueAt(a, path), valueAt(b, path));
      if (difference !== 0) return direction * difference;
    }
    return 0;
  };
}

function checkedPath(path: string): string[] {
  if (path === '') throw badValue('The $sort field cannot be empty');
  const parts = path.split('.');
  if (parts.includes('')) throw badValue(`The $sort field is a dotted field but has an empty part: ${path}`);
  return parts;
}

function valueAt(element: unknown, path: readonly string[]): unknown {
  const value = path.reduce<unknown>(
    (current, name) => (isDocument(current) ? fieldOf(current, name) : undefined),
    element,
  );
  return value ?? null;
}
