import { readDoc } from '../bson-form.ts';
import { docOf, type Selection, select } from '../planner/select.ts';
import type { Doc } from '../semantics-contract.ts';
import type { Place } from './update-documents.ts';

/** One delete statement; `last` is the document removed, for findAndModify. */
export function deleteDocuments(place: Place, selection: Selection): { removed: number; last?: Doc } {
  const collection = place.engine.catalog.find(place.database, place.collection);
  const { found } = select(collection, selection);
  if (!collection) return { removed: 0 };
  const rows: number[] = [];
  let last: Doc | undefined;
  for (const one of found) {
    rows.push(one.rowid);
    if (selection.limit === 1) last = docOf(one);
  }
  if (rows.length > 0) place.engine.begin();
  for (const rowid of rows) {
    const stored = last ? undefined : collection.byRow(rowid);
    collection.remove(rowid, last ?? (stored ? readDoc(stored.bytes) : {}));
  }
  return { removed: rows.length, ...(last && { last }) };
}
