import type { Doc } from '../semantics-contract.ts';

/** MongoDB's own alias of a BSON type, as `$type` answers it; `missing` is a field that is not there. */
export type BsonKind =
  | 'minKey'
  | 'missing'
  | 'null'
  | 'int'
  | 'long'
  | 'double'
  | 'decimal'
  | 'string'
  | 'symbol'
  | 'object'
  | 'array'
  | 'binData'
  | 'objectId'
  | 'bool'
  | 'date'
  | 'timestamp'
  | 'regex'
  | 'dbPointer'
  | 'javascript'
  | 'javascriptWithScope'
  | 'maxKey';

/** Rank of a type when values of different types are compared: numbers are one rank, strings and symbols another. */
export const KIND_RANK: Readonly<Record<BsonKind, number>> = {
  minKey: -1,
  missing: 0,
  null: 5,
  int: 10,
  long: 10,
  double: 10,
  decimal: 10,
  string: 15,
  symbol: 15,
  object: 20,
  array: 25,
  binData: 30,
  objectId: 35,
  bool: 40,
  date: 45,
  timestamp: 47,
  regex: 50,
  dbPointer: 55,
  javascript: 60,
  javascriptWithScope: 65,
  maxKey: 127,
};

/** The type's number in the BSON specification, as `$type: 2` asks for it. */
export const KIND_CODE: Readonly<Record<BsonKind, number>> = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  missing: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  dbPointer: 12,
  javascript: 13,
  symbol: 14,
  javascriptWithScope: 15,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
};

const WRAPPER_KINDS: ReadonlyMap<unknown, BsonKind> = new Map<unknown, BsonKind>([
  ['Int32', 'int'],
  ['Long', 'long'],
  ['Double', 'double'],
  ['Decimal128', 'decimal'],
  ['BSONSymbol', 'symbol'],
  ['Binary', 'binData'],
  ['ObjectId', 'objectId'],
  ['ObjectID', 'objectId'],
  ['Timestamp', 'timestamp'],
  ['BSONRegExp', 'regex'],
  ['DBRef', 'object'],
  ['MinKey', 'minKey'],
  ['MaxKey', 'maxKey'],
]);

const INT32_MIN = -0x80000000;
const INT32_MAX = 0x7fffffff;

/** Whether a JavaScript number is what the wire calls a 32-bit integer (minus zero is not: only a double can hold it). */
export function isInt32(value: number): boolean {
  return (value | 0) === value && !Object.is(value, -0);
}

/** Whether a whole number fits 32 bits. */
export function fitsInt32(value: number | bigint): boolean {
  return value >= INT32_MIN && value <= INT32_MAX;
}

/** Whether the value is an embedded document, not an array and not one of BSON's own value classes. */
export function isDocument(value: unknown): value is Doc {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The BSON type of any decoded value. */
export function kindOf(value: unknown): BsonKind {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'number':
      return isInt32(value) ? 'int' : 'double';
    case 'boolean':
      return 'bool';
    case 'undefined':
      return 'missing';
    case 'bigint':
      return 'long';
    case 'object':
      return value === null ? 'null' : kindOfObject(value);
    case 'function':
    case 'symbol':
      return 'missing';
  }
}

function kindOfObject(value: object): BsonKind {
  if (isDocument(value)) return 'object';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  const tag = (value as { _bsontype?: unknown })._bsontype;
  if (tag === 'Code') return (value as { scope?: unknown }).scope ? 'javascriptWithScope' : 'javascript';
  const kind = WRAPPER_KINDS.get(tag);
  if (kind) return kind;
  if (value instanceof RegExp) return 'regex';
  if (value instanceof Uint8Array) return 'binData';
  return 'object';
}

/** Whether the type is one of the four numeric types. */
export function isNumberKind(kind: BsonKind): boolean {
  return KIND_RANK[kind] === KIND_RANK.int;
}

/** Whether the value is a number of any of the four numeric types. */
export function isNumber(value: unknown): boolean {
  return typeof value === 'number' || isNumberKind(kindOf(value));
}

/** The text of a string or symbol, else undefined. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return kindOf(value) === 'symbol' ? String((value as { value: unknown }).value) : undefined;
}
