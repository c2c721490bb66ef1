import { Decimal128 } from 'bson';

/** An exact decimal number: `coefficient` times ten to the power of `exponent`. */
export type Exact = { coefficient: bigint; exponent: number };

/** What a Decimal128 holds: an exact number, or one of its three values that are none. */
export type DecimalValue = Exact | 'NaN' | 'Infinity' | '-Infinity';

/** Digits that a Decimal128 keeps. */
const PRECISION = 34;
const SHAPE = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** Reads the text of a decimal number; undefined when it is not one. */
export function parseDecimal(text: string): DecimalValue | undefined {
  const special = /^([+-]?)(inf|infinity|nan)$/i.exec(text);
  if (special) {
    if (special[2]?.toLowerCase() === 'nan') return 'NaN';
    return special[1] === '-' ? '-Infinity' : 'Infinity';
  }
  const match = SHAPE.exec(text);
  const digits = `${match?.[2] ?? ''}${match?.[3] ?? ''}`;
  if (!match || digits === '') return undefined;
  const coefficient = BigInt(digits) * (match[1] === '-' ? -1n : 1n);
  return { coefficient, exponent: Number(match[4] ?? 0) - (match[3]?.length ?? 0) };
}

/** What a Decimal128 from the wire holds. */
export function readDecimal(value: Decimal128): DecimalValue {
  return parseDecimal(value.toString()) ?? 'NaN';
}

/** A Decimal128 of the number, rounded half to even at 34 digits as the format asks. */
export function toDecimal128(value: DecimalValue): Decimal128 {
  if (typeof value === 'string') return Decimal128.fromString(value);
  const rounded = roundToDigits(value, PRECISION);
  return Decimal128.fromString(`${rounded.coefficient}E${rounded.exponent}`);
}

/** The exact value of a finite double: every double is a whole number times a power of two. */
export function exactOfDouble(value: number): Exact {
  if (Number.isInteger(value)) return { coefficient: BigInt(value), exponent: 0 };
  let binary = 0;
  let scaled = value;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    binary += 1;
  }
  // n / 2^k = n * 5^k / 10^k
  return { coefficient: BigInt(scaled) * 5n ** BigInt(binary), exponent: -binary };
}

/** The decimal MongoDB makes of a double: its first 15 significant digits, which is what a person typed. */
export function decimalOfDouble(value: number): DecimalValue {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  return parseDecimal(value.toPrecision(15)) ?? 'NaN';
}

/** Number of digits of a whole number, without its sign. */
function digitCount(value: bigint): number {
  return (value < 0n ? -value : value).toString().length;
}

/** Compares exactly; the sizes are compared first so that huge exponents never build huge numbers. */
export function compareExact(a: Exact, b: Exact): number {
  const signA = a.coefficient === 0n ? 0 : a.coefficient < 0n ? -1 : 1;
  const signB = b.coefficient === 0n ? 0 : b.coefficient < 0n ? -1 : 1;
  if (signA !== signB || signA === 0) return signA - signB;
  const sizeA = digitCount(a.coefficient) + a.exponent;
  const sizeB = digitCount(b.coefficient) + b.exponent;
  if (sizeA !== sizeB) return sizeA < sizeB ? -signA : signA;
  const [left, right] = align(a, b);
  return left === right ? 0 : left < right ? -1 : 1;
}

function align(a: Exact, b: Exact): [bigint, bigint, number] {
  const exponent = Math.min(a.exponent, b.exponent);
  return [
    a.coefficient * 10n ** BigInt(a.exponent - exponent),
    b.coefficient * 10n ** BigInt(b.exponent - exponent),
    exponent,
  ];
}

/** Divides two whole numbers, rounding half to even. */
function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const rest = dividend % divisor;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const size = divisor < 0n ? -divisor : divisor;
  const up = twice > size || (twice === size && quotient % 2n !== 0n);
  if (!up) return quotient;
  return dividend < 0n === divisor < 0n ? quotient + 1n : quotient - 1n;
}

/** Keeps at most that many significant digits. */
export function roundToDigits(value: Exact, digits: number): Exact {
  const excess = digitCount(value.coefficient) - digits;
  if (excess <= 0) return value;
  const coefficient = divideHalfEven(value.coefficient, 10n ** BigInt(excess));
  return roundToDigits({ coefficient, exponent: value.exponent + excess }, digits);
}

/** Sum of two finite decimals. */
export function addExact(a: Exact, b: Exact): Exact {
  const [left, right, exponent] = align(a, b);
  return { coefficient: left + right, exponent };
}

/** Product of two finite decimals. */
export function multiplyExact(a: Exact, b: Exact): Exact {
  return { coefficient: a.coefficient * b.coefficient, exponent: a.exponent + b.exponent };
}

/** Quotient of two finite decimals to 34 digits; the divisor is not zero. */
export function divideExact(a: Exact, b: Exact): Exact {
  const scale = Math.max(0, PRECISION + 2 + digitCount(b.coefficient) - digitCount(a.coefficient));
  const dividend = a.coefficient * 10n ** BigInt(scale);
  const exponent = a.exponent - b.exponent - scale;
  if (dividend % b.coefficient === 0n)
    return trimZeros({ coefficient: dividend / b.coefficient, exponent }, a.exponent - b.exponent);
  // One more digit that is never zero stands for the rest, so that the later rounding cannot meet a false tie.
  const sticky = (dividend / b.coefficient) * 10n + (dividend < 0n === b.coefficient < 0n ? 1n : -1n);
  return roundToDigits({ coefficient: sticky, exponent: exponent - 1 }, PRECISION);
}

/** Drops zeros at the end, up to the exponent that an exact result should keep. */
function trimZeros(value: Exact, upTo: number): Exact {
  let { coefficient, exponent } = value;
  while (exponent < upTo && coefficient % 10n === 0n) {
    coefficient /= 10n;
    exponent += 1;
  }
  return { coefficient, exponent };
}

/** What is left of a after as many whole b as fit; the sign is that of a. */
export function remainderExact(a: Exact, b: Exact): Exact {
  const [left, right, exponent] = align(a, b);
  return { coefficient: left % right, exponent };
}

/** Cuts or rounds at a number of places after the point (negative: before it). */
export function roundExact(value: Exact, places: number, mode: 'halfEven' | 'trunc' | 'floor' | 'ceil'): Exact {
  if (-value.exponent <= places) return value;
  const unit = 10n ** BigInt(-places - value.exponent);
  const cut = value.coefficient / unit;
  const inexact = cut * unit !== value.coefficient;
  let coefficient = cut;
  if (mode === 'halfEven') coefficient = divideHalfEven(value.coefficient, unit);
  else if (mode === 'floor' && inexact && value.coefficient < 0n) coefficient -= 1n;
  else if (mode === 'ceil' && inexact && value.coefficient > 0n) coefficient += 1n;
  return { coefficient, exponent: -places };
}

/** The form in which equal numbers are written alike: no zeros at the end. */
export function canonicalExact(value: Exact): Exact {
  if (value.coefficient === 0n) return { coefficient: 0n, exponent: 0 };
  return trimZeros(value, Number.POSITIVE_INFINITY);
}
