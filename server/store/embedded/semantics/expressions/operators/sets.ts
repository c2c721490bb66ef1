import { kindOf } from '../../bson-kind.ts';
import { compareBson, keyOf } from '../../compare.ts';
import { located } from '../../refusals.ts';
import { fixed, isNullish, type Operators, variadic } from '../operator.ts';
import { isTruthy } from '../scope.ts';

/** Arrays as sets: order and repetition do not count; results come sorted, as MongoDB gives them. */
export const SET_OPERATORS: Operators = {
  $setEquals: variadic(setEquals),
  $setIntersection: variadic(intersection),
  $setUnion: variadic(union),
  $setDifference: fixed(2, ([a, b]) => setDifference(a, b)),
  $setIsSubset: fixed(2, ([a, b]) => isSubset(a, b)),
  $anyElementTrue: fixed(1, ([array]) => elementsOf('$anyElementTrue', array, 17041).some(isTruthy)),
  $allElementsTrue: fixed(1, ([array]) => elementsOf('$allElementsTrue', array, 17040).every(isTruthy)),
};

function elementsOf(name: string, array: unknown, code: number): unknown[] {
  if (!Array.isArray(array)) throw located(code, `${name}'s argument must be an array, but is ${kindOf(array)}`);
  return array;
}

function byKey(array: readonly unknown[]): Map<string, unknown> {
  const map = new Map<string, unknown>();
  for (const value of array) {
    const key = keyOf(value);
    if (!map.has(key)) map.set(key, value);
  }
  return map;
}

function sorted(values: Iterable<unknown>): unknown[] {
  return [...values].sort(compareBson);
}

function setEquals(arrays: unknown[]): boolean {
  if (arrays.length < 2) throw located(17045, `$setEquals needs at least two arguments had: ${arrays.length}`);
  const sets = arrays.map((array, index) => {
    if (!Array.isArray(array)) {
      throw located(
        17044,
        `All operands of $setEquals must be arrays. ${index + 1}-th argument is of type: ${kindOf(array)}`,
      );
    }
    return byKey(array);
  });
  const [first, ...others] = sets;
  return others.every((set) => set.size === first?.size && [...set.keys()].every((key) => first.has(key)));
}

function intersection(arrays: unknown[]): unknown {
  if (arrays.some(isNullish)) return null;
  const sets = arrays.map((array) => byKey(arrayOf('$setIntersection', array, 17047)));
  const [first, ...others] = sets;
  return sorted([...(first ?? [])].filter(([key]) => others.every((set) => set.has(key))).map(([, value]) => value));
}

function union(arrays: unknown[]): unknown {
  if (arrays.some(isNullish)) return null;
  return sorted(byKey(arrays.flatMap((array) => arrayOf('$setUnion', array, 17043))).values());
}

function arrayOf(name: string, array: unknown, code: number): unknown[] {
  if (Array.isArray(array)) return array;
  throw located(code, `All operands of ${name} must be arrays. One argument is of type: ${kindOf(array)}`);
}

function setDifference(a: unknown, b: unknown): unknown {
  if (isNullish(a) || isNullish(b)) return null;
  if (!Array.isArray(a)) {
    throw located(17048, `both operands of $setDifference must be arrays. First argument is of type: ${kindOf(a)}`);
  }
  if (!Array.isArray(b)) {
    throw located(17049, `both operands of $setDifference must be arrays. Second argument is of type: ${kindOf(b)}`);
  }
  const taken = byKey(b);
  return [...byKey(a)].filter(([key]) => !taken.has(key)).map(([, value]) => value);
}

function isSubset(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a)) {
    throw located(17046, `both operands of $setIsSubset must be arrays. First argument is of type: ${kindOf(a)}`);
  }
  if (!Array.isArray(b)) {
    throw located(17042, `both operands of $setIsSubset must be arrays. Second argument is of type: ${kindOf(b)}`);
  }
  const all = byKey(b);
  return a.every((value) => all.has(keyOf(value)));
}
