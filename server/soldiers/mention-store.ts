import { type Connection, type Model, type mongo, Schema } from 'mongoose';
import type { Mention } from '../domain/mention.ts';
import { insertIgnoringKnown } from '../store/insert-ignoring-known.ts';

/** What an import needs to know of a line it may have brought before. */
export type KnownRow = {
  id: string;
  soldierId: string;
  rowKey: string;
  contentHash: string;
  state: Mention['state'];
  version: number;
  importId: string;
};

/** A change of content: stored only if the mention still has the version it was read with. */
export type MentionChange = { before: Mention; after: Mention };

export type MentionStore = {
  /** Stores new mentions; one that is there already is left as it is. Returns how many were new. */
  insertMany(mentions: Mention[]): Promise<number>;
  /** Keeps the old content in `mention-versions` and stores the new one. Returns the ids that were changed by somebody else meanwhile. */
  replaceMany(changes: MentionChange[]): Promise<string[]>;
  findById(id: string): Promise<Mention | null>;
  findByIds(ids: string[]): Promise<Mention[]>;
  findBySoldierIds(soldierIds: string[]): Promise<Mention[]>;
  findRows(listId: string, rowKeys: string[]): Promise<KnownRow[]>;
  countLive(listId: string): Promise<number>;
  /** All live mentions of a list in the order of their row keys, a thousand at a time. */
  streamList(listId: string): AsyncIterable<Mention[]>;
  /** All mentions an import added or changed last, whatever their state now. */
  streamImport(importId: string): AsyncIterable<Mention[]>;
  /** The earlier contents of these mentions, oldest first. */
  findVersions(mentionIds: string[]): Promise<Mention[]>;
  countAll(): Promise<number>;
};

type Stored = Omit<Mention, 'id'> & { _id: string };
type StoredVersion = Omit<Mention, 'id'> & { _id: string; mentionId: string };

const BATCH = 1000;

const fields = {
  _id: { type: String, required: true },
  soldierId: { type: String, required: true },
  origin: { type: Schema.Types.Mixed, required: true },
  written: { type: Schema.Types.Mixed, required: true },
  understood: { type: Schema.Types.Mixed, required: true },
  sensitive: { type: Boolean, required: true },
  example: { type: Boolean, required: true },
  state: { type: String, enum: ['live', 'withdrawn'], required: true },
  version: { type: Number, required: true },
  createdAt: { type: Date, required: true },
  changedAt: { type: Date, required: true },
};

const options = { versionKey: false, minimize: false } as const;

function mentionSchema() {
  const schema = new Schema<Stored>(fields, { ...options, collection: 'mentions' });
  schema.index({ soldierId: 1 });
  schema.index({ 'origin.listId': 1, 'origin.rowKey': 1 });
  schema.index({ 'origin.importId': 1 });
  return schema;
}

function versionSchema() {
  const schema = new Schema<StoredVersion>(
    { ...fields, mentionId: { type: String, required: true } },
    { ...options, collection: 'mention-versions' },
  );
  schema.index({ mentionId: 1, version: 1 });
  return schema;
}

const toStored = ({ id, ...rest }: Mention): Stored => ({ _id: id, ...rest });
const fromStored = ({ _id, ...rest }: Stored): Mention => ({ id: _id, ...rest });

async function* inBatches(native: mongo.Collection<Stored>, filter: Record<string, unknown>, sort: Record<string, 1>) {
  let batch: Mention[] = [];
  for await (const stored of native.find(filter, { sort, batchSize: BATCH })) {
    batch.push(fromStored(stored));
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

type Collections = { mentions: mongo.Collection<Stored>; versions: mongo.Collection<StoredVersion> };

async function replaceMany({ mentions, versions }: Collections, changes: MentionChange[]): Promise<string[]> {
  if (changes.length === 0) return [];
  // The old content first: when this is cut off, the repeat finds its version there already and goes on.
  await insertIgnoringKnown(
    versions,
    changes.map(({ before: { id, ...rest } }) => ({ _id: `${id}:${rest.version}`, mentionId: id, ...rest })),
  );
  const result = await mentions.bulkWrite(
    changes.map(({ before, after }) => ({
      replaceOne: { filter: { _id: before.id, version: before.version }, replacement: toStored(after) },
    })),
    { ordered: false },
  );
  if (result.matchedCount === changes.length) return [];
  const now = await mentions
    .find({ _id: { $in: changes.map(({ after }) => after.id) } }, { projection: { version: 1, changedAt: 1 } })
    .toArray();
  const stored = new Map(now.map((one) => [one._id, one]));
  return changes
    .filter(({ after }) => {
      const found = stored.get(after.id);
      return found?.version !== after.version || found.changedAt.getTime() !== after.changedAt.getTime();
    })
    .map(({ after }) => after.id);
}

async function findRows(model: Model<Stored>, listId: string, rowKeys: string[]): Promise<KnownRow[]> {
  const found = await model
    .find(
      { 'origin.listId': listId, 'origin.rowKey': { $in: rowKeys } },
      { soldierId: 1, origin: 1, state: 1, version: 1 },
    )
    .lean();
  return found.flatMap(({ _id, soldierId, origin, state, version }) => {
    if (origin.kind !== 'import') return [];
    const { rowKey, contentHash, importId } = origin;
    return [{ id: _id, soldierId, rowKey, contentHash, state, version, importId }];
  });
}

/** Mentions and the earlier contents of those that were changed. */
export function createMentionStore(connection: Connection): MentionStore {
  const mentions = connection.model<Stored>('Mention', mentionSchema());
  const versions = connection.model<StoredVersion>('MentionVersion', versionSchema());
  // Thousands at a time go past Mongoose: each was made by our own types, and casting them again is most of the cost.
  const native: Collections = {
    mentions: connection.collection<Stored>('mentions'),
    versions: connection.collection<StoredVersion>('mention-versions'),
  };
  const findBy = async (filter: Record<string, unknown>) =>
    (await mentions.find(filter).lean<Stored[]>()).map(fromStored);
  return {
    insertMany: (list) => insertIgnoringKnown(native.mentions, list.map(toStored)),
    replaceMany: (changes) => replaceMany(native, changes),
    findById: async (id) => (await findBy({ _id: id }))[0] ?? null,
    findByIds: (ids) => findBy({ _id: { $in: ids } }),
    findBySoldierIds: (ids) => findBy({ soldierId: { $in: ids } }),
    findRows: (listId, rowKeys) => findRows(mentions, listId, rowKeys),
    countLive: (listId) => mentions.countDocuments({ 'origin.listId': listId, state: 'live' }),
    streamList: (listId) =>
      inBatches(native.mentions, { 'origin.listId': listId, state: 'live' }, { 'origin.rowKey': 1 }),
    streamImport: (importId) => inBatches(native.mentions, { 'origin.importId': importId }, { _id: 1 }),
    findVersions: async (mentionIds) => {
      const found = await versions
        .find({ mentionId: { $in: mentionIds } })
        .sort({ mentionId: 1, version: 1 })
        .lean<StoredVersion[]>();
      return found.map(({ _id, mentionId: id, ...rest }) => ({ id, ...rest }));
    },
    countAll: () => mentions.estimatedDocumentCount(),
  };
}
