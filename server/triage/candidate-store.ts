import { type Connection, Schema } from 'mongoose';
import type { Candidate, Evidence } from '../domain/matching/candidate.ts';
import { evidenceHash } from '../domain/matching/evidence-hash.ts';

export type Offer = Pick<Candidate, 'requestId' | 'soldierId' | 'evidenceHash' | 'state'>;

export type CandidateStore = {
  /** Best first. */
  findOf(requestId: string): Promise<Candidate[]>;
  /** The requests that any of these soldiers is offered to. */
  requestsOffered(soldierIds: readonly string[]): Promise<string[]>;
  find(requestId: string, soldierId: string): Promise<Candidate | null>;
  /** Where any of these soldiers is offered with at least this probability: which request, which of them, on what evidence. */
  likelyOffers(soldierIds: readonly string[], from: number): Promise<Offer[]>;
  /**
   * The candidates of a request are these now; those that are not among them are dropped.
   * @param known those that stand, where the caller has just read them: what stands already is not written again
   */
  replaceOf(requestId: string, candidates: readonly Candidate[], known?: readonly Candidate[]): Promise<void>;
  /** Everybody who is offered to some request with at least this probability. */
  soldiersOffered(from: number): Promise<string[]>;
  /** Whether any candidate was weighed with another version of the weights than this. */
  hasOtherVersion(weightsVersion: string): Promise<boolean>;
  /** Somebody has looked at them. */
  markSeen(requestId: string): Promise<void>;
};

type Stored = Candidate & { _id: string };

const idOf = ({ requestId, soldierId }: Pick<Candidate, 'requestId' | 'soldierId'>): string =>
  `${requestId}:${soldierId}`;

function candidateSchema() {
  const schema = new Schema<Stored>(
    {
      _id: { type: String, required: true },
      requestId: { type: String, required: true },
      soldierId: { type: String, required: true },
      probability: { type: Number, required: true },
      evidence: { type: [Schema.Types.Mixed] as unknown as never, required: true },
      weightsVersion: { type: String, required: true },
      evidenceHash: { type: String, required: true },
      state: { type: String, enum: ['fresh', 'seen', 'decided'], required: true },
      foundAt: { type: Date, required: true },
    },
    { versionKey: false, minimize: false, collection: 'candidates' },
  );
  schema.index({ requestId: 1, probability: -1 });
  schema.index({ soldierId: 1 });
  schema.index({ probability: 1 });
  schema.index({ weightsVersion: 1 });
  return schema;
}

const fromStored = ({ _id, ...rest }: Stored): Candidate => ({ ...rest, evidenceHash: evidenceHash(rest.evidence) });

/** How the evidence was understood, which its hash leaves out. */
const understood = (evidence: readonly Evidence[]): string =>
  JSON.stringify(evidence.map(({ score, weight, reason }) => [score, weight, reason.key]));

function stands(known: Candidate | undefined, candidate: Candidate): boolean {
  return (
    known !== undefined &&
    known.evidenceHash === candidate.evidenceHash &&
    understood(known.evidence) === understood(candidate.evidence) &&
    known.probability === candidate.probability &&
    known.weightsVersion === candidate.weightsVersion &&
    known.state === candidate.state
  );
}

export function createCandidateStore(connection: Connection): CandidateStore {
  const model = connection.model<Stored>('Candidate', candidateSchema());
  return {
    async findOf(requestId) {
      const found = await model.find({ requestId }).sort({ probability: -1, _id: 1 }).lean<Stored[]>();
      return found.map(fromStored);
    },
    async requestsOffered(soldierIds) {
      return model.distinct('requestId', { soldierId: { $in: [...soldierIds] } });
    },
    async likelyOffers(soldierIds, from) {
      const likely = { soldierId: { $in: [...soldierIds] }, probability: { $gte: from } };
      return (await model.find(likely).lean<Stored[]>()).map(fromStored);
    },
    async find(requestId, soldierId) {
      const found = await model.findById(idOf({ requestId, soldierId })).lean<Stored>();
      return found ? fromStored(found) : null;
    },
    async replaceOf(requestId, candidates, known) {
      const standing = new Map(known?.map((candidate) => [candidate.soldierId, candidate]));
      const changed = candidates.filter((candidate) => !stands(standing.get(candidate.soldierId), candidate));
      if (changed.length > 0) {
        await model.bulkWrite(
          changed.map((candidate) => ({
            replaceOne: {
              filter: { _id: idOf(candidate) },
              replacement: { _id: idOf(candidate), ...candidate },
              upsert: true,
            },
          })),
        );
      }
      const now = new Set(candidates.map(({ soldierId }) => soldierId));
      if (known?.every(({ soldierId }) => now.has(soldierId))) return;
      // After the new ones stand, so that a reader in between sees too many rather than none.
      await model.deleteMany({ requestId, soldierId: { $nin: [...now] } });
    },
    soldiersOffered: (from) => model.distinct('soldierId', { probability: { $gte: from } }),
    async hasOtherVersion(weightsVersion) {
      const other = { $or: [{ weightsVersion: { $lt: weightsVersion } }, { weightsVersion: { $gt: weightsVersion } }] };
      return (await model.findOne(other, { _id: 1 }).lean()) !== null;
    },
    async markSeen(requestId) {
      await model.updateMany({ requestId, state: 'fresh' }, { $set: { state: 'seen' } });
    },
  };
}
