import { type Connection, type Model, type mongo, Schema } from 'mongoose';
import { type Mention, NOTHING_UNDERSTOOD, type UnderstoodRow } from '../domain/mention.ts';
import { insertIgnoringKnown } from '../store/insert-ignoring-known.ts';
import { replaceAtVersion } from '../store/replace-at-version.ts';

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

export type SiteLink = { id: string; version: number; siteId: string | null };

export type MentionStore = {
  /** Stores new mentions; one that is there already is left as it is. Returns how many were new. */
  insertMany(mentions: Mention[]): Promise<number>;
  /** Keeps the old content in `mention-versions` and stores the new one. Returns the ids that were changed by somebody else meanwhile. */
  replaceMany(changes: MentionChange[]): Promise<string[]>;
  /** Says anew which known site a grave is at. What is written stays, so it is no new version. */
  linkToSites(links: readonly SiteLink[]): Promise<void>;
  /** The same of earlier contents: taking an import back brings them back as they are read now. */
  linkVersionsToSites(links: readonly SiteLink[]): Promise<void>;
  findById(id: string): Promise<Mention | null>;
  findByIds(ids: string[]): Promise<Mention[]>;
  findBySoldierIds(soldierIds: string[]): Promise<Mention[]>;
  findRows(listId: string, rowKeys: string[]): Promise<KnownRow[]>;
  /** Whether anything of this list was ever stored. */
  hasRows(listId: string): Promise<boolean>;
  countLive(listId: string): Promise<number>;
  /** Whether any mention of this import is live. */
  hasLive(importId: string): Promise<boolean>;
  /** All live mentions of a list in the order of their row keys, a thousand at a time. */
  streamList(listId: string): AsyncIterable<Mention[]>;
  /** All mentions an import added or changed last, whatever their state now. */
  streamImport(importId: string): AsyncIterable<Mention[]>;
  /** Every live mention there is, a thousand at a time; for counting how common names are. */
  streamLive(): AsyncIterable<Mention[]>;
  /** The earlier contents of these mentions, oldest first. */
  findVersions(mentionIds: string[]): Promise<Mention[]>;
  countAll(): Promise<number>;
};

/** What was not understood is left out: half of each row is empty, and an import writes and reads thousands. */
type Stored = Omit<Mention, 'id' | 'understood'> & { _id: string; understood: Partial<UnderstoodRow> };
type StoredVersion = Stored & { mentionId: string };

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
  schema.index({ 'origin.importId': 1, state: 1 });
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

function toStored({ id, understood, ...rest }: Mention): Stored {
  const given: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(understood)) {
    if (value !== null && !(Array.isArray(value) && value.length === 0)) given[field] = value;
  }
  return { _id: id, ...rest, understood: given };
}

function fromStored({ _id, understood, ...rest }: Stored): Mention {
  return { id: _id, ...rest, understood: { ...NOTHING_UNDERSTOOD, ...understood } };
}

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

async function replaceMany(connection: Connection, changes: MentionChange[]): Promise<string[]> {
  // The old content first: when this is cut off, the repeat finds its version there already and goes on.
  const kept = changes.map(({ before }): StoredVersion => {
    return { ...toStored(before), _id: `${before.id}:${before.version}`, mentionId: before.id };
  });
  await insertIgnoringKnown(connection, 'mention-versions', kept);
  const replacements = changes.map(({ before, after }) => ({ before: before.version, document: toStored(after) }));
  return replaceAtVersion(connection, 'mentions', replacements);
}

async function linkToSites(native: mongo.Collection<Stored>, links: readonly SiteLink[]): Promise<void> {
  const writes = links.map(({ id, version, siteId }) => ({
    updateOne: { filter: { _id: id, version }, update: { $set: { 'understood.burialSiteId': siteId } } },
  }));
  if (writes.length > 0) await native.bulkWrite(writes, { ordered: false });
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

async function linkVersionsToSites(native: mongo.Collection<StoredVersion>, links: readonly SiteLink[]): Promise<void> {
  const writes = links.map(({ id, version, siteId }) => ({
    updateOne: {
      filter: { mentionId: id, version },
      update: { $set: { 'understood.burialSiteId': siteId } },
    },
  }));
  if (writes.length > 0) await native.bulkWrite(writes, { ordered: false });
}

/** Mentions and the earlier contents of those that were changed. */
export function createMentionStore(connection: Connection): MentionStore {
  const mentions = connection.model<Stored>('Mention', mentionSchema());
  const versions = connection.model<StoredVersion>('MentionVersion', versionSchema());
  // Thousands at a time and every page go past Mongoose: what is stored was made by our own types, and casting it again is
  // most of the cost.
  const native = connection.collection<Stored>('mentions');
  const findBy = async (filter: mongo.Filter<Stored>) =>
    (await native.find(filter).toArray()).map((stored) => fromStored(stored));
  return {
    insertMany: (list) => insertIgnoringKnown(connection, 'mentions', list.map(toStored)),
    replaceMany: (changes) => replaceMany(connection, changes),
    linkToSites: (links) => linkToSites(native, links),
    linkVersionsToSites: (links) =>
      linkVersionsToSites(connection.collection<StoredVersion>('mention-versions'), links),
    findById: async (id) => (await findBy({ _id: id }))[0] ?? null,
    findByIds: (ids) => findBy({ _id: { $in: ids } }),
    findBySoldierIds: (ids) => findBy({ soldierId: { $in: ids } }),
    findRows: (listId, rowKeys) => findRows(mentions, listId, rowKeys),
    hasRows: async (listId) => (await mentions.exists({ 'origin.listId': listId })) !== null,
    countLive: (listId) => mentions.countDocuments({ 'origin.listId': listId, state: 'live' }),
    hasLive: async (importId) => (await mentions.exists({ 'origin.importId': importId, state: 'live' })) !== null,
    streamList: (listId) => inBatches(native, { 'origin.listId': listId, state: 'live' }, { 'origin.rowKey': 1 }),
    streamImport: (importId) => inBatches(native, { 'origin.importId': importId }, { _id: 1 }),
    streamLive: () => inBatches(native, { state: 'live' }, { _id: 1 }),
    findVersions: async (mentionIds) => {
      const found = await versions
        .find({ mentionId: { $in: mentionIds } })
        .sort({ mentionId: 1, version: 1 })
        .lean<StoredVersion[]>();
      return found.map(({ mentionId, ...rest }) => fromStored({ ...rest, _id: mentionId }));
    },
    countAll: () => mentions.estimatedDocumentCount(),
  };
}
