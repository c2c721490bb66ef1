import { type Connection, type QueryFilter, Schema, type UpdateQuery } from 'mongoose';
import type { Decision, FormerObjection, Objection } from '../domain/matching/candidate.ts';
import { isComplete } from '../domain/matching/decided.ts';
import { evidenceHash } from '../domain/matching/evidence-hash.ts';

export type DecisionStore = {
  append(decision: Decision): Promise<void>;
  findById(id: string): Promise<Decision | null>;
  /** Oldest first, withdrawn ones too. */
  findOf(requestId: string): Promise<Decision[]>;
  /** On which of these soldiers a decision "same" stands that nobody objected to: their documents are not taken away unseen. */
  findDecided(soldierIds: readonly string[]): Promise<Set<string>>;
  /** What people say of these soldiers and nobody has taken back or spoken against, whatever they decided. */
  findUndisputed(soldierIds: readonly string[]): Promise<Decision[]>;
  /** The newest complete decision that this soldier is somebody's man: level C, or confirmed by a second person. */
  findConclusion(soldierIds: readonly string[]): Promise<Decision | null>;
  /** Which of these requests have a decision that waits for a second person and was not made by this one. */
  findUnconfirmed(requestIds: readonly string[], exceptBy: string): Promise<string[]>;
  /** Everybody whom a complete decision that stands is about. */
  concludedSoldiers(): Promise<string[]>;
  /** Only one that stands and nobody confirmed. Null when that is no longer so. */
  confirm(id: string, by: string, at: Date): Promise<Decision | null>;
  /** Only one that stands and that no second person has spoken on. Null when that is no longer so. */
  object(id: string, objection: Objection): Promise<Decision | null>;
  /** Only this objection, of a decision that stands. Null when that is no longer so. */
  takeObjectionBack(id: string, former: FormerObjection): Promise<Decision | null>;
  /** What others do not agree with in this person's standing decisions, newest first. */
  findObjected(by: string): Promise<Decision[]>;
  /** Only one that stands. Null when it was withdrawn before. */
  withdraw(id: string, withdrawal: { by: string; at: Date; reason: string }): Promise<Decision | null>;
  /** The family withdrew: what its decisions quote of relatives goes, the decisions themselves stay. */
  forgetRelatives(requestId: string): Promise<void>;
};

type Stored = Omit<Decision, 'id'> & { _id: string };

function decisionSchema() {
  const schema = new Schema<Stored>(
    {
      _id: { type: String, required: true },
      requestId: { type: String, required: true },
      soldierId: { type: String, required: true },
      verdict: { type: String, enum: ['same', 'different', 'unsure'], required: true },
      reason: { type: String, required: true },
      evidenceLevel: { type: String, default: null },
      evidence: { type: [Schema.Types.Mixed] as unknown as never, required: true },
      evidenceHash: { type: String, required: true },
      probability: { type: Number, default: null },
      weightsVersion: { type: String, required: true },
      by: { type: String, required: true },
      at: { type: Date, required: true },
      confirmedBy: { type: String, default: null },
      confirmedAt: { type: Date, default: null },
      objection: { type: Schema.Types.Mixed, default: null },
      formerObjections: { type: [Schema.Types.Mixed] as unknown as never, default: [] },
      withdrawnBy: { type: String, default: null },
      withdrawnAt: { type: Date, default: null },
      withdrawnReason: { type: String, default: null },
    },
    { versionKey: false, minimize: false, collection: 'decisions' },
  );
  schema.index({ requestId: 1, _id: 1 });
  schema.index({ soldierId: 1 });
  schema.index({ by: 1, _id: 1 });
  return schema;
}

/** Decisions of before objections could be made, or taken back, have none. */
const fromStored = ({ _id, ...rest }: Stored): Decision => ({
  ...rest,
  id: _id,
  evidenceHash: evidenceHash(rest.evidence),
  objection: rest.objection ?? null,
  formerObjections: rest.formerObjections ?? [],
});

const UNDISPUTED = { withdrawnAt: null, objection: null } as const;
const UNSPOKEN = { ...UNDISPUTED, confirmedBy: null } as const;

/** Decisions are appended, confirmed or objected to, and withdrawn once; nothing of them is ever lost. */
export function createDecisionStore(connection: Connection): DecisionStore {
  const model = connection.model<Stored>('Decision', decisionSchema());
  // What every memorial page reads goes past Mongoose.
  const native = connection.collection<Stored>('decisions');
  const step = async (filter: QueryFilter<Stored>, change: UpdateQuery<Stored>) => {
    const changed = await model.findOneAndUpdate(filter, change, { returnDocument: 'after' }).lean<Stored>();
    return changed ? fromStored(changed) : null;
  };
  const listed = async (filter: QueryFilter<Stored>, order: 1 | -1 = 1) =>
    (await model.find(filter).sort({ _id: order }).lean<Stored[]>()).map(fromStored);
  return {
    async append({ id, ...rest }) {
      await model.create({ _id: id, ...rest });
    },
    async findById(id) {
      const found = await model.findById(id).lean<Stored>();
      return found ? fromStored(found) : null;
    },
    findOf: (requestId) => listed({ requestId }),
    async findDecided(soldierIds) {
      const standing = { soldierId: { $in: [...soldierIds] }, verdict: 'same', ...UNDISPUTED } as const;
      const found = await model.find(standing, { soldierId: 1 }).lean<Pick<Stored, 'soldierId'>[]>();
      return new Set(found.map((one) => one.soldierId));
    },
    findUndisputed: (soldierIds) => listed({ soldierId: { $in: [...soldierIds] }, ...UNDISPUTED }),
    // What `isComplete` says, as a question to the store.
    concludedSoldiers: () =>
      model.distinct('soldierId', {
        verdict: 'same',
        withdrawnAt: null,
        $or: [{ evidenceLevel: 'C' }, { confirmedBy: { $ne: null } }],
      }),
    async findConclusion(soldierIds) {
      const standing = { soldierId: { $in: [...soldierIds] }, verdict: 'same', withdrawnAt: null } as const;
      const found = await native.find(standing, { sort: { at: -1 } }).toArray();
      return found.map(fromStored).find(isComplete) ?? null;
    },
    findUnconfirmed: (requestIds, exceptBy) =>
      model.distinct('requestId', {
        requestId: { $in: [...requestIds] },
        verdict: 'same',
        evidenceLevel: { $in: ['A', 'B'] },
        ...UNSPOKEN,
        by: { $ne: exceptBy },
      }),
    confirm: (id, by, at) => step({ _id: id, ...UNSPOKEN }, { $set: { confirmedBy: by, confirmedAt: at } }),
    object: (id, objection) => step({ _id: id, ...UNSPOKEN }, { $set: { objection } }),
    takeObjectionBack: (id, former) =>
      step(
        { _id: id, withdrawnAt: null, 'objection.by': former.by, 'objection.at': former.at },
        { $set: { objection: null }, $push: { formerObjections: former } },
      ),
    findObjected: (by) => listed({ by, withdrawnAt: null, objection: { $ne: null } }, -1),
    withdraw: (id, { by, at, reason }) =>
      step({ _id: id, withdrawnAt: null }, { $set: { withdrawnBy: by, withdrawnAt: at, withdrawnReason: reason } }),
    async forgetRelatives(requestId) {
      await model.updateMany({ requestId }, { $pull: { evidence: { kind: 'relatives' } } });
    },
  };
}
