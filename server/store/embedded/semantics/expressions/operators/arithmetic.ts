import { StoreError } from '../../../store-error.ts';
import { kindOf } from '../../bson-kind.ts';
import { divideExact, remainderExact, roundExact, toDecimal128 } from '../../decimal.ts';
import {
  add,
  exactOf,
  exactWhole,
  fitsLong,
  isNaNValue,
  makeDouble,
  makeInteger,
  makeLong,
  multiply,
  type Numeric,
  numericOf,
  toDecimal,
  toDouble,
  widerKind,
} from '../../numbers.ts';
import { badValue, located, typeMismatch } from '../../refusals.ts';
import { fixed, isNullish, type Operators, ranged, variadic } from '../operator.ts';

/** Arithmetic that keeps MongoDB's number types: int, long, double, decimal; the widest of the operands wins. */
export const ARITHMETIC_OPERATORS: Operators = {
  $add: variadic(sumOf),
  $subtract: fixed(2, ([a, b]) => difference(a, b)),
  $multiply: variadic(productOf),
  $divide: fixed(2, ([a, b]) => quotient(a, b)),
  $mod: fixed(2, ([a, b]) => remainder(a, b)),
  $abs: fixed(1, ([value], name) => withNumber(value, name, absolute)),
  $ceil: fixed(1, ([value], name) => withNumber(value, name, (numeric) => wholePart(numeric, 'ceil'))),
  $floor: fixed(1, ([value], name) => withNumber(value, name, (numeric) => wholePart(numeric, 'floor'))),
  $round: ranged(1, 2, ([value, places], name) => rounded(value, places, { name, mode: 'halfEven' })),
  $trunc: ranged(1, 2, ([value, places], name) => rounded(value, places, { name, mode: 'trunc' })),
};

/** Runs a function of one number; null and missing give null, other types are refused. */
export function withNumber(value: unknown, name: string, compute: (numeric: Numeric) => unknown): unknown {
  if (isNullish(value)) return null;
  const numeric = numericOf(value);
  if (!numeric) throw located(28765, `${name} only supports numeric types, not ${kindOf(value)}`);
  return compute(numeric);
}

/** Integers that overflow 64 bits go on as doubles. */
function orDouble(result: unknown, double: () => number): unknown {
  return result === undefined ? makeDouble(double()) : result;
}

function sumOf(values: unknown[]): unknown {
  let date: Date | undefined;
  let total: Numeric = { kind: 'int', value: 0 };
  for (const value of values) {
    if (isNullish(value)) return null;
    if (value instanceof Date) {
      if (date) throw located(16612, 'only one date allowed in an $add expression');
      date = value;
    } else {
      total = plus(total, value);
    }
  }
  const sum = numericToValue(total);
  return date ? shiftDate(date, total) : sum;
}

function plus(total: Numeric, value: unknown): Numeric {
  const numeric = numericOf(value);
  if (!numeric) throw typeMismatch(`$add only supports numeric or date types, not ${kindOf(value)}`);
  return numericOf(orDouble(add(total, numeric), () => toDouble(total) + toDouble(numeric))) as Numeric;
}

function numericToValue(numeric: Numeric): unknown {
  return add(numeric, { kind: 'int', value: 0 });
}

function shiftDate(date: Date, by: Numeric): Date {
  const shifted = date.getTime() + Math.round(toDouble(by));
  if (!Number.isFinite(shifted)) throw new StoreError(15, 'date overflow');
  return new Date(shifted);
}

function negated(numeric: Numeric): Numeric {
  return numericOf(orDouble(multiply(numeric, { kind: 'int', value: -1 }), () => -toDouble(numeric))) as Numeric;
}

function difference(a: unknown, b: unknown): unknown {
  if (isNullish(a) || isNullish(b)) return null;
  if (a instanceof Date && b instanceof Date) return makeLong(BigInt(a.getTime() - b.getTime()));
  const left = numericOf(a);
  const right = numericOf(b);
  if (a instanceof Date && right) return shiftDate(a, negated(right));
  if (!left || !right)
    throw typeMismatch(`can't $subtract ${kindOf(b)} from ${a instanceof Date ? 'Date' : kindOf(a)}`);
  const kind = widerKind(left.kind, right.kind);
  if (kind === 'int' || kind === 'long') {
    const whole = BigInt(left.value as number) - BigInt(right.value as number);
    return fitsLong(whole) ? makeInteger(whole, kind) : makeDouble(toDouble(left) - toDouble(right));
  }
  if (kind === 'double') return makeDouble(toDouble(left) - toDouble(right));
  return add(left, negated(right));
}

function productOf(values: unknown[]): unknown {
  let product: Numeric = { kind: 'int', value: 1 };
  for (const value of values) {
    if (isNullish(value)) return null;
    const numeric = numericOf(value);
    if (!numeric) throw typeMismatch(`$multiply only supports numeric types, not ${kindOf(value)}`);
    const before = product;
    product = numericOf(orDouble(multiply(before, numeric), () => toDouble(before) * toDouble(numeric))) as Numeric;
  }
  return numericToValue(product);
}

