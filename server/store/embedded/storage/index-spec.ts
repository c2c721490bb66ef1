import { Int32 } from 'bson';
import { numberOf } from '../bson-number.ts';
import { isDocument, kindOf } from '../semantics/bson-kind.ts';
import { describe } from '../semantics/describe.ts';
import { semantics } from '../semantics/semantics.ts';
import type { Doc } from '../semantics-contract.ts';
import { StoreError } from '../store-error.ts';
import { type IndexDefinition, type IndexField, indexField } from './index-definition.ts';

/** Taken and obeyed. */
const understood = new Set(['v', 'key', 'name', 'unique', 'sparse', 'partialFilterExpression', 'expireAfterSeconds']);
/** Taken and without effect here, as in MongoDB where it is the default or history. */
const harmless = new Set(['background', 'ns', 'dropDups']);
/** MongoDB's kinds of index that this store does not have. */
const otherKinds = new Set(['text', '2d', '2dsphere', 'hashed', 'geoHaystack', 'columnstore']);
/** MongoDB's options that would change what the index does: refused by name. */
const unsupported = new Set([
  'collation',
  'hidden',
  'storageEngine',
  'weights',
  'default_language',
  'language_override',
  'textIndexVersion',
  '2dsphereIndexVersion',
  'bits',
  'min',
  'max',
  'bucketSize',
  'wildcardProjection',
  'columnstoreProjection',
  'prepareUnique',
  'clustered',
]);

const MOST_FIELDS = 32;

export const idIndex = (): IndexDefinition => ({
  table: 0,
  name: '_id_',
  fields: [indexField('_id', 1)],
  unique: true,
  sparse: false,
  throughArray: [false],
  shown: { v: new Int32(2), key: { _id: new Int32(1) }, name: '_id_' },
});

/** One entry of createIndexes' `indexes`, checked as MongoDB checks it. `table` is given when it is filed. */
export function parseIndexSpec(spec: Doc): IndexDefinition {
  try {
    return readSpec(spec);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    throw new StoreError(error.code, `Error in specification ${describe(spec)} :: caused by :: ${error.message}`);
  }
}

function readSpec(spec: Doc): IndexDefinition {
  for (const option of Object.keys(spec)) checkOption(option, spec);
  if (!isDocument(spec.key)) {
    throw new StoreError(9, "The 'key' field is a required property of an index specification");
  }
  if (typeof spec.name !== 'string') {
    throw new StoreError(9, "The 'name' field is a required property of an index specification");
  }
  if (spec.name === '') throw new StoreError(67, 'index name cannot be empty');
  const fields = parseFields(spec.key);
  const expireAfterSeconds = parseExpiry(spec, fields);
  const partial = parsePartial(spec);
  return {
    table: 0,
    name: spec.name,
    fields,
    unique: truth(spec, 'unique'),
    sparse: truth(spec, 'sparse'),
    ...(partial && { partial }),
    ...(expireAfterSeconds !== undefined && { expireAfterSeconds }),
    throughArray: fields.map(() => false),
    shown: shownSpec(spec),
  };
}

function checkOption(option: string, spec: Doc): void {
  if (understood.has(option) || harmless.has(option)) return;
  if (option === 'hidden' && spec.hidden === false) return;
  if (option === 'collation' && isDocument(spec.collation) && spec.collation.locale === 'simple') return;
  if (unsupported.has(option)) {
    throw new StoreError(67, `Index option '${option}' is not supported by the embedded store`);
  }
  throw new StoreError(
    197,
    `The field '${option}' is not valid for an index specification. Specification: ${describe(spec)}`,
  );
}

function parseFields(key: Doc): IndexField[] {
  const names = Object.keys(key);
  if (names.length === 0) throw new StoreError(67, 'Index keys cannot be empty.');
  if (names.length > MOST_FIELDS)
    throw new StoreError(67, 'Index key pattern too large: compound indexes cannot have more than 32 fields');
  return names.map((name) => {
    checkPath(name);
    return indexField(name, directionOf(key[name]));
  });
}

