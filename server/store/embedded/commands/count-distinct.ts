import { countFound } from '../planner/count.ts';
import { docOf, type Selection, select } from '../planner/select.ts';
import { semantics } from '../semantics/semantics.ts';
import type { Doc } from '../semantics-contract.ts';
import { encodeValue } from '../storage/key-encoding.ts';
import { StoreError } from '../store-error.ts';
import type { Command, CommandContext } from './command.ts';
import { checkFields, collectionName, count, documentField, refuseUnsupported, text, wholeNumber } from './fields.ts';
import { readHint } from './find.ts';

export const countCommand: Command = (body, context) => {
  const name = collectionName(body, 'count');
  return { n: countFound(context.engine.catalog.find(context.database, name), readCount(body, context)), ok: 1 };
};

export function readCount(body: Doc, context: CommandContext): Selection {
  checkFields(body, 'count', ['query', 'limit', 'skip', 'hint', 'fields', 'collation']);
  refuseUnsupported(body, ['collation']);
  const limit = wholeNumber(body, 'count', 'limit');
  return {
    filter: documentField(body, 'count', 'query') ?? {},
    skip: count(body, 'count', 'skip'),
    limit: limit && Math.abs(limit),
    hint: readHint(body.hint),
    maxTimeMs: count(body, 'count', 'maxTimeMS'),
    patience: context.patience,
    context: { now: context.now },
  };
}

const LARGEST_ANSWER = 16 * 1024 * 1024;

export const distinct: Command = (body, context) => {
  const name = collectionName(body, 'distinct');
  const { selection, key } = readDistinct(body, context);
  const values = new Map<string, unknown>();
  let bytes = 0;
  const { found } = select(context.engine.catalog.find(context.database, name), selection);
  for (const one of found) {
    for (const value of semantics.distinctValues(docOf(one), key)) {
      const identity = encodeValue(value).toString('latin1');
      if (values.has(identity)) continue;
      values.set(identity, value);
      bytes += identity.length;
    }
    if (bytes > LARGEST_ANSWER) throw new StoreError(17217, 'distinct too big, 16mb cap');
  }
  return { values: [...values.values()], ok: 1 };
};

export function readDistinct(body: Doc, context: CommandContext): { selection: Selection; key: string } {
  checkFields(body, 'distinct', ['key', 'query', 'hint', 'collation']);
  refuseUnsupported(body, ['collation']);
  return {
    key: text(body, 'distinct', 'key'),
    selection: {
      filter: documentField(body, 'distinct', 'query') ?? {},
      hint: readHint(body.hint),
      maxTimeMs: count(body, 'distinct', 'maxTimeMS'),
      patience: context.patience,
      context: { now: context.now },
    },
  };
}
