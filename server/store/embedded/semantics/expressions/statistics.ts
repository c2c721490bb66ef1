import { divideExact, toDecimal128 } from '../decimal.ts';
import {
  add,
  makeDouble,
  makeInt,
  makeLong,
  type Numeric,
  numericOf,
  toDecimal,
  toDouble,
  widerKind,
} from '../numbers.ts';

/**
 * A sum that keeps the widest type it met: whole numbers are added exactly and become a double only when they overflow,
 * doubles are added with the error carried along, so that the order of many small numbers does not show.
 */
export type Sum = {
  whole: bigint;
  double: number;
  carry: number;
  decimal: Numeric | undefined;
  kind: Numeric['kind'];
  count: number;
};

/** An empty sum. */
export function newSum(): Sum {
  return { whole: 0n, double: 0, carry: 0, decimal: undefined, kind: 'int', count: 0 };
}

/** Adds a number; other values are passed over. */
export function addToSum(sum: Sum, value: unknown): void {
  const numeric = numericOf(value);
  if (!numeric) return;
  sum.count += 1;
  sum.kind = widerKind(sum.kind, numeric.kind);
  if (numeric.kind === 'double') addDouble(sum, numeric.value);
  else if (numeric.kind === 'decimal') sum.decimal = numericOf(add(sum.decimal ?? ZERO, numeric)) as Numeric;
  else sum.whole += BigInt(numeric.value);
}

const ZERO: Numeric = { kind: 'decimal', value: { coefficient: 0n, exponent: 0 } };

/** Neumaier's summation. */
function addDouble(sum: Sum, value: number): void {
  const total = sum.double + value;
  if (Number.isFinite(total)) {
    sum.carry += Math.abs(sum.double) >= Math.abs(value) ? sum.double - total + value : value - total + sum.double;
  }
  sum.double = total;
}

function doubleOf(sum: Sum): number {
  return sum.double + sum.carry + Number(sum.whole);
}

function decimalOf(sum: Sum): Numeric {
  const wholes: Numeric = { kind: 'decimal', value: { coefficient: sum.whole, exponent: 0 } };
  const doubles: Numeric = { kind: 'double', value: sum.double + sum.carry };
  const start = numericOf(add(sum.decimal ?? ZERO, wholes)) as Numeric;
  return sum.double === 0 && sum.carry === 0 ? start : (numericOf(add(start, doubles)) as Numeric);
}

/** The sum in the type MongoDB gives it. */
export function sumValue(sum: Sum): unknown {
  if (sum.kind === 'decimal') return toDecimal128(toDecimal(decimalOf(sum)));
  if (sum.kind === 'double') return makeDouble(doubleOf(sum));
  const fits32 = sum.whole === BigInt.asIntN(32, sum.whole);
  if (sum.kind === 'int' && fits32) return makeInt(Number(sum.whole));
  return sum.whole === BigInt.asIntN(64, sum.whole) ? makeLong(sum.whole) : makeDouble(Number(sum.whole));
}

/** The mean: a double, or a decimal when one was among the numbers; null without numbers. */
export function meanValue(sum: Sum): unknown {
  if (sum.count === 0) return null;
  if (sum.kind !== 'decimal') return makeDouble(doubleOf(sum) / sum.count);
  const total = toDecimal(decimalOf(sum));
  if (typeof total === 'string') return toDecimal128(total);
  return toDecimal128(divideExact(total, { coefficient: BigInt(sum.count), exponent: 0 }));
}

/** Standard deviation of the numbers among the values: of all of them, or estimated from a sample. Always a double. */
export function standardDeviation(values: readonly unknown[], sample: boolean): unknown {
  const numbers = values.flatMap((value) => {
    const numeric = numericOf(value);
    return numeric ? [toDouble(numeric)] : [];
  });
  const divisor = sample ? numbers.length - 1 : numbers.length;
  if (divisor <= 0) return null;
  let mean = 0;
  let squares = 0;
  numbers.forEach((value, index) => {
    const delta = value - mean;
    mean += delta / (index + 1);
    squares += delta * (value - mean);
  });
  return makeDouble(Math.sqrt(squares / divisor));
}
