import { Buffer } from 'node:buffer';
import type { Code, ObjectId, Timestamp } from 'bson';
import { type BsonKind, kindOf, textOf } from './bson-kind.ts';
import { binaryOf, documentOf, regexOf } from './compare.ts';
import { type Numeric, numericOf, toDouble } from './numbers.ts';

type Writer = (value: unknown) => string;

const WRITERS: Readonly<Partial<Record<BsonKind, Writer>>> = {
  double: (value) => describeDouble(toDouble(numericOf(value) as Numeric)),
  string: (value) => `"${textOf(value)}"`,
  symbol: (value) => `"${textOf(value)}"`,
  object: (value) =>
    describeList(
      '{',
      Object.entries(documentOf(value)).map(([name, inner]) => describeField(name, inner)),
      '}',
    ),
  array: (value) => describeList('[', (value as unknown[]).map(describe), ']'),
  objectId: (value) => `ObjectId('${(value as ObjectId).toHexString()}')`,
  date: (value) => `new Date(${(value as Date).getTime()})`,
  timestamp: (value) => `Timestamp(${(value as Timestamp).t}, ${(value as Timestamp).i})`,
  regex: (value) => `/${regexOf(value).pattern}/${regexOf(value).options}`,
  binData: describeBinary,
  javascript: (value) => String((value as Code).code),
  minKey: () => 'MinKey',
  maxKey: () => 'MaxKey',
  missing: () => 'undefined',
};

/** A value as MongoDB writes it into its error texts: `{ a: 1, b: [ "x" ] }`, doubles with a point, dates in milliseconds. */
export function describe(value: unknown): string {
  return (WRITERS[kindOf(value)] ?? String)(value);
}

function describeBinary(value: unknown): string {
  const { bytes, subtype } = binaryOf(value);
  return `BinData(${subtype}, ${Buffer.from(bytes).toString('hex').toUpperCase()})`;
}

function describeDouble(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? `${value}.0` : String(value);
}

function describeList(open: string, parts: string[], close: string): string {
  return parts.length === 0 ? `${open}${close}` : `${open} ${parts.join(', ')} ${close}`;
}

/** A field with its name, as in `$size: -1`. */
export function describeField(name: string, value: unknown): string {
  return `${name}: ${describe(value)}`;
}
