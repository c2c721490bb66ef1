import { type Connection, type Model, type QueryFilter, Schema } from 'mongoose';

/** What the file belongs to. Whoever may see that, may see the file. */
export type FileOwner = { kind: 'request' | 'import' | 'partner' | 'memory' | 'mention' | 'site_addition'; id: string };

export type StoredFile = {
  id: string;
  owner: FileOwner;
  kind: 'picture' | 'pdf' | 'list';
  sha256: string;
  bytes: number;
  /** Of pictures: the small one for lists, and the size of the large one. */
  small: { sha256: string; bytes: number } | null;
  width: number | null;
  height: number | null;
  /** Of lists, their scans and agreements only. The name of a family's file may name a living person and is not kept. */
  name: string | null;
  /** Of scans: from which content of which file it was drawn, so that one that is sent again is not kept twice. */
  source?: string;
  /** Of scans: the list whose row names it, and the import that brought it. */
  listId?: string;
  broughtBy?: string;
  /** Of scans: the import that brought a newer one in its place, and when. Kept, for that import may be undone, and shown to nobody. */
  replacedBy?: string;
  replacedAt?: Date;
  createdAt: Date;
};

export type FileStore = {
  insert(file: StoredFile): Promise<void>;
  findById(id: string): Promise<StoredFile | null>;
  /** Those that were not replaced. */
  findByOwner(owner: FileOwner): Promise<StoredFile[]>;
  findByOwners(kind: FileOwner['kind'], ids: readonly string[]): Promise<StoredFile[]>;
  /** The scans of a list, oldest first. */
  findOfList(listId: string, page: { after: string; limit: number }): Promise<StoredFile[]>;
  remove(id: string): Promise<void>;
  markReplaced(ids: readonly string[], by: string, at: Date): Promise<void>;
  /** What this import replaced stands again. */
  restoreReplaced(by: string): Promise<void>;
  findBroughtBy(importId: string): Promise<StoredFile[]>;
  /** Replaced before this moment. */
  findReplaced(before: Date): Promise<StoredFile[]>;
  /** Whether any record still needs this content. */
  needs(sha256: string): Promise<boolean>;
};

type Stored = Omit<StoredFile, 'id'> & { _id: string };

function fileSchema() {
  const schema = new Schema<Stored>(
    {
      _id: { type: String, required: true },
      owner: { kind: { type: String, required: true }, id: { type: String, required: true } },
      kind: { type: String, enum: ['picture', 'pdf', 'list'], required: true },
      sha256: { type: String, required: true },
      bytes: { type: Number, required: true },
      small: { type: Schema.Types.Mixed, default: null },
      width: { type: Number, default: null },
      height: { type: Number, default: null },
      name: { type: String, default: null },
      source: { type: String },
      listId: { type: String },
      broughtBy: { type: String },
      replacedBy: { type: String },
      replacedAt: { type: Date },
      createdAt: { type: Date, required: true },
    },
    { versionKey: false, collection: 'files' },
  );
  schema.index({ 'owner.kind': 1, 'owner.id': 1 });
  schema.index({ sha256: 1 });
  schema.index({ 'small.sha256': 1 });
  schema.index({ listId: 1, _id: 1 });
  schema.index({ broughtBy: 1 });
  schema.index({ replacedBy: 1 });
  schema.index({ replacedAt: 1 });
  return schema;
}

const fromStored = ({ _id, ...rest }: Stored): StoredFile => ({ id: _id, ...rest });

/** Those that were not replaced; 0 is no limit. */
async function standing(model: Model<Stored>, filter: QueryFilter<Stored>, limit = 0): Promise<StoredFile[]> {
  const found = await model
    .find({ ...filter, replacedBy: null })
    .sort({ _id: 1 })
    .limit(limit)
    .lean<Stored[]>();
  return found.map(fromStored);
}

export function createFileStore(connection: Connection): FileStore {
  const model = connection.model<Stored>('File', fileSchema());
  return {
    async insert({ id, ...rest }) {
      await model.create({ _id: id, ...rest });
    },
    async findById(id) {
      const found = await model.findById(id).lean<Stored>();
      return found ? fromStored(found) : null;
    },
    findByOwner: ({ kind, id }) => standing(model, { 'owner.kind': kind, 'owner.id': id }),
    findByOwners: (kind, ids) => standing(model, { 'owner.kind': kind, 'owner.id': { $in: [...ids] } }),
    findOfList: (listId, { after, limit }) => standing(model, { listId, _id: { $gt: after } }, limit),
    async remove(id) {
      await model.deleteOne({ _id: id });
    },
    async markReplaced(ids, replacedBy, replacedAt) {
      await model.updateMany({ _id: { $in: [...ids] }, replacedBy: null }, { $set: { replacedBy, replacedAt } });
    },
    async restoreReplaced(replacedBy) {
      await model.updateMany({ replacedBy }, { $unset: { replacedBy: 1, replacedAt: 1 } });
    },
    async findBroughtBy(broughtBy) {
      return (await model.find({ broughtBy }).lean<Stored[]>()).map(fromStored);
    },
    async findReplaced(before) {
      return (await model.find({ replacedAt: { $lt: before } }).lean<Stored[]>()).map(fromStored);
    },
    async needs(sha256) {
      const large = await model.exists({ sha256 });
      return large !== null || (await model.exists({ 'small.sha256': sha256 })) !== null;
    },
  };
}
