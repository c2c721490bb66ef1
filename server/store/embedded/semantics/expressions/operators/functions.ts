import { kindOf } from '../../bson-kind.ts';
import {
  canonicalExact,
  type DecimalValue,
  divideExact,
  type Exact,
  multiplyExact,
  roundToDigits,
  toDecimal128,
} from '../../decimal.ts';
import { describe } from '../../describe.ts';
import {
  fitsLong,
  makeDouble,
  makeInteger,
  type Numeric,
  numericOf,
  toDouble,
  toWhole,
  widerKind,
} from '../../numbers.ts';
import { located, notSupported } from '../../refusals.ts';
import { fixed, isNullish, type OperatorReader, type Operators } from '../operator.ts';
import { withNumber } from './arithmetic.ts';

/** A function of a double; where it is not defined MongoDB refuses under a number of its own. */
function realFunction(
  compute: (value: number) => number,
  refuse?: (value: number, numeric: Numeric) => void,
): OperatorReader {
  return fixed(1, ([value], name) =>
    withNumber(value, name, (numeric) => {
      const double = toDouble(numeric);
      refuse?.(double, numeric);
      // Decimal results would need 34 correct digits, which doubles do not give.
      if (numeric.kind === 'decimal') return name === '$sqrt' ? decimalRoot(numeric.value) : refuseDecimal(name);
      return makeDouble(compute(double));
    }),
  );
}

function refuseDecimal(name: string): never {
  throw notSupported(`${name} of a decimal`);
}

/** The square root of a decimal to 34 digits, by whole numbers. */
function decimalRoot(value: DecimalValue): unknown {
  if (typeof value === 'string') return toDecimal128(value);
  const extra = 80 + (value.exponent % 2 === 0 ? 0 : 1);
  const root = wholeRoot(value.coefficient * 10n ** BigInt(extra));
  const exact = canonicalExact({ coefficient: root, exponent: (value.exponent - extra) / 2 });
  return toDecimal128(
    exact.exponent > 0 ? { coefficient: exact.coefficient * 10n ** BigInt(exact.exponent), exponent: 0 } : exact,
  );
}

/** Newton's method; the result is rounded down. */
function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let guess = 1n << BigInt(Math.ceil(value.toString(2).length / 2));
  for (;;) {
    const next = (guess + value / guess) / 2n;
    if (next >= guess) return guess;
    guess = next;
  }
}

function positive(name: string, code: number) {
  return (value: number, numeric: Numeric) => {
    if (value <= 0)
      throw located(code, `${name}'s argument must be a positive number, but is ${describe(numeric.value)}`);
  };
}

function within(name: string, least: number, most: number) {
  return (value: number) => {
    if (value >= least && value <= most) return;
    if (Number.isNaN(value)) return;
    throw located(50989, `cannot apply ${name} to ${value}, value must be in [${bound(least)},${bound(most)}]`);
  };
}

function bound(value: number): string {
  if (Number.isFinite(value)) return String(value);
  return value > 0 ? 'inf' : '-inf';
}

function finite(name: string) {
  return (value: number) => {
    if (!Number.isFinite(value) && !Number.isNaN(value)) {
      throw located(50989, `cannot apply ${name} to ${bound(value)}, value must be in (-inf,inf)`);
    }
  };
}

/** Roots, powers, logarithms and trigonometry, on doubles. */
export const FUNCTION_OPERATORS: Operators = {
  $sqrt: realFunction(Math.sqrt, (value) => {
    if (value < 0) throw located(28714, "$sqrt's argument must be greater than or equal to 0");
  }),
  $exp: realFunction(Math.exp),
  $ln: realFunction(Math.log, positive('$ln', 28766)),
  $log10: realFunction(Math.log10, positive('$log10', 28761)),
  $log: fixed(2, ([value, base]) => logarithm(value, base)),
  $pow: fixed(2, ([base, exponent]) => power(base, exponent)),
  $sin: realFunction(Math.sin, finite('$sin')),
  $cos: realFunction(Math.cos, finite('$cos')),
  $tan: realFunction(Math.tan, finite('$tan')),
  $asin: realFunction(Math.asin, within('$asin', -1, 1)),
  $acos: realFunction(Math.acos, within('$acos', -1, 1)),
  $atan: realFunction(Math.atan),
  $atan2: fixed(2, ([y, x]) => twoDoubles('$atan2', y, x, Math.atan2)),
  $sinh: realFunction(Math.sinh),
  $cosh: realFunction(Math.cosh),
  $tanh: realFunction(Math.tanh),
  $asinh: realFunction(Math.asinh),
  $acosh: realFunction(Math.acosh, within('$acosh', 1, Number.POSITIVE_INFINITY)),
  $atanh: realFunction(Math.atanh, within('$atanh', -1, 1)),
  $degreesToRadians: realFunction((value) => value * (Math.PI / 180)),
  $radiansToDegrees: realFunction((value) => value * (180 / Math.PI)),
};

