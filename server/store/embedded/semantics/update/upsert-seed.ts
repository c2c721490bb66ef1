import type { Doc } from '../../semantics-contract.ts';
import { StoreError } from '../../store-error.ts';
import { isDocument, kindOf } from '../bson-kind.ts';
import { isOperatorDocument } from '../filter/parse-operators.ts';
import { copyValue, withIdFirst } from './copy-document.ts';
import { createPath, rootPlace, stepInto } from './place.ts';

/**
 * What an upsert that found nothing starts from: the fields that the filter says are equal to something. Fields come in the
 * order of their paths, as MongoDB puts them.
 */
export function upsertSeed(filter: Doc): Doc {
  const equalities = new Map<string, unknown>();
  collect(filter, equalities);
  const root: Doc = {};
  for (const [path, value] of [...equalities].sort(([a], [b]) => (a < b ? -1 : 1))) {
    createPath(path.split('.').reduce(stepInto, rootPlace(root)), copyValue(value));
  }
  return withIdFirst(root);
}

function collect(filter: Doc, equalities: Map<string, unknown>): void {
  for (const [name, value] of Object.entries(filter)) {
    if (name === '$expr') throw new StoreError(224, '$expr is not allowed in the query predicate for an upsert');
    if (name.startsWith('$')) for (const clause of certainClauses(name, value)) collect(clause, equalities);
    else collectField(name, value, equalities);
  }
}

/** The clauses that must all hold: those of `$and`, and the only one of an `$or`. */
function certainClauses(operator: string, value: unknown): Doc[] {
  if (!Array.isArray(value)) return [];
  const isCertain = operator === '$and' || (operator === '$or' && value.length === 1);
  return isCertain ? value.filter(isDocument) : [];
}

function collectField(path: string, condition: unknown, equalities: Map<string, unknown>): void {
  if (!isOperatorDocument(condition)) {
    if (kindOf(condition) !== 'regex') addEquality(path, condition, equalities);
    return;
  }
  for (const [operator, value] of Object.entries(condition)) {
    for (const wanted of equalValues(operator, value)) addEquality(path, wanted, equalities);
  }
}

/** The values an operator fixes: `$in` only when it names a single one, `$all` every one. */
function equalValues(operator: string, value: unknown): unknown[] {
  if (operator === '$eq') return [value];
  if (!Array.isArray(value)) return [];
  const plain = value.filter((item) => kindOf(item) !== 'regex' && !isOperatorDocument(item));
  if (operator === '$in') return value.length === 1 ? plain : [];
  return operator === '$all' ? plain : [];
}

function addEquality(path: string, value: unknown, equalities: Map<string, unknown>): void {
  if (equalities.has(path)) throw ambiguous(`path '${path}' is matched twice`);
  for (const other of equalities.keys()) {
    if (path.startsWith(`${other}.`)) throw ambiguous(`both paths '${path}' and '${other}' are matched`);
    if (other.startsWith(`${path}.`)) throw ambiguous(`both paths '${other}' and '${path}' are matched`);
  }
  equalities.set(path, value);
}

function ambiguous(why: string): StoreError {
  return new StoreError(54, `cannot infer query fields to set, ${why}`);
}
