import { type Decimal128, Double, Int32, Long } from 'bson';
import { fitsInt32, isInt32, kindOf } from './bson-kind.ts';
import {
  addExact,
  compareExact,
  type DecimalValue,
  decimalOfDouble,
  type Exact,
  exactOfDouble,
  multiplyExact,
  readDecimal,
  toDecimal128,
} from './decimal.ts';

type NumericKind = 'int' | 'long' | 'double' | 'decimal';

/** A number taken off its BSON wrapper, with its type kept beside it. */
export type Numeric =
  | { kind: 'int'; value: number }
  | { kind: 'double'; value: number }
  | { kind: 'long'; value: bigint }
  | { kind: 'decimal'; value: DecimalValue };

const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

/** Unwraps a BSON number; undefined when the value is not one. */
export function numericOf(value: unknown): Numeric | undefined {
  if (typeof value === 'number') return isInt32(value) ? { kind: 'int', value } : { kind: 'double', value };
  if (typeof value === 'bigint') return { kind: 'long', value };
  if (typeof value !== 'object' || value === null) return undefined;
  const kind = kindOf(value);
  if (kind === 'int' || kind === 'double') return { kind, value: Number((value as { value: unknown }).value) };
  if (kind === 'long') return { kind, value: (value as Long).toBigInt() };
  return kind === 'decimal' ? { kind, value: readDecimal(value as Decimal128) } : undefined;
}

/** A double on its way out: wrapped, else the wire would carry a whole one as an integer. */
export function makeDouble(value: number): Double {
  return new Double(value);
}

/** A 32-bit integer on its way out. */
export function makeInt(value: number): Int32 {
  return new Int32(value);
}

/** A 64-bit integer on its way out. */
export function makeLong(value: bigint): Long {
  return Long.fromBigInt(value);
}

/** A whole number as the smallest integer type that MongoDB would use, never smaller than `atLeast`. */
export function makeInteger(value: bigint, atLeast: 'int' | 'long'): unknown {
  return atLeast === 'int' && fitsInt32(value) ? makeInt(Number(value)) : makeLong(value);
}

/** Whether a whole number fits 64 bits. */
export function fitsLong(value: bigint): boolean {
  return value >= LONG_MIN && value <= LONG_MAX;
}

/** The number as a double, rounded where a double cannot hold it. */
export function toDouble(numeric: Numeric): number {
  if (numeric.kind !== 'decimal') return Number(numeric.value);
  if (typeof numeric.value === 'string') return Number(numeric.value);
  return Number(`${numeric.value.coefficient}e${numeric.value.exponent}`);
}

/** The number as the decimal that MongoDB's arithmetic would use. */
export function toDecimal(numeric: Numeric): DecimalValue {
  if (numeric.kind === 'decimal') return numeric.value;
  if (numeric.kind === 'double') return decimalOfDouble(numeric.value);
  return { coefficient: BigInt(numeric.value), exponent: 0 };
}

/** The number cut to a whole one as MongoDB's `numberLong` does: NaN is 0, too large stops at the end of the range. */
export function toWhole(value: unknown): bigint | undefined {
  const numeric = numericOf(value);
  if (!numeric) return undefined;
  if (numeric.kind === 'int' || numeric.kind === 'long') return BigInt(numeric.value);
  const double = toDouble(numeric);
  if (Number.isNaN(double)) return 0n;
  if (!Number.isFinite(double)) return double > 0 ? LONG_MAX : LONG_MIN;
  const whole = BigInt(Math.trunc(double));
  if (whole > LONG_MAX) return LONG_MAX;
  return whole < LONG_MIN ? LONG_MIN : whole;
}

/** The number if it is a whole one of at most 64 bits, whatever its type. */
export function exactWhole(value: unknown): bigint | undefined {
  const numeric = numericOf(value);
  if (!numeric) return undefined;
  if (numeric.kind === 'int' || numeric.kind === 'long') return BigInt(numeric.value);
  const exact = exactOf(numeric);
  if (typeof exact === 'string') return undefined;
  if (exact.exponent > 40) return exact.coefficient === 0n ? 0n : undefined;
  const unit = 10n ** BigInt(Math.abs(exact.exponent));
  if (exact.exponent < 0 && exact.coefficient % unit !== 0n) return undefined;
  const whole = exact.exponent < 0 ? exact.coefficient / unit : exact.coefficient * unit;
  return fitsLong(whole) ? whole : undefined;
}

