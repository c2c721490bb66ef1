import { readDoc } from '../bson-form.ts';
import { inDirection, keyRange, rangeOf } from '../planner/intervals.ts';
import type { Collection } from '../storage/collection.ts';
import type { Engine } from '../storage/engine.ts';
import type { IndexDefinition } from '../storage/index-definition.ts';

/** Removes what TTL indexes say is past its time: the (earliest) date in the indexed field plus `expireAfterSeconds`. */
export function expireDocuments(engine: Engine, now: Date): void {
  for (const database of engine.catalog.databases()) {
    for (const collection of engine.catalog.collections(database)) {
      for (const index of collection.indexes) expireBy(engine, collection, { index, now });
    }
  }
  engine.commit();
}

function expireBy(engine: Engine, collection: Collection, by: { index: IndexDefinition; now: Date }): void {
  const { index, now } = by;
  const field = index.fields[0];
  if (index.expireAfterSeconds === undefined || !field) return;
  const limit = new Date(now.getTime() - index.expireAfterSeconds * 1000);
  const range = keyRange(Buffer.alloc(0), inDirection(rangeOf('$lte', limit), field.direction));
  const rows = new Set<number>();
  for (const { rowid } of collection.walkIndex(index, range, false)) rows.add(rowid);
  for (const rowid of rows) {
    const stored = collection.byRow(rowid);
    if (!stored) continue;
    engine.begin();
    collection.remove(rowid, readDoc(stored.bytes));
  }
}
