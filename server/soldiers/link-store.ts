import { type Connection, Schema } from 'mongoose';

/**
 * A person said that a mention is of this soldier (`tie`) or that two addresses are one man (`merge`). Kept for ever:
 * taking it back fills in who withdrew it and why, so the history of a page can be read.
 */
export type SoldierLink = {
  id: string;
  kind: 'tie' | 'merge';
  /** The mention of a tie; null for a merge. */
  mentionId: string | null;
  /** The soldier it was taken from, or who was merged. */
  fromId: string;
  intoId: string;
  reason: string;
  by: string;
  at: Date;
  withdrawnBy: string | null;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
};

export type Withdrawal = { by: string; at: Date; reason: string };

export type LinkStore = {
  append(link: SoldierLink): Promise<void>;
  find(id: string): Promise<SoldierLink | null>;
  /** All links that name this soldier on either side, newest first. */
  findOfSoldier(soldierId: string): Promise<SoldierLink[]>;
  /** The newest standing link that brought this mention to this soldier. */
  findStandingTie(mentionId: string, intoId: string): Promise<SoldierLink | null>;
  findStandingMerge(fromId: string): Promise<SoldierLink | null>;
  /** False when it was withdrawn before: two people cannot both take it back. */
  withdraw(id: string, withdrawal: Withdrawal): Promise<boolean>;
};

type Stored = Omit<SoldierLink, 'id'> & { _id: string };

function linkSchema() {
  const schema = new Schema<Stored>(
    {
      _id: { type: String, required: true },
      kind: { type: String, enum: ['tie', 'merge'], required: true },
      mentionId: { type: String, default: null },
      fromId: { type: String, required: true },
      intoId: { type: String, required: true },
      reason: { type: String, required: true },
      by: { type: String, required: true },
      at: { type: Date, required: true },
      withdrawnBy: { type: String, default: null },
      withdrawnAt: { type: Date, default: null },
      withdrawnReason: { type: String, default: null },
    },
    { versionKey: false, collection: 'soldier-links' },
  );
  schema.index({ fromId: 1, at: -1 });
  schema.index({ intoId: 1, at: -1 });
  schema.index({ mentionId: 1, at: -1 });
  return schema;
}

const fromStored = ({ _id, ...rest }: Stored): SoldierLink => ({ id: _id, ...rest });

/** What people decided about which mentions are of one man. */
export function createLinkStore(connection: Connection): LinkStore {
  const model = connection.model<Stored>('SoldierLink', linkSchema());
  const newest = async (filter: Partial<Stored>) => {
    const found = await model.findOne(filter).sort({ at: -1, _id: -1 }).lean<Stored>();
    return found === null ? null : fromStored(found);
  };
  return {
    async append({ id, ...rest }) {
      await model.create({ _id: id, ...rest });
    },
    find: (id) => newest({ _id: id }),
    async findOfSoldier(soldierId) {
      const found = await model
        .find({ $or: [{ fromId: soldierId }, { intoId: soldierId }] })
        .sort({ at: -1, _id: -1 })
        .lean<Stored[]>();
      return found.map(fromStored);
    },
    findStandingTie: (mentionId, intoId) => newest({ mentionId, intoId, kind: 'tie', withdrawnAt: null }),
    findStandingMerge: (fromId) => newest({ fromId, kind: 'merge', withdrawnAt: null }),
    async withdraw(id, { by, at, reason }) {
      const result = await model.updateOne(
        { _id: id, withdrawnAt: null },
        { $set: { withdrawnBy: by, withdrawnAt: at, withdrawnReason: reason } },
      );
      return result.matchedCount === 1;
    },
  };
}
