import type { Connection, QueryFilter } from 'mongoose';
import type { RequestStatus } from '../domain/request-states.ts';
import type { RequestChange, SearchRequest } from '../domain/search-request.ts';
import { isDuplicateKey } from '../store/duplicate-key.ts';
import {
  afterOf,
  type Counter,
  filterOf,
  fromStored,
  type RequestCollections,
  requestCollections,
  SORTS,
  type StoredRequest,
} from './request-collection-store.ts';

/** What is stored beside the request and never leaves the store: hashes of what opens it and of the form it came with. */
export type RequestKeys = { codeHash: string; formKey: string | null };

export type RequestFields = Partial<Omit<SearchRequest, 'id' | 'number' | 'version' | 'changes' | 'createdAt'>>;

export type QueueFilter = {
  statuses?: readonly RequestStatus[] | undefined;
  assignee?: string | undefined;
  /** Nobody has it, or the lease ran out. */
  free?: boolean | undefined;
  secondLook?: boolean | undefined;
  fresh?: boolean | undefined;
  /** Only the one that leads of each case of several families. */
  leading?: boolean | undefined;
};

/** What "take the next" hands out, oldest first: new ones, and those that were given back or whose lease ran out. */
export const FREE_TO_TAKE: QueueFilter = {
  statuses: ['received', 'searching', 'checking_document'],
  free: true,
  secondLook: false,
  leading: true,
};

export type QueueOrder = 'oldest' | 'newest' | 'probability';

/** Where a page of the queue ended: the number, and for the order by probability that too. */
export type QueuePosition = { number: number; probability: number };

export type QueuePage = {
  filter: QueueFilter;
  order: QueueOrder;
  after: QueuePosition | null;
  limit: number;
  now: Date;
};

export type RequestStore = {
  nextNumber(): Promise<number>;
  /** False when the same form was sent before. */
  insert(request: SearchRequest, keys: RequestKeys): Promise<boolean>;
  findById(id: string): Promise<SearchRequest | null>;
  findByIds(ids: readonly string[]): Promise<SearchRequest[]>;
  findByCode(codeHash: string): Promise<SearchRequest | null>;
  findByForm(formKey: string): Promise<SearchRequest | null>;
  /** Only if the version is still the one given. Null when it is not. */
  change(id: string, version: number, fields: RequestFields, change: RequestChange): Promise<SearchRequest | null>;
  /** Takes it when nobody has it, the lease ran out, or it is the caller's already. Null when somebody else has it. */
  claim(id: string, claim: { by: string; until: Date; now: Date }): Promise<SearchRequest | null>;
  /** Gives it back; `holder` null gives back whoever has it. Null when it is not the holder's. */
  release(id: string, holder: string | null, change: RequestChange): Promise<SearchRequest | null>;
  /** What the site itself learns (candidates, time of matching); no version of a person's work. */
  note(id: string, fields: Pick<RequestFields, 'freshCandidates' | 'bestProbability' | 'matchedAt'>): Promise<void>;
  /**
   * The site itself moves it on, from one of these statuses only. No new version: a volunteer who works on it has seen
   * nothing that is no longer so. Null when it stands elsewhere.
   */
  moveUnasked(
    id: string,
    move: { from: readonly RequestStatus[]; to: RequestStatus },
    change: RequestChange,
  ): Promise<SearchRequest | null>;
  page(page: QueuePage): Promise<SearchRequest[]>;
  /** How many requests each person holds now. */
  countHeld(now: Date): Promise<{ assignee: string; count: number }[]>;
  /** Those in whose last changes this person has a part and that changed since, newest change first. */
  findTouchedBy(userId: string, since: Date, limit: number): Promise<SearchRequest[]>;
  /** How many a page of this filter would show in all. */
  count(filter: QueueFilter, now: Date): Promise<number>;
  /** How many are handed out before the one of this number. */
  countWaitingBefore(number: number, now: Date): Promise<number>;
  findBySoldier(soldierId: string): Promise<SearchRequest[]>;
  /** All requests of these cases, oldest first. */
  findCases(caseIds: readonly string[]): Promise<SearchRequest[]>;
  /** The lease of whoever has it is made longer; nothing else changes. */
  renew(id: string, by: string, until: Date): Promise<void>;
  stream(statuses: readonly RequestStatus[]): AsyncIterable<SearchRequest[]>;
};

const BATCH = 500;
/** So many last changes are kept; older ones stand in the audit. */
const CHANGES_KEPT = 40;

type Filter = QueryFilter<StoredRequest>;
type Reading = Pick<
  RequestStore,
  | 'findById'
  | 'findByIds'
  | 'findByCode'
  | 'findByForm'
  | 'page'
  | 'count'
  | 'countHeld'
  | 'findTouchedBy'
  | 'countWaitingBefore'
  | 'findBySoldier'
  | 'findCases'
  | 'stream'
