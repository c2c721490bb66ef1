import { Buffer } from 'node:buffer';
import { type Binary, type BSONRegExp, type Code, type DBRef, Long, type ObjectId } from 'bson';
import type { Doc } from '../semantics-contract.ts';
import { type BsonKind, isDocument, KIND_RANK, kindOf, textOf } from './bson-kind.ts';
import { canonicalExact, compareExact, exactOfDouble } from './decimal.ts';
import { compareDoubles, compareNumeric, exactOf, type Numeric, numericOf } from './numbers.ts';

/**
 * Compares any two BSON values as MongoDB orders them: first by the rank of their types, then by value.
 * A field that is missing comes just before null; sorting treats it as null (see `sort-order.ts`).
 * Returns a negative number, zero or a positive number.
 */
export function compareBson(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  if (typeof a === 'number' && typeof b === 'number') return compareDoubles(a, b);
  const kindA = kindOf(a);
  const kindB = kindOf(b);
  const rank = KIND_RANK[kindA] - KIND_RANK[kindB];
  return rank !== 0 ? rank : compareSameRank(kindA, a, b);
}

/** Whether two values are equal: numbers across their types, documents field by field and in order. */
export function equalBson(a: unknown, b: unknown): boolean {
  return a === b || compareBson(a, b) === 0;
}

function compareSameRank(kind: BsonKind, a: unknown, b: unknown): number {
  switch (KIND_RANK[kind]) {
    case KIND_RANK.int:
      return compareNumeric(numericOf(a) as Numeric, numericOf(b) as Numeric);
    case KIND_RANK.string:
      return compareText(textOf(a) ?? '', textOf(b) ?? '');
    case KIND_RANK.object:
      return compareDocuments(documentOf(a), documentOf(b));
    case KIND_RANK.array:
      return compareArrays(a as unknown[], b as unknown[]);
    case KIND_RANK.binData:
      return compareBinary(a, b);
    case KIND_RANK.objectId:
      return compareText((a as ObjectId).toHexString(), (b as ObjectId).toHexString());
    case KIND_RANK.bool:
      return Number(a) - Number(b);
    case KIND_RANK.date:
      return compareDoubles((a as Date).getTime(), (b as Date).getTime());
    case KIND_RANK.timestamp:
      return Long.fromValue(a as Long)
        .toUnsigned()
        .compare(Long.fromValue(b as Long).toUnsigned());
    case KIND_RANK.regex:
      return compareRegex(a, b);
    case KIND_RANK.javascript:
    case KIND_RANK.javascriptWithScope:
      return compareCode(a as Code, b as Code);
    default:
      return 0;
  }
}

/**
 * Compares by the bytes of UTF-8, which is the order of code points. UTF-16 agrees but for surrogates, which stand for
 * the highest code points though their units are below U+E000.
 */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const unitA = a.charCodeAt(i);
    const unitB = b.charCodeAt(i);
    if (unitA !== unitB) return orderOfUnit(unitA) - orderOfUnit(unitB);
  }
  return a.length - b.length;
}

