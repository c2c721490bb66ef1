import { Buffer } from 'node:buffer';
import { calculateObjectSize, type Timestamp } from 'bson';
import { kindOf } from '../../bson-kind.ts';
import { binaryOf, documentOf } from '../../compare.ts';
import { makeInt, makeInteger, makeLong, numericOf } from '../../numbers.ts';
import { located, typeMismatch } from '../../refusals.ts';
import { fixed, isNullish, type OperatorReader, type Operators, variadic } from '../operator.ts';

/** Bits of whole numbers, sizes in bytes, and the halves of a timestamp. */
export const BIT_OPERATORS: Operators = {
  $bitAnd: bitwise(-1n, (a, b) => a & b),
  $bitOr: bitwise(0n, (a, b) => a | b),
  $bitXor: bitwise(0n, (a, b) => a ^ b),
  $bitNot: fixed(1, ([value], name) => {
    if (isNullish(value)) return null;
    if (!numericOf(value)) throw located(28765, `${name} only supports numeric types, not ${kindOf(value)}`);
    const { kind, bits } = integerOf(value, name);
    return makeInteger(~bits, kind);
  }),
  $bsonSize: fixed(1, ([value]) => {
    if (isNullish(value)) return null;
    if (kindOf(value) !== 'object')
      throw located(31393, `$bsonSize requires a document input, found: ${kindOf(value)}`);
    return makeInt(calculateObjectSize(documentOf(value)));
  }),
  $binarySize: fixed(1, ([value]) => {
    if (isNullish(value)) return null;
    if (typeof value === 'string') return makeInt(Buffer.byteLength(value));
    if (kindOf(value) !== 'binData')
      throw located(51276, `$binarySize requires a string or BinData argument, found: ${kindOf(value)}`);
    return makeInt(binaryOf(value).bytes.length);
  }),
  $tsSecond: timestampPart('$tsSecond', 5687301, (timestamp) => timestamp.t),
  $tsIncrement: timestampPart('$tsIncrement', 5687302, (timestamp) => timestamp.i),
};

function integerOf(value: unknown, name: string): { kind: 'int' | 'long'; bits: bigint } {
  const numeric = numericOf(value);
  if (numeric?.kind === 'int' || numeric?.kind === 'long') return { kind: numeric.kind, bits: BigInt(numeric.value) };
  throw typeMismatch(`${name} only supports int and long operands.`);
}

function bitwise(start: bigint, combine: (a: bigint, b: bigint) => bigint): OperatorReader {
  return variadic((values, name) => {
    if (values.some(isNullish)) return null;
    const integers = values.map((value) => integerOf(value, name));
    const bits = integers.reduce((all, integer) => combine(all, integer.bits), start);
    return makeInteger(bits, integers.some(({ kind }) => kind === 'long') ? 'long' : 'int');
  });
}

function timestampPart(name: string, code: number, part: (timestamp: Timestamp) => number): OperatorReader {
  return fixed(1, ([value]) => {
    if (isNullish(value)) return null;
    if (kindOf(value) !== 'timestamp')
      throw located(code, ` Argument to ${name} must be a timestamp, but is ${kindOf(value)}`);
    return makeLong(BigInt(part(value as Timestamp)));
  });
}