>;
type Writing = Omit<RequestStore, keyof Reading>;

function reading({ requests }: RequestCollections): Reading {
  const one = async (filter: Filter) => {
    const found = await requests.findOne(filter).lean<StoredRequest>();
    return found ? fromStored(found) : null;
  };
  const all = async (filter: Filter) => (await requests.find(filter).lean<StoredRequest[]>()).map(fromStored);
  return {
    findById: (id) => one({ _id: id }),
    findByIds: (ids) => all({ _id: { $in: [...ids] } }),
    findByCode: (codeHash) => one({ codeHash }),
    findByForm: (formKey) => one({ formKey }),
    findBySoldier: (soldierId) => all({ soldierId }),
    async findCases(caseIds) {
      const filter = { 'gathered.caseId': { $in: [...caseIds] } };
      const found = await requests.find(filter).sort({ number: 1 }).lean<StoredRequest[]>();
      return found.map(fromStored);
    },
    countWaitingBefore: (number, now) =>
      requests.countDocuments({ ...filterOf({ filter: FREE_TO_TAKE, now }), number: { $lt: number } }),
    async page({ filter, order, after, limit, now }) {
      const parts = [filterOf({ filter, now }), ...(after ? [afterOf(order, after)] : [])];
      const query = requests.find(parts.length > 1 ? { $and: parts } : (parts[0] ?? {}));
      return (await query.sort(SORTS[order]).limit(limit).lean<StoredRequest[]>()).map(fromStored);
    },
    count: (filter, now) => requests.countDocuments(filterOf({ filter, now })),
    countHeld: (now) =>
      requests.aggregate([
        { $match: { leaseUntil: { $gt: now } } },
        { $group: { _id: '$assignee', count: { $sum: 1 } } },
        { $project: { _id: 0, assignee: '$_id', count: 1 } },
      ]),
    async findTouchedBy(userId, since, limit) {
      const filter: Filter = { 'changes.by': userId, changedAt: { $gte: since } };
      const found = await requests.find(filter).sort({ changedAt: -1 }).limit(limit).lean<StoredRequest[]>();
      return found.map(fromStored);
    },
    async *stream(statuses) {
      let after = 0;
      for (;;) {
        const filter = { status: { $in: [...statuses] }, number: { $gt: after } };
        const batch = await requests.find(filter).sort({ number: 1 }).limit(BATCH).lean<StoredRequest[]>();
        if (batch.length === 0) return;
        yield batch.map(fromStored);
        after = batch.at(-1)?.number ?? after;
      }
    },
  };
}

function writing({ requests, counters }: RequestCollections): Writing {
  const step = async (filter: Filter, fields: RequestFields, change: RequestChange, versions = 1) => {
    const update = {
      $set: { ...fields, changedAt: change.at },
      $inc: { version: versions },
      $push: { changes: { $each: [change], $slice: -CHANGES_KEPT } },
    };
    const changed = await requests.findOneAndUpdate(filter, update, { returnDocument: 'after' }).lean<StoredRequest>();
    return changed ? fromStored(changed) : null;
  };
  return {
    async nextNumber() {
      const counter = await counters
        .findOneAndUpdate({ _id: 'requests' }, { $inc: { value: 1 } }, { upsert: true, returnDocument: 'after' })
        .lean<Counter>();
      return counter?.value ?? 1;
    },
    async insert({ id, ...rest }, { codeHash, formKey }) {
      try {
        await requests.create({ _id: id, ...rest, codeHash, ...(formKey === null ? {} : { formKey }) });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    change: (id, version, fields, change) => step({ _id: id, version }, fields, change),
    claim(id, { by, until, now }) {
      const free = [{ assignee: null }, { assignee: by }, { leaseUntil: null }, { leaseUntil: { $lte: now } }];
      return step({ _id: id, $or: free }, { assignee: by, leaseUntil: until }, { what: 'claim', by, at: now });
    },
    release(id, holder, change) {
      const filter = holder === null ? { _id: id } : { _id: id, assignee: holder };
      return step(filter, { assignee: null, leaseUntil: null }, change);
    },
    async renew(id, by, until) {
      await requests.updateOne({ _id: id, assignee: by }, { $set: { leaseUntil: until } });
    },
    moveUnasked: (id, { from, to }, change) => step({ _id: id, status: { $in: [...from] } }, { status: to }, change, 0),
    async note(id, fields) {
      await requests.updateOne({ _id: id }, { $set: fields });
    },
  };
}

/** Requests of families. Who asks is not in here: contacts are sealed and kept apart. */
export function createRequestStore(connection: Connection): RequestStore {
  const collections = requestCollections(connection);
  return { ...reading(collections), ...writing(collections) };
}
