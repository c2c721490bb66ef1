import { type Connection, Schema } from 'mongoose';
import {
  countOf,
  STARTING_WEIGHTS,
  versionOf,
  type WeightNumbers,
  type Weights,
  weightsOf,
} from '../domain/matching/weights.ts';
import { isDuplicateKey } from '../store/duplicate-key.ts';

/** One version of the weights and what it was counted from. Versions are appended, never changed. */
export type KeptWeights = WeightNumbers & {
  madeAt: Date;
  countedFrom: { randomPairs: number; requests: number; decisions: number };
};

export type WeightsStore = {
  /** The newest version; the starting weights where nothing was ever counted. */
  current(): Promise<Weights>;
  /** False when somebody else made this version at the same moment. */
  append(weights: KeptWeights): Promise<boolean>;
  /** The version that all open requests were last matched with; null where that never was. */
  matchedWith(): Promise<string | null>;
  markMatched(version: string): Promise<void>;
};

type Stored = Omit<KeptWeights, 'version'> & { _id: number };

function weightsSchema() {
  const mixed = { type: Schema.Types.Mixed, required: true };
  return new Schema<Stored>(
    {
      _id: { type: Number, required: true },
      present: { type: Number, required: true },
      levels: mixed,
      madeAt: { type: Date, required: true },
      countedFrom: mixed,
    },
    { versionKey: false, minimize: false, collection: 'weights' },
  );
}

/** One mark beside the versions: a store where candidates of closed requests keep old versions for ever cannot be asked. */
type Mark = { _id: string; version: string };

const OPEN_REQUESTS = 'open-requests';

function markSchema() {
  return new Schema<Mark>(
    { _id: { type: String, required: true }, version: { type: String, required: true } },
    { versionKey: false, collection: 'weights-matched' },
  );
}

/** The versions of the weights that were counted from this database. */
export function createWeightsStore(connection: Connection): WeightsStore {
  const model = connection.model<Stored>('Weights', weightsSchema());
  const marks = connection.model<Mark>('WeightsMatched', markSchema());
  return {
    async current() {
      const newest = await model.findOne().sort({ _id: -1 }).lean<Stored>();
      if (newest === null) return STARTING_WEIGHTS;
      return weightsOf({ version: versionOf(newest._id), present: newest.present, levels: newest.levels });
    },
    async append({ version, ...rest }) {
      try {
        await model.create({ _id: countOf(version), ...rest });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    async matchedWith() {
      return (await marks.findById(OPEN_REQUESTS).lean<Mark>())?.version ?? null;
    },
    async markMatched(version) {
      await marks.updateOne({ _id: OPEN_REQUESTS }, { $set: { version } }, { upsert: true });
    },
  };
}
