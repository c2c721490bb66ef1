import type { Binary, BSONRegExp, Code, Decimal128, Double, Int32, Long, ObjectId, Timestamp } from 'bson';
import { type BsonKind, KIND_RANK, kindOf, textOf } from '../semantics/bson-kind.ts';
import type { Doc } from '../semantics-contract.ts';
import { type ExactNumber, exactDecimal, exactLong } from './exact-number.ts';
import { KeyBytes } from './key-bytes.ts';

/** An empty array in an indexed field: MongoDB files it below null. */
export const EMPTY_ARRAY = Symbol('empty array');
/** A field that is not there: filed as null. */
export const MISSING = Symbol('missing');

/**
 * Type bytes keep MongoDB's order of types and stay within 0x10…0xE0, so that neither they nor their inverse (descending fields)
 * are 0x00 or 0xFF, which end things.
 */
const typeByte = (kind: BsonKind): number => {
  const rank = KIND_RANK[kind];
  if (rank < 0) return 0x10;
  return rank === KIND_RANK.maxKey ? 0xe0 : 0x20 + rank;
};

export const TYPE_BYTE = {
  null: typeByte('null'),
  number: typeByte('int'),
  string: typeByte('string'),
  emptyArray: typeByte('missing'),
} as const;

/** The byte under which values of this type are filed: the bracket of a range query. */
export const typeByteOf = (value: unknown): number => typeByte(kindOf(value));

/**
 * Writes one value so that comparing bytes gives MongoDB's order across all BSON types, equal numbers of different types give equal
 * bytes, and no value's bytes begin another's.
 */
function writeValue(out: KeyBytes, value: unknown): void {
  if (typeof value === 'string') {
    out.byte(TYPE_BYTE.string);
    out.text(value);
    return;
  }
  if (value === null || value === undefined || value === MISSING) {
    out.byte(TYPE_BYTE.null);
    return;
  }
  if (value === EMPTY_ARRAY) {
    out.byte(TYPE_BYTE.emptyArray);
    return;
  }
  const kind = kindOf(value);
  out.byte(typeByte(kind));
  writeBody(out, kind, value);
}

type WriteBody = (out: KeyBytes, value: unknown) => void;

const nothing: WriteBody = () => {};
const number: WriteBody = (out, value) => writeNumber(out, exactNumber(value));
const text: WriteBody = (out, value) => out.text(textOf(value) ?? '');
const code: WriteBody = (out, value) => out.text((value as Code).code);

const bodies: Readonly<Record<BsonKind, WriteBody>> = {
  minKey: nothing,
  maxKey: nothing,
  null: nothing,
  missing: nothing,
  int: number,
  double: number,
  long: number,
  decimal: number,
  string: text,
  symbol: text,
  object: (out, value) => writeObject(out, value as Doc),
  array: (out, value) => writeArray(out, value as unknown[]),
  bool: (out, value) => out.byte(value ? 2 : 1),
  objectId: (out, value) => out.bytes((value as ObjectId).id),
  date: (out, value) => writeInteger(out, BigInt((value as Date).getTime())),
  timestamp: (out, value) => writeInteger(out, BigInt((value as Timestamp).toString()) - (1n << 63n)),
  binData: (out, value) => writeBinary(out, value as Binary),
  regex: (out, value) => {
    out.text((value as BSONRegExp).pattern);
    out.text((value as BSONRegExp).options);
  },
  dbPointer: (out, value) => writeObject(out, value as Doc),
  javascript: code,
  javascriptWithScope: (out, value) => {
    code(out, value);
    writeObject(out, ((value as Code).scope ?? {}) as Doc);
  },
};

const writeBody = (out: KeyBytes, kind: BsonKind, value: unknown): void => bodies[kind](out, value);

function exactNumber(value: unknown): ExactNumber {
  if (typeof value === 'number') return { floor: value };
  const kind = kindOf(value);
  if (kind === 'long') return exactLong(value as Long);
  return kind === 'decimal' ? exactDecimal(value as Decimal128) : { floor: (value as Int32 | Double).value };
}

function writeNumber(out: KeyBytes, number: ExactNumber): void {
  out.double(number.floor);
  const rest = number.rest;
  if (!rest) {
    out.byte(1);
    return;
  }
  out.byte(2);
  const start = out.length;
  out.uint32(rest.exponent + 0x80000000);
  out.text(rest.digits);
  if (rest.negative) out.invert(start);
}

function writeInteger(out: KeyBytes, value: bigint): void {
  const unsigned = BigInt.asUintN(64, value + (1n << 63n));
  out.uint32(Number(unsigned >> 32n));
  out.uint32(Number(unsigned & 0xffffffffn));
}

function writeBinary(out: KeyBytes, value: Binary): void {
  const bytes = value.buffer.subarray(0, value.position);
  out.uint32(bytes.length);
  out.byte(value.sub_type);
  out.bytes(bytes);
}

/** Documents compare field by field: type first, then name, then value; the one that ends first is less. */
function writeObject(out: KeyBytes, value: Doc): void {
  const plain = plainFields(value);
  for (const name of Object.keys(plain)) {
    const field = plain[name];
    if (field === undefined) continue;
    const kind = kindOf(field);
    out.byte(typeByte(kind));
    out.text(name);
    writeBody(out, kind, field);
  }
  out.byte(1);
}

function writeArray(out: KeyBytes, value: unknown[]): void {
  for (const item of value) {
    const kind = kindOf(item ?? null);
    out.byte(typeByte(kind));
    writeBody(out, kind, item ?? null);
  }
  out.byte(1);
}

/** A DBRef is a document with `$ref`, `$id` and `$db` on the wire, whatever class the parser makes of it. */
function plainFields(value: Doc): Doc {
  if (value._bsontype !== 'DBRef') return value;
  const reference = value as { collection?: unknown; oid?: unknown; db?: unknown; fields?: Doc };
  return { $ref: reference.collection, $id: reference.oid, $db: reference.db, ...reference.fields };
}

const scratch = new KeyBytes();

/** One value's bytes. */
export function encodeValue(value: unknown): Buffer {
  scratch.reset();
  writeValue(scratch, value);
  return scratch.copy();
}

/** The bytes of strings that begin with this text, without the end mark. */
export function encodeTextPrefix(text: string): Buffer {
  scratch.reset();
  scratch.byte(TYPE_BYTE.string);
  scratch.textWithoutEnd(text);
  return scratch.copy();
}

/** A compound key: each component in its direction (1 or -1). */
export function encodeKey(values: readonly unknown[], directions: readonly number[]): Buffer {
  scratch.reset();
  for (let at = 0; at < values.length; at++) {
    const start = scratch.length;
    writeValue(scratch, values[at]);
    if (directions[at] === -1) scratch.invert(start);
  }
  return scratch.copy();
}

/** The same bytes in a descending field. */
export function inverted(bytes: Buffer): Buffer {
  const result = Buffer.from(bytes);
  for (let at = 0; at < result.length; at++) result[at] = ~(result[at] ?? 0);
  return result;
}
