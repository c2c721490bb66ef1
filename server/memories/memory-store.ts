import { type Connection, type QueryFilter, Schema } from 'mongoose';
import type { Memory, MemoryState } from '../domain/memory.ts';
import { isDuplicateKey } from '../store/duplicate-key.ts';

/** Hashes of what opens it and of the form it came with; they never leave the store. */
export type MemoryKeys = { codeHash: string; formKey: string };

export type MemoryFields = Partial<
  Pick<
    Memory,
    'state' | 'words' | 'fileIds' | 'shownFileIds' | 'refusal' | 'decidedBy' | 'decidedAt' | 'soldierId' | 'relation'
  >
>;

export type MemoryStore = {
  /** False when the same form was sent before. */
  insert(memory: Memory, keys: MemoryKeys): Promise<boolean>;
  findById(id: string): Promise<Memory | null>;
  findByIds(ids: readonly string[]): Promise<Memory[]>;
  findByCode(codeHash: string): Promise<Memory | null>;
  findByForm(formKey: string): Promise<Memory | null>;
  /** What visitors see under these addresses, oldest first. */
  findShown(soldierIds: readonly string[]): Promise<Memory[]>;
  /** Oldest first: whoever waits longest is looked at first. */
  list(state: MemoryState, after: string | null, limit: number): Promise<Memory[]>;
  countWaiting(): Promise<number>;
  /** Only if the version is still the one given; null when it is not. */
  change(id: string, version: number, fields: MemoryFields): Promise<Memory | null>;
};

type Stored = Omit<Memory, 'id'> & { _id: string } & MemoryKeys;

function memorySchema() {
  const schema = new Schema<Stored>(
    {
      _id: { type: String, required: true },
      soldierId: { type: String, required: true },
      state: { type: String, required: true },
      words: { type: String, default: null },
      relation: { type: String, required: true },
      language: { type: String, required: true },
      fileIds: { type: [String], required: true },
      shownFileIds: { type: [String], required: true },
      refusal: { type: String, default: null },
      decidedBy: { type: String, default: null },
      decidedAt: { type: Date, default: null },
      example: { type: Boolean, required: true },
      version: { type: Number, required: true },
      createdAt: { type: Date, required: true },
      codeHash: { type: String, required: true },
      formKey: { type: String, required: true },
    },
    { versionKey: false, minimize: false, collection: 'memories' },
  );
  schema.index({ codeHash: 1 }, { unique: true });
  schema.index({ formKey: 1 }, { unique: true });
  schema.index({ state: 1, _id: 1 });
  schema.index({ soldierId: 1, state: 1 });
  return schema;
}

const fromStored = ({ _id, codeHash: _code, formKey: _form, ...rest }: Stored): Memory => ({ id: _id, ...rest });

export function createMemoryStore(connection: Connection): MemoryStore {
  const model = connection.model<Stored>('Memory', memorySchema());
  // What every memorial page reads goes past Mongoose.
  const native = connection.collection<Stored>('memories');
  const one = async (filter: QueryFilter<Stored>) => {
    const found = await model.findOne(filter).lean<Stored>();
    return found ? fromStored(found) : null;
  };
  return {
    async insert({ id, ...rest }, keys) {
      try {
        await model.create({ _id: id, ...rest, ...keys });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    findById: (id) => one({ _id: id }),
    findByIds: async (ids) => (await model.find({ _id: { $in: [...ids] } }).lean<Stored[]>()).map(fromStored),
    findByCode: (codeHash) => one({ codeHash }),
    findByForm: (formKey) => one({ formKey }),
    async findShown(soldierIds) {
      const filter = { soldierId: { $in: [...soldierIds] }, state: 'shown' as const };
      const found = await native.find(filter).toArray();
      return found.map((stored) => fromStored(stored)).sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    async list(state, after, limit) {
      const filter: QueryFilter<Stored> = { state, ...(after ? { _id: { $gt: after } } : {}) };
      return (await model.find(filter).sort({ _id: 1 }).limit(limit).lean<Stored[]>()).map(fromStored);
    },
    countWaiting: () => model.countDocuments({ state: 'waiting' }),
    async change(id, version, fields) {
      const changed = await model
        .findOneAndUpdate({ _id: id, version }, { $set: fields, $inc: { version: 1 } }, { returnDocument: 'after' })
        .lean<Stored>();
      return changed ? fromStored(changed) : null;
    },
  };
}
