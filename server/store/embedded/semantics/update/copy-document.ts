import type { Doc } from '../../semantics-contract.ts';
import { isDocument } from '../bson-kind.ts';
import { setField } from '../field-path.ts';

/** A copy whose documents and arrays can be changed freely; the values in them are shared, they never change. */
export function copyValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyValue);
  return isDocument(value) ? copyDocument(value) : value;
}

/** A copy of a document, to be changed in place. */
export function copyDocument(doc: Doc): Doc {
  const copy: Doc = {};
  for (const name of Object.keys(doc)) setField(copy, name, copyValue(doc[name]));
  return copy;
}

/** The document with `_id` as its first field, as MongoDB stores what it inserts. */
export function withIdFirst(doc: Doc): Doc {
  if (!Object.hasOwn(doc, '_id') || Object.keys(doc)[0] === '_id') return doc;
  return { _id: doc._id, ...doc };
}
