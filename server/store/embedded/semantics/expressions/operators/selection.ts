import type { Doc } from '../../../semantics-contract.ts';
import { isDocument, kindOf } from '../../bson-kind.ts';
import { compareBson } from '../../compare.ts';
import { exactWhole } from '../../numbers.ts';
import { located } from '../../refusals.ts';
import { compileSort } from '../../sort-order.ts';
import { isNullish, namedArguments, type OperatorCall, type Operators } from '../operator.ts';
import type { Evaluator } from '../scope.ts';

/** Arrays sorted, and the first, last, least or greatest elements of arrays. */
export const SELECTION_OPERATORS: Operators = {
  $sortArray: readSortArray,
  $firstN: takeN((array, n) => array.slice(0, n)),
  $lastN: takeN((array, n) => array.slice(Math.max(0, array.length - n))),
  $minN: takeN((array, n) => withoutNulls(array).sort(compareBson).slice(0, n)),
  $maxN: takeN((array, n) =>
    withoutNulls(array)
      .sort((a, b) => compareBson(b, a))
      .slice(0, n),
  ),
};

function withoutNulls(array: unknown[]): unknown[] {
  return array.filter((value) => !isNullish(value));
}

function readSortArray(call: OperatorCall): Evaluator {
  const given = namedArguments(call, {
    required: ['input', 'sortBy'],
    optional: [],
    notObject: 2942500,
    unknown: 2942501,
    missing: 2942502,
  });
  const input = call.read(given.input);
  const compare = elementOrder(given.sortBy);
  return (scope) => {
    const array = input(scope);
    if (isNullish(array)) return null;
    if (!Array.isArray(array)) {
      throw located(2942504, `The input argument to $sortArray must be an array, but was of type: ${kindOf(array)}`);
    }
    return [...array].sort(compare);
  };
}

/** `1` and `-1` order whole elements, a document orders by fields; what is no document has none of them. */
export function elementOrder(sortBy: unknown): (a: unknown, b: unknown) => number {
  if (isDocument(sortBy)) {
    const compare = compileSort(sortBy);
    const empty: Doc = {};
    return (a, b) => compare(isDocument(a) ? a : empty, isDocument(b) ? b : empty);
  }
  const direction = exactWhole(sortBy);
  if (direction !== 1n && direction !== -1n) {
    throw located(2942507, 'The $sort element value must be either 1 or -1');
  }
  return (a, b) => Number(direction) * compareBson(a, b);
}

/** How many elements `n` asks for: code 5787908 when it is no positive whole number. */
export function countOf(n: unknown, name: string): number {
  const whole = exactWhole(n);
  if (whole === undefined) throw located(5787903, `Value for 'n' must be of integral type, but found ${kindOf(n)}`);
  if (whole <= 0n) throw located(5787908, `'n' must be greater than 0, found ${whole} for ${name}`);
  return Number(whole);
}

function takeN(take: (array: unknown[], n: number) => unknown[]) {
  return (call: OperatorCall): Evaluator => {
    const given = namedArguments(call, {
      required: ['n', 'input'],
      optional: [],
      notObject: 5787801,
      unknown: 5787901,
      missing: 5787906,
    });
    const input = call.read(given.input);
    const count = call.read(given.n);
    return (scope) => {
      const array = input(scope);
      if (!Array.isArray(array)) throw located(5788200, 'Input must be an array');
      return take(array, countOf(count(scope), call.name));
    };
  };
}
