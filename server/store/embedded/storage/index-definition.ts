import type { Doc } from '../semantics-contract.ts';
import { StoreError } from '../store-error.ts';
import { indexValues } from './index-keys.ts';
import { EMPTY_ARRAY, encodeKey, MISSING } from './key-encoding.ts';

/** An index as the planner and the storage see it. */
export type IndexDefinition = {
  /** Number of its SQLite table; 0 is `_id_`, which lives in the documents' own table. */
  table: number;
  name: string;
  fields: readonly IndexField[];
  unique: boolean;
  sparse: boolean;
  partial?: { filter: Doc; matches: (doc: Doc) => boolean };
  /** Documents are removed this many seconds after the date in the (only) field. */
  expireAfterSeconds?: number;
  /** Fields that some document fills with an array. Only grows: a wrong `true` costs speed, a wrong `false` would cost truth. */
  throughArray: boolean[];
  /** As listIndexes shows it. */
  shown: Doc;
};

export type IndexField = { path: string; parts: readonly string[]; direction: 1 | -1 };

export const indexField = (path: string, direction: 1 | -1): IndexField => ({
  path,
  parts: path.split('.'),
  direction,
});

/** A document's keys in an index, without repetition; `throughArray` says which fields were spread. */
export type DocumentKeys = { keys: Buffer[]; throughArray: readonly boolean[] };

const noKeys: DocumentKeys = { keys: [], throughArray: [] };

export function keysOf(index: IndexDefinition, doc: Doc): DocumentKeys {
  if (index.partial && !index.partial.matches(doc)) return noKeys;
  const values = indexValues(
    doc,
    index.fields.map((field) => field.parts),
  );
  if (index.sparse && !values.anyPresent) return noKeys;
  const directions = index.fields.map((field) => field.direction);
  const keys = values.rows.map((row) => encodeKey(row, directions));
  return { keys: keys.length > 1 ? distinct(keys) : keys, throughArray: values.throughArray };
}

/** The values behind one of the document's keys: what `keyValue` of a duplicate shows. */
export function valuesBehindKey(index: IndexDefinition, doc: Doc, key: Buffer): unknown[] {
  const directions = index.fields.map((field) => field.direction);
  const { rows } = indexValues(
    doc,
    index.fields.map((field) => field.parts),
  );
  const row = rows.find((values) => encodeKey(values, directions).equals(key)) ?? rows[0] ?? [];
  return row.map((value) => (value === MISSING || value === EMPTY_ARRAY ? null : value));
}

/** The least key a document has for a sort: arrays count by their least element (greatest where descending), as MongoDB sorts. */
export function sortKeyOf(fields: readonly IndexField[], doc: Doc): Buffer {
  const directions = fields.map((field) => field.direction);
  const { rows } = sortValues(fields, doc);
  let least: Buffer | undefined;
  for (const row of rows) {
    const key = encodeKey(row, directions);
    if (!least || key.compare(least) < 0) least = key;
  }
  return least ?? Buffer.alloc(0);
}

function sortValues(fields: readonly IndexField[], doc: Doc): { rows: unknown[][] } {
  try {
    return indexValues(
      doc,
      fields.map((field) => field.parts),
    );
  } catch (error) {
    if (error instanceof StoreError && error.code === 171) {
      throw new StoreError(2, 'cannot sort with keys that are parallel arrays');
    }
    throw error;
  }
}

function distinct(keys: Buffer[]): Buffer[] {
  const seen = new Map<string, Buffer>();
  for (const key of keys) seen.set(key.toString('latin1'), key);
  return [...seen.values()];
}
