import { type Connection, Schema } from 'mongoose';

/**
 * What gathers in the case of a request beside the request itself. `note`: for the desk only. `message`: to the family
 * or from it. `search`: what was looked for where, with how many hits, so that nobody repeats it.
 */
export type CasePaper = { id: string; requestId: string; by: string | null; at: Date } & (
  | { kind: 'note'; text: string }
  | { kind: 'message'; direction: 'to_family' | 'from_family'; text: string; question?: boolean; template?: string }
  | { kind: 'search'; where: string; what: string; hits: number; url: string | null }
);

export type CasePaperStore = {
  append(paper: CasePaper): Promise<void>;
  /** The same over one of this id that is there already: what is told once a day, by its newest. */
  replace(paper: CasePaper): Promise<void>;
  /** Oldest first. */
  findOf(requestId: string): Promise<CasePaper[]>;
  /** What the family wrote and what was written to it. Notes and the search log stay: they are the desk's own work. */
  removePersonal(requestId: string): Promise<void>;
};

type Stored = {
  _id: string;
  requestId: string;
  kind: string;
  by: string | null;
  at: Date;
  content: Record<string, unknown>;
};

export function createCasePaperStore(connection: Connection): CasePaperStore {
  const schema = new Schema<Stored>(
    {
      _id: { type: String, required: true },
      requestId: { type: String, required: true },
      kind: { type: String, enum: ['note', 'message', 'search'], required: true },
      by: { type: String, default: null },
      at: { type: Date, required: true },
      content: { type: Schema.Types.Mixed, required: true },
    },
    { versionKey: false, minimize: false, collection: 'case-papers' },
  );
  schema.index({ requestId: 1, _id: 1 });
  const model = connection.model<Stored>('CasePaper', schema);
  return {
    async append({ id, requestId, kind, by, at, ...content }) {
      await model.create({ _id: id, requestId, kind, by, at, content });
    },
    async replace({ id, requestId, kind, by, at, ...content }) {
      await model.updateOne({ _id: id }, { $set: { requestId, kind, by, at, content } }, { upsert: true });
    },
    async findOf(requestId) {
      const found = await model.find({ requestId }).sort({ _id: 1 }).lean<Stored[]>();
      return found.map(({ _id, content, ...rest }) => ({ id: _id, ...rest, ...content }) as CasePaper);
    },
    async removePersonal(requestId) {
      await model.deleteMany({ requestId, kind: 'message' });
    },
  };
}
