import { Buffer } from 'node:buffer';
import { kindOf } from '../../bson-kind.ts';
import { compareText } from '../../compare.ts';
import { describe } from '../../describe.ts';
import { exactWhole, makeInt, numericOf, toWhole } from '../../numbers.ts';
import { located } from '../../refusals.ts';
import {
  fixed,
  isNullish,
  namedOperands,
  type OperatorReader,
  type Operators,
  optional,
  ranged,
  variadic,
} from '../operator.ts';
import { coerceToText } from '../text-value.ts';
import { boundOf } from './arrays.ts';

/** Operators on texts. Letters of ASCII only change case, as in MongoDB. */
export const STRING_OPERATORS: Operators = {
  $concat: variadic(concat),
  $toLower: fixed(1, ([value]) => coerceToText(value).replace(/[A-Z]+/g, (letters) => letters.toLowerCase())),
  $toUpper: fixed(1, ([value]) => upper(coerceToText(value))),
  $strcasecmp: fixed(2, ([a, b]) => makeInt(Math.sign(compareText(upper(coerceToText(a)), upper(coerceToText(b)))))),
  $strLenBytes: fixed(1, ([value]) => makeInt(Buffer.byteLength(stringArgument('$strLenBytes', value, 34473)))),
  $strLenCP: fixed(1, ([value]) => makeInt([...stringArgument('$strLenCP', value, 34471)].length)),
  $substr: fixed(3, ([text, start, length]) => substringBytes('$substrBytes', text, [start, length])),
  $substrBytes: fixed(3, ([text, start, length]) => substringBytes('$substrBytes', text, [start, length])),
  $substrCP: fixed(3, ([text, start, length]) => substringPoints(text, start, length)),
  $indexOfBytes: ranged(2, 4, indexOfBytes),
  $indexOfCP: ranged(2, 4, indexOfPoints),
  $split: fixed(2, ([text, separator]) => split(text, separator)),
  $trim: trimmer(true, true),
  $ltrim: trimmer(true, false),
  $rtrim: trimmer(false, true),
  $replaceOne: replacer((input, find, replacement) => input.replace(find, () => replacement)),
  $replaceAll: replacer((input, find, replacement) => input.replaceAll(find, () => replacement)),
};

