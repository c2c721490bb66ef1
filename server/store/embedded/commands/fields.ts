import { numberOf } from '../bson-number.ts';
import { isDocument, kindOf } from '../semantics/bson-kind.ts';
import type { Doc } from '../semantics-contract.ts';
import { StoreError } from '../store-error.ts';

/** Fields that any command may carry; those that would change its meaning are looked at in `checkGeneric`. */
const generic = new Set([
  '$db',
  'lsid',
  '$clusterTime',
  '$readPreference',
  'readConcern',
  'writeConcern',
  'maxTimeMS',
  'comment',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
  'txnNumber',
  'startTransaction',
  'autocommit',
]);

/** Refuses what the command does not know (40415), as MongoDB does: a misspelt option must not be silently ignored. */
export function checkFields(body: Doc, command: string, known: readonly string[]): void {
  for (const name of Object.keys(body)) {
    if (name === command || generic.has(name) || known.includes(name)) continue;
    throw new StoreError(40415, `BSON field '${command}.${name}' is an unknown field.`);
  }
}

/** What MongoDB has and this store has not: refused by name, never ignored. `harmless` values mean the same as absence. */
export function refuseUnsupported(body: Doc, names: readonly string[]): void {
  for (const name of names) {
    const value = body[name];
    if (value === undefined || value === null || value === false) continue;
    if (name === 'collation' && isSimpleCollation(value)) continue;
    throw new StoreError(238, `'${name}' is not supported by the embedded store`);
  }
}

const isSimpleCollation = (value: unknown): boolean =>
  isDocument(value) &&
  (Object.keys(value).length === 0 || (value.locale === 'simple' && Object.keys(value).length === 1));

const wrongType = (field: string, value: unknown, expected: string): StoreError =>
  new StoreError(14, `BSON field '${field}' is the wrong type '${kindOf(value)}', expected type${expected}`);

export function text(body: Doc, command: string, field: string): string {
  const value = body[field];
  if (value === undefined)
    throw new StoreError(40414, `BSON field '${command}.${field}' is missing but a required field`);
  if (typeof value !== 'string') throw wrongType(`${command}.${field}`, value, " 'string'");
  return value;
}

/** The collection a command names as its own value: `{find: "soldiers"}`. */
export function collectionName(body: Doc, command: string): string {
  const value = body[command];
  if (typeof value !== 'string') {
    throw new StoreError(73, `collection name has invalid type ${kindOf(value)}`);
  }
  if (value === '') throw new StoreError(73, `Invalid namespace specified '${String(body.$db)}.'`);
  return value;
}

export function documentField(body: Doc, command: string, field: string): Doc | undefined {
  const value = body[field];
  if (value === undefined || value === null) return undefined;
  if (!isDocument(value)) throw wrongType(`${command}.${field}`, value, " 'object'");
  return value;
}

export function listField(body: Doc, command: string, field: string): unknown[] | undefined {
  const value = body[field];
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw wrongType(`${command}.${field}`, value, " 'array'");
  return value;
}

export function flag(body: Doc, command: string, field: string): boolean {
  const value = body[field];
  if (value === undefined || value === null) return false;
  if (typeof value === 'boolean') return value;
  const number = numberOf(value);
  if (number === undefined) throw wrongType(`${command}.${field}`, value, "s '[bool, long, int, decimal, double']");
  return number !== 0;
}

/** A whole number of at least zero. */
export function count(body: Doc, command: string, field: string): number | undefined {
  const value = wholeNumber(body, command, field);
  if (value !== undefined && value < 0) {
    throw new StoreError(51024, `BSON field '${field}' value must be >= 0, actual value '${value}'`);
  }
  return value;
}

export function wholeNumber(body: Doc, command: string, field: string): number | undefined {
  const value = body[field];
  if (value === undefined || value === null) return undefined;
  const number = numberOf(value);
  if (number === undefined) throw wrongType(`${command}.${field}`, value, "s '[long, int, decimal, double']");
  return Math.trunc(number);
}

/**
 * A lone MongoDB answers 20 here, but the driver then throws its own advice about retryable writes in place of the answer; this code
 * reaches the caller with the reason.
 */
export const transactionsRefused = (): StoreError =>
  new StoreError(263, 'Transactions are not supported by the embedded store: it is a standalone server');

/** Transactions, API versions and write concerns that a lone server cannot keep. */
export function checkGeneric(body: Doc): void {
  if (body.startTransaction !== undefined || body.autocommit !== undefined || body.txnNumber !== undefined) {
    throw transactionsRefused();
  }
  if (body.apiVersion !== undefined && body.apiVersion !== '1') {
    throw new StoreError(322, 'API version must be "1"');
  }
  checkWriteConcern(body.writeConcern);
  checkReadConcern(body.readConcern);
}

function checkWriteConcern(concern: unknown): void {
  if (!isDocument(concern) || concern.w === undefined || concern.w === 'majority') return;
  const members = numberOf(concern.w);
  if (members === undefined) {
    throw new StoreError(79, `No write concern mode named '${String(concern.w)}' found in replica set configuration`);
  }
  if (members > 1) throw new StoreError(2, "cannot use 'w' > 1 when a host is not replicated");
}

function checkReadConcern(concern: unknown): void {
  if (!isDocument(concern) || concern.level === undefined) return;
  if (['local', 'available', 'majority'].includes(String(concern.level))) return;
  if (concern.level === 'snapshot')
    throw new StoreError(246, 'Snapshot read concern is not supported by the embedded store');
  if (concern.level === 'linearizable') {
    throw new StoreError(123, 'node needs to be a replica set member to use read concern');
  }
  throw new StoreError(
    2,
    `Enumeration value '${String(concern.level)}' for field 'readConcern.level' is not a valid value.`,
  );
}
