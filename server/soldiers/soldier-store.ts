import type { Connection, mongo } from 'mongoose';
import type { Soldier } from '../domain/soldier.ts';
import type { SoldierDocument } from '../search/engine.ts';
import { insertIgnoringKnown } from '../store/insert-ignoring-known.ts';
import { replaceAtVersion } from '../store/replace-at-version.ts';
import { fromStored, type StoredSoldier, soldierCollection, toStored } from './soldier-collection-store.ts';

/** What the index is fed with: a document to put in, or null when he is to be taken out. */
export type IndexChange = { id: string; document: SoldierDocument | null; changedAt: Date; version: number };

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
  /** The next ids of all there are, in their own order. */
  idsAfter(id: string | null, limit: number): Promise<string[]>;
  /** Stores that relatives of his are known, and that he is to be drawn again. */
  setKin(id: string, kin: boolean): Promise<void>;
  /** Which address answers for him; null when he answers for himself. He is to be drawn again. */
  setMergedInto(id: string, into: string | null): Promise<void>;
  /** The same for one who answers for himself now; false when somebody else merged him meanwhile. */
  mergeLive(id: string, into: string): Promise<boolean>;
  findById(id: string): Promise<Soldier | null>;
  findByIds(ids: string[]): Promise<Soldier[]>;
  findMergedInto(ids: string[]): Promise<Soldier[]>;
  /** Him and everyone who was merged into him directly, in one look: what a page begins with. */
  findWithMerged(id: string): Promise<Soldier[]>;
  streamForIndex(since?: Date): AsyncIterable<IndexChange[]>;
  /** How many the index is to hold: everyone a visitor may find. */
  countIndexed(): Promise<number>;
  countChangedSince(since: Date): Promise<number>;
  countAll(): Promise<number>;
};

const BATCH = 2000;

const mergedChange = (into: string | null) =>
  into === null
    ? { $set: { redrawDue: true as const }, $unset: { mergedInto: true as const } }
    : { $set: { redrawDue: true as const, mergedInto: into } };

type Projected = Pick<
  StoredSoldier,
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
  native: mongo.Collection<StoredSoldier>,
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

/** Soldiers: stable addresses, the mentions tied to them, and the summary drawn from those. */
export function createSoldierStore(connection: Connection): SoldierStore {
  const { model, native } = soldierCollection(connection);
  // Past Mongoose, as every page reads so: what is stored was made by our own types.
  const findBy = async (filter: mongo.Filter<StoredSoldier>) =>
    (await native.find(filter).toArray()).map((stored) => fromStored(stored));
  return {
    insertMany: (soldiers) => insertIgnoringKnown(connection, 'soldiers', soldiers.map(toStored)),
    replaceMany: (soldiers) => {
      const replacements = soldiers.map((soldier) => ({ before: soldier.version - 1, document: toStored(soldier) }));
      return replaceAtVersion(connection, 'soldiers', replacements);
    },
    markDue: async (ids) => {
      if (ids.length > 0)
        await native.updateMany({ _id: { $in: ids } }, { $set: { redrawDue: true }, $inc: { version: 1 } });
    },
    findDue: async (limit) => {
      const due = await model.find({ redrawDue: true }, { _id: 1 }).limit(limit).lean();
      return due.map((one) => one._id);
    },
    idsAfter: async (id, limit) => {
      const filter = id === null ? {} : { _id: { $gt: id } };
      const found = native.find(filter, { projection: { _id: 1 }, sort: { _id: 1 }, limit });
      return (await found.toArray()).map((one) => one._id);
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
    findWithMerged: (id) => findBy({ $or: [{ _id: id }, { mergedInto: id }] }),
    streamForIndex: (since) => streamForIndex(native, since),
    countIndexed: () => model.countDocuments({ tags: 'state:live' }),
    countChangedSince: (since) => model.countDocuments({ changedAt: { $gte: since } }),
    countAll: () => model.estimatedDocumentCount(),
  };
}
