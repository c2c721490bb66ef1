import { type Connection, type QueryFilter, Schema } from 'mongoose';
import type { SiteAddition, SiteAdditionState } from '../domain/site-addition.ts';

export type SiteAdditionFields = Partial<
  Pick<SiteAddition, 'state' | 'fileIds' | 'shownFileIds' | 'decidedBy' | 'decidedAt'>
>;

export type SiteAdditionStore = {
  insert(addition: SiteAddition): Promise<void>;
  findById(id: string): Promise<SiteAddition | null>;
  findByIds(ids: readonly string[]): Promise<SiteAddition[]>;
  /** What visitors see of a place, newest first. */
  findShown(siteId: string): Promise<SiteAddition[]>;
  /** Oldest first: who waits longest is looked at first. */
  list(state: SiteAdditionState, after: string | null, limit: number): Promise<SiteAddition[]>;
  countWaiting(): Promise<number>;
  /** Only if the version is still the one given; null when it is not. */
  change(id: string, version: number, fields: SiteAdditionFields): Promise<SiteAddition | null>;
};

type Stored = Omit<SiteAddition, 'id'> & { _id: string };

function additionSchema() {
  const schema = new Schema<Stored>(
    {
      _id: { type: String, required: true },
      siteId: { type: String, required: true },
      custodian: { type: String, default: null },
      source: { type: String, default: null },
      credit: { type: String, default: null },
      fileIds: { type: [String], required: true },
      shownFileIds: { type: [String], required: true },
      state: { type: String, required: true },
      addedBy: { type: String, required: true },
      decidedBy: { type: String, default: null },
      decidedAt: { type: Date, default: null },
      version: { type: Number, required: true },
      createdAt: { type: Date, required: true },
    },
    { versionKey: false, minimize: false, collection: 'site-additions' },
  );
  schema.index({ state: 1, _id: 1 });
  schema.index({ siteId: 1, state: 1 });
  return schema;
}

const fromStored = ({ _id, ...rest }: Stored): SiteAddition => ({ id: _id, ...rest });

/** Who looks after burial places and photographs of them, as people who were there brought them. */
export function createSiteAdditionStore(connection: Connection): SiteAdditionStore {
  const model = connection.model<Stored>('SiteAddition', additionSchema());
  return {
    async insert({ id, ...rest }) {
      await model.create({ _id: id, ...rest });
    },
    async findById(id) {
      const found = await model.findOne({ _id: id }).lean<Stored>();
      return found ? fromStored(found) : null;
    },
    findByIds: async (ids) => (await model.find({ _id: { $in: [...ids] } }).lean<Stored[]>()).map(fromStored),
    async findShown(siteId) {
      const found = await model.find({ siteId, state: 'shown' }).lean<Stored[]>();
      return found.map(fromStored).sort((a, b) => (a.id < b.id ? 1 : -1));
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
