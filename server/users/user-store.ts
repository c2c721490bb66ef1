import { type Connection, type Model, type QueryFilter, Schema, type UpdateQuery } from 'mongoose';
import type { Role } from '../domain/roles.ts';
import { isDuplicateKey } from '../store/duplicate-key.ts';

/** An account. Relatives have none. */
export type User = {
  id: string;
  /** Lower case; the name one signs in with. */
  email: string;
  displayName: string;
  role: Role;
  /** Of a partner's account only. */
  partnerId: string | null;
  disabled: boolean;
  /** Grows when every token given out so far must stop working at once. */
  tokenVersion: number;
  version: number;
  lastSignInAt: Date | null;
  createdAt: Date;
  changedAt: Date;
};

/** What signing in needs. Never leaves the session service. */
export type Credentials = {
  userId: string;
  passwordHash: string;
  /** Wrong attempts since the last right one. */
  failures: number;
  lockedUntil: Date | null;
};

export type UserChange = Partial<Pick<User, 'role' | 'partnerId' | 'disabled' | 'displayName'>>;

export type UserStore = {
  /** False when the e-mail is taken. */
  insert(user: User, passwordHash: string): Promise<boolean>;
  findById(id: string): Promise<User | null>;
  findByIds(ids: readonly string[]): Promise<User[]>;
  findByEmail(email: string): Promise<User | null>;
  list(filter: { partnerId?: string | undefined }, after: string | null, limit: number): Promise<User[]>;
  countActiveAdmins(): Promise<number>;
  /** Whether any of these addresses has an account. */
  anyOf(emails: readonly string[]): Promise<boolean>;
  /** Only if the version is still the one given; every token of the account stops working. Null when it is not. */
  change(id: string, version: number, change: UserChange, at: Date): Promise<User | null>;
  /** Every token of the account stops working. */
  endSessions(id: string): Promise<void>;
  findCredentials(userId: string): Promise<Credentials | null>;
  /** Books one attempt if no other was booked since; false when one was. */
  bookAttempt(userId: string, failuresBefore: number, lockedUntil: Date | null): Promise<boolean>;
  clearAttempts(userId: string): Promise<void>;
  setPassword(userId: string, passwordHash: string): Promise<void>;
  noteSignIn(userId: string, at: Date): Promise<void>;
  /** A link with which a password is set once. An older one of the account stops. */
  setPasswordLink(userId: string, link: { hash: string; until: Date }): Promise<void>;
  findByPasswordLink(hash: string, now: Date): Promise<User | null>;
  /** Sets the password and uses the link up. False when it was used before. */
  spendPasswordLink(userId: string, hash: string, passwordHash: string): Promise<boolean>;
};

type Stored = Omit<User, 'id'> & {
  _id: string;
  passwordHash: string;
  failures: number;
  lockedUntil: Date | null;
  linkHash?: string;
  linkUntil?: Date;
};

function userSchema() {
  const schema = new Schema<Stored>(
    {
      _id: { type: String, required: true },
      email: { type: String, required: true },
      displayName: { type: String, required: true },
      role: { type: String, required: true },
      partnerId: { type: String, default: null },
      disabled: { type: Boolean, required: true },
      tokenVersion: { type: Number, required: true },
      version: { type: Number, required: true },
      lastSignInAt: { type: Date, default: null },
      createdAt: { type: Date, required: true },
      changedAt: { type: Date, required: true },
      passwordHash: { type: String, required: true },
      failures: { type: Number, required: true },
      lockedUntil: { type: Date, default: null },
      linkHash: { type: String },
      linkUntil: { type: Date },
    },
    { versionKey: false, collection: 'users' },
  );
  schema.index({ email: 1 }, { unique: true });
  schema.index({ partnerId: 1 });
  schema.index({ linkHash: 1 }, { unique: true, sparse: true });
  return schema;
}

function fromStored({ _id, ...stored }: Stored): User {
  const { email, displayName, role, partnerId, disabled, tokenVersion, version, createdAt, changedAt } = stored;
  const lastSignInAt = stored.lastSignInAt ?? null;
  const rights = { role, partnerId, disabled };
  return { id: _id, email, displayName, ...rights, tokenVersion, version, lastSignInAt, createdAt, changedAt };
}

export function createUserStore(connection: Connection): UserStore {
  const model = connection.model<Stored>('User', userSchema());
  const findOne = async (filter: QueryFilter<Stored>) => {
    const found = await model.findOne(filter).lean<Stored>();
    return found ? fromStored(found) : null;
  };
  const update = async (filter: QueryFilter<Stored>, change: UpdateQuery<Stored>) => {
    const result = await model.updateOne(filter, change);
    return result.matchedCount === 1;
  };
  return {
    insert: (user, passwordHash) => insert(model, user, passwordHash),
    findById: (id) => findOne({ _id: id }),
    findByIds: async (ids) => (await model.find({ _id: { $in: [...ids] } }).lean<Stored[]>()).map(fromStored),
    findByEmail: (email) => findOne({ email }),
    async list({ partnerId }, after, limit) {
      const filter: QueryFilter<Stored> = partnerId ? { partnerId } : {};
      if (after) filter._id = { $gt: after };
      const found = await model.find(filter).sort({ _id: 1 }).limit(limit).lean<Stored[]>();
      return found.map(fromStored);
    },
    countActiveAdmins: () => model.countDocuments({ role: 'admin', disabled: false }),
    anyOf: async (emails) => (await model.exists({ email: { $in: [...emails] } })) !== null,
    change: (id, version, change, at) => changeUser(model, { id, version }, change, at),
    async endSessions(id) {
      await update({ _id: id }, { $inc: { tokenVersion: 1 } });
    },
    async findCredentials(userId) {
      const found = await model.findById(userId).lean<Stored>();
      return (
        found && { userId, passwordHash: found.passwordHash, failures: found.failures, lockedUntil: found.lockedUntil }
      );
    },
    bookAttempt: (userId, failures, lockedUntil) =>
      update({ _id: userId, failures }, { $set: { failures: failures + 1, lockedUntil } }),
    async clearAttempts(userId) {
      await update({ _id: userId }, { $set: { failures: 0, lockedUntil: null } });
    },
    async setPassword(userId, passwordHash) {
      await update({ _id: userId }, { $set: { passwordHash } });
    },
    async noteSignIn(userId, at) {
      await update({ _id: userId }, { $set: { lastSignInAt: at } });
    },
    async setPasswordLink(userId, { hash, until }) {
      await update({ _id: userId }, { $set: { linkHash: hash, linkUntil: until } });
    },
    findByPasswordLink: (linkHash, now) => findOne({ linkHash, linkUntil: { $gt: now } }),
    spendPasswordLink: (_id, linkHash, passwordHash) =>
      update({ _id, linkHash }, { $set: { passwordHash }, $unset: { linkHash: true, linkUntil: true } }),
  };
}

async function insert(model: Model<Stored>, { id, ...rest }: User, passwordHash: string): Promise<boolean> {
  try {
    await model.create({ _id: id, ...rest, passwordHash, failures: 0, lockedUntil: null });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

type Versioned = { id: string; version: number };

async function changeUser(model: Model<Stored>, { id, version }: Versioned, change: UserChange, at: Date) {
  const changed = await model
    .findOneAndUpdate(
      { _id: id, version },
      { $set: { ...change, changedAt: at }, $inc: { version: 1, tokenVersion: 1 } },
      { returnDocument: 'after' },
    )
    .lean<Stored>();
  return changed ? fromStored(changed) : null;
}