/** The exact value, or which of the values that are not numbers it is. */
export function exactOf(numeric: Numeric): Exact | 'NaN' | 'Infinity' | '-Infinity' {
  if (numeric.kind === 'decimal') return numeric.value;
  if (numeric.kind === 'double' && !Number.isFinite(numeric.value)) {
    return decimalOfDouble(numeric.value) as 'NaN' | 'Infinity' | '-Infinity';
  }
  if (numeric.kind === 'double') return exactOfDouble(numeric.value);
  return { coefficient: BigInt(numeric.value), exponent: 0 };
}

/** Compares two BSON numbers by their exact values; NaN equals NaN and is below every number. */
export function compareNumeric(a: Numeric, b: Numeric): number {
  if (typeof a.value === 'number' && typeof b.value === 'number') return compareDoubles(a.value, b.value);
  if (typeof a.value === 'bigint' && typeof b.value === 'bigint')
    return a.value === b.value ? 0 : a.value < b.value ? -1 : 1;
  const left = exactOf(a);
  const right = exactOf(b);
  if (typeof left === 'string' || typeof right === 'string') return compareDoubles(sizeOf(left), sizeOf(right));
  return compareExact(left, right);
}

/** Stands in for an exact number beside infinities and NaN, where only its being finite matters. */
function sizeOf(value: Exact | string): number {
  return typeof value === 'string' ? Number(value) : 0;
}

/** Compares two doubles with NaN below everything. */
export function compareDoubles(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  return Number.isNaN(a) ? (Number.isNaN(b) ? 0 : -1) : 1;
}

const WIDTH: Record<NumericKind, number> = { int: 0, long: 1, double: 2, decimal: 3 };

/** The type of a result that mixes two types: decimal over double over long over int. */
export function widerKind(a: NumericKind, b: NumericKind): NumericKind {
  return WIDTH[a] >= WIDTH[b] ? a : b;
}

/** Sum as MongoDB types it: int + int that overflows becomes long; undefined when a 64-bit sum overflows. */
export function add(a: Numeric, b: Numeric): unknown {
  return combine(a, b, { whole: (x, y) => x + y, double: (x, y) => x + y, exact: addExact, special: (x, y) => x + y });
}

/** Product, typed as `add` types sums. */
export function multiply(a: Numeric, b: Numeric): unknown {
  return combine(a, b, {
    whole: (x, y) => x * y,
    double: (x, y) => x * y,
    exact: multiplyExact,
    special: (x, y) => x * y,
  });
}

type Operation = {
  whole: (a: bigint, b: bigint) => bigint;
  double: (a: number, b: number) => number;
  exact: (a: Exact, b: Exact) => Exact;
  /** Decides results with an infinity or NaN, for which doubles give the right answer. */
  special: (a: number, b: number) => number;
};

function combine(a: Numeric, b: Numeric, operation: Operation): unknown {
  const kind = widerKind(a.kind, b.kind);
  if (kind === 'double') return makeDouble(operation.double(toDouble(a), toDouble(b)));
  if (kind === 'decimal') {
    const left = toDecimal(a);
    const right = toDecimal(b);
    if (typeof left === 'string' || typeof right === 'string') {
      return toDecimal128(decimalOfDouble(operation.special(toDouble(a), toDouble(b))));
    }
    return toDecimal128(operation.exact(left, right));
  }
  const whole = operation.whole(BigInt(a.value as number | bigint), BigInt(b.value as number | bigint));
  return fitsLong(whole) ? makeInteger(whole, kind) : undefined;
}

/** Whether the value is NaN, as a double or as a decimal. */
export function isNaNValue(value: unknown): boolean {
  if (typeof value === 'number') return Number.isNaN(value);
  const numeric = numericOf(value);
  return (
    numeric !== undefined &&
    Number.isNaN(numeric.kind === 'decimal' && typeof numeric.value !== 'string' ? 0 : Number(numeric.value))
  );
}
