import type { Buffer } from 'node:buffer';
import { readDoc } from '../bson-form.ts';
import type { Selection } from '../planner/select.ts';
import { isDocument } from '../semantics/bson-kind.ts';
import type { Doc } from '../semantics-contract.ts';
import type { Steps } from '../steps.ts';
import { StoreError } from '../store-error.ts';
import { asStoreError } from '../wire/command-queue.ts';
import { deleteDocuments } from '../write/delete-documents.ts';
import { newDocument } from '../write/new-document.ts';
import { changeOf, type Place, type Update, updateDocuments } from '../write/update-documents.ts';
import type { Command, CommandContext } from './command.ts';
import {
  checkFields,
  collectionName,
  count,
  documentField,
  flag,
  listField,
  refuseUnsupported,
  wholeNumber,
} from './fields.ts';
import { readHint } from './find.ts';

const MOST_STATEMENTS = 100_000;
const common = ['ordered', 'bypassDocumentValidation', 'let'];

export const insert: Command = function* (body, context) {
  checkFields(body, 'insert', ['documents', ...common]);
  const place = placeOf(body, 'insert', context);
  const documents = statements(context, 'insert', 'documents');
  // Made with the first document that is really written: a refused one leaves no empty collection behind.
  const outcome = yield* runEach(documents, isOrdered(body, 'insert'), function* (bytes) {
    yield;
    const { doc, bytes: stored } = newDocument(bytes, context.now);
    context.engine.begin();
    context.engine.catalog.findOrCreate(place.database, place.collection).insert(doc, stored);
  });
  return { n: outcome.done, ...outcome.reply, ok: 1 };
};

export const update: Command = function* (body, context) {
  checkFields(body, 'update', ['updates', ...common]);
  const place = placeOf(body, 'update', context);
  // All are read before the first is done: a statement that is none refuses the command, not only itself.
  const updates = statements(context, 'update', 'updates').map((bytes) => readUpdate(readDoc(bytes), body, context));
  const upserted: Doc[] = [];
  const totals = { n: 0, nModified: 0 };
  const outcome = yield* runEach(updates, isOrdered(body, 'update'), function* (statement, index) {
    const result = yield* updateDocuments(place, statement);
    totals.n += result.matched;
    totals.nModified += result.modified;
    if (result.upsertedId === undefined) return;
    totals.n += 1;
    upserted.push({ index, _id: result.upsertedId });
  });
  return {
    n: totals.n,
    ...(upserted.length > 0 && { upserted }),
    nModified: totals.nModified,
    ...outcome.reply,
    ok: 1,
  };
};

export const deleteCommand: Command = function* (body, context) {
  checkFields(body, 'delete', ['deletes', ...common]);
  const place = placeOf(body, 'delete', context);
  const deletions = statements(context, 'delete', 'deletes').map((bytes) => readDelete(readDoc(bytes), body, context));
  let n = 0;
  const outcome = yield* runEach(deletions, isOrdered(body, 'delete'), function* (selection) {
    n += (yield* deleteDocuments(place, selection)).removed;
  });
  return { n, ...outcome.reply, ok: 1 };
};

const isOrdered = (body: Doc, command: string): boolean => body.ordered === undefined || flag(body, command, 'ordered');

function placeOf(body: Doc, command: string, context: CommandContext): Place {
  return { engine: context.engine, database: context.database, collection: collectionName(body, command) };
}

function statements(context: CommandContext, command: string, field: string): Buffer[] {
  const list = context.lists.get(field);
  if (!list) throw new StoreError(40414, `BSON field '${command}.${field}' is missing but a required field`);
  if (list.length === 0 || list.length > MOST_STATEMENTS) {
    throw new StoreError(
      16,
      `Write batch sizes must be between 1 and ${MOST_STATEMENTS}. Got ${list.length} operations.`,
    );
  }
  return list;
}

/** Runs statement after statement; a refused one is told with its place, and ends an ordered list. */
function* runEach<Statement>(
  list: readonly Statement[],
  ordered: boolean,
  run: (statement: Statement, index: number) => Steps<void>,
): Steps<{ done: number; reply: { writeErrors?: Doc[] } }> {
  const writeErrors: Doc[] = [];
  let done = 0;
  for (const [index, statement] of list.entries()) {
    try {
      yield* run(statement, index);
      done += 1;
    } catch (error) {
      const { code, message, extra } = asStoreError(error);
      writeErrors.push({ index, code, errmsg: message, ...extra });
      if (ordered) break;
    }
  }
  return { done, reply: writeErrors.length > 0 ? { writeErrors } : {} };
}

function checkStatement(statement: Doc, list: string, known: readonly string[]): void {
  const command = list.slice(0, -1);
  for (const name of Object.keys(statement)) {
    if (known.includes(name) || name === 'collation') continue;
    throw new StoreError(40415, `BSON field '${command}.${list}.${name}' is an unknown field.`);
  }
  refuseUnsupported(statement, ['collation']);
}

function question(statement: Doc, field: string, body: Doc, context: CommandContext): Selection {
  const filter = statement.q;
  if (filter === undefined) throw new StoreError(40414, `BSON field '${field}.q' is missing but a required field`);
  if (!isDocument(filter))
    throw new StoreError(14, `BSON field '${field}.q' is the wrong type, expected type 'object'`);
  const variables = { ...documentField(body, field, 'let'), ...documentField(statement, field, 'c') };
  return {
    filter,
    hint: readHint(statement.hint),
    maxTimeMs: count(body, field, 'maxTimeMS'),
    context: { now: context.now, variables },
  };
}

function readDelete(statement: Doc, body: Doc, context: CommandContext): Selection {
  checkStatement(statement, 'deletes', ['q', 'limit', 'hint']);
  const limit = wholeNumber(statement, 'delete.deletes', 'limit');
  if (limit === undefined) {
    throw new StoreError(40414, "BSON field 'delete.deletes.limit' is missing but a required field");
  }
  if (limit !== 0 && limit !== 1) {
    throw new StoreError(9, `The limit field in delete objects must be 0 or 1. Got ${limit}`);
  }
  return { ...question(statement, 'delete.deletes', body, context), limit };
}

function readUpdate(statement: Doc, body: Doc, context: CommandContext): Update {
  checkStatement(statement, 'updates', ['q', 'u', 'multi', 'upsert', 'arrayFilters', 'hint', 'c', 'sort']);
  const arrayFilters = listField(statement, 'update.updates', 'arrayFilters') as Doc[] | undefined;
  const multi = flag(statement, 'update.updates', 'multi');
  if (statement.u === undefined) {
    throw new StoreError(40414, "BSON field 'update.updates.u' is missing but a required field");
  }
  const sort = documentField(statement, 'update.updates', 'sort');
  if (sort && multi) throw new StoreError(9, 'Cannot specify sort with multi=true');
  return {
    selection: { ...question(statement, 'update.updates', body, context), sort },
    change: changeOf(statement.u),
    arrayFilters,
    multi,
    upsert: flag(statement, 'update.updates', 'upsert'),
  };
}
