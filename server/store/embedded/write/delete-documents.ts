import { readDoc } from '../bson-form.ts';
import { docOf, type Selected, type Selection, select } from '../planner/select.ts';
import { semantics } from '../semantics/semantics.ts';
import type { Doc } from '../semantics-contract.ts';
import type { Steps } from '../steps.ts';
import type { Collection } from '../storage/collection.ts';
import type { Place } from './update-documents.ts';

/** One delete statement; `last` is the document removed, for findAndModify. Which documents is settled before the first goes. */
export function* deleteDocuments(place: Place, selection: Selection): Steps<{ removed: number; last?: Doc }> {
  const collection = place.engine.catalog.find(place.database, place.collection);
  const selected = select(collection, selection);
  if (!collection) return { removed: 0 };
  if (selection.limit === 1) return deleteFirst(place, collection, selected);
  const rows: number[] = [];
  for (const one of selected.stepped) {
    yield;
    if (one) rows.push(one.rowid);
  }
  const stillMatches = semantics.compileFilter(selection.filter, selection.context);
  let removed = 0;
  for (const rowid of rows) {
    yield;
    const stored = collection.byRow(rowid);
    // Another command may have had its turn since, and have changed or removed it.
    const doc = stored && readDoc(stored.bytes);
    if (!doc || !stillMatches(doc)) continue;
    place.engine.begin();
    collection.remove(rowid, doc);
    removed += 1;
  }
  return { removed };
}

function deleteFirst(place: Place, collection: Collection, selected: Selected): { removed: number; last?: Doc } {
  for (const one of selected.found) {
    const last = docOf(one);
    place.engine.begin();
    collection.remove(one.rowid, last);
    return { removed: 1, last };
  }
  return { removed: 0 };
}
