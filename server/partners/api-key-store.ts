import { type Connection, Schema } from 'mongoose';
import type { Action } from '../domain/roles.ts';

/** A key with which a partner's program acts. The secret itself is shown once and never stored. */
export type ApiKey = {
  id: string;
  partnerId: string;
  label: string;
  secretHash: string;
  scopes: Action[];
  createdAt: Date;
  createdBy: string;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
};

export type ApiKeyStore = {
  insert(key: ApiKey): Promise<void>;
  findById(id: string): Promise<ApiKey | null>;
  findByIds(ids: readonly string[]): Promise<ApiKey[]>;
  list(filter: { partnerId?: string | undefined }, after: string | null, limit: number): Promise<ApiKey[]>;
  /** False when it is unknown or revoked already. */
  revoke(id: string, at: Date): Promise<boolean>;
  markUsed(id: string, at: Date): Promise<void>;
};

type Stored = Omit<ApiKey, 'id'> & { _id: string };

function apiKeySchema() {
  const schema = new Schema<Stored>(
    {
      _id: { type: String, required: true },
      partnerId: { type: String, required: true },
      label: { type: String, required: true },
      secretHash: { type: String, required: true },
      scopes: { type: [String], required: true },
      createdAt: { type: Date, required: true },
      createdBy: { type: String, required: true },
      lastUsedAt: { type: Date, default: null },
      revokedAt: { type: Date, default: null },
    },
    { versionKey: false, collection: 'api-keys' },
  );
  schema.index({ partnerId: 1 });
  return schema;
}

const fromStored = ({ _id, ...rest }: Stored): ApiKey => ({ id: _id, ...rest });

export function createApiKeyStore(connection: Connection): ApiKeyStore {
  const model = connection.model<Stored>('ApiKey', apiKeySchema());
  return {
    async insert({ id, ...rest }) {
      await model.create({ _id: id, ...rest });
    },
    async findById(id) {
      const found = await model.findById(id).lean<Stored>();
      return found ? fromStored(found) : null;
    },
    findByIds: async (ids) => (await model.find({ _id: { $in: [...ids] } }).lean<Stored[]>()).map(fromStored),
    async list({ partnerId }, after, limit) {
      const filter = { ...(partnerId ? { partnerId } : {}), ...(after ? { _id: { $gt: after } } : {}) };
      const found = await model.find(filter).sort({ _id: 1 }).limit(limit).lean<Stored[]>();
      return found.map(fromStored);
    },
    async revoke(id, at) {
      const result = await model.updateOne({ _id: id, revokedAt: null }, { $set: { revokedAt: at } });
      return result.matchedCount === 1;
    },
    async markUsed(id, at) {
      await model.updateOne({ _id: id }, { $set: { lastUsedAt: at } });
    },
  };
}
