import type { Decimal128, ObjectId } from 'bson';
import { kindOf, textOf } from '../bson-kind.ts';
import { type Numeric, numericOf, toDouble } from '../numbers.ts';
import { located, notSupported } from '../refusals.ts';

/** The text that string operators make of a value: numbers, dates and texts have one, null is empty. */
export function coerceToText(value: unknown): string {
  const kind = kindOf(value);
  if (kind === 'missing' || kind === 'null') return '';
  if (kind === 'timestamp') throw notSupported('the text of a timestamp');
  const text = textIn(value);
  if (text === undefined || kind === 'bool' || kind === 'objectId') {
    throw located(16007, `can't convert from BSON type ${kind} to String`);
  }
  return text;
}

/** The text of a value as `$toString` writes it; undefined for types that have none. */
export function textIn(value: unknown): string | undefined {
  const kind = kindOf(value);
  if (kind === 'string' || kind === 'symbol') return textOf(value);
  if (kind === 'double') return doubleText(toDouble(numericOf(value) as Numeric));
  if (kind === 'decimal') return (value as Decimal128).toString();
  if (kind === 'int' || kind === 'long') return String(numericOf(value)?.value);
  if (kind === 'bool') return String(value);
  if (kind === 'date') return (value as Date).toISOString();
  if (kind === 'objectId') return (value as ObjectId).toHexString();
  return undefined;
}

function doubleText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  return String(value);
}