function upper(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

function concat(values: unknown[]): unknown {
  let result = '';
  for (const value of values) {
    if (isNullish(value)) return null;
    if (typeof value !== 'string') throw located(16702, `$concat only supports strings, not ${kindOf(value)}`);
    result += value;
  }
  return result;
}

function stringArgument(name: string, value: unknown, code: number): string {
  if (typeof value !== 'string') throw located(code, `${name} requires a string argument, found: ${kindOf(value)}`);
  return value;
}

/** Whether a position in UTF-8 text lies inside a character. */
function insideCharacter(bytes: Buffer, at: number): boolean {
  return at < bytes.length && ((bytes[at] ?? 0) & 0xc0) === 0x80;
}

function substringBytes(name: string, value: unknown, [start, length]: [unknown, unknown]): string {
  const bytes = Buffer.from(coerceToText(value));
  if (!numericOf(start))
    throw located(16034, `${name}:  starting index must be a numeric type (is BSON type ${kindOf(start)})`);
  if (!numericOf(length))
    throw located(16035, `${name}:  length must be a numeric type (is BSON type ${kindOf(length)})`);
  const from = Number(toWhole(start));
  if (from < 0) throw located(50752, `${name}:  starting index must be non-negative (got: ${from})`);
  const count = Number(toWhole(length));
  const end = count < 0 ? bytes.length : Math.min(bytes.length, from + count);
  if (insideCharacter(bytes, from)) {
    throw located(28656, `${name}:  Invalid range, starting index is a UTF-8 continuation byte.`);
  }
  if (insideCharacter(bytes, end)) {
    throw located(28657, `${name}:  Invalid range, ending index is in the middle of a UTF-8 character.`);
  }
  return bytes.subarray(from, end).toString();
}

function substringPoints(value: unknown, start: unknown, length: unknown): string {
  const from = pointNumber(start, 'starting index', 34450);
  const count = pointNumber(length, 'length', 34452);
  if (count < 0) throw located(34454, '$substrCP: length must be a nonnegative integer.');
  if (from < 0) throw located(34455, '$substrCP: the starting index must be nonnegative integer.');
  return [...coerceToText(value)].slice(from, from + count).join('');
}

function pointNumber(value: unknown, role: string, code: number): number {
  if (!numericOf(value))
    throw located(code, `$substrCP: ${role} must be a numeric type (is BSON type ${kindOf(value)})`);
  const whole = exactWhole(value);
  if (whole === undefined) {
    throw located(code + 1, `$substrCP: ${role} cannot be represented as a 32-bit integral value: ${describe(value)}`);
  }
  return Number(whole);
}

function searched(name: string, text: unknown, token: unknown, code: number): { text: string; token: string } {
  if (typeof text !== 'string')
    throw located(code, `${name} requires a string as the first argument, found: ${kindOf(text)}`);
  if (typeof token !== 'string') {
    throw located(code + 1, `${name} requires a string as the second argument, found: ${kindOf(token)}`);
  }
  return { text, token };
}

function indexOfBytes([value, wanted, from, to]: unknown[]): unknown {
  if (isNullish(value)) return null;
  const { text, token } = searched('$indexOfBytes', value, wanted, 40091);
  const bytes = Buffer.from(text);
  const start = boundOf(from, 0, { name: '$indexOfBytes', role: 'starting index' });
  const end = Math.min(bytes.length, boundOf(to, bytes.length, { name: '$indexOfBytes', role: 'ending index' }));
  if (start > bytes.length || end < start) return makeInt(-1);
  return makeInt(bytes.subarray(0, end).indexOf(token, start));
}

function indexOfPoints([value, wanted, from, to]: unknown[]): unknown {
  if (isNullish(value)) return null;
  const { text, token } = searched('$indexOfCP', value, wanted, 40093);
  const points = [...text];
  const start = boundOf(from, 0, { name: '$indexOfCP', role: 'starting index' });
  const end = Math.min(points.length, boundOf(to, points.length, { name: '$indexOfCP', role: 'ending index' }));
  if (end < start) return makeInt(-1);
  const wantedPoints = [...token];
  if (text === '' && token === '') return makeInt(0);
  for (let at = start; at < end; at++) {
    if (wantedPoints.every((point, offset) => points[at + offset] === point)) return makeInt(at);
  }
  return makeInt(-1);
}

function split(text: unknown, separator: unknown): unknown {
  if (isNullish(text) || isNullish(separator)) return null;
  if (typeof text !== 'string') {
    throw located(
      40085,
      `$split requires an expression that evaluates to a string as a first argument, found: ${kindOf(text)}`,
    );
  }
  if (typeof separator !== 'string') {
    throw located(
      40086,
      `$split requires an expression that evaluates to a string as a second argument, found: ${kindOf(separator)}`,
    );
  }
  if (separator === '') throw located(40087, '$split requires a non-empty separator');
  return text.split(separator);
}

/** What MongoDB calls white space when no characters are named. */
const WHITE = '\0 \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a';

function trimmer(left: boolean, right: boolean): OperatorReader {
  return (call) => {
    const { input, chars } = namedOperands(call, {
      required: ['input'],
      optional: ['chars'],
      notObject: 50696,
      unknown: 50694,
      missing: 50695,
    });
    return (scope) => {
      const text = optional(input, scope, null);
      if (isNullish(text)) return null;
      if (typeof text !== 'string') {
        throw located(
          50699,
          `${call.name} requires its input to be a string, got ${describe(text)} (of type ${kindOf(text)}) instead.`,
        );
      }
      const unwanted = optional(chars, scope, WHITE);
      if (isNullish(unwanted)) return null;
      if (typeof unwanted !== 'string') {
        throw located(
          50700,
          `${call.name} requires 'chars' to be a string, got ${describe(unwanted)} (of type ${kindOf(unwanted)}) instead.`,
        );
      }
      return trim(text, new Set(unwanted), { left, right });
    };
  };
}

function trim(text: string, unwanted: ReadonlySet<string>, sides: { left: boolean; right: boolean }): string {
  const points = [...text];
  let start = 0;
  let end = points.length;
  while (sides.left && start < end && unwanted.has(points[start] as string)) start += 1;
  while (sides.right && end > start && unwanted.has(points[end - 1] as string)) end -= 1;
  return points.slice(start, end).join('');
}

type Replacement = (input: string, find: string, replacement: string) => string;

function replacer(replace: Replacement): OperatorReader {
  return (call) => {
    const operands = namedOperands(call, {
      required: ['input', 'find', 'replacement'],
      optional: [],
      notObject: 51751,
      unknown: 51750,
      missing: 51749,
    });
    const parts = ['input', 'find', 'replacement'].map((part) => ({ part, evaluate: operands[part] }));
    return (scope) => {
      const values = parts.map(({ part, evaluate }, index) => {
        const value = optional(evaluate, scope, null);
        if (isNullish(value) || typeof value === 'string') return value;
        throw located(51746 - index, `${call.name} requires that '${part}' be a string, found: ${describe(value)}`);
      });
      const [input, find, replacement] = values;
      if (isNullish(input) || isNullish(find) || isNullish(replacement)) return null;
      return replace(input, find, replacement);
    };
  };
}
