import { Binary, ObjectId } from 'bson';
import { StoreError } from '../../../store-error.ts';
import { type BsonKind, isNumber, KIND_CODE, kindOf } from '../../bson-kind.ts';
import { parseDecimal, toDecimal128 } from '../../decimal.ts';
import { describe } from '../../describe.ts';
import {
  exactWhole,
  fitsLong,
  makeDouble,
  makeInt,
  makeLong,
  type Numeric,
  numericOf,
  toDecimal,
  toDouble,
} from '../../numbers.ts';
import { failedToParse, notSupported } from '../../refusals.ts';
import { parseIsoDate } from '../date-parse.ts';
import {
  fixed,
  isNullish,
  namedOperands,
  type OperatorCall,
  type OperatorReader,
  type Operators,
  optional,
} from '../operator.ts';
import { type Evaluator, isTruthy } from '../scope.ts';
import { textIn } from '../text-value.ts';
import { UTC } from '../time-zone.ts';
import { maybeDate } from './dates.ts';

type Target = 'double' | 'string' | 'objectId' | 'bool' | 'date' | 'int' | 'long' | 'decimal' | 'binData';

const CONVERTERS: Readonly<Record<Target, (value: unknown) => unknown>> = {
  double: (value) => makeDouble(toDouble(numberIn(value, 'double'))),
  string: toText,
  objectId: toObjectId,
  bool: toBool,
  date: toDate,
  int: (value) => toInteger(value, 'int'),
  long: (value) => toInteger(value, 'long'),
  decimal: (value) => toDecimal128(toDecimal(numberIn(value, 'decimal'))),
  binData: (value) => (kindOf(value) === 'binData' ? value : refuse(value, 'binData')),
};

function shortcut(target: Target): OperatorReader {
  return fixed(1, ([value]) => (isNullish(value) ? null : CONVERTERS[target](value)));
}

/** Types asked for and values made into other types. */
export const CONVERSION_OPERATORS: Operators = {
  $type: fixed(1, ([value]) => kindOf(value)),
  $isNumber: fixed(1, ([value]) => isNumber(value)),
  $toDouble: shortcut('double'),
  $toString: shortcut('string'),
  $toObjectId: shortcut('objectId'),
  $toBool: shortcut('bool'),
  $toDate: shortcut('date'),
  $toInt: shortcut('int'),
  $toLong: shortcut('long'),
  $toDecimal: shortcut('decimal'),
  $convert: readConvert,
};

function readConvert(call: OperatorCall): Evaluator {
  const operands = namedOperands(call, {
    required: ['input', 'to'],
    optional: ['onError', 'onNull', 'format', 'base', 'byteOrder'],
    notObject: 9,
    unknown: 9,
    missing: 9,
  });
  for (const name of ['format', 'base', 'byteOrder']) if (operands[name]) throw notSupported(`$convert with '${name}'`);
  return (scope) => {
    const value = optional(operands.input, scope, null);
    const to = optional(operands.to, scope, null);
    const target = isNullish(to) ? undefined : targetOf(to);
    if (isNullish(value)) return optional(operands.onNull, scope, null);
    if (!target) return null;
    try {
      return CONVERTERS[target](value);
    } catch (error) {
      if (operands.onError && error instanceof StoreError && error.code === 241) return operands.onError(scope);
      throw error;
    }
  };
}

function targetOf(to: unknown): Target {
  const name = typeof to === 'string' ? to : kindOfCode(to);
  if (Object.hasOwn(CONVERTERS, name)) return name as Target;
  if (Object.hasOwn(KIND_CODE, name)) throw notSupported(`$convert to ${name}`);
  throw new StoreError(2, `Unknown type name: ${name}`);
}

function kindOfCode(code: unknown): string {
  const whole = exactWhole(code);
  const found = Object.entries(KIND_CODE).find(([, number]) => whole === BigInt(number));
  if (!found)
    throw failedToParse(`In $convert, numeric value for 'to' does not correspond to a BSON type: ${describe(code)}`);
  return found[0];
}

function failure(reason: string): StoreError {
  return new StoreError(241, `${reason} in $convert with no onError value`);
}

function refuse(value: unknown, target: BsonKind): never {
  throw failure(`Unsupported conversion from ${kindOf(value)} to ${target}`);
}

/** The number that a value stands for: numbers, truth values, dates, and texts that read as one. */
function numberIn(value: unknown, target: 'double' | 'decimal'): Numeric {
  const numeric = numericOf(value);
  if (numeric) return checkedRange(numeric, target);
  if (typeof value === 'boolean') return { kind: 'int', value: Number(value) };
  if (value instanceof Date) return { kind: 'long', value: BigInt(value.getTime()) };
  if (typeof value === 'string') return textNumber(value, target);
  return refuse(value, target);
}

