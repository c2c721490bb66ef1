import type { Doc } from '../../semantics-contract.ts';
import { StoreError } from '../../store-error.ts';
import { isDocument } from '../bson-kind.ts';
import { describeField } from '../describe.ts';
import { arrayIndexOf, fieldOf, hasField, setField } from '../field-path.ts';

/**
 * A place in the document: a field of `parent`. `missing` are the parts of the path below it that are not there yet.
 */
export type Place = { parent: Doc | unknown[]; name: string; path: string[]; missing: string[] };

/** The document itself. */
export function rootPlace(root: Doc): Place {
  return { parent: { '': root }, name: '', path: [], missing: [] };
}

/** The same place after changes: what was missing may have been created meanwhile. */
export function settled(place: Place): Place {
  return place.missing.reduce(stepInto, { ...place, missing: [] });
}

/** The value at a place. */
export function valueAtPlace(place: Place): unknown {
  if (Array.isArray(place.parent)) return place.parent[Number(place.name)];
  return fieldOf(place.parent, place.name);
}

/** One part further along the path, there or not. */
export function stepInto(place: Place, name: string): Place {
  if (place.missing.length > 0) return { ...place, missing: [...place.missing, name] };
  const value = valueAtPlace(place);
  const isThere = Array.isArray(value)
    ? arrayIndexOf(name) >= 0 && arrayIndexOf(name) < value.length
    : isDocument(value) && hasField(value, name);
  if (!isThere) return { ...place, missing: [name] };
  return { parent: value as Doc | unknown[], name, path: [...place.path, name], missing: [] };
}

/** Sets the value at a place that exists. */
export function putValue(place: Place, value: unknown): void {
  if (Array.isArray(place.parent)) place.parent[Number(place.name)] = value;
  else setField(place.parent, place.name, value);
}

/** Arrays may grow by that many nulls to reach an index. */
const MOST_PADDING = 1_500_000;

/** Creates the missing parts of a path as documents and puts the value at its end. */
export function createPath(place: Place, value: unknown): void {
  const container = valueAtPlace(place);
  const [first, ...rest] = place.missing as [string, ...string[]];
  const index = arrayIndexOf(first);
  if (!isDocument(container) && !(Array.isArray(container) && index >= 0)) {
    throw new StoreError(28, `Cannot create field '${first}' in element {${describeField(place.name, container)}}`);
  }
  if (place.path[0] === '_id') {
    throw new StoreError(
      66,
      `Updating the path '_id' to ${describeField('_id', container)} would modify the immutable field '_id'`,
    );
  }
  const content = rest.reduceRight<unknown>(documentAround, value);
  if (Array.isArray(container)) growArray(container, index, content);
  else setField(container, first, content);
}

function documentAround(inner: unknown, name: string): Doc {
  const doc: Doc = {};
  setField(doc, name, inner);
  return doc;
}

function growArray(array: unknown[], index: number, value: unknown): void {
  if (index - array.length > MOST_PADDING) {
    throw new StoreError(34, `can't backfill more than ${MOST_PADDING} elements`);
  }
  while (array.length < index) array.push(null);
  array.push(value);
}
