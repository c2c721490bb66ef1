import type { Decimal128, Long } from 'bson';

/**
 * A number as an index key needs it: the greatest double that is not above it, and, where that double is not the number itself,
 * its decimal digits. So 9007199254740993 (Long), the same as Decimal128 and as text sort alike and never equal 9007199254740992.
 */
export type ExactNumber = { floor: number; rest?: { negative: boolean; exponent: number; digits: string } };

const trimmed = (digits: string): string => digits.replace(/0+$/, '');

export function exactLong(value: Long): ExactNumber {
  const near = value.toNumber();
  if (Number.isSafeInteger(near)) return { floor: near };
  return exactInteger(BigInt(value.toString()));
}

function exactInteger(value: bigint): ExactNumber {
  const near = Number(value);
  const back = BigInt(near);
  if (back === value) return { floor: near };
  const text = (value < 0n ? -value : value).toString();
  return {
    floor: back > value ? below(near) : near,
    rest: { negative: value < 0n, exponent: text.length, digits: trimmed(text) },
  };
}

export function exactDecimal(value: Decimal128): ExactNumber {
  const text = value.toString();
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:E([+-]?\d+))?$/.exec(text);
  if (!parts) return { floor: text.startsWith('-') ? -Infinity : text.startsWith('Inf') ? Infinity : Number.NaN };
  const fraction = parts[3] ?? '';
  const digits = `${parts[2]}${fraction}`.replace(/^0+/, '');
  const power = Number(parts[4] ?? 0) - fraction.length;
  if (digits === '') return { floor: 0 };
  const negative = parts[1] === '-';
  const near = Number(text);
  const order = compareWithDouble({ negative, digits, power }, near);
  if (order === 0) return { floor: near };
  return {
    floor: order < 0 ? below(near) : near,
    rest: { negative, exponent: digits.length + power, digits: trimmed(digits) },
  };
}

type Scientific = { negative: boolean; digits: string; power: number };

/** Exact comparison by whole numbers: both sides brought to the same powers of two and ten. */
function compareWithDouble(decimal: Scientific, double: number): number {
  if (!Number.isFinite(double)) return double > 0 ? -1 : 1;
  let left = BigInt(decimal.digits) * (decimal.negative ? -1n : 1n);
  let { mantissa: right, exponent } = doubleParts(double);
  if (decimal.power >= 0) left *= 10n ** BigInt(decimal.power);
  else right *= 10n ** BigInt(-decimal.power);
  if (exponent >= 0) right <<= BigInt(exponent);
  else {
    left <<= BigInt(-exponent);
    exponent = 0;
  }
  return left < right ? -1 : left > right ? 1 : 0;
}

const view = new DataView(new ArrayBuffer(8));

function doubleParts(value: number): { mantissa: bigint; exponent: number } {
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = biased === 0 ? fraction : fraction | (1n << 52n);
  return { mantissa: bits >> 63n ? -mantissa : mantissa, exponent: Math.max(biased, 1) - 1075 };
}

/** The next double towards minus infinity. */
function below(value: number): number {
  if (value === -Infinity) return value;
  if (value === 0) return -Number.MIN_VALUE;
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  view.setBigUint64(0, value > 0 ? bits - 1n : bits + 1n);
  return view.getFloat64(0);
}
