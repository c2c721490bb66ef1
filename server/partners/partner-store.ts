import { type Connection, type Model, Schema } from 'mongoose';
import { isDuplicateKey } from '../store/duplicate-key.ts';

/** The paper under which a partner gives its lists. */
export type Agreement = { number: string | null; signedOn: string | null; validUntil: string | null };

/** An organisation that keeps graves or archives and sends lists. */
export type Partner = {
  id: string;
  /** Short and unique; what commands and files name it by. */
  code: string;
  name: string;
  country: string | null;
  agreement: Agreement | null;
  state: 'active' | 'closed';
  example: boolean;
  version: number;
  createdAt: Date;
  changedAt: Date;
};

export type PartnerChange = Partial<Pick<Partner, 'name' | 'country' | 'agreement' | 'state'>>;

export type PartnerStore = {
  /** False when the code is taken. */
  insert(partner: Partner): Promise<boolean>;
  findById(id: string): Promise<Partner | null>;
  findByIds(ids: readonly string[]): Promise<Partner[]>;
  findByCode(code: string): Promise<Partner | null>;
  list(filter: { id?: string | undefined }, after: string | null, limit: number): Promise<Partner[]>;
  /** Only if the version is still the one given; null when it is not. */
  change(id: string, version: number, change: PartnerChange, at: Date): Promise<Partner | null>;
};

type Stored = Omit<Partner, 'id'> & { _id: string };

function partnerSchema() {
  const schema = new Schema<Stored>(
    {
      _id: { type: String, required: true },
      code: { type: String, required: true },
      name: { type: String, required: true },
      country: { type: String, default: null },
      agreement: { type: Schema.Types.Mixed, default: null },
      state: { type: String, enum: ['active', 'closed'], required: true },
      example: { type: Boolean, required: true },
      version: { type: Number, required: true },
      createdAt: { type: Date, required: true },
      changedAt: { type: Date, required: true },
    },
    { versionKey: false, minimize: false, collection: 'partners' },
  );
  schema.index({ code: 1 }, { unique: true });
  return schema;
}

const fromStored = ({ _id, ...rest }: Stored): Partner => ({ id: _id, ...rest });

export function createPartnerStore(connection: Connection): PartnerStore {
  const model = connection.model<Stored>('Partner', partnerSchema());
  const findOne = async (filter: { _id: string } | { code: string }) => {
    const found = await model.findOne(filter).lean<Stored>();
    return found ? fromStored(found) : null;
  };
  return {
    insert: (partner) => insert(model, partner),
    findById: (id) => findOne({ _id: id }),
    findByIds: async (ids) => (await model.find({ _id: { $in: [...ids] } }).lean<Stored[]>()).map(fromStored),
    findByCode: (code) => findOne({ code }),
    async list({ id }, after, limit) {
      const range = { ...(id ? { $eq: id } : {}), ...(after ? { $gt: after } : {}) };
      const filter = Object.keys(range).length > 0 ? { _id: range } : {};
      const found = await model.find(filter).sort({ _id: 1 }).limit(limit).lean<Stored[]>();
      return found.map(fromStored);
    },
    async change(id, version, change, at) {
      const changed = await model
        .findOneAndUpdate(
          { _id: id, version },
          { $set: { ...change, changedAt: at }, $inc: { version: 1 } },
          { returnDocument: 'after' },
        )
        .lean<Stored>();
      return changed ? fromStored(changed) : null;
    },
  };
}

async function insert(model: Model<Stored>, { id, ...rest }: Partner): Promise<boolean> {
  try {
    await model.create({ _id: id, ...rest });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}
