import { describe } from '../semantics/describe.ts';
import type { Doc } from '../semantics-contract.ts';
import { StoreError } from '../store-error.ts';
import { type IndexDefinition, valuesBehindKey } from './index-definition.ts';

/** E11000 in MongoDB's words, with the key's fields and values for programs. */
export function duplicateKey(namespace: string, index: IndexDefinition, cause: { doc: Doc; key: Buffer }): StoreError {
  const values = valuesBehindKey(index, cause.doc, cause.key);
  const keyPattern: Doc = {};
  const keyValue: Doc = {};
  index.fields.forEach((field, at) => {
    keyPattern[field.path] = field.direction;
    keyValue[field.path] = values[at];
  });
  const shown = index.fields.map((field, at) => `${field.path}: ${describe(values[at])}`).join(', ');
  return new StoreError(
    11000,
    `E11000 duplicate key error collection: ${namespace} index: ${index.name} dup key: { ${shown} }`,
    { keyPattern, keyValue },
  );
}
