import { type Connection, type Model, type mongo, type QueryFilter, Schema } from 'mongoose';
import { alphabetKey, initialLetter } from '../domain/alphabet.ts';
import type { Soldier } from '../domain/soldier.ts';
import type { SoldierDocument } from '../search/engine.ts';
import { soldierDocument } from '../search/soldier-document.ts';
import { insertIgnoringKnown } from '../store/insert-ignoring-known.ts';

/** What the index is fed with: a document to put in, or null when he is to be taken out. */
export type IndexChange = { id: string; document: SoldierDocument | null; changedAt: Date; version: number };

export type SoldierPage = { soldiers: Soldier[]; next: string | null };

/** Lists of tags: within one OR, together AND, as in a `CandidateQuery`. */
export type TagQuery = {
  tags: string[][];
  bornFrom?: number | undefined;
  bornTo?: number | undefined;
  after?: string | undefined;
  limit: number;
};

export type SoldierStore = {
  /** Stores new soldiers; one whose id is there already is left as it is. */
  insertMany(soldiers: Soldier[]): Promise<number>;
  /** Stores each drawn soldier if he still has the version before. Returns the ids that somebody else changed meanwhile. */
  replaceMany(soldiers: Soldier[]): Promise<string[]>;
  /**
   * Says before a write that these pages must be drawn again: when the write is cut off, the next start does it.
   * The version grows with it, so that nobody who read the mentions before can save a page drawn from them.
   */
  markDue(ids: string[]): Promise<void>;
  findDue(limit: number): Promise<string[]>;
  /** Stores that relatives of his are known, and that he is to be drawn again. */
  setKin(id: string, kin: boolean): Promise<void>;
  /** Which address answers for him; null when he answers for himself. He is to be drawn again. */
  setMergedInto(id: string, into: string | null): Promise<void>;
  /** The same for one who answers for himself now; false when somebody else merged him meanwhile. */
  mergeLive(id: string, into: string): Promise<boolean>;
  findById(id: string): Promise<Soldier | null>;
  findByIds(ids: string[]): Promise<Soldier[]>;
  findMergedInto(ids: string[]): Promise<Soldier[]>;
  /** Public soldiers by their tags in the order of the alphabet, for questions without a name. */
  findByTags(query: TagQuery): Promise<SoldierPage>;
  countByTags(query: Omit<TagQuery, 'limit' | 'after'>, most: number): Promise<number>;
  /** The letters of the alphabet under which a burial site has names, and how many. */
  lettersOfSite(siteId: string): Promise<{ letter: string; count: number }[]>;
  streamForIndex(since?: Date): AsyncIterable<IndexChange[]>;
  /** How many the index is to hold: everyone a visitor may find. */
  countIndexed(): Promise<number>;
  countChangedSince(since: Date): Promise<number>;
  countAll(): Promise<number>;
};

/** Beside the soldier stands what lists and the index ask for, so that neither has to read his whole page. */
type Stored = Omit<Soldier, 'id' | 'mergedInto'> & {
  _id: string;
  /** Both are there for the few that need them only, so that their indexes stay small. */
  mergedInto?: string;
  redrawDue?: true;
  alpha: string;
  letter: string;
  tags: string[];
  bornFrom: number | null;
  bornTo: number | null;
};

const BATCH = 2000;

function soldierSchema() {
  const schema = new Schema<Stored>(
    {
      _id: { type: String, required: true },
      mentionIds: { type: [String], required: true },
      state: { type: String, enum: ['live', 'merged', 'withdrawn'], required: true },
      mergedInto: { type: String },
      example: { type: Boolean, required: true },
      restricted: { type: Boolean, required: true },
      kin: { type: Boolean, required: true },
      summary: { type: Schema.Types.Mixed, required: true },
      version: { type: Number, required: true },
      changedAt: { type: Date, required: true },
      redrawDue: { type: Boolean },
      alpha: { type: String, required: true },
      letter: { type: String, required: true },
      tags: { type: [String], required: true },
      bornFrom: { type: Number, default: null },
      bornTo: { type: Number, default: null },
    },
    { versionKey: false, minimize: false, collection: 'soldiers' },
  );
  schema.index({ changedAt: 1 });
  schema.index({ tags: 1, alpha: 1, _id: 1 });
  // Sparse: nearly all soldiers have neither, and both are looked up by value only.
  schema.index({ redrawDue: 1 }, { sparse: true });
  schema.index({ mergedInto: 1 }, { sparse: true });
  return schema;
}

