import type { ObjectId } from 'bson';
import { KIND_RANK, kindOf } from '../bson-kind.ts';
import { compareBson, keyOf } from '../compare.ts';
import { isNaNValue, numericOf } from '../numbers.ts';
import type { ElementTest } from './matcher.ts';
import { regexTest } from './regex-test.ts';

export type Order = '$lt' | '$lte' | '$gt' | '$gte';

/** Equality as a filter means it: null also finds what is missing, numbers are equal across their types. */
export function equalityTest(wanted: unknown): ElementTest {
  const kind = kindOf(wanted);
  if (kind === 'null' || kind === 'missing') return (value) => value === null || value === undefined;
  if (kind === 'bool') return (value) => value === wanted;
  if (kind === 'string') return textEquality(wanted);
  if (kind === 'objectId')
    return (value) => kindOf(value) === 'objectId' && (wanted as ObjectId).equals(value as ObjectId);
  if (kind === 'int' || kind === 'double') return doubleEquality(wanted);
  return (value) => value !== undefined && compareBson(value, wanted) === 0;
}

/** Strings and symbols of the same text are equal. */
function textEquality(wanted: unknown): ElementTest {
  return (value) =>
    typeof value === 'string' ? value === wanted : isObject(value) && compareBson(value, wanted) === 0;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Integers and doubles are equal when their JavaScript numbers are; only other types need the exact comparison. */
function doubleEquality(wanted: unknown): ElementTest {
  const number = Number(numericOf(wanted)?.value);
  if (Number.isNaN(number)) return isNaNValue;
  return (value) => {
    if (typeof value === 'number') return value === number;
    if (!isObject(value)) return false;
    const kind = kindOf(value);
    if (kind === 'int' || kind === 'double') return (value as { value: unknown }).value === number;
    return (kind === 'long' || kind === 'decimal') && compareBson(value, wanted) === 0;
  };
}

const HOLDS: Record<Order, (difference: number) => boolean> = {
  $lt: (difference) => difference < 0,
  $lte: (difference) => difference <= 0,
  $gt: (difference) => difference > 0,
  $gte: (difference) => difference >= 0,
};

/**
 * Less and greater as a filter means them: only values of the same type are compared, except that null stands for a missing
 * field, and that MinKey and MaxKey bound every type. NaN is neither less nor greater than anything.
 */
export function orderTest(order: Order, wanted: unknown): ElementTest {
  const wantedKind = kindOf(wanted);
  const rank = KIND_RANK[wantedKind];
  const inclusive = order === '$lte' || order === '$gte';
  const holds = HOLDS[order];
  if (wantedKind === 'null' || wantedKind === 'missing')
    return (value) => inclusive && (value === null || value === undefined);
  if (wantedKind === 'maxKey')
    return (value) => (kindOf(value) === 'maxKey' ? inclusive : order === '$lt' || order === '$lte');
  if (wantedKind === 'minKey')
    return (value) => (kindOf(value) === 'minKey' ? inclusive : order === '$gt' || order === '$gte');
  if (isNaNValue(wanted)) return (value) => inclusive && isNaNValue(value);
  return (value) => KIND_RANK[kindOf(value)] === rank && !isNaNValue(value) && holds(compareBson(value, wanted));
}

/** Equal to one of the values, or matched by one of the regular expressions among them. */
export function inTest(wanted: readonly unknown[]): ElementTest {
  const regexes = wanted.filter((value) => kindOf(value) === 'regex').map((value) => regexTest(value));
  const others = wanted.filter((value) => kindOf(value) !== 'regex');
  const [only] = others;
  const plain = others.length === 1 ? equalityTest(only) : memberTest(others);
  if (regexes.length === 0) return plain;
  return (value) => plain(value) || regexes.some((matches) => matches(value));
}

function memberTest(wanted: readonly unknown[]): ElementTest {
  const keys = new Set(wanted.map(keyOf));
  const hasNull = wanted.some((value) => value === null || value === undefined);
  return (value) => (value === undefined ? hasNull : keys.has(keyOf(value)));
}
