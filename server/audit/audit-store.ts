import { type Connection, type QueryFilter, Schema } from 'mongoose';

/** One write by a person. Kept for ever; there is no function that changes or removes an entry. */
export type AuditEntry = {
  id: string;
  at: Date;
  actorId: string;
  actorRole: string;
  /** What was done, such as `decision.make`. */
  action: string;
  subjectKind: string;
  subjectId: string;
  before: unknown;
  after: unknown;
};

export type AuditFilter = {
  subjectKind?: string | undefined;
  subjectId?: string | undefined;
  actorId?: string | undefined;
  action?: string | undefined;
};

export type AuditStore = {
  append(entry: AuditEntry): Promise<void>;
  /** Newest first; the ids sort by time. */
  list(filter: AuditFilter, after: string | null, limit: number): Promise<AuditEntry[]>;
};

type Stored = Omit<AuditEntry, 'id'> & { _id: string };

function auditSchema() {
  const schema = new Schema<Stored>(
    {
      _id: { type: String, required: true },
      at: { type: Date, required: true },
      actorId: { type: String, required: true },
      actorRole: { type: String, required: true },
      action: { type: String, required: true },
      subjectKind: { type: String, required: true },
      subjectId: { type: String, required: true },
      before: { type: Schema.Types.Mixed, default: null },
      after: { type: Schema.Types.Mixed, default: null },
    },
    { versionKey: false, minimize: false, collection: 'audit' },
  );
  schema.index({ subjectKind: 1, subjectId: 1, _id: -1 });
  schema.index({ actorId: 1, _id: -1 });
  return schema;
}

const fromStored = ({ _id, ...rest }: Stored): AuditEntry => ({ id: _id, ...rest });

export function createAuditStore(connection: Connection): AuditStore {
  const model = connection.model<Stored>('AuditEntry', auditSchema());
  return {
    async append({ id, ...rest }) {
      await model.create({ _id: id, ...rest });
    },
    async list(filter, after, limit) {
      const query: QueryFilter<Stored> = { ...withoutAbsent(filter) };
      if (after) query._id = { $lt: after };
      const found = await model.find(query).sort({ _id: -1 }).limit(limit).lean<Stored[]>();
      return found.map(fromStored);
    },
  };
}

function withoutAbsent(filter: AuditFilter): Record<string, string> {
  const given = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(given);
}