const mergedChange = (into: string | null) =>
  into === null
    ? { $set: { redrawDue: true as const }, $unset: { mergedInto: true as const } }
    : { $set: { redrawDue: true as const, mergedInto: into } };

function toStored({ id, mergedInto, ...soldier }: Soldier): Stored {
  const document = soldierDocument({ id, mergedInto, ...soldier });
  const { name } = soldier.summary;
  const listed = name.familyName === null ? name.full : `${name.familyName} ${name.givenName ?? ''}`;
  return {
    _id: id,
    ...soldier,
    ...(mergedInto === null ? {} : { mergedInto }),
    alpha: alphabetKey(listed),
    letter: initialLetter(listed),
    tags: document?.tags ?? [],
    bornFrom: document?.bornFrom ?? null,
    bornTo: document?.bornTo ?? null,
  };
}

function fromStored(stored: Stored): Soldier {
  const { _id, redrawDue: _due, alpha: _alpha, letter: _letter, tags: _tags, ...rest } = stored;
  const { bornFrom: _from, bornTo: _to, mergedInto = null, ...soldier } = rest;
  return { id: _id, mergedInto, ...soldier };
}

function tagFilter({ tags, bornFrom, bornTo, after }: Omit<TagQuery, 'limit'>): QueryFilter<Stored> {
  const all: QueryFilter<Stored>[] = tags.map((any) => ({ tags: any.length === 1 ? any[0] : { $in: any } }));
  // A man whose year of birth nobody knows is never excluded by a year.
  if (bornFrom !== undefined) all.push({ $or: [{ bornTo: null }, { bornTo: { $gte: bornFrom } }] });
  if (bornTo !== undefined) all.push({ $or: [{ bornFrom: null }, { bornFrom: { $lte: bornTo } }] });
  const [alpha, id] = after?.split('\n') ?? [];
  if (alpha !== undefined && id !== undefined) {
    all.push({ $or: [{ alpha: { $gt: alpha } }, { alpha, _id: { $gt: id } }] });
  }
  return { $and: all };
}

async function findByTags(model: Model<Stored>, query: TagQuery): Promise<SoldierPage> {
  const found = await model
    .find(tagFilter(query))
    .sort({ alpha: 1, _id: 1 })
    .limit(query.limit + 1)
    .lean<Stored[]>();
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  const next = found.length > query.limit && last !== undefined ? `${last.alpha}\n${last._id}` : null;
  return { soldiers: page.map(fromStored), next };
}

async function replaceMany(native: mongo.Collection<Stored>, soldiers: Soldier[]): Promise<string[]> {
  if (soldiers.length === 0) return [];
  const result = await native.bulkWrite(
    soldiers.map((soldier) => ({
      replaceOne: { filter: { _id: soldier.id, version: soldier.version - 1 }, replacement: toStored(soldier) },
    })),
    { ordered: false },
  );
  if (result.matchedCount === soldiers.length) return [];
  const stored = await native
    .find({ _id: { $in: soldiers.map(({ id }) => id) } }, { projection: { version: 1, changedAt: 1 } })
    .toArray();
  const written = new Map(stored.map((one) => [one._id, `${one.version}/${one.changedAt.getTime()}`]));
  return soldiers
    .filter(({ id, version, changedAt }) => written.get(id) !== `${version}/${changedAt.getTime()}`)
    .map(({ id }) => id);
}

type Projected = Pick<
  Stored,
  '_id' | 'state' | 'restricted' | 'tags' | 'bornFrom' | 'bornTo' | 'changedAt' | 'version'
