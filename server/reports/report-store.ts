import { type Connection, Schema } from 'mongoose';

/** Somebody says that something on a soldier's page is wrong. Who says so is kept apart, sealed, under `report:ID`. */
export type ErrorReport = {
  id: string;
  /** The address it was sent from; after a merge the page that answers for it is another one. */
  soldierId: string;
  text: string;
  language: 'kk' | 'ru' | 'en';
  hasContact: boolean;
  state: 'open' | 'closed';
  /** What was done about it, in a volunteer's words. */
  outcome: string | null;
  closedBy: string | null;
  createdAt: Date;
  closedAt: Date | null;
};

export type ReportFilter = Pick<ErrorReport, 'state'> & {
  language?: ErrorReport['language'] | undefined;
  soldierId?: string | undefined;
};

export type ReportStore = {
  append(report: ErrorReport): Promise<void>;
  findById(id: string): Promise<ErrorReport | null>;
  findByIds(ids: readonly string[]): Promise<ErrorReport[]>;
  /** Open ones oldest first, so that nobody waits for ever; closed ones newest first. */
  list(filter: ReportFilter, after: string | null, limit: number): Promise<ErrorReport[]>;
  countOpen(): Promise<number>;
  /** The open ones of a page that say these very words. */
  findOpenSaying(said: Pick<ErrorReport, 'soldierId' | 'text'>): Promise<ErrorReport[]>;
  /** Only one that is open. Null when somebody else closed it before. */
  close(id: string, closing: { by: string; at: Date; outcome: string }): Promise<ErrorReport | null>;
};

type Stored = Omit<ErrorReport, 'id'> & { _id: string };

function reportSchema() {
  const schema = new Schema<Stored>(
    {
      _id: { type: String, required: true },
      soldierId: { type: String, required: true },
      text: { type: String, required: true },
      language: { type: String, required: true },
      hasContact: { type: Boolean, required: true },
      state: { type: String, enum: ['open', 'closed'], required: true },
      outcome: { type: String, default: null },
      closedBy: { type: String, default: null },
      createdAt: { type: Date, required: true },
      closedAt: { type: Date, default: null },
    },
    { versionKey: false, collection: 'error-reports' },
  );
  schema.index({ state: 1, _id: 1 });
  schema.index({ soldierId: 1, state: 1 });
  return schema;
}

const fromStored = ({ _id, ...rest }: Stored): ErrorReport => ({ id: _id, ...rest });

/** Reports of errors. Their ids sort by time, so the order of ids is the order in which they came. */
export function createReportStore(connection: Connection): ReportStore {
  const model = connection.model<Stored>('ErrorReport', reportSchema());
  return {
    async append({ id, ...rest }) {
      await model.create({ _id: id, ...rest });
    },
    async findById(id) {
      const found = await model.findById(id).lean<Stored>();
      return found ? fromStored(found) : null;
    },
    findByIds: async (ids) => (await model.find({ _id: { $in: [...ids] } }).lean<Stored[]>()).map(fromStored),
    async list({ state, language, soldierId }, after, limit) {
      const oldestFirst = state === 'open';
      const wanted = {
        state,
        ...(language === undefined ? {} : { language }),
        ...(soldierId === undefined ? {} : { soldierId }),
        ...(after === null ? {} : { _id: oldestFirst ? { $gt: after } : { $lt: after } }),
      };
      const found = model.find(wanted).sort({ _id: oldestFirst ? 1 : -1 });
      return (await found.limit(limit).lean<Stored[]>()).map(fromStored);
    },
    async findOpenSaying({ soldierId, text }) {
      return (await model.find({ soldierId, state: 'open', text }).lean<Stored[]>()).map(fromStored);
    },
    countOpen: () => model.countDocuments({ state: 'open' }),
    async close(id, { by, at, outcome }) {
      const closed = await model
        .findOneAndUpdate(
          { _id: id, state: 'open' },
          { $set: { state: 'closed', outcome, closedBy: by, closedAt: at } },
          { returnDocument: 'after' },
        )
        .lean<Stored>();
      return closed ? fromStored(closed) : null;
    },
  };
}