function logarithm(value: unknown, base: unknown): unknown {
  if (isNullish(value) || isNullish(base)) return null;
  const argument = numericOf(value);
  const root = numericOf(base);
  if (!argument) throw located(28756, `$log's argument must be numeric, not ${kindOf(value)}`);
  if (!root) throw located(28757, `$log's base must be numeric, not ${kindOf(base)}`);
  const x = toDouble(argument);
  const b = toDouble(root);
  if (x <= 0) throw located(28758, `$log's argument must be a positive number, but is ${x}`);
  if (b <= 0 || b === 1) throw located(28759, `$log's base must be a positive number not equal to 1, but is ${b}`);
  if (widerKind(argument.kind, root.kind) === 'decimal') throw notSupported('$log of a decimal');
  return makeDouble(Math.log(x) / Math.log(b));
}

function twoDoubles(name: string, a: unknown, b: unknown, compute: (a: number, b: number) => number): unknown {
  if (isNullish(a) || isNullish(b)) return null;
  const left = numericOf(a);
  const right = numericOf(b);
  if (!left) throw located(51044, `${name} only supports numeric types, not ${kindOf(a)}`);
  if (!right) throw located(51045, `${name} only supports numeric types, not ${kindOf(b)}`);
  if (widerKind(left.kind, right.kind) === 'decimal') throw notSupported(`${name} of a decimal`);
  return makeDouble(compute(toDouble(left), toDouble(right)));
}

/** Whole numbers stay whole as long as they fit; a negative exponent or a double makes a double. */
function power(base: unknown, exponent: unknown): unknown {
  if (isNullish(base) || isNullish(exponent)) return null;
  const left = numericOf(base);
  const right = numericOf(exponent);
  if (!left) throw located(28762, `$pow's base must be numeric, not ${kindOf(base)}`);
  if (!right) throw located(28763, `$pow's exponent must be numeric, not ${kindOf(exponent)}`);
  if (toDouble(left) === 0 && toDouble(right) < 0)
    throw located(28764, '$pow cannot take a base of 0 and a negative exponent');
  const kind = widerKind(left.kind, right.kind);
  if (kind === 'decimal') return decimalPower(left, right);
  const double = toDouble(left) ** toDouble(right);
  if (kind === 'double') return makeDouble(double);
  const times = toWhole(exponent) as bigint;
  if (times < 0n || !Number.isFinite(double) || Math.abs(double) > 2 ** 64) return makeDouble(double);
  const whole = BigInt(left.value as number) ** times;
  return fitsLong(whole) ? makeInteger(whole, kind) : makeDouble(double);
}

/** Decimals are raised to whole powers by multiplication; other powers are refused. */
function decimalPower(base: Numeric, exponent: Numeric): unknown {
  const times = Number.isInteger(toDouble(exponent)) ? toDouble(exponent) : Number.NaN;
  if (base.kind === 'double' || !(Math.abs(times) <= 1000)) throw notSupported('$pow of a decimal to this power');
  const value = base.kind === 'decimal' ? base.value : { coefficient: BigInt(base.value), exponent: 0 };
  if (typeof value === 'string') throw notSupported('$pow of a decimal that is not finite');
  let result: Exact = { coefficient: 1n, exponent: 0 };
  for (let i = 0; i < Math.abs(times); i++) result = roundToDigits(multiplyExact(result, value), 40);
  return toDecimal128(times < 0 ? divideExact({ coefficient: 1n, exponent: 0 }, result) : result);
}
