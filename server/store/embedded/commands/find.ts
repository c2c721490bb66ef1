import { Long } from 'bson';
import { writeDoc } from '../bson-form.ts';
import { docOf, type Found, type Selection, select } from '../planner/select.ts';
import { kindOf } from '../semantics/bson-kind.ts';
import { semantics } from '../semantics/semantics.ts';
import type { Doc } from '../semantics-contract.ts';
import { StoreError } from '../store-error.ts';
import type { Command, CommandContext } from './command.ts';
import { batchReply } from './cursors.ts';
import { checkFields, collectionName, count, documentField, flag, listField, refuseUnsupported } from './fields.ts';

const known = [
  'filter',
  'sort',
  'projection',
  'hint',
  'skip',
  'limit',
  'batchSize',
  'singleBatch',
  'let',
  'noCursorTimeout',
  'allowDiskUse',
  'allowPartialResults',
  'oplogReplay',
];
const unsupported = ['min', 'max', 'returnKey', 'showRecordId', 'tailable', 'awaitData', 'collation'];

export const find: Command = (body, context) => {
  const { selection, projection } = readFind(body, context);
  const name = collectionName(body, 'find');
  const { found } = select(context.engine.catalog.find(context.database, name), selection);
  const batch = context.cursors.open(projected(found, { projection, selection }), {
    namespace: `${context.database}.${name}`,
    batchSize: count(body, 'find', 'batchSize'),
    singleBatch: flag(body, 'find', 'singleBatch'),
    noTimeout: flag(body, 'find', 'noCursorTimeout'),
  });
  return batchReply(batch, 'firstBatch');
};

/** The question inside a find command, also for explain. */
export function readFind(body: Doc, context: CommandContext): { selection: Selection; projection: Doc | undefined } {
  checkFields(body, 'find', [...known, ...unsupported]);
  refuseUnsupported(body, unsupported);
  const variables = documentField(body, 'find', 'let');
  return {
    projection: documentField(body, 'find', 'projection'),
    selection: {
      filter: documentField(body, 'find', 'filter') ?? {},
      sort: documentField(body, 'find', 'sort'),
      skip: count(body, 'find', 'skip'),
      limit: count(body, 'find', 'limit'),
      hint: readHint(body.hint),
      maxTimeMs: count(body, 'find', 'maxTimeMS'),
      patience: context.patience,
      context: { now: context.now, ...(variables && { variables }) },
    },
  };
}

/** An empty hint document is what drivers send for none. */
export function readHint(hint: unknown): unknown {
  if (hint === undefined || hint === null) return undefined;
  const kind = kindOf(hint);
  if (kind === 'string') return hint;
  if (kind !== 'object') throw new StoreError(9, 'Hint must be a string or an object');
  return Object.keys(hint).length === 0 ? undefined : hint;
}

/** Documents as they go out: unchanged bytes where there is no projection. */
function projected(
  found: Iterable<Found>,
  how: { projection: Doc | undefined; selection: Selection },
): Iterable<Uint8Array> {
  const { projection, selection } = how;
  if (!projection || Object.keys(projection).length === 0) return bytesOf(found);
  const project = semantics.compileProjection(projection, selection.filter, selection.context);
  return projectEach(found, project);
}

function* bytesOf(found: Iterable<Found>): Generator<Uint8Array> {
  for (const { bytes } of found) yield bytes;
}

function* projectEach(found: Iterable<Found>, project: (doc: Doc) => Doc): Generator<Uint8Array> {
  for (const one of found) yield writeDoc(project(docOf(one)));
}

export const getMore: Command = (body, context) => {
  checkFields(body, 'getMore', ['collection', 'batchSize', 'term', 'lastKnownCommittedOpTime']);
  const id = body.getMore;
  if (!Long.isLong(id))
    throw new StoreError(14, `BSON field 'getMore.getMore' is the wrong type '${kindOf(id)}', expected type 'long'`);
  const name = collectionName({ collection: body.collection, $db: context.database }, 'collection');
  const size = count(body, 'getMore', 'batchSize');
  const batch = context.cursors.next(id, `${context.database}.${name}`, size === 0 ? undefined : size);
  return batchReply(batch, 'nextBatch');
};

export const killCursors: Command = (body, context) => {
  checkFields(body, 'killCursors', ['cursors']);
  const ids = listField(body, 'killCursors', 'cursors') ?? [];
  const killed: unknown[] = [];
  const missing: unknown[] = [];
  for (const id of ids) (Long.isLong(id) && context.cursors.kill(id) ? killed : missing).push(id);
  return { cursorsKilled: killed, cursorsNotFound: missing, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
};
