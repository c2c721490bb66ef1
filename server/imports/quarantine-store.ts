import { type Connection, type mongo, Schema } from 'mongoose';
import type { FoundScan } from '../domain/imports/scan-names.ts';
import type { MentionRow } from '../domain/row.ts';
import { insertIgnoringKnown } from '../store/insert-ignoring-known.ts';
import type { Import } from './import.ts';

/** `taken`: the row is in, as the partner sent it. `dismissed`: what stands stays. */
export type QuarantineVerdict = 'taken' | 'dismissed';

/** `unfinished`: what was decided is not written yet, and the row still waits. */
export type QuarantineDecision = {
  verdict: QuarantineVerdict;
  reason: string;
  by: string;
  at: Date;
  unfinished?: true;
};

/** A row that waits for a person: it contradicts something decided or another row of its own file, or cannot be true. */
export type QuarantinedRow = {
  id: string;
  importId: string;
  listId: string;
  line: number;
  mentionId: string;
  /** Its own key, if it turns out to be another man than the one whose number it has. */
  ownKey: string;
  rowKey: string;
  contentHash: string;
  row: MentionRow;
  rule: string;
  /** The scans it names: they come in with it. */
  scans?: { written: string; scan: FoundScan }[];
  /** Why it cannot be true, as a message key with values. */
  why?: { key: string; values: Record<string, string | number> };
  decision: QuarantineDecision | null;
  /** The applied import that brought the row again: it is decided on there. */
  newer?: string;
};

/** What a row that waits is known by when it comes again. */
export type WaitingKeys = Pick<
  QuarantinedRow,
  'id' | 'importId' | 'line' | 'rowKey' | 'ownKey' | 'contentHash' | 'rule'
> & {
  /** Its key is the partner's own number. */
  numbered: boolean;
};

/** Rows after a line; `state` leaves out the others. */
export type QuarantinePage = { after: number; limit: number; state?: 'waiting' | 'decided' | undefined };

export type QuarantineStore = {
  insert(rows: QuarantinedRow[]): Promise<void>;
  list(importId: string, page: QuarantinePage): Promise<QuarantinedRow[]>;
  find(importId: string, line: number): Promise<QuarantinedRow | null>;
  /** Only while nobody has decided; false when somebody was faster. Unfinished until `finish`. */
  decide(id: string, decision: QuarantineDecision): Promise<boolean>;
  /** What was decided is written. */
  finish(id: string): Promise<void>;
  /** What people decided on rows of this list, by the content of the row: it need not be asked again. */
  settled(listId: string): Promise<Map<string, QuarantineVerdict>>;
  /** How many of an import wait and are not in a newer one. */
  countWaiting(importId: string): Promise<number>;
  /** The same of all imports that have any, or of these. */
  countWaitingByImport(importIds?: readonly string[]): Promise<Map<string, number>>;
  /** The lines of those. */
  waitingLines(importId: string): Promise<Set<number>>;
  /** Rows of earlier imports of this list that wait, but for those that a newer one holds. */
  waitingBefore(item: Pick<Import, 'id' | 'listId'>): Promise<WaitingKeys[]>;
  /** The import has brought these rows again. */
  markNewer(ids: readonly string[], importId: string): Promise<void>;
  /** The inverse: the import stands no longer, or not yet. */
  unmarkNewer(item: Pick<Import, 'id' | 'listId'>): Promise<void>;
  /** Forgets the rows of an import, and opens those of earlier ones that were to be decided on among them. */
  removeOf(item: Pick<Import, 'id' | 'listId'>): Promise<void>;
};

type Stored = Omit<QuarantinedRow, 'id'> & { _id: string };

const COLLECTION = 'import-quarantine';
/** A list may hold thousands that wait: read without their cells. */
const KEYS = { importId: 1, line: 1, rowKey: 1, ownKey: 1, contentHash: 1, rule: 1, 'row.externalId': 1 } as const;
const fromStored = ({ _id, ...row }: Stored): QuarantinedRow => ({ id: _id, ...row });

const IN_STATE: Readonly<Record<'waiting' | 'decided', mongo.Filter<Stored>>> = {
  waiting: { $or: [{ decision: null }, { 'decision.unfinished': true }] },
  decided: { decision: { $ne: null }, 'decision.unfinished': { $ne: true } },
};

