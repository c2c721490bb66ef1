import { Buffer } from 'node:buffer';
import { ObjectId } from 'bson';
import { readDoc, writeDoc } from '../bson-form.ts';
import { docOf, type Selection, select } from '../planner/select.ts';
import { isDocument } from '../semantics/bson-kind.ts';
import { semantics } from '../semantics/semantics.ts';
import type { CompiledUpdate, Doc } from '../semantics-contract.ts';
import type { Steps } from '../steps.ts';
import type { Collection } from '../storage/collection.ts';
import type { Engine } from '../storage/engine.ts';
import { StoreError } from '../store-error.ts';
import { checkId, idFirst, MAX_DOCUMENT_BYTES } from './new-document.ts';

export type Update = {
  selection: Selection;
  change: Doc | Doc[];
  arrayFilters?: Doc[] | undefined;
  multi: boolean;
  upsert: boolean;
};

export type Place = { engine: Engine; database: string; collection: string };

/** `before` and `after`: the (last) document touched, for findAndModify. */
export type UpdateResult = { matched: number; modified: number; upsertedId?: unknown; before?: Doc; after?: Doc };

/** One update statement. Each document changes wholly or not at all. */
export function* updateDocuments(place: Place, update: Update): Steps<UpdateResult> {
  yield;
  const { filter, context } = update.selection;
  const compiled = semantics.compileUpdate(update.change, {
    ...context,
    filter,
    ...(update.arrayFilters && { arrayFilters: update.arrayFilters }),
  });
  if (compiled.isReplacement && update.multi) {
    throw new StoreError(9, 'multi update is not supported for replacement-style update');
  }
  const collection = place.engine.catalog.find(place.database, place.collection);
  const result = update.multi
    ? yield* updateMany(place, collection, { update, compiled })
    : updateOne(place, collection, { update, compiled });
  if (result.matched > 0 || !update.upsert) return result;
  return insertFromUpdate(place, update, compiled);
}

type Work = { update: Update; compiled: CompiledUpdate };

function updateOne(place: Place, collection: Collection | undefined, work: Work): UpdateResult {
  const { found } = select(collection, { ...work.update.selection, limit: 1 });
  for (const one of found) {
    const before = docOf(one);
    if (!collection) break;
    const after = changed(work.compiled.apply(before, false));
    const modified = store(place, collection, { rowid: one.rowid, bytes: one.bytes, before, after });
    return { matched: 1, modified, before, after: after.doc };
  }
  return { matched: 0, modified: 0 };
}

/** Which documents is settled before the first is changed: a changed one may move within the index that is being read. */
function* updateMany(place: Place, collection: Collection | undefined, work: Work): Steps<UpdateResult> {
  const rows: number[] = [];
  for (const one of select(collection, work.update.selection).stepped) {
    yield;
    if (one) rows.push(one.rowid);
  }
  const stillMatches = semantics.compileFilter(work.update.selection.filter, work.update.selection.context);
  const result: UpdateResult = { matched: 0, modified: 0 };
  for (const rowid of rows) {
    yield;
    const stored = collection?.byRow(rowid);
    if (!collection || !stored) continue;
    const before = readDoc(stored.bytes);
    // Another command may have had its turn since, and have changed it.
    if (!stillMatches(before)) continue;
    const after = changed(work.compiled.apply(before, false));
    result.matched += 1;
    result.modified += store(place, collection, { rowid, bytes: stored.bytes, before, after });
  }
  return result;
}

type Changed = { doc: Doc; bytes: Uint8Array };

function changed(updated: Doc): Changed {
  const bytes = idFirst(writeDoc(updated));
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    throw new StoreError(17419, `Resulting document after update is larger than ${MAX_DOCUMENT_BYTES}`);
  }
  return { doc: updated, bytes };
}

/** 1 when something really changed: an update to the same value is no modification, and costs no write. */
function store(
  place: Place,
  collection: Collection,
  row: { rowid: number; bytes: Uint8Array; before: Doc; after: Changed },
): number {
  if (Buffer.compare(row.bytes, row.after.bytes) === 0) return 0;
  place.engine.begin();
  collection.replace(row.rowid, row.before, row.after);
  return 1;
}

function insertFromUpdate(place: Place, update: Update, compiled: CompiledUpdate): UpdateResult {
  const seeded = compiled.apply(semantics.upsertSeed(update.selection.filter), true);
  const doc = seeded._id === undefined ? { _id: new ObjectId(), ...seeded } : seeded;
  checkId(doc._id);
  const bytes = idFirst(writeDoc(doc));
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    throw new StoreError(17420, `Document to upsert is larger than ${MAX_DOCUMENT_BYTES}`);
  }
  place.engine.begin();
  place.engine.catalog.findOrCreate(place.database, place.collection).insert(doc, bytes);
  return { matched: 0, modified: 0, upsertedId: doc._id, after: doc };
}

/** `u` of an update as it may come: a document or a list of stages. */
export function changeOf(value: unknown): Doc | Doc[] {
  if (Array.isArray(value)) return value as Doc[];
  if (isDocument(value)) return value;
  throw new StoreError(9, 'Update argument must be either an object or an array');
}
