import type { Doc } from '../semantics-contract.ts';
import { isDocument } from './bson-kind.ts';
import { compareBson } from './compare.ts';
import { describeField } from './describe.ts';
import { arrayIndexOf, fieldOf, hasField } from './field-path.ts';
import { checkFieldPath } from './field-path-rules.ts';
import { exactWhole, numericOf } from './numbers.ts';
import { badValue, located, notSupported } from './refusals.ts';

type SortField = { parts: string[]; direction: number };

/** The values a document is sorted by, one for each field of the pattern. */
type SortKey = unknown[];

/**
 * Sort specification to comparator. An array sorts by its least element (ascending) or its greatest (descending), an empty
 * array just below null, a missing field as null. With several fields through one array the best whole combination counts.
 */
export function compileSort(spec: Doc): (a: Doc, b: Doc) => number {
  if (Object.hasOwn(spec, '$natural')) return naturalOrder(spec);
  const fields = Object.entries(spec).map(([path, value]) => sortField(path, value));
  const keys = new WeakMap<Doc, SortKey>();
  const keyOf = (doc: Doc): SortKey => {
    const known = keys.get(doc);
    if (known) return known;
    const key = sortKey(doc, fields);
    keys.set(doc, key);
    return key;
  };
  return (a, b) => compareKeys(keyOf(a), keyOf(b), fields);
}

/** The order in which documents are stored is the caller's; forwards it is no comparison at all. */
function naturalOrder(spec: Doc): () => number {
  if (exactWhole(spec.$natural) !== 1n) throw notSupported('$natural other than 1');
  return () => 0;
}

function sortField(path: string, value: unknown): SortField {
  if (isDocument(value)) throw refuseObject(value);
  if (!numericOf(value)) throw located(15974, `Illegal key in $sort specification: ${describeField(path, value)}`);
  const direction = exactWhole(value);
  if (direction !== 1n && direction !== -1n) {
    throw located(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
  }
  checkFieldPath(path);
  return { parts: path.split('.'), direction: Number(direction) };
}

function refuseObject(value: Doc): Error {
  if (Object.keys(value)[0] === '$meta') return notSupported('$meta');
  return located(17312, '$meta is the only expression supported by $sort right now');
}

function compareKeys(a: SortKey, b: SortKey, fields: readonly SortField[]): number {
  for (let i = 0; i < fields.length; i++) {
    const difference = compareBson(a[i], b[i]);
    if (difference !== 0) return difference * (fields[i] as SortField).direction;
  }
  return 0;
}

/** The key by which a document comes earliest. */
function sortKey(doc: Doc, fields: readonly SortField[]): SortKey {
  const cursors = fields.map(({ parts }) => ({ rest: parts, value: doc as unknown }));
  const all = combinations(cursors);
  return all.reduce((best, key) => (compareKeys(key, best, fields) < 0 ? key : best));
}

/** How far one field of the pattern has been followed. */
type Cursor = { rest: readonly string[]; value: unknown; fixed?: boolean };

/** All keys of a document: one, unless an array lies on the way of a field. */
function combinations(cursors: readonly Cursor[]): SortKey[] {
  const followed = cursors.map(follow);
  const array = followed.find(isOpenArray)?.value as unknown[] | undefined;
  if (!array) return [followed.map(({ value }) => value)];
  if (followed.some((cursor) => isOpenArray(cursor) && cursor.value !== array)) {
    throw badValue('cannot sort with keys that are parallel arrays');
  }
  // An empty array counts as BSON's undefined, which comes before null.
  const elements = array.length === 0 ? [undefined] : array;
  return elements.flatMap((element) => combinations(followed.map((cursor) => into(cursor, array, element))));
}

function isOpenArray(cursor: Cursor): boolean {
  return !cursor.fixed && Array.isArray(cursor.value);
}

/** Walks documents until the end of the path, something missing, or an array. */
function follow(cursor: Cursor): Cursor {
  if (cursor.fixed) return cursor;
  let { rest, value } = cursor;
  while (rest.length > 0) {
    const name = rest[0] as string;
    if (Array.isArray(value) && !isIndexOf(value, name)) return { rest, value };
    value = stepOf(value, name);
    rest = rest.slice(1);
    if (value === undefined) return { rest: [], value: null, fixed: true };
  }
  return { rest, value, fixed: !Array.isArray(value) };
}

function stepOf(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value[arrayIndexOf(name)];
  return isDocument(value) ? fieldOf(value, name) : undefined;
}

/** A number in a path is an index of the array, unless its documents have fields of that name. */
function isIndexOf(array: unknown[], name: string): boolean {
  const index = arrayIndexOf(name);
  if (index < 0 || index >= array.length) return false;
  return !array.some((element) => isDocument(element) && hasField(element, name));
}

/** The cursor at one element of the array it stopped at; other cursors stay. Arrays in arrays are not looked into. */
function into(cursor: Cursor, array: unknown[], element: unknown): Cursor {
  if (cursor.fixed || cursor.value !== array) return cursor;
  if (cursor.rest.length === 0) return { rest: [], value: element, fixed: true };
  return isDocument(element) ? { rest: cursor.rest, value: element } : { rest: [], value: null, fixed: true };
}