function twoNumbers(name: string, a: unknown, b: unknown): [Numeric, Numeric] | undefined {
  const left = numericOf(a);
  const right = numericOf(b);
  if (left && right) return [left, right];
  if (isNullish(a) || isNullish(b)) return undefined;
  const message = `${name} only supports numeric types, not ${kindOf(a)} and ${kindOf(b)}`;
  throw name === '$mod' ? located(16611, message) : typeMismatch(message);
}

function quotient(a: unknown, b: unknown): unknown {
  const numbers = twoNumbers('$divide', a, b);
  if (!numbers) return null;
  const [left, right] = numbers;
  if (toDouble(right) === 0) throw badValue("can't $divide by zero");
  if (left.kind !== 'decimal' && right.kind !== 'decimal') return makeDouble(toDouble(left) / toDouble(right));
  const dividend = toDecimal(left);
  const divisor = toDecimal(right);
  if (typeof dividend === 'string' || typeof divisor === 'string') {
    return numericToDecimal(toDouble(left) / toDouble(right));
  }
  return toDecimal128(divideExact(dividend, divisor));
}

/** An infinity, a NaN or a zero as a decimal. */
function numericToDecimal(value: number): unknown {
  return toDecimal128(toDecimal({ kind: 'double', value }));
}

function remainder(a: unknown, b: unknown): unknown {
  const numbers = twoNumbers('$mod', a, b);
  if (!numbers) return null;
  const [left, right] = numbers;
  const kind = widerKind(left.kind, right.kind);
  if (toDouble(right) === 0) throw located(kind === 'decimal' ? 5733415 : 16610, "can't $mod by zero");
  if (kind === 'double') return makeDouble(toDouble(left) % toDouble(right));
  if (kind !== 'decimal') return makeInteger(BigInt(left.value as number) % BigInt(right.value as number), kind);
  const dividend = toDecimal(left);
  const divisor = toDecimal(right);
  if (typeof dividend === 'string' || typeof divisor === 'string')
    return numericToDecimal(toDouble(left) % toDouble(right));
  return toDecimal128(remainderExact(dividend, divisor));
}

function absolute(numeric: Numeric): unknown {
  if (numeric.kind === 'double') return makeDouble(Math.abs(numeric.value));
  if (numeric.kind === 'decimal') {
    if (typeof numeric.value === 'string')
      return toDecimal128(numeric.value === '-Infinity' ? 'Infinity' : numeric.value);
    const { coefficient, exponent } = numeric.value;
    return toDecimal128({ coefficient: coefficient < 0n ? -coefficient : coefficient, exponent });
  }
  const whole = BigInt(numeric.value);
  const size = whole < 0n ? -whole : whole;
  if (!fitsLong(size)) throw located(28680, "can't take $abs of long long min");
  return makeInteger(size, numeric.kind);
}

function wholePart(numeric: Numeric, mode: 'ceil' | 'floor'): unknown {
  if (numeric.kind === 'double') return makeDouble(Math[mode](numeric.value));
  if (numeric.kind !== 'decimal') return makeInteger(BigInt(numeric.value), numeric.kind);
  return toDecimal128(typeof numeric.value === 'string' ? numeric.value : roundExact(numeric.value, 0, mode));
}

type Rounding = { name: string; mode: 'halfEven' | 'trunc' };

/** `$round` goes half to even; the places may be negative. Whole numbers stay whole. */
function rounded(value: unknown, places: unknown, { name, mode }: Rounding): unknown {
  if (isNullish(value) || places === null) return null;
  const numeric = numericOf(value);
  if (!numeric) throw located(51081, `${name} only supports numeric types, not ${kindOf(value)}`);
  const digits = placesOf(places, name);
  if (isNaNValue(value)) return value;
  const exact = exactOf(numeric);
  if (typeof exact === 'string') return value;
  const result = roundExact(exact, digits, mode);
  if (numeric.kind === 'decimal') return toDecimal128(result);
  if (numeric.kind === 'double') return makeDouble(Number(`${result.coefficient}e${result.exponent}`));
  const whole = result.coefficient * 10n ** BigInt(Math.max(0, result.exponent));
  return makeInteger(whole, numeric.kind);
}

function placesOf(places: unknown, name: string): number {
  if (places === undefined) return 0;
  if (!numericOf(places)) throw located(16004, `can't convert from BSON type ${kindOf(places)} to long`);
  const digits = exactWhole(places);
  if (digits === undefined) throw located(51082, `precision argument to  ${name} must be a integral value`);
  if (digits < -20n || digits > 100n) {
    throw located(51083, `cannot apply ${name} with precision value ${digits} value must be in [-20, 100]`);
  }
  return Number(digits);
}
