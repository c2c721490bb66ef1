import { type Connection, Schema } from 'mongoose';

/** A sign-in on one device: a family of refresh tokens of which only the last one works. */
export type Session = {
  id: string;
  userId: string;
  /** Of the one refresh token that works now. */
  refreshHash: string;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
};

export type SessionStore = {
  insert(session: Session): Promise<void>;
  findById(id: string): Promise<Session | null>;
  /** Exchanges the refresh token. False when the one given was exchanged already or the session is over. */
  rotate(id: string, fromHash: string, toHash: string, expiresAt: Date): Promise<boolean>;
  revoke(id: string, at: Date): Promise<void>;
  revokeAllOf(userId: string, at: Date): Promise<void>;
  /** Sessions that ran out long ago are of no use to anybody. */
  removeExpired(before: Date): Promise<number>;
};

type Stored = Omit<Session, 'id'> & { _id: string };

function sessionSchema() {
  const schema = new Schema<Stored>(
    {
      _id: { type: String, required: true },
      userId: { type: String, required: true },
      refreshHash: { type: String, required: true },
      createdAt: { type: Date, required: true },
      expiresAt: { type: Date, required: true },
      revokedAt: { type: Date, default: null },
    },
    { versionKey: false, collection: 'sessions' },
  );
  schema.index({ userId: 1 });
  schema.index({ expiresAt: 1 });
  return schema;
}

export function createSessionStore(connection: Connection): SessionStore {
  const model = connection.model<Stored>('Session', sessionSchema());
  return {
    async insert({ id, ...rest }) {
      await model.create({ _id: id, ...rest });
    },
    async findById(id) {
      const found = await model.findById(id).lean<Stored>();
      if (!found) return null;
      const { _id, ...rest } = found;
      return { id: _id, ...rest };
    },
    async rotate(id, fromHash, toHash, expiresAt) {
      const result = await model.updateOne(
        { _id: id, refreshHash: fromHash, revokedAt: null },
        { $set: { refreshHash: toHash, expiresAt } },
      );
      return result.matchedCount === 1;
    },
    async revoke(id, at) {
      await model.updateOne({ _id: id, revokedAt: null }, { $set: { revokedAt: at } });
    },
    async revokeAllOf(userId, at) {
      await model.updateMany({ userId, revokedAt: null }, { $set: { revokedAt: at } });
    },
    async removeExpired(before) {
      const result = await model.deleteMany({ expiresAt: { $lt: before } });
      return result.deletedCount;
    },
  };
}
