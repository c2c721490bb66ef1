import { deserialize, EJSON, serialize } from 'bson';
import { semantics } from '../../../server/store/embedded/semantics/semantics.ts';
import type { Doc } from '../../../server/store/embedded/semantics-contract.ts';
import { StoreError } from '../../../server/store/embedded/store-error.ts';

/** The moment of every test. */
export const NOW = new Date('2026-05-09T10:00:00.000Z');

/** A document as it comes off the wire: 1 is a 32-bit integer, 1.5 a double; other types are written out. */
export function stored(doc: Doc): Doc {
  return deserialize(serialize(doc), { promoteValues: false, bsonRegExp: true });
}

/** Any value as it comes off the wire. */
export function storedValue(value: unknown): unknown {
  return stored({ value }).value;
}

/** A value with its types, as text: what two of them are compared by. */
export function shown(value: unknown): string {
  return EJSON.stringify(storedValue(value), { relaxed: false });
}

/** Code and text of the refusal, or what came instead. */
export function refusal(run: () => unknown): string {
  try {
    return `no refusal but ${shown(run())}`;
  } catch (error) {
    if (error instanceof StoreError) return `${error.code} ${error.errmsg}`;
    throw error;
  }
}

/** Whether a document matches a filter. */
export function matches(filter: Doc, doc: Doc): boolean {
  return semantics.compileFilter(stored(filter), { now: NOW })(stored(doc));
}

export type UpdateCase = { filter?: Doc; arrayFilters?: Doc[]; inserting?: boolean };

/** A document after an update. */
export function updated(
  doc: Doc,
  update: Doc | Doc[],
  { filter = {}, arrayFilters, inserting = false }: UpdateCase = {},
): Doc {
  const options = { now: NOW, filter: stored(filter), arrayFilters: arrayFilters?.map(stored) };
  const compiled = semantics.compileUpdate(Array.isArray(update) ? update.map(stored) : stored(update), options);
  return compiled.apply(stored(doc), inserting);
}

/** A document as find's projection gives it. */
export function projected(doc: Doc, projection: Doc, filter: Doc = {}): Doc {
  return semantics.compileProjection(stored(projection), stored(filter), { now: NOW })(stored(doc));
}

/** The documents that stages make of others; `others` are further collections. */
export function piped(docs: Doc[], stages: Doc[], others: Record<string, Doc[]> = {}): Doc[] {
  const find = (collection: string, filter: Doc) =>
    (others[collection] ?? []).map(stored).filter(semantics.compileFilter(filter, { now: NOW }));
  return [...semantics.compilePipeline(stages.map(stored), { now: NOW, find })(docs.map(stored))];
}

/** The value of an expression for a document. */
export function evaluated(expression: unknown, doc: Doc = {}): unknown {
  const [result] = piped([doc], [{ $replaceWith: { value: expression } }]);
  return result?.value;
}