> & {
  summary: { names: SoldierDocument['names'] };
};

// Only what the index holds is read: at the start 300,000 of these cross the store's socket.
const INDEX_FIELDS = {
  state: 1,
  restricted: 1,
  tags: 1,
  bornFrom: 1,
  bornTo: 1,
  changedAt: 1,
  version: 1,
  'summary.names.full': 1,
  'summary.names.familyName': 1,
  'summary.names.givenName': 1,
  'summary.names.patronymic': 1,
} as const;

function toIndexChange({ _id, summary, ...one }: Projected): IndexChange {
  const shown = one.state === 'live' && !one.restricted && summary.names.length > 0;
  const { tags, bornFrom, bornTo, changedAt, version } = one;
  const document = shown ? { id: _id, names: summary.names, bornFrom, bornTo, tags } : null;
  return { id: _id, document, changedAt, version };
}

async function* streamForIndex(
  native: mongo.Collection<Stored>,
  since: Date | undefined,
): AsyncGenerator<IndexChange[]> {
  const filter = since === undefined ? {} : { changedAt: { $gte: since } };
  const cursor = native.find<Projected>(filter, { projection: INDEX_FIELDS, batchSize: BATCH });
  let batch: IndexChange[] = [];
  for await (const one of cursor) {
    batch.push(toIndexChange(one));
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function lettersOfSite(model: Model<Stored>, siteId: string) {
  const found = await model.aggregate<{ _id: string; count: number; first: string }>([
    { $match: { tags: `site:${siteId}` } },
    { $group: { _id: '$letter', count: { $sum: 1 }, first: { $min: '$alpha' } } },
    { $sort: { first: 1 } },
  ]);
  return found.map(({ _id, count }) => ({ letter: _id, count }));
}

/** Soldiers: stable addresses, the mentions tied to them, and the summary drawn from those. */
export function createSoldierStore(connection: Connection): SoldierStore {
  const model = connection.model<Stored>('Soldier', soldierSchema());
  const native = connection.collection<Stored>('soldiers');
  const findBy = async (filter: QueryFilter<Stored>) => (await model.find(filter).lean<Stored[]>()).map(fromStored);
  return {
    insertMany: (soldiers) => insertIgnoringKnown(native, soldiers.map(toStored)),
    replaceMany: (soldiers) => replaceMany(native, soldiers),
    markDue: async (ids) => {
      if (ids.length > 0)
        await native.updateMany({ _id: { $in: ids } }, { $set: { redrawDue: true }, $inc: { version: 1 } });
    },
    findDue: async (limit) => {
      const due = await model.find({ redrawDue: true }, { _id: 1 }).limit(limit).lean();
      return due.map((one) => one._id);
    },
    setKin: async (id, kin) => {
      await native.updateOne({ _id: id }, { $set: { kin, redrawDue: true }, $inc: { version: 1 } });
    },
    setMergedInto: async (id, into) => {
      await native.updateOne({ _id: id }, { ...mergedChange(into), $inc: { version: 1 } });
    },
    mergeLive: async (id, into) => {
      const filter = { _id: id, mergedInto: { $exists: false } };
      const result = await native.updateOne(filter, { ...mergedChange(into), $inc: { version: 1 } });
      return result.matchedCount === 1;
    },
    findById: async (id) => (await findBy({ _id: id }))[0] ?? null,
    findByIds: (ids) => findBy({ _id: { $in: ids } }),
    findMergedInto: (ids) => findBy({ mergedInto: { $in: ids } }),
    findByTags: (query) => findByTags(model, query),
    countByTags: (query, most) => model.countDocuments(tagFilter(query), { limit: most }),
    lettersOfSite: (siteId) => lettersOfSite(model, siteId),
    streamForIndex: (since) => streamForIndex(native, since),
    countIndexed: () => model.countDocuments({ tags: 'state:live' }),
    countChangedSince: (since) => model.countDocuments({ changedAt: { $gte: since } }),
    countAll: () => model.estimatedDocumentCount(),
  };
}