function checkedRange(numeric: Numeric, target: 'double' | 'decimal'): Numeric {
  const overflows =
    target === 'double' &&
    numeric.kind === 'decimal' &&
    typeof numeric.value !== 'string' &&
    !Number.isFinite(toDouble(numeric));
  if (overflows) throw failure('Conversion would overflow target type');
  return numeric;
}

function textNumber(text: string, target: 'double' | 'decimal'): Numeric {
  const decimal = /^\s|\s$/.test(text) ? undefined : parseDecimal(text);
  if (decimal === undefined) throw unparsed(text, 'Did not consume whole string.');
  return target === 'decimal' ? { kind: 'decimal', value: decimal } : { kind: 'double', value: Number(text) };
}

function unparsed(text: string, why: string): StoreError {
  return new StoreError(241, `Failed to parse number '${text}' in $convert with no onError value: ${why}`);
}

/** Towards zero; what does not fit is refused. */
function toInteger(value: unknown, target: 'int' | 'long'): unknown {
  if (typeof value === 'string') return integerOfText(value, target);
  if (typeof value === 'boolean') return target === 'int' ? makeInt(Number(value)) : makeLong(value ? 1n : 0n);
  if (value instanceof Date && target === 'long') return makeLong(BigInt(value.getTime()));
  const numeric = numericOf(value);
  if (!numeric) return refuse(value, target);
  return fitted(wholePart(numeric), target);
}

function wholePart(numeric: Numeric): bigint {
  if (numeric.kind === 'int' || numeric.kind === 'long') return BigInt(numeric.value);
  const double = toDouble(numeric);
  if (Number.isNaN(double)) throw failure('Attempt to convert NaN value to integer type');
  if (!Number.isFinite(double)) throw failure('Attempt to convert infinity value to integer type');
  if (numeric.kind === 'double') return BigInt(Math.trunc(double));
  const { coefficient, exponent } = numeric.value as { coefficient: bigint; exponent: number };
  return exponent >= 0 ? coefficient * 10n ** BigInt(exponent) : coefficient / 10n ** BigInt(-exponent);
}

function fitted(whole: bigint, target: 'int' | 'long'): unknown {
  if (target === 'int' && whole === BigInt.asIntN(32, whole)) return makeInt(Number(whole));
  if (target === 'long' && fitsLong(whole)) return makeLong(whole);
  throw failure('Conversion would overflow target type');
}

function integerOfText(text: string, target: 'int' | 'long'): unknown {
  if (!/^[+-]?\d+$/.test(text)) throw unparsed(text, 'Did not consume whole string.');
  const whole = BigInt(text);
  if (target === 'int' ? whole !== BigInt.asIntN(32, whole) : !fitsLong(whole)) {
    throw unparsed(text, 'Overflow');
  }
  return target === 'int' ? makeInt(Number(whole)) : makeLong(whole);
}

function toText(value: unknown): unknown {
  const kind = kindOf(value);
  const text = kind === 'timestamp' ? undefined : textIn(value);
  if (text !== undefined) return text;
  if (value instanceof Binary && value.sub_type === Binary.SUBTYPE_UUID) return value.toUUID().toString();
  return refuse(value, 'string');
}

function toObjectId(value: unknown): unknown {
  if (kindOf(value) === 'objectId') return value;
  if (typeof value !== 'string') return refuse(value, 'objectId');
  if (/^[0-9a-fA-F]{24}$/.test(value)) return new ObjectId(value);
  const why =
    value.length === 24
      ? 'Invalid character found in hex string'
      : `Invalid string length for parsing to OID, expected 24 but found ${value.length}`;
  throw new StoreError(241, `Failed to parse objectId '${value}' in $convert with no onError value: ${why}`);
}

/** Every text, date and document is true, also the empty one; numbers are false when zero. */
function toBool(value: unknown): unknown {
  return isTruthy(value);
}

function toDate(value: unknown): unknown {
  const date = maybeDate(value);
  if (date) return date;
  if (typeof value === 'string') return parseIsoDate(value, UTC);
  const kind = kindOf(value);
  if (kind !== 'long' && kind !== 'double' && kind !== 'decimal') return refuse(value, 'date');
  const moment = new Date(Number(wholePart(numericOf(value) as Numeric)));
  if (Number.isNaN(moment.getTime())) throw notSupported('a date more than 8.64e15 milliseconds from 1970');
  return moment;
}
