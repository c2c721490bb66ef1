import { type Connection, Schema } from 'mongoose';
import { isDuplicateKey } from '../store/duplicate-key.ts';
import type { Letter } from './letter.ts';

export type LetterStore = {
  /** False when a letter of this id was queued before, whatever became of it. */
  insert(letter: Letter): Promise<boolean>;
  /** The letter that waits longest, taken until a moment: should this process die, it goes out after that. */
  claim(now: Date, until: Date): Promise<Letter | null>;
  /** It went out, or nobody tries any more: what it said is erased. */
  finish(id: string, state: 'sent' | 'failed', at: Date): Promise<void>;
  postpone(id: string, until: Date): Promise<void>;
  removeWaiting(subscriberId: string): Promise<void>;
  countWaiting(): Promise<number>;
};

type Stored = Omit<Letter, 'id'> & { _id: string };

/** So long a letter that went out is remembered, so that it is not sent a second time. */
const REMEMBERED_SECONDS = 30 * 24 * 3600;

function letterSchema() {
  const schema = new Schema<Stored>(
    {
      _id: { type: String, required: true },
      kind: { type: String, required: true },
      subscriberId: { type: String, required: true },
      state: { type: String, required: true },
      sealed: { type: Schema.Types.Mixed, default: null },
      attempts: { type: Number, required: true },
      notBefore: { type: Date, required: true },
      createdAt: { type: Date, required: true },
      doneAt: { type: Date, default: null },
    },
    { versionKey: false, minimize: false, collection: 'letters' },
  );
  schema.index({ state: 1, notBefore: 1 });
  schema.index({ subscriberId: 1, state: 1 });
  schema.index({ doneAt: 1 }, { expireAfterSeconds: REMEMBERED_SECONDS });
  return schema;
}

const fromStored = ({ _id, ...rest }: Stored): Letter => ({ id: _id, ...rest });

export function createLetterStore(connection: Connection): LetterStore {
  const model = connection.model<Stored>('Letter', letterSchema());
  return {
    async insert({ id, ...rest }) {
      try {
        await model.create({ _id: id, ...rest });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    async claim(now, until) {
      const claimed = await model
        .findOneAndUpdate(
          { state: 'waiting', notBefore: { $lte: now } },
          { $set: { notBefore: until }, $inc: { attempts: 1 } },
          { sort: { notBefore: 1 }, returnDocument: 'after' },
        )
        .lean<Stored>();
      return claimed ? fromStored(claimed) : null;
    },
    async finish(id, state, at) {
      await model.updateOne({ _id: id }, { $set: { state, doneAt: at, sealed: null } });
    },
    async postpone(id, until) {
      await model.updateOne({ _id: id }, { $set: { notBefore: until } });
    },
    async removeWaiting(subscriberId) {
      await model.deleteMany({ subscriberId, state: 'waiting' });
    },
    countWaiting: () => model.countDocuments({ state: 'waiting' }),
  };
}
