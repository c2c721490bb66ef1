import type { Doc } from '../../../semantics-contract.ts';
import { isDocument, kindOf } from '../../bson-kind.ts';
import { compareBson, documentOf, equalBson } from '../../compare.ts';
import { describe } from '../../describe.ts';
import { setField } from '../../field-path.ts';
import { exactWhole, makeInt, type Numeric, numericOf, toDouble } from '../../numbers.ts';
import { located } from '../../refusals.ts';
import { fixed, isNullish, type Operators, ranged, variadic } from '../operator.ts';

/** Operators that take arrays apart and put them together. */
export const ARRAY_OPERATORS: Operators = {
  $arrayElemAt: fixed(2, ([array, index]) => elementAt('$arrayElemAt', array, index)),
  $first: fixed(1, ([array]) => elementAt('$first', array, 0)),
  $last: fixed(1, ([array]) => elementAt('$last', array, -1)),
  $concatArrays: variadic(concatenated),
  $size: fixed(1, ([array]) => {
    if (!Array.isArray(array))
      throw located(17124, `The argument to $size must be an array, but was of type: ${kindOf(array)}`);
    return makeInt(array.length);
  }),
  $isArray: fixed(1, ([value]) => Array.isArray(value)),
  $in: fixed(2, ([value, array]) => {
    if (!Array.isArray(array))
      throw located(40081, `$in requires an array as a second argument, found: ${kindOf(array)}`);
    return array.some((element) => equalBson(element, value));
  }),
  $indexOfArray: ranged(2, 4, indexIn),
  $slice: ranged(2, 3, sliceOf),
  $reverseArray: fixed(1, ([array]) => {
    if (isNullish(array)) return null;
    if (!Array.isArray(array)) {
      throw located(34435, `The argument to $reverseArray must be an array, but was of type: ${kindOf(array)}`);
    }
    return [...array].reverse();
  }),
  $range: ranged(2, 3, rangeOf),
  $arrayToObject: fixed(1, ([array]) => objectOf(array)),
  $objectToArray: fixed(1, ([value]) => {
    if (isNullish(value)) return null;
    if (!isDocument(value)) throw located(40390, `$objectToArray requires a document input, found: ${kindOf(value)}`);
    return Object.entries(documentOf(value)).map(([k, v]) => ({ k, v }));
  }),
};

function elementAt(name: string, array: unknown, index: unknown): unknown {
  if (isNullish(array) || isNullish(index)) return null;
  if (!Array.isArray(array)) {
    const which = name === '$arrayElemAt' ? 'first argument' : 'argument';
    throw located(28689, `${name}'s ${which} must be an array, but is ${kindOf(array)}`);
  }
  const numeric = numericOf(index);
  if (!numeric) throw located(28690, `${name}'s second argument must be a numeric value, but is ${kindOf(index)}`);
  const whole = exactWhole(index);
  if (whole === undefined) {
    throw located(28691, `${name}'s second argument must be representable as a 32-bit integer: ${toDouble(numeric)}`);
  }
  return array.at(Number(whole));
}

function concatenated(arrays: unknown[]): unknown {
  const result: unknown[] = [];
  for (const array of arrays) {
    if (isNullish(array)) return null;
    if (!Array.isArray(array)) throw located(28664, `$concatArrays only supports arrays, not ${kindOf(array)}`);
    result.push(...array);
  }
  return result;
}

/** A bound of a search: whole and not negative. */
export function boundOf(value: unknown, otherwise: number, { name, role }: { name: string; role: string }): number {
  if (value === undefined) return otherwise;
  const whole = exactWhole(value);
  if (whole === undefined) {
    throw located(
      40096,
      `${name}requires an integral ${role}, found a value of type: ${kindOf(value)}, with value: ${describe(value)}`,
    );
  }
  if (whole < 0n) throw located(40097, `${name} requires a nonnegative ${role}, found: ${describe(value)}`);
  return Number(whole);
}

function indexIn([array, wanted, from, to]: unknown[]): unknown {
  if (isNullish(array)) return null;
  if (!Array.isArray(array))
    throw located(40090, `$indexOfArray requires an array as a first argument, found: ${kindOf(array)}`);
  const start = boundOf(from, 0, { name: '$indexOfArray', role: 'starting index' });
  const end = Math.min(array.length, boundOf(to, array.length, { name: '$indexOfArray', role: 'ending index' }));
  for (let index = start; index < end; index++) if (compareBson(array[index], wanted) === 0) return makeInt(index);
  return makeInt(-1);
}