/** What of an import waits and is not in a newer one. */
const openOf = (importId: string): mongo.Filter<Stored> => ({
  importId,
  newer: { $exists: false },
  ...IN_STATE.waiting,
});

function quarantineSchema() {
  const schema = new Schema(
    { _id: { type: String, required: true }, importId: String, listId: String, line: Number },
    { versionKey: false, minimize: false, strict: false, collection: COLLECTION },
  );
  schema.index({ importId: 1, line: 1 });
  schema.index({ listId: 1 });
  // Asked over all imports each time a coordinator's home opens: what was decided stays and grows, what waits does not.
  schema.index({ decision: 1 }, { partialFilterExpression: { decision: null } });
  schema.index({ 'decision.unfinished': 1 }, { sparse: true });
  return schema;
}

/** Asked in two: one question with "or" would find no index. */
async function countWaitingByImport(
  native: mongo.Collection<Stored>,
  importIds?: readonly string[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const waits of [{ decision: null }, { 'decision.unfinished': true }] as const) {
    const filter = { ...waits, ...(importIds ? { importId: { $in: [...importIds] } } : {}), newer: { $exists: false } };
    const found = native.aggregate<{ _id: string; count: number }>([
      { $match: filter },
      { $group: { _id: '$importId', count: { $sum: 1 } } },
    ]);
    for await (const { _id, count } of found) counts.set(_id, (counts.get(_id) ?? 0) + count);
  }
  return counts;
}

export function createQuarantineStore(connection: Connection): QuarantineStore {
  connection.model('QuarantinedRow', quarantineSchema());
  const native: mongo.Collection<Stored> = connection.collection<Stored>(COLLECTION);
  const unmarkNewer: QuarantineStore['unmarkNewer'] = async ({ id, listId }) => {
    await native.updateMany({ listId, newer: id }, { $unset: { newer: '' } });
  };
  return {
    async insert(rows) {
      const stored = rows.map(({ id, ...row }) => ({ _id: id, ...row }));
      if (stored.length > 0) await insertIgnoringKnown(connection, COLLECTION, stored);
    },
    async list(importId, { after, limit, state }) {
      const filter = { importId, line: { $gt: after }, ...(state ? IN_STATE[state] : {}) };
      const found = await native.find(filter, { sort: { line: 1 }, limit }).toArray();
      return found.map(fromStored);
    },
    async find(importId, line) {
      const found = await native.findOne({ importId, line });
      return found && fromStored(found);
    },
    async decide(id, decision) {
      const result = await native.updateOne(
        { _id: id, decision: null },
        { $set: { decision: { ...decision, unfinished: true } } },
      );
      return result.matchedCount === 1;
    },
    async finish(id) {
      await native.updateOne({ _id: id }, { $unset: { 'decision.unfinished': '' } });
    },
    async settled(listId) {
      const projection = { contentHash: 1, decision: 1 };
      const found = await native.find({ listId, ...IN_STATE.decided }, { projection }).toArray();
      return new Map(found.flatMap(({ contentHash, decision }) => (decision ? [[contentHash, decision.verdict]] : [])));
    },
    countWaitingByImport: (importIds) => countWaitingByImport(native, importIds),
    countWaiting: (importId) => native.countDocuments(openOf(importId)),
    async waitingLines(importId) {
      const found = await native.find(openOf(importId), { projection: { line: 1 } }).toArray();
      return new Set(found.map(({ line }) => line));
    },
    async waitingBefore({ id, listId }) {
      // Ids of imports sort by the time they came.
      const filter = { listId, importId: { $lt: id }, newer: { $exists: false }, ...IN_STATE.waiting };
      const found = await native.find(filter, { projection: KEYS }).toArray();
      return found.map(({ _id, row, ...keys }) => ({ id: _id, numbered: row.externalId !== undefined, ...keys }));
    },
    async markNewer(ids, importId) {
      if (ids.length > 0) await native.updateMany({ _id: { $in: [...ids] } }, { $set: { newer: importId } });
    },
    unmarkNewer,
    async removeOf(item) {
      await unmarkNewer(item);
      await native.deleteMany({ importId: item.id });
    },
  };
}
