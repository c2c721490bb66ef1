import { type Connection, type Model, Schema } from 'mongoose';
import type { IndexMarks } from './index-sync.ts';

type Stored = { _id: string; mark: Date };

/**
 * Remembers how far a standing index has read the store, so that a restart catches up instead of filling it again.
 * @param index its name with the version of its settings: an index of other settings starts from nothing
 */
export function createIndexMarkStore(connection: Connection, index: string): IndexMarks {
  const schema = new Schema<Stored>(
    { _id: { type: String, required: true }, mark: { type: Date, required: true } },
    { versionKey: false, collection: 'index-marks' },
  );
  const known: Model<Stored> | undefined = connection.models.IndexMark;
  const model = known ?? connection.model<Stored>('IndexMark', schema);
  return {
    async load() {
      const found = await model.findById(index).lean<Stored>();
      return found?.mark ?? null;
    },
    async save(mark) {
      await model.updateOne({ _id: index }, { $set: { mark } }, { upsert: true });
    },
  };
}
