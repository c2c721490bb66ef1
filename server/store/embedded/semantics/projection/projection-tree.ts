import type { Doc } from '../../semantics-contract.ts';
import { isDocument } from '../bson-kind.ts';
import type { Evaluator, Scope } from '../expressions/scope.ts';
import { fieldOf, hasField, setField } from '../field-path.ts';

/** What happens to one field: kept, dropped, computed, or looked into. */
export type ProjectionNode =
  | { kind: 'include' }
  | { kind: 'exclude' }
  | { kind: 'compute'; evaluate: Evaluator }
  | { kind: 'nested'; fields: ProjectionFields };

/** Fields by name, in the order they were written: computed ones are added in that order. */
export type ProjectionFields = Map<string, ProjectionNode>;

/** Whether named fields are the ones that stay (`$project`), go, or are added to all others (`$addFields`). */
export type ProjectionMode = 'include' | 'exclude' | 'add';

/** Applies a projection to a document. */
export function projectDocument(doc: Doc, fields: ProjectionFields, mode: ProjectionMode, scope: Scope): Doc {
  const result: Doc = {};
  for (const name of Object.keys(doc)) {
    const value = projectField(fieldOf(doc, name), fields.get(name), mode, scope);
    if (value !== undefined) setField(result, name, value);
  }
  addComputed(result, doc, fields, { mode, scope });
  return result;
}

// A document's own fields, each in its place.
function projectField(value: unknown, node: ProjectionNode | undefined, mode: ProjectionMode, scope: Scope): unknown {
  if (!node) return mode === 'include' ? undefined : value;
  switch (node.kind) {
    case 'include':
      return value;
    case 'exclude':
      return undefined;
    case 'compute':
      return mode === 'add' ? node.evaluate(scope) : undefined;
    case 'nested':
      return projectNested(value, node.fields, mode, scope);
  }
}

/** Documents below, also those in arrays; of other values inclusion keeps nothing and exclusion everything. */
function projectNested(value: unknown, fields: ProjectionFields, mode: ProjectionMode, scope: Scope): unknown {
  if (isDocument(value)) return projectDocument(value, fields, mode, scope);
  if (Array.isArray(value)) {
    return value
      .map((element) => projectNested(element, fields, mode, scope))
      .filter((element) => element !== undefined);
  }
  if (mode === 'exclude') return value;
  const created = projectDocument({}, fields, mode, scope);
  return Object.keys(created).length > 0 || mode === 'add' ? created : undefined;
}

type Adding = { mode: ProjectionMode; scope: Scope };

/** Computed fields that the document did not have, or that inclusion moves to the end. */
function addComputed(result: Doc, doc: Doc, fields: ProjectionFields, { mode, scope }: Adding): void {
  for (const [name, node] of fields) {
    if (node.kind === 'compute') {
      if (mode === 'add' && hasField(doc, name)) continue;
      const value = node.evaluate(scope);
      if (value !== undefined) setField(result, name, value);
    } else if (node.kind === 'nested' && !hasField(doc, name) && mode !== 'exclude') {
      const created = projectDocument({}, node.fields, mode, scope);
      if (Object.keys(created).length > 0) setField(result, name, created);
    }
  }
}
