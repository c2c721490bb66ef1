import { writeDoc } from '../bson-form.ts';
import { numberOf } from '../bson-number.ts';
import { countFound } from '../planner/count.ts';
import { docOf, type Selection, select } from '../planner/select.ts';
import { isDocument, isInt32 } from '../semantics/bson-kind.ts';
import { makeInt, numericOf } from '../semantics/numbers.ts';
import { semantics } from '../semantics/semantics.ts';
import type { Doc, PipelineContext } from '../semantics-contract.ts';
import type { Collection } from '../storage/collection.ts';
import { StoreError } from '../store-error.ts';
import type { Command, CommandContext } from './command.ts';
import { batchReply } from './cursors.ts';
import { checkFields, count, documentField, listField, refuseUnsupported } from './fields.ts';
import { readHint } from './find.ts';

const known = ['pipeline', 'cursor', 'explain', 'allowDiskUse', 'bypassDocumentValidation', 'hint', 'let', 'collation'];

export const aggregate: Command = (body, context) => {
  const question = readAggregate(body, context);
  const batchSize = cursorBatchSize(body);
  const collection = context.engine.catalog.find(context.database, question.name);
  const batch = context.cursors.open(bytesOf(runPipeline(collection, question)), {
    namespace: `${context.database}.${question.name}`,
    batchSize,
  });
  return batchReply(batch, 'firstBatch');
};

/** The pipeline cut in two: what indexes and the planner can do (`selection`), and the stages after it. */
export type PipelineQuestion = { name: string; selection: Selection; rest: Doc[]; context: PipelineContext };

export function readAggregate(body: Doc, context: CommandContext): PipelineQuestion {
  checkFields(body, 'aggregate', known);
  refuseUnsupported(body, ['collation']);
  const list = listField(body, 'aggregate', 'pipeline');
  if (!list) throw new StoreError(40414, "BSON field 'aggregate.pipeline' is missing but a required field");
  const stages = list.map(stageOf);
  if (typeof body.aggregate !== 'string') {
    const first = Object.keys(stages[0] ?? {})[0] ?? '';
    throw new StoreError(73, `{aggregate: 1} is not valid for '${first}'; a collection is required.`);
  }
  const variables = documentField(body, 'aggregate', 'let');
  const evaluation = { now: context.now, ...(variables && { variables }) };
  const pipelineContext: PipelineContext = {
    ...evaluation,
    find: (collection, filter) =>
      findIn(context, collection, { filter, context: evaluation, patience: context.patience }),
  };
  refuseWritingStages(stages);
  semantics.compilePipeline(stages, pipelineContext);
  const { selection, rest } = split(stages);
  return {
    name: body.aggregate,
    rest,
    context: pipelineContext,
    selection: {
      ...selection,
      hint: readHint(body.hint),
      maxTimeMs: count(body, 'aggregate', 'maxTimeMS'),
      patience: context.patience,
      context: evaluation,
    },
  };
}

function stageOf(stage: unknown): Doc {
  if (!isDocument(stage)) throw new StoreError(14, "Each element of the 'pipeline' array must be an object");
  if (Object.keys(stage).length !== 1) {
    throw new StoreError(40323, 'A pipeline stage specification object must contain exactly one field.');
  }
  return stage;
}

function refuseWritingStages(stages: readonly Doc[]): void {
  for (const stage of stages) {
    const name = Object.keys(stage)[0] ?? '';
    if (name === '$changeStream') {
      throw new StoreError(40573, 'The $changeStream stage is only supported on replica sets');
    }
    if (['$out', '$merge', '$collStats', '$indexStats', '$planCacheStats'].includes(name)) {
      throw new StoreError(238, `The ${name} stage is not supported by the embedded store`);
    }
  }
}

/** `$match`, `$sort`, `$skip`, `$limit` at the front are the planner's. */
function split(stages: readonly Doc[]): {
  selection: Pick<Selection, 'filter' | 'sort' | 'skip' | 'limit'>;
  rest: Doc[];
} {
  const rest = [...stages];
  const filters: Doc[] = [];
  while (isDocument(rest[0]?.$match)) filters.push(rest.shift()?.$match as Doc);
  const sort = isDocument(rest[0]?.$sort) ? (rest.shift()?.$sort as Doc) : undefined;
  const skip = rest[0]?.$skip === undefined ? undefined : numberOf(rest.shift()?.$skip);
  const limit = rest[0]?.$limit === undefined ? undefined : numberOf(rest.shift()?.$limit);
  const filter = filters.length > 1 ? { $and: filters } : (filters[0] ?? {});
  return { selection: { filter, sort, skip, limit }, rest };
}

function runPipeline(collection: Collection | undefined, question: PipelineQuestion): Iterable<Doc> {
  const [first, ...others] = question.rest;
  if (onlyCounts(first)) {
    const found = countFound(collection, question.selection);
    const total = totalOf(first, found);
    const stages = total ? [total, ...others] : question.rest;
    return semantics.compilePipeline(stages, question.context)(repeated({}, total ? 1 : found));
  }
  const run = semantics.compilePipeline(question.rest, question.context);
  return run(decoded(select(collection, question.selection).found));
}

/** A first stage that looks at no field (`$count`, or `$group` under one constant with constant sums) needs the number of documents only. */
function onlyCounts(stage: Doc | undefined): stage is Doc {
  if (!stage) return false;
  if (typeof stage.$count === 'string') return true;
  if (!isDocument(stage.$group)) return false;
  const { _id, ...sums } = stage.$group;
  const constant = _id === null || numberOf(_id) !== undefined;
  return constant && Object.values(sums).every((sum) => isDocument(sum) && numberOf(sum.$sum) !== undefined);
}

/** The same `$group` for one document, with sums as large as over all of them; where they stay whole numbers of 32 bits. */
function totalOf(stage: Doc, documents: number): Doc | undefined {
  if (!isDocument(stage.$group) || documents === 0) return undefined;
  const total: Doc = {};
  for (const [name, part] of Object.entries(stage.$group)) {
    const summand = name === '_id' ? undefined : numericOf((part as Doc).$sum);
    const sum = summand?.kind === 'int' ? summand.value * documents : Number.NaN;
    if (name !== '_id' && !isInt32(sum)) return undefined;
    total[name] = name === '_id' ? part : { $sum: makeInt(sum) };
  }
  return { $group: total };
}

function* repeated(doc: Doc, times: number): Generator<Doc> {
  for (let at = 0; at < times; at++) yield doc;
}

function* decoded(found: Iterable<Parameters<typeof docOf>[0]>): Generator<Doc> {
  for (const one of found) yield docOf(one);
}

function findIn(context: CommandContext, name: string, selection: Selection): Iterable<Doc> {
  return decoded(select(context.engine.catalog.find(context.database, name), selection).found);
}

function* bytesOf(docs: Iterable<Doc>): Generator<Uint8Array> {
  for (const doc of docs) yield writeDoc(doc);
}

function cursorBatchSize(body: Doc): number | undefined {
  const cursor = documentField(body, 'aggregate', 'cursor');
  if (!cursor) {
    if (body.explain) return undefined;
    throw new StoreError(9, "The 'cursor' option is required, except for aggregate with the explain argument");
  }
  return count(cursor, 'cursor', 'batchSize');
}
