import { afterPrefix } from '../storage/key-bytes.ts';
import { encodeTextPrefix, encodeValue, inverted, TYPE_BYTE, typeByteOf } from '../storage/key-encoding.ts';

/**
 * A place between index keys: just before, or just after, everything that begins with `bytes`. Working with such places instead of
 * "greater" and "greater or equal" lets a descending field simply invert the bytes and swap the sides.
 */
type Cut = { bytes: Buffer; after: boolean };
/** `point`: exactly one value lies in it, whose bytes both cuts hold. */
export type Interval = { low: Cut; high: Cut; point: boolean };

const beginningWith = (bytes: Buffer, point: boolean): Interval => ({
  low: { bytes, after: false },
  high: { bytes, after: true },
  point,
});

export const pointAt = (value: unknown): Interval => beginningWith(encodeValue(value), true);

export const isPoint = (interval: Interval): boolean => interval.point;

export const textPrefix = (prefix: string): Interval => beginningWith(encodeTextPrefix(prefix), false);

const notANumber = encodeValue(Number.NaN);

/** Everything of the value's type. NaN is filed below all numbers but compares with none of them. */
function bracket(value: unknown): Interval {
  const all = beginningWith(Buffer.from([typeByteOf(value)]), false);
  if (typeByteOf(value) !== TYPE_BYTE.number || encodeValue(value).equals(notANumber)) return all;
  return { low: { bytes: notANumber, after: true }, high: all.high, point: false };
}

/** `$gt`, `$gte`, `$lt`, `$lte`: only values of the same type as the given one are compared. */
export function rangeOf(operator: string, value: unknown): Interval {
  const bytes = encodeValue(value);
  const { low, high } = bracket(value);
  if (operator === '$gt') return { low: { bytes, after: true }, high, point: false };
  if (operator === '$gte') return { low: { bytes, after: false }, high, point: false };
  return { low, high: { bytes, after: operator === '$lte' }, point: false };
}

/** Where a cut falls among the bytes of keys: the least key that is not before it. */
const edge = (cut: Cut): Buffer => (cut.after ? afterPrefix(cut.bytes) : cut.bytes);

const compareCuts = (a: Cut, b: Cut): number => edge(a).compare(edge(b));

function intersect(a: Interval, b: Interval): Interval | undefined {
  const low = compareCuts(a.low, b.low) >= 0 ? a.low : b.low;
  const high = compareCuts(a.high, b.high) <= 0 ? a.high : b.high;
  if (compareCuts(low, high) >= 0) return undefined;
  if (a.point) return a;
  return b.point ? b : { low, high, point: false };
}

/** Sorts and joins overlapping intervals: a key is visited once. */
export function union(intervals: readonly Interval[]): Interval[] {
  const sorted = [...intervals].sort((a, b) => compareCuts(a.low, b.low));
  const joined: Interval[] = [];
  for (const next of sorted) {
    const last = joined.at(-1);
    if (!last || compareCuts(next.low, last.high) >= 0) joined.push(next);
    else if (compareCuts(next.high, last.high) > 0) {
      joined[joined.length - 1] = { low: last.low, high: next.high, point: false };
    }
  }
  return joined;
}

/** All of `a` cut by all of `b`: both conditions on one value. */
export const intersectAll = (a: readonly Interval[], b: readonly Interval[]): Interval[] =>
  union(
    a.flatMap((left) =>
      b.flatMap((right) => {
        const both = intersect(left, right);
        return both ? [both] : [];
      }),
    ),
  );

/** The interval as it lies in a field of this direction. */
export function inDirection(interval: Interval, direction: 1 | -1): Interval {
  if (direction === 1) return interval;
  const turned = (cut: Cut): Cut => ({ bytes: inverted(cut.bytes), after: !cut.after });
  return { low: turned(interval.high), high: turned(interval.low), point: interval.point };
}

/** Without a copy where there is nothing to join: most lookups have one field. */
export const joined = (prefix: Buffer, bytes: Buffer): Buffer =>
  prefix.length === 0 ? bytes : Buffer.concat([prefix, bytes]);

/** Bytes from (inclusive) and to (exclusive; absent: to the end) of the keys that begin with `prefix` and go on inside the interval. */
export function keyRange(prefix: Buffer, interval: Interval | undefined): { from: Buffer; to: Buffer | null } {
  if (!interval) return { from: prefix, to: prefix.length > 0 ? afterPrefix(prefix) : null };
  return {
    from: edge({ bytes: joined(prefix, interval.low.bytes), after: interval.low.after }),
    to: edge({ bytes: joined(prefix, interval.high.bytes), after: interval.high.after }),
  };
}