function sliceOf(values: unknown[]): unknown {
  const [array, first, second] = values;
  if (values.some(isNullish)) return null;
  if (!Array.isArray(array))
    throw located(28724, `First argument to $slice must be an array, but is of type: ${kindOf(array)}`);
  const a = sliceNumber(first, 'Second', 28725, 28726);
  if (values.length === 2) return a >= 0 ? array.slice(0, a) : array.slice(a);
  const count = sliceNumber(second, 'Third', 28727, 28728);
  if (count <= 0) throw located(28729, `Third argument to $slice must be positive: ${describe(second)}`);
  const start = a >= 0 ? a : Math.max(0, array.length + a);
  return array.slice(start, start + count);
}

function sliceNumber(value: unknown, which: string, notNumber: number, notWhole: number): number {
  if (!numericOf(value)) {
    throw located(notNumber, `${which} argument to $slice must be a numeric value, but is of type: ${kindOf(value)}`);
  }
  const whole = exactWhole(value);
  if (whole === undefined) {
    throw located(
      notWhole,
      `${which} argument to $slice can't be represented as a 32-bit integer: ${toDouble(numericOf(value) as Numeric)}`,
    );
  }
  return Number(whole);
}

function rangeOf([start, end, step]: unknown[]): unknown {
  const from = rangeBound(start, 'a', 'starting value', 34443);
  const to = rangeBound(end, 'an', 'ending value', 34445);
  const by = step === undefined ? 1 : rangeBound(step, 'a', 'step value', 34447);
  if (by === 0) throw located(34449, '$range requires a non-zero step value');
  const result: unknown[] = [];
  for (let value = from; by > 0 ? value < to : value > to; value += by) result.push(makeInt(value));
  return result;
}

function rangeBound(value: unknown, article: string, role: string, code: number): number {
  if (!numericOf(value)) {
    const space = role === 'step value' ? '' : ' ';
    throw located(code, `$range requires a numeric ${role}, found value of type:${space}${kindOf(value)}`);
  }
  const whole = exactWhole(value);
  if (whole === undefined || whole !== BigInt.asIntN(32, whole)) {
    throw located(
      code + 1,
      `$range requires ${article} ${role} that can be represented as a 32-bit integer, found value: ${describe(value)}`,
    );
  }
  return Number(whole);
}

function objectOf(array: unknown): unknown {
  if (isNullish(array)) return null;
  if (!Array.isArray(array)) throw located(40386, `$arrayToObject requires an array input, found: ${kindOf(array)}`);
  const [first] = array;
  if (array.length > 0 && !Array.isArray(first) && !isDocument(first)) {
    throw located(40398, `Unrecognised input type format for $arrayToObject: ${kindOf(first)}`);
  }
  const result: Doc = {};
  for (const element of array) {
    const [key, value] = Array.isArray(first) ? pairOf(element) : keyedPairOf(element);
    setField(result, key, value);
  }
  return result;
}

function pairOf(element: unknown): [string, unknown] {
  if (!Array.isArray(element)) {
    throw located(
      40396,
      `$arrayToObject requires a consistent input format. Elements mustall be arrays or all be objects. Array was detected, now found: ${kindOf(element)}`,
    );
  }
  if (element.length !== 2) {
    throw located(40397, `$arrayToObject requires an array of size 2 arrays,found array of size: ${element.length}`);
  }
  const [key, value] = element;
  if (typeof key === 'string') return [key, value];
  throw located(
    40395,
    `$arrayToObject requires an array of key-value pairs, where the key must be of type string. Found key type: ${kindOf(key)}`,
  );
}

function keyedPairOf(element: unknown): [string, unknown] {
  if (!isDocument(element)) {
    throw located(
      40391,
      `$arrayToObject requires a consistent input format. Elements mustall be arrays or all be objects. Object was detected, now found: ${kindOf(element)}`,
    );
  }
  const count = Object.keys(element).length;
  if (count !== 2) {
    throw located(
      40392,
      `$arrayToObject requires an object keys of 'k' and 'v'. Found incorrect number of keys:${count}`,
    );
  }
  const { k, v } = element;
  if (k === undefined || v === undefined) {
    throw located(
      40393,
      `$arrayToObject requires an object with keys 'k' and 'v'. Missing either or both keys from: ${describe(element)}`,
    );
  }
  if (typeof k === 'string') return [k, v];
  throw located(
    40394,
    `$arrayToObject requires an object with keys 'k' and 'v', where the value of 'k' must be of type string. Found type: ${kindOf(k)}`,
  );
}
