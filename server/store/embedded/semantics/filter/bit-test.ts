import { kindOf } from '../bson-kind.ts';
import { binaryOf } from '../compare.ts';
import { describe, describeField } from '../describe.ts';
import { exactWhole, numericOf } from '../numbers.ts';
import { badValue, failedToParse } from '../refusals.ts';
import type { ElementTest } from './matcher.ts';

/** The bits of one value by position; undefined when the value has none. */
type Bits = ((position: number) => boolean) | undefined;

/** `$bitsAllSet`, `$bitsAllClear`, `$bitsAnySet`, `$bitsAnyClear` on whole numbers and binary data. */
export function bitTest(name: string, argument: unknown): ElementTest {
  const positions = positionsOf(name, argument);
  const wanted = name.endsWith('Set');
  const all = name.startsWith('$bitsAll');
  return (value) => {
    const bits = bitsOf(value);
    if (!bits) return false;
    const fits = (position: number) => bits(position) === wanted;
    return all ? positions.every(fits) : positions.some(fits);
  };
}

function positionsOf(name: string, argument: unknown): number[] {
  if (Array.isArray(argument)) return argument.map(positionOf);
  if (kindOf(argument) === 'binData') return setPositions(binaryOf(argument).bytes.length * 8, bitsOf(argument));
  if (!numericOf(argument)) {
    throw badValue(`${name} takes an Array, a number, or a BinData but received: ${describeField(name, argument)}`);
  }
  const mask = exactWhole(argument);
  if (mask === undefined) throw failedToParse(`Expected an integer: ${describeField(name, argument)}`);
  if (mask < 0n) throw failedToParse(`Expected a non-negative number in: ${describeField(name, argument)}`);
  return setPositions(64, bitsOf(argument));
}

function setPositions(length: number, bits: Bits): number[] {
  return Array.from({ length }, (_, position) => position).filter((position) => bits?.(position));
}

function positionOf(value: unknown, index: number): number {
  const position = exactWhole(value);
  if (position === undefined) throw badValue(`bit positions must be an integer but got: ${index}: ${describe(value)}`);
  if (position > 0x7fffffffn || position < -0x80000000n) {
    throw badValue(`bit positions cannot be represented as a 32-bit signed integer: ${index}: ${describe(value)}`);
  }
  if (position < 0n) throw badValue(`bit positions must be >= 0 but got: ${index}: ${describe(value)}`);
  return Number(position);
}

/** Numbers are two's complement, their sign fills every higher position; binary data counts from its first byte. */
function bitsOf(value: unknown): Bits {
  if (kindOf(value) === 'binData') {
    const { bytes } = binaryOf(value);
    return (position) => (((bytes[position >> 3] ?? 0) >> (position & 7)) & 1) === 1;
  }
  const whole = exactWhole(value);
  if (whole === undefined) return undefined;
  return (position) => ((whole >> BigInt(position)) & 1n) === 1n;
}
