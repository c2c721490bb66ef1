import { type Connection, type Model, Schema } from 'mongoose';

/** How the stored soldiers were drawn last: by which way of drawing, all of them. */
export type DrawingMarks = {
  /** Null where that was never noted. */
  load(): Promise<number | null>;
  save(drawing: number): Promise<void>;
};

type Stored = { _id: string; drawing: number };

const SOLDIERS = 'soldiers';

export function createDrawingMarkStore(connection: Connection): DrawingMarks {
  const schema = new Schema<Stored>(
    { _id: { type: String, required: true }, drawing: { type: Number, required: true } },
    { versionKey: false, collection: 'drawing-marks' },
  );
  const known: Model<Stored> | undefined = connection.models.DrawingMark;
  const model = known ?? connection.model<Stored>('DrawingMark', schema);
  return {
    async load() {
      return (await model.findById(SOLDIERS).lean<Stored>())?.drawing ?? null;
    },
    async save(drawing) {
      await model.updateOne({ _id: SOLDIERS }, { $set: { drawing } }, { upsert: true });
    },
  };
}
