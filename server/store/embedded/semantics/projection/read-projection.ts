import type { Doc } from '../../semantics-contract.ts';
import { isDocument, isNumber } from '../bson-kind.ts';
import { compileExpression, type Names } from '../expressions/compile.ts';
import { OPERATORS } from '../expressions/operators.ts';
import { isTruthy } from '../expressions/scope.ts';
import { checkFieldPath } from '../field-path-rules.ts';
import { located } from '../refusals.ts';
import type { ProjectionFields, ProjectionMode, ProjectionNode } from './projection-tree.ts';

/** A projection as read: its fields, and whether they stay or go once that is known. */
export type ReadProjection = {
  fields: ProjectionFields;
  mode: 'include' | 'exclude' | undefined;
  names: Names;
  keepsId: boolean | undefined;
};

/** Reads `$project`-like specifications: 1, 0, nested documents, expressions. */
export function readProjection(spec: Doc, names: Names): ReadProjection {
  const reading = emptyProjection(names);
  for (const [path, value] of Object.entries(spec)) readField(reading, path, value);
  return reading;
}

/** A projection of no field yet. */
export function emptyProjection(names: Names): ReadProjection {
  return { fields: new Map(), mode: undefined, names, keepsId: undefined };
}

/** Whether the value says "this field" or "not this field". */
function isFlag(value: unknown): boolean {
  return typeof value === 'boolean' || isNumber(value);
}

/** Reads what is said of one path. */
export function readField(reading: ReadProjection, path: string, value: unknown): void {
  checkFieldPath(path);
  if (isFlag(value)) readFlag(reading, path, isTruthy(value));
  else if (isDocument(value) && !isExpression(value)) readNested(reading, path, value);
  else readExpression(reading, path, value);
}

function readExpression(reading: ReadProjection, path: string, value: unknown): void {
  checkOperator(value);
  setMode(reading, path, 'compute');
  placeField(reading.fields, path, { kind: 'compute', evaluate: compileExpression(value, reading.names) });
}

/** MongoDB names an unknown operator in words and with a code of its own where it stands right behind a field of a projection. */
function checkOperator(value: unknown): void {
  const [name, ...others] = isDocument(value) ? Object.keys(value) : [];
  if (name !== undefined && others.length === 0 && !Object.hasOwn(OPERATORS, name)) {
    throw located(31325, `Unknown expression ${name}`);
  }
}

/** A document whose fields are operators is an expression, any other one speaks of the fields below. */
function isExpression(value: Doc): boolean {
  return Object.keys(value)[0]?.startsWith('$') === true;
}

function readFlag(reading: ReadProjection, path: string, keeps: boolean): void {
  if (path === '_id') reading.keepsId = keeps;
  else setMode(reading, path, keeps ? 'include' : 'exclude');
  placeField(reading.fields, path, { kind: keeps ? 'include' : 'exclude' });
}

function readNested(reading: ReadProjection, path: string, value: Doc): void {
  const entries = Object.entries(value);
  if (entries.length === 0)
    throw located(51270, `An empty sub-projection is not a valid value. Found empty object at path`);
  for (const [name, inner] of entries) {
    if (name.startsWith('$'))
      throw located(16410, "FieldPath field names may not start with '$'. Consider using $getField or $setField.");
    readField(reading, `${path}.${name}`, inner);
  }
}

/** The first field decides; one that says the contrary is refused by name. Computed fields belong to inclusion. */
export function setMode(reading: ReadProjection, path: string, says: 'include' | 'exclude' | 'compute'): void {
  if (says === 'compute' && reading.mode === 'exclude') {
    throw located(31252, 'Cannot use expression other than $meta in exclusion projection');
  }
  const wanted = says === 'exclude' ? 'exclude' : 'include';
  reading.mode ??= wanted;
  if (reading.mode === wanted) return;
  throw wanted === 'include'
    ? located(31253, `Cannot do inclusion on field ${path} in exclusion projection`)
    : located(31254, `Cannot do exclusion on field ${path} in inclusion projection`);
}

/** Puts a node at a path; refuses paths of which one lies in the other. */
export function placeField(fields: ProjectionFields, path: string, node: ProjectionNode): void {
  const parts = path.split('.');
  const last = parts.pop() as string;
  let current = fields;
  parts.forEach((part, index) => {
    const existing = current.get(part);
    if (existing && existing.kind !== 'nested') {
      throw located(
        31249,
        `Path collision at ${path} remaining portion ${[...parts.slice(index + 1), last].join('.')}`,
      );
    }
    const next = existing ?? { kind: 'nested' as const, fields: new Map() };
    if (!existing) current.set(part, next);
    current = next.fields;
  });
  if (current.has(last)) throw located(31250, `Path collision at ${path}`);
  current.set(last, node);
}

/** What a projection of nothing but `_id` means. */
export function modeOf(reading: ReadProjection, otherwise: ProjectionMode): ProjectionMode {
  if (reading.mode) return reading.mode;
  if (reading.keepsId === undefined) return otherwise;
  return reading.keepsId ? 'include' : 'exclude';
}

/** `_id` stays in an inclusion unless it is named otherwise; it comes first. */
export function withId(fields: ProjectionFields, mode: ProjectionMode): ProjectionFields {
  if (mode !== 'include' || fields.has('_id')) return fields;
  return new Map<string, ProjectionNode>([['_id', { kind: 'include' }], ...fields]);
}