function orderOfUnit(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/** The fields of an embedded document, also of a DBRef that a decoder made of one. */
export function documentOf(value: unknown): Doc {
  if (isDocument(value)) return value;
  const { collection, oid, db, fields } = value as DBRef;
  return { $ref: collection, $id: oid, ...(db ? { $db: db } : {}), ...fields };
}

function compareDocuments(a: Doc, b: Doc): number {
  const namesA = Object.keys(a);
  const namesB = Object.keys(b);
  const length = Math.min(namesA.length, namesB.length);
  for (let i = 0; i < length; i++) {
    const difference = compareField([namesA[i] as string, a], [namesB[i] as string, b]);
    if (difference !== 0) return difference;
  }
  return namesA.length - namesB.length;
}

/** Type first, then name, then value: the order in which MongoDB looks at a field. */
function compareField([nameA, a]: [string, Doc], [nameB, b]: [string, Doc]): number {
  const rank = KIND_RANK[kindOf(a[nameA])] - KIND_RANK[kindOf(b[nameB])];
  if (rank !== 0) return rank;
  return compareText(nameA, nameB) || compareBson(a[nameA], b[nameB]);
}

function compareArrays(a: unknown[], b: unknown[]): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = compareBson(a[i], b[i]);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** The bytes and the subtype of binary data, whichever class carries it. */
export function binaryOf(value: unknown): { bytes: Uint8Array; subtype: number } {
  if (value instanceof Uint8Array) return { bytes: value, subtype: 0 };
  const binary = value as Binary;
  return { bytes: binary.buffer.subarray(0, binary.position), subtype: binary.sub_type };
}

function compareBinary(a: unknown, b: unknown): number {
  const left = binaryOf(a);
  const right = binaryOf(b);
  if (left.bytes.length !== right.bytes.length) return left.bytes.length - right.bytes.length;
  return left.subtype - right.subtype || Buffer.compare(left.bytes, right.bytes);
}

/** Pattern and options of a regular expression, whichever class carries it; options in alphabetical order. */
export function regexOf(value: unknown): { pattern: string; options: string } {
  if (value instanceof RegExp)
    return { pattern: value.source, options: value.flags.replace('g', '').split('').sort().join('') };
  const { pattern, options } = value as BSONRegExp;
  return { pattern, options };
}

function compareRegex(a: unknown, b: unknown): number {
  const left = regexOf(a);
  const right = regexOf(b);
  return compareText(left.pattern, right.pattern) || compareText(left.options, right.options);
}

function compareCode(a: Code, b: Code): number {
  return compareText(String(a.code), String(b.code)) || compareBson(a.scope ?? undefined, b.scope ?? undefined);
}

/** A text that is the same for values that compare as equal, and for no others: what sets and groups are kept by. */
export function keyOf(value: unknown): string {
  const kind = kindOf(value);
  switch (KIND_RANK[kind]) {
    case KIND_RANK.int:
      return `n${keyOfNumber(value)}`;
    case KIND_RANK.string:
      return keyOfText(textOf(value) ?? '');
    case KIND_RANK.object:
      return `{${Object.entries(documentOf(value))
        .map(([name, inner]) => keyOfText(name) + keyOf(inner))
        .join()}}`;
    case KIND_RANK.array:
      return `[${(value as unknown[]).map(keyOf).join()}]`;
    case KIND_RANK.binData: {
      const { bytes, subtype } = binaryOf(value);
      return `b${subtype}:${Buffer.from(bytes).toString('base64')}`;
    }
    case KIND_RANK.objectId:
      return `o${(value as ObjectId).toHexString()}`;
    case KIND_RANK.date:
      return `d${(value as Date).getTime()}`;
    case KIND_RANK.timestamp:
      return `t${String(value)}`;
    case KIND_RANK.regex:
      return `r${JSON.stringify(regexOf(value))}`;
    case KIND_RANK.javascript:
    case KIND_RANK.javascriptWithScope:
      return `c${JSON.stringify(String((value as Code).code))}${keyOf((value as Code).scope ?? undefined)}`;
    default:
      return kind === 'bool' ? String(value) : kind;
  }
}

/** The length comes first, so that no text can look like what follows it. */
function keyOfText(text: string): string {
  return `s${text.length}:${text}`;
}

/** Whole numbers by their digits, other doubles by their shortest text, other decimals exactly. */
function keyOfNumber(value: unknown): string {
  const numeric = numericOf(value) as Numeric;
  if (Number.isSafeInteger(numeric.value)) return String(Number(numeric.value) + 0);
  const exact = exactOf(numeric);
  if (typeof exact === 'string') return exact;
  if (exact.exponent >= 0 && exact.exponent < 40) return String(exact.coefficient * 10n ** BigInt(exact.exponent));
  const { coefficient, exponent } = canonicalExact(exact);
  if (exponent >= 0 && exponent < 40) return String(coefficient * 10n ** BigInt(exponent));
  const double = Number(`${coefficient}e${exponent}`);
  const isDouble = Number.isFinite(double) && compareExact(exactOfDouble(double), exact) === 0;
  return isDouble ? `d${double}` : `m${coefficient}e${exponent}`;
}
