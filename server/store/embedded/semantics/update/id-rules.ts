import type { Doc } from '../../semantics-contract.ts';
import { StoreError } from '../../store-error.ts';
import { kindOf } from '../bson-kind.ts';
import { describe } from '../describe.ts';
import { hasField } from '../field-path.ts';
import { sameValue } from '../same-value.ts';

/** Arrays and regular expressions cannot be ids: code 53. */
export function refuseBadId(id: unknown): void {
  const kind = kindOf(id);
  if (kind === 'array' || kind === 'regex') throw new StoreError(53, `The '_id' value cannot be of type ${kind}`);
}

/** The new document with the old `_id`: code 66 when it brings another. */
export function keepingId(doc: Doc, result: Doc): Doc {
  if (!hasField(doc, '_id')) return result;
  if (!hasField(result, '_id')) return { _id: doc._id, ...result };
  if (sameValue(doc._id, result._id)) return result;
  throw new StoreError(
    66,
    `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${describe(result._id)}`,
  );
}
