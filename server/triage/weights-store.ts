import { type Connection, Schema } from 'mongoose';
import { STARTING_WEIGHTS, type WeightNumbers, type Weights, weightsOf } from '../domain/matching/weights.ts';
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

/** The versions of the weights that were counted from this database. */
export function createWeightsStore(connection: Connection): WeightsStore {
  const model = connection.model<Stored>('Weights', weightsSchema());
  return {
    async current() {
      const newest = await model.findOne().sort({ _id: -1 }).lean<Stored>();
      if (newest === null) return STARTING_WEIGHTS;
      return weightsOf({ version: String(newest._id), present: newest.present, levels: newest.levels });
    },
    async append({ version, ...rest }) {
      try {
        await model.create({ _id: Number(version), ...rest });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
  };
}
