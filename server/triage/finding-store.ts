import { type Connection, Schema } from 'mongoose';
import type { Finding, FindingKind, NewFinding } from '../domain/finding.ts';
import { evidenceHash } from '../domain/matching/evidence-hash.ts';

/** Where a page of findings ended. */
export type FindingPlace = Pick<Finding, 'id' | 'probability'>;
export type FindingPage = { kind?: FindingKind | undefined; after: FindingPlace | null; limit: number };

export type FindingStore = {
  /** Keeps what a finder found. One that was dismissed stays so until its evidence is another. */
  putAll(found: readonly NewFinding[], at: Date): Promise<void>;
  /** What no finder found again since a run began is over; what a person dismissed is remembered. */
  removeUnseen(kinds: readonly FindingKind[], since: Date): Promise<number>;
  findById(id: string): Promise<Finding | null>;
  findByIds(ids: readonly string[]): Promise<Finding[]>;
  /** Open ones, the surest first. */
  page(page: FindingPage): Promise<Finding[]>;
  /** What is open of any of these soldiers. */
  openOf(soldierIds: readonly string[]): Promise<Finding[]>;
  /** Null when it is no longer open. */
  dismiss(id: string, dismissal: { by: string; at: Date; reason: string }): Promise<Finding | null>;
};

type Stored = Omit<Finding, 'id'> & { _id: string; seenAt: Date };

function findingSchema() {
  const mixed = Schema.Types.Mixed;
  const schema = new Schema<Stored>(
    {
      _id: { type: String, required: true },
      kind: { type: String, required: true },
      soldierIds: { type: [String], required: true },
      siteId: { type: String, default: null },
      probability: { type: Number, default: null },
      evidence: { type: [mixed] as unknown as never, required: true },
      facts: { type: mixed, required: true },
      evidenceHash: { type: String, required: true },
      state: { type: String, enum: ['open', 'dismissed'], required: true },
      foundAt: { type: Date, required: true },
      seenAt: { type: Date, required: true },
      dismissedBy: { type: String, default: null },
      dismissedAt: { type: Date, default: null },
      dismissedReason: { type: String, default: null },
    },
    { versionKey: false, minimize: false, collection: 'findings' },
  );
  schema.index({ state: 1, kind: 1, probability: -1, _id: 1 });
  schema.index({ state: 1, probability: -1, _id: 1 });
  schema.index({ soldierIds: 1 });
  return schema;
}

const fromStored = ({ _id, seenAt: _seen, ...rest }: Stored): Finding => ({ id: _id, ...rest });

/** What stands behind this place: two soldiers by how likely they are one man, then all else. */
const behind = ({ probability, id }: FindingPlace) => {
  const alike = { probability, _id: { $gt: id } };
  return probability === null ? alike : { $or: [{ probability: { $lt: probability } }, { probability: null }, alike] };
};

/** Evidence of two papers is compared as this release does; what rests on facts has a sign of its own. */
const signOf = ({ evidence, evidenceHash: kept }: Pick<Stored, 'evidence' | 'evidenceHash'>): string =>
  evidence.length > 0 ? evidenceHash(evidence) : kept;

function merged({ id, ...found }: NewFinding, known: Stored | undefined, at: Date): Stored {
  const seen = { ...found, _id: id, seenAt: at };
  if (known !== undefined && signOf(known) === found.evidenceHash) return { ...known, ...seen };
  const open = { state: 'open', dismissedBy: null, dismissedAt: null, dismissedReason: null } as const;
  return { ...seen, ...open, foundAt: at };
}

/** What the finders noticed, until a person has looked at it. */
export function createFindingStore(connection: Connection): FindingStore {
  const model = connection.model<Stored>('Finding', findingSchema());
  return {
    async putAll(found, at) {
      if (found.length === 0) return;
      const stored = await model.find({ _id: { $in: found.map(({ id }) => id) } }).lean<Stored[]>();
      const known = new Map(stored.map((one) => [one._id, one]));
      await model.bulkWrite(
        found.map((one) => ({
          replaceOne: { filter: { _id: one.id }, replacement: merged(one, known.get(one.id), at), upsert: true },
        })),
      );
    },
    async removeUnseen(kinds, since) {
      const { deletedCount } = await model.deleteMany({
        kind: { $in: [...kinds] },
        state: 'open',
        seenAt: { $lt: since },
      });
      return deletedCount;
    },
    async findById(id) {
      const found = await model.findById(id).lean<Stored>();
      return found ? fromStored(found) : null;
    },
    findByIds: async (ids) => (await model.find({ _id: { $in: [...ids] } }).lean<Stored[]>()).map(fromStored),
    async page({ kind, after, limit }) {
      const filter = { state: 'open' as const, ...(kind ? { kind } : {}), ...(after ? behind(after) : {}) };
      return (await model.find(filter).sort({ probability: -1, _id: 1 }).limit(limit).lean<Stored[]>()).map(fromStored);
    },
    async openOf(soldierIds) {
      const filter = { soldierIds: { $in: [...soldierIds] }, state: 'open' as const };
      return (await model.find(filter).sort({ _id: 1 }).lean<Stored[]>()).map(fromStored);
    },
    async dismiss(id, { by, at, reason }) {
      const change = { state: 'dismissed' as const, dismissedBy: by, dismissedAt: at, dismissedReason: reason };
      const filter = { _id: id, state: 'open' as const };
      const dismissed = await model
        .findOneAndUpdate(filter, { $set: change }, { returnDocument: 'after' })
        .lean<Stored>();
      return dismissed ? fromStored(dismissed) : null;
    },
  };
}
