import type { Selection } from '../planner/select.ts';
import { semantics } from '../semantics/semantics.ts';
import type { Doc } from '../semantics-contract.ts';
import { atOnce } from '../steps.ts';
import { StoreError } from '../store-error.ts';
import { deleteDocuments } from '../write/delete-documents.ts';
import { changeOf, type Place, updateDocuments } from '../write/update-documents.ts';
import type { Command, CommandContext } from './command.ts';
import { checkFields, collectionName, count, documentField, flag, listField, refuseUnsupported } from './fields.ts';
import { readHint } from './find.ts';

const known = [
  'query',
  'sort',
  'remove',
  'update',
  'new',
  'fields',
  'upsert',
  'bypassDocumentValidation',
  'arrayFilters',
  'hint',
  'let',
  'collation',
];

/** Takes the first document in order, changes or removes it, and answers with it as it was or (`new`) as it is now. */
export const findAndModify: Command = (body, context) => {
  const command = body.findAndModify === undefined ? 'findandmodify' : 'findAndModify';
  checkFields(body, command, known);
  refuseUnsupported(body, ['collation']);
  checkChoice(body, command);
  const place: Place = {
    engine: context.engine,
    database: context.database,
    collection: collectionName(body, command),
  };
  const selection = readSelection(body, command, context);
  const fields = documentField(body, command, 'fields');
  const show = shownAs(fields, selection);
  if (flag(body, command, 'remove')) return removed(place, selection, show);
  return updated(place, { body, command, selection }, show);
};

function checkChoice(body: Doc, command: string): void {
  const remove = flag(body, command, 'remove');
  if (remove && body.update !== undefined) throw new StoreError(9, 'Cannot specify both an update and remove=true');
  if (!remove && body.update === undefined)
    throw new StoreError(9, 'Either an update or remove=true must be specified');
  if (remove && flag(body, command, 'upsert'))
    throw new StoreError(9, 'Cannot specify both upsert=true and remove=true ');
  if (remove && flag(body, command, 'new')) {
    throw new StoreError(
      9,
      "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document",
    );
  }
}

function readSelection(body: Doc, command: string, context: CommandContext): Selection {
  const variables = documentField(body, command, 'let');
  return {
    filter: documentField(body, command, 'query') ?? {},
    sort: documentField(body, command, 'sort'),
    limit: 1,
    hint: readHint(body.hint),
    maxTimeMs: count(body, command, 'maxTimeMS'),
    context: { now: context.now, ...(variables && { variables }) },
  };
}

type Show = (doc: Doc | undefined) => Doc | null;

function shownAs(fields: Doc | undefined, selection: Selection): Show {
  if (!fields || Object.keys(fields).length === 0) return (doc) => doc ?? null;
  const project = semantics.compileProjection(fields, selection.filter, selection.context);
  return (doc) => (doc ? project(doc) : null);
}

function removed(place: Place, selection: Selection, show: Show): Doc {
  const { removed: n, last } = atOnce(deleteDocuments(place, selection));
  return { lastErrorObject: { n }, value: show(last), ok: 1 };
}

function updated(place: Place, request: { body: Doc; command: string; selection: Selection }, show: Show): Doc {
  const { body, command, selection } = request;
  const result = atOnce(
    updateDocuments(place, {
      selection,
      change: changeOf(body.update),
      arrayFilters: listField(body, command, 'arrayFilters') as Doc[] | undefined,
      multi: false,
      upsert: flag(body, command, 'upsert'),
    }),
  );
  const upserted = result.upsertedId !== undefined;
  return {
    lastErrorObject: {
      n: result.matched + (upserted ? 1 : 0),
      updatedExisting: result.matched > 0,
      ...(upserted && { upserted: result.upsertedId }),
    },
    value: show(flag(body, command, 'new') ? result.after : result.before),
    ok: 1,
  };
}