function checkPath(name: string): void {
  if (name === '$**' || name.endsWith('.$**')) {
    throw new StoreError(67, 'Wildcard indexes are not supported by the embedded store');
  }
  for (const part of name.split('.')) {
    if (part === '') throw new StoreError(67, 'Index keys cannot contain an empty field.');
    if (part.startsWith('$') && !['$id', '$db', '$ref'].includes(part)) {
      throw new StoreError(67, "Index key contains an illegal field name: field name starts with '$'.");
    }
  }
}

function directionOf(value: unknown): 1 | -1 {
  if (typeof value === 'string') {
    if (otherKinds.has(value))
      throw new StoreError(67, `Index plugin '${value}' is not supported by the embedded store`);
    throw new StoreError(67, `Unknown index plugin '${value}'`);
  }
  const number = numberOf(value);
  if (number === undefined) {
    throw new StoreError(
      67,
      `Values in v:2 index key pattern cannot be of type ${kindOf(value)}. Only numbers > 0, numbers < 0, and strings are allowed.`,
    );
  }
  if (number === 0 || Number.isNaN(number)) throw new StoreError(67, 'Values in the index key pattern cannot be 0.');
  return number > 0 ? 1 : -1;
}

function truth(spec: Doc, option: string): boolean {
  const value = spec[option];
  if (value === undefined) return false;
  if (typeof value === 'boolean') return value;
  const number = numberOf(value);
  if (number !== undefined) return number !== 0;
  throw new StoreError(
    14,
    `The field '${option}' has value ${option}: ${describe(value)}, which is not convertible to bool`,
  );
}

function parseExpiry(spec: Doc, fields: IndexField[]): number | undefined {
  const value = spec.expireAfterSeconds;
  if (value === undefined) return undefined;
  const seconds = numberOf(value);
  if (seconds === undefined) {
    throw new StoreError(
      14,
      `TTL index 'expireAfterSeconds' option must be numeric, but received a type of ${kindOf(value)}`,
    );
  }
  if (!(seconds >= 0)) throw new StoreError(67, "TTL index 'expireAfterSeconds' option cannot be less than 0");
  if (seconds > 2147483647)
    throw new StoreError(67, "TTL index 'expireAfterSeconds' option must be within an acceptable range");
  if (fields.length > 1)
    throw new StoreError(67, 'TTL indexes are single-field indexes, compound indexes do not support TTL.');
  if (fields[0]?.path === '_id')
    throw new StoreError(67, "The field 'expireAfterSeconds' is not valid for an _id index specification.");
  return seconds;
}

function parsePartial(spec: Doc): IndexDefinition['partial'] {
  const filter = spec.partialFilterExpression;
  if (filter === undefined) return undefined;
  if (!isDocument(filter)) {
    throw new StoreError(67, "The field 'partialFilterExpression' must be an object");
  }
  if (spec.sparse) throw new StoreError(67, 'cannot mix "partialFilterExpression" and "sparse" options');
  checkPartial(filter);
  return { filter, matches: semantics.compileFilter(filter, { now: new Date(0) }) };
}

const allowedInPartial = new Set(['$eq', '$exists', '$gt', '$gte', '$lt', '$lte', '$type', '$in', '$and', '$or']);

function checkPartial(filter: Doc): void {
  for (const [name, condition] of Object.entries(filter)) {
    if (name === '$and' || name === '$or') {
      for (const part of Array.isArray(condition) ? condition : []) checkPartial(part as Doc);
    } else if (name.startsWith('$')) refusePartial(name);
    else if (isDocument(condition)) checkPartialOperators(condition);
  }
}

function checkPartialOperators(condition: Doc): void {
  for (const [operator, value] of Object.entries(condition)) {
    if (!operator.startsWith('$')) return;
    if (!allowedInPartial.has(operator) || (operator === '$exists' && value === false)) refusePartial(operator);
  }
}

function refusePartial(operator: string): never {
  throw new StoreError(67, `Expression not supported in partial index: ${operator}`);
}

/** As listIndexes answers: version, key and name, then only the options that say something. */
function shownSpec(spec: Doc): Doc {
  const shown: Doc = { v: new Int32(2), key: spec.key, name: spec.name };
  for (const option of ['background', 'unique', 'sparse']) {
    if (spec[option] !== undefined && truth(spec, option)) shown[option] = true;
  }
  for (const option of ['partialFilterExpression', 'expireAfterSeconds']) {
    if (spec[option] !== undefined) shown[option] = spec[option];
  }
  return shown;
}
