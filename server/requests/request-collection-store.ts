import { type Connection, type QueryFilter, Schema } from 'mongoose';
import type { SearchRequest } from '../domain/search-request.ts';
import type { QueueOrder, QueuePage, QueuePosition } from './request-store.ts';

export type StoredRequest = Omit<SearchRequest, 'id'> & { _id: string; codeHash: string; formKey?: string };
export type Counter = { _id: string; value: number };

function requestSchema() {
  const mixed = { type: Schema.Types.Mixed, default: null };
  const schema = new Schema<StoredRequest>(
    {
      _id: { type: String, required: true },
      number: { type: Number, required: true },
      codeHash: { type: String, required: true },
      formKey: { type: String },
      status: { type: String, required: true },
      soldier: { type: Schema.Types.Mixed, required: true },
      understood: { type: Schema.Types.Mixed, required: true },
      letter: { type: String, default: null },
      language: { type: String, required: true },
      fileIds: { type: [String], required: true },
      assignee: { type: String, default: null },
      leaseUntil: { type: Date, default: null },
      freshCandidates: { type: Number, required: true },
      bestProbability: { type: Number, default: null },
      soldierId: { type: String, default: null },
      evidenceLevel: { type: String, default: null },
      secondLook: { type: Boolean, required: true },
      statusBeforeDecision: { type: String, default: null },
      enteredBy: mixed,
      about: { type: String, default: null },
      consent: mixed,
      gathered: mixed,
      meeting: mixed,
      example: { type: Boolean, required: true },
      version: { type: Number, required: true },
      changes: { type: [Schema.Types.Mixed] as unknown as never, required: true },
      createdAt: { type: Date, required: true },
      changedAt: { type: Date, required: true },
      matchedAt: { type: Date, default: null },
    },
    { versionKey: false, minimize: false, collection: 'requests' },
  );
  schema.index({ number: 1 }, { unique: true });
  schema.index({ codeHash: 1 }, { unique: true });
  schema.index({ formKey: 1 }, { unique: true, sparse: true });
  schema.index({ status: 1, number: 1 });
  schema.index({ assignee: 1, number: 1 });
  schema.index({ secondLook: 1, number: 1 });
  schema.index({ freshCandidates: 1, number: 1 });
  schema.index({ bestProbability: -1, number: 1 });
  schema.index({ soldierId: 1 });
  // Sparse in effect: of a few hundred families that share a soldier, not of all.
  schema.index({ 'gathered.caseId': 1 });
  schema.index({ leaseUntil: 1 });
  schema.index({ 'changes.by': 1, changedAt: -1 });
  return schema;
}

export function fromStored({ _id, codeHash: _code, formKey: _form, ...rest }: StoredRequest): SearchRequest {
  // Requests of before these were kept have none of them.
  const { consent = null, gathered = null, meeting = null, about = null, ...request } = rest;
  return { id: _id, ...request, consent, gathered, meeting, about };
}

export function filterOf({ filter, now }: Pick<QueuePage, 'filter' | 'now'>): QueryFilter<StoredRequest> {
  const query: QueryFilter<StoredRequest> = {};
  if (filter.statuses) query.status = { $in: [...filter.statuses] };
  if (filter.assignee !== undefined) {
    query.assignee = filter.assignee;
    query.leaseUntil = { $gt: now };
  }
  if (filter.free) query.$or = [{ leaseUntil: null }, { leaseUntil: { $lte: now } }];
  if (filter.secondLook !== undefined) query.secondLook = filter.secondLook;
  if (filter.fresh) query.freshCandidates = { $gt: 0 };
  // Of several families' requests one stands for all.
  if (filter.leading) query['gathered.lead'] = { $ne: false };
  return query;
}

export function afterOf(order: QueueOrder, { number, probability }: QueuePosition): QueryFilter<StoredRequest> {
  if (order === 'oldest') return { number: { $gt: number } };
  if (order === 'newest') return { number: { $lt: number } };
  const less = [{ bestProbability: { $lt: probability } }, { bestProbability: probability, number: { $gt: number } }];
  return { $or: [...less, { bestProbability: null }] };
}

export const SORTS = {
  oldest: { number: 1 },
  newest: { number: -1 },
  probability: { bestProbability: -1, number: 1 },
} as const;

export function requestCollections(connection: Connection) {
  const requests = connection.model<StoredRequest>('SearchRequest', requestSchema());
  const counterSchema = new Schema<Counter>(
    { _id: { type: String, required: true }, value: { type: Number, required: true } },
    { versionKey: false, collection: 'counters' },
  );
  return { requests, counters: connection.model<Counter>('Counter', counterSchema) };
}

export type RequestCollections = ReturnType<typeof requestCollections>;
