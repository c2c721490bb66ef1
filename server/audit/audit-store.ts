import { type Connection, type QueryFilter, Schema } from 'mongoose';
import { orderedIdsFrom } from '../ids.ts';

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
  /** From this moment on, and before that one. */
  from?: Date | undefined;
  before?: Date | undefined;
};

/** How often somebody did something. */
export type AuditCount = { actorId: string; action: string; count: number };

export type AuditStore = {
  append(entry: AuditEntry): Promise<void>;
  /** Newest first; the ids sort by time. */
  list(filter: AuditFilter, after: string | null, limit: number): Promise<AuditEntry[]>;
  countSince(since: Date): Promise<AuditCount[]>;
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
  schema.index({ action: 1, _id: -1 });
  return schema;
}

const fromStored = ({ _id, ...rest }: Stored): AuditEntry => ({ id: _id, ...rest });

export function createAuditStore(connection: Connection): AuditStore {
  const model = connection.model<Stored>('AuditEntry', auditSchema());
  return {
    async append({ id, ...rest }) {
      await model.create({ _id: id, ...rest });
    },
    async list({ from, before, ...filter }, after, limit) {
      const end = before && orderedIdsFrom(before);
      const query: QueryFilter<Stored> = withoutAbsent(filter);
      // The ids sort by time, so one index serves the period, the order and the next page.
      const ids = {
        ...(from ? { $gte: orderedIdsFrom(from) } : {}),
        ...(after && (!end || after < end) ? { $lt: after } : end ? { $lt: end } : {}),
      };
      if (Object.keys(ids).length > 0) query._id = ids;
      const found = await model.find(query).sort({ _id: -1 }).limit(limit).lean<Stored[]>();
      return found.map(fromStored);
    },
    async countSince(since) {
      return model.aggregate<AuditCount>([
        { $match: { _id: { $gte: orderedIdsFrom(since) } } },
        { $group: { _id: { actorId: '$actorId', action: '$action' }, count: { $sum: 1 } } },
        { $project: { _id: 0, actorId: '$_id.actorId', action: '$_id.action', count: 1 } },
      ]);
    },
  };
}

function withoutAbsent(filter: Record<string, string | undefined>): Record<string, string> {
  const given = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(given);
}
