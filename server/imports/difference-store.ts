import { type Connection, type mongo, Schema } from 'mongoose';
import type { MentionRow } from '../domain/row.ts';
import { insertIgnoringKnown } from '../store/insert-ignoring-known.ts';

/** `changed`: a row that says something else than the last version; `gone`: one that the last version had and this one has not. */
export type DifferenceKind = 'changed' | 'gone';

/** How one row of a list differs from the partner's last version. `place` orders and pages: the line of the file, or a count. */
export type ListDifference = {
  kind: DifferenceKind;
  place: number;
  mentionId: string;
  before: MentionRow;
  after: MentionRow | null;
};

export type DifferenceStore = {
  insert(importId: string, differences: ListDifference[]): Promise<void>;
  list(importId: string, kind: DifferenceKind, page: { after: number; limit: number }): Promise<ListDifference[]>;
  stream(importId: string, kind: DifferenceKind): AsyncIterable<ListDifference>;
  removeOf(importId: string, kind: DifferenceKind): Promise<void>;
};

type Stored = ListDifference & { _id: string; importId: string };

const COLLECTION = 'import-differences';
const fromStored = ({ _id, importId: _import, ...difference }: Stored): ListDifference => difference;

function differenceSchema() {
  const schema = new Schema(
    { _id: { type: String, required: true }, importId: String, kind: String, place: Number },
    { versionKey: false, minimize: false, strict: false, collection: COLLECTION },
  );
  schema.index({ importId: 1, kind: 1, place: 1 });
  return schema;
}

export function createDifferenceStore(connection: Connection): DifferenceStore {
  connection.model('ListDifference', differenceSchema());
  const native: mongo.Collection<Stored> = connection.collection<Stored>(COLLECTION);
  return {
    async insert(importId, differences) {
      const stored = differences.map((one) => ({ _id: `${importId}:${one.kind}:${one.place}`, importId, ...one }));
      if (stored.length > 0) await insertIgnoringKnown(connection, COLLECTION, stored);
    },
    async list(importId, kind, { after, limit }) {
      const filter = { importId, kind, place: { $gt: after } };
      return (await native.find(filter, { sort: { place: 1 }, limit }).toArray()).map(fromStored);
    },
    async *stream(importId, kind) {
      for await (const stored of native.find({ importId, kind }, { sort: { place: 1 } })) yield fromStored(stored);
    },
    async removeOf(importId, kind) {
      await native.deleteMany({ importId, kind });
    },
  };
}
