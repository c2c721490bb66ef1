import { kindOf } from '../bson-kind.ts';
import { fitsLong, numericOf, toDouble, toWhole } from '../numbers.ts';
import { badValue } from '../refusals.ts';
import type { ElementTest } from './matcher.ts';

/** `$mod: [divisor, remainder]` on the whole part of a number. */
export function modTest(value: unknown): ElementTest {
  if (!Array.isArray(value)) throw badValue('malformed mod, needs to be an array');
  if (value.length < 2) throw badValue('malformed mod, not enough elements');
  if (value.length > 2) throw badValue('malformed mod, too many elements');
  const divisor = wholeOf(value[0], 'divisor');
  const remainder = wholeOf(value[1], 'remainder');
  if (divisor === 0n) throw badValue('divisor cannot be 0');
  return (candidate) => {
    const whole = dividendOf(candidate);
    return whole !== undefined && whole % divisor === remainder;
  };
}

function wholeOf(value: unknown, role: string): bigint {
  const numeric = numericOf(value);
  if (!numeric) throw badValue(`malformed mod, ${role} not a number`);
  if (!Number.isFinite(toDouble(numeric))) {
    throw badValue(`malformed mod, ${role} value is invalid :: caused by :: Unable to coerce NaN/Inf to integral type`);
  }
  return toWhole(value) as bigint;
}

/** A number that is none, or too large for 64 bits, has no remainder. */
function dividendOf(value: unknown): bigint | undefined {
  const kind = kindOf(value);
  if (kind === 'int' || kind === 'long') return toWhole(value);
  const numeric = numericOf(value);
  const double = numeric ? toDouble(numeric) : Number.NaN;
  if (!Number.isFinite(double)) return undefined;
  return fitsLong(BigInt(Math.trunc(double))) ? toWhole(value) : undefined;
}
