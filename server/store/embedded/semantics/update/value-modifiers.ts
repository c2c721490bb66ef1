import { Long, Timestamp } from 'bson';
import { isDocument, kindOf } from '../bson-kind.ts';
import { compareBson } from '../compare.ts';
import { describe, describeField } from '../describe.ts';
import { add, makeInteger, multiply, type Numeric, numericOf } from '../numbers.ts';
import { badValue, typeMismatch } from '../refusals.ts';
import { sameValue } from '../same-value.ts';
import { copyValue } from './copy-document.ts';
import { type Modifier, type ModifierSite, REMOVED, UNCHANGED } from './modifier.ts';

/** `$set`: the very same value, type included, is no change. */
export function setModifier(_path: string, value: unknown): Modifier {
  return {
    update: (existing) => (sameValue(existing, value) ? UNCHANGED : copyValue(value)),
    create: () => copyValue(value),
  };
}

/** `$setOnInsert` */
export function setOnInsertModifier(path: string, value: unknown): Modifier {
  return { ...setModifier(path, value), onlyOnInsert: true };
}

/** `$unset` */
export function unsetModifier(): Modifier {
  return { update: () => REMOVED, ignoresImpossiblePath: true };
}

/** `$min` and `$max`: by MongoDB's order over all types. */
export function boundModifier(keeps: (difference: number) => boolean) {
  return (_path: string, value: unknown): Modifier => ({
    update: (existing) => (keeps(compareBson(value, existing)) ? UNCHANGED : value),
    create: () => value,
  });
}

/** `$inc` */
export function incModifier(path: string, argument: unknown): Modifier {
  return arithmetic({
    name: '$inc',
    verb: 'increment',
    path,
    argument,
    combine: add,
    onMissing: (operand) => add(operand, ZERO),
  });
}

/** `$mul` */
export function mulModifier(path: string, argument: unknown): Modifier {
  return arithmetic({
    name: '$mul',
    verb: 'multiply',
    path,
    argument,
    combine: multiply,
    onMissing: (operand) => multiply(operand, ZERO),
  });
}

const ZERO: Numeric = { kind: 'int', value: 0 };

type Arithmetic = {
  name: string;
  verb: string;
  path: string;
  argument: unknown;
  combine: (a: Numeric, b: Numeric) => unknown;
  onMissing: (operand: Numeric) => unknown;
};

function arithmetic({ name, verb, path, argument, combine, onMissing }: Arithmetic): Modifier {
  const operand = numericOf(argument);
  if (!operand) throw typeMismatch(`Cannot ${verb} with non-numeric argument: {${describeField(path, argument)}}`);
  return {
    update: (existing, site) => {
      const current = numericOf(existing);
      if (!current) {
        throw typeMismatch(
          `Cannot apply ${name} to a value of non-numeric type. {${describeField('_id', site.id)}} has the field '${site.field}' of non-numeric type ${kindOf(existing)}`,
        );
      }
      const result = combine(current, operand);
      if (result === undefined) throw overflow(name, existing, site);
      return sameValue(result, existing) ? UNCHANGED : result;
    },
    create: () => onMissing(operand),
  };
}

function overflow(name: string, existing: unknown, site: ModifierSite): Error {
  const type = kindOf(existing) === 'long' ? 'NumberLong' : 'NumberInt';
  return badValue(
    `Failed to apply ${name} operations to current value ((${type})${describe(existing)}) for document {${describeField('_id', site.id)}}`,
  );
}

/** `$currentDate`: `true` or `{ $type: 'date' | 'timestamp' }`. */
export function currentDateModifier(_path: string, argument: unknown): Modifier {
  const asDate = isDateWanted(argument);
  const value = (site: ModifierSite) => (asDate ? site.now : timestampOf(site.now));
  return { update: (_existing, site) => value(site), create: value };
}

function isDateWanted(argument: unknown): boolean {
  if (typeof argument === 'boolean') return true;
  if (!isDocument(argument)) {
    throw badValue(
      `${kindOf(argument)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).`,
    );
  }
  const unknown = Object.keys(argument).find((name) => name !== '$type');
  if (unknown !== undefined) throw badValue(`Unrecognized $currentDate option: ${unknown}`);
  if (argument.$type === 'date') return true;
  if (argument.$type === 'timestamp') return false;
  throw badValue(
    "The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}",
  );
}

function timestampOf(now: Date): Timestamp {
  return new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 });
}

type BitOperation = (a: bigint, b: bigint) => bigint;
const BIT_OPERATIONS: ReadonlyMap<string, BitOperation> = new Map<string, BitOperation>([
  ['and', (a, b) => a & b],
  ['or', (a, b) => a | b],
  ['xor', (a, b) => a ^ b],
]);

/** `$bit` */
export function bitModifier(_path: string, argument: unknown): Modifier {
  if (!isDocument(argument)) {
    throw badValue(
      `The $bit modifier is not compatible with a ${kindOf(argument)}. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}`,
    );
  }
  const steps = Object.entries(argument).map(([name, operand]) => bitStep(name, operand));
  if (steps.length === 0) {
    throw badValue('You must pass in at least one bitwise operation. The format is: {$bit: {field: {and/or/xor: #}}');
  }
  const run = (start: Numeric) => steps.reduce<Numeric>((value, step) => step(value), start);
  return {
    update: (existing, site) => {
      const current = integerOf(existing);
      if (!current) {
        throw badValue(
          `Cannot apply $bit to a value of non-integral type.${describeField('_id', site.id)} has the field ${site.field} of non-integer type ${kindOf(existing)}`,
        );
      }
      const result = wrapInteger(run(current));
      return sameValue(result, existing) ? UNCHANGED : result;
    },
    create: () => wrapInteger(run(ZERO)),
  };
}

function bitStep(name: string, operand: unknown): (value: Numeric) => Numeric {
  const operation = BIT_OPERATIONS.get(name);
  if (!operation) {
    throw badValue(
      `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator: {${describeField(name, operand)}}`,
    );
  }
  const right = integerOf(operand);
  if (!right) {
    throw badValue(
      `The $bit modifier field must be an Integer(32/64 bit); a '${kindOf(operand)}' is not supported here: {${describeField(name, operand)}}`,
    );
  }
  return (value) => {
    const bits = operation(BigInt(value.value as number | bigint), BigInt(right.value as number | bigint));
    return value.kind === 'long' || right.kind === 'long'
      ? { kind: 'long', value: bits }
      : { kind: 'int', value: Number(bits) };
  };
}

function integerOf(value: unknown): Numeric | undefined {
  const numeric = numericOf(value);
  return numeric?.kind === 'int' || numeric?.kind === 'long' ? numeric : undefined;
}

function wrapInteger(numeric: Numeric): unknown {
  return numeric.kind === 'long' ? Long.fromBigInt(numeric.value) : makeInteger(BigInt(numeric.value as number), 'int');
}
