import { isDocument, kindOf } from '../semantics/bson-kind.ts';
import { semantics } from '../semantics/semantics.ts';
import type { Doc } from '../semantics-contract.ts';
import { encodeValue } from '../storage/key-encoding.ts';
import type { Condition } from './conditions.ts';

/**
 * Whether every document that fulfils the filter is in the partial index. Errs on the side of no: the same condition on the same
 * field, one value that fulfils it, or mere presence where presence is asked.
 */
export function impliesPartial(conditions: readonly Condition[], filter: Doc, partial: Doc): boolean {
  return Object.entries(partial).every(([path, wanted]) => {
    if (path === '$and')
      return Array.isArray(wanted) && wanted.every((part) => impliesPartial(conditions, filter, part as Doc));
    if (path.startsWith('$')) return false;
    return impliesField({ path, wanted }, conditions, filter);
  });
}

function impliesField(part: { path: string; wanted: unknown }, conditions: readonly Condition[], filter: Doc): boolean {
  const { path, wanted } = part;
  const given = filter[path];
  if (given !== undefined && encodeValue(given).equals(encodeValue(wanted))) return true;
  const presence = conditions.some((condition) => condition.path === path && condition.presence);
  if (isDocument(wanted) && Object.keys(wanted).join() === '$exists') return presence;
  return singleValues(given).some((value) => fulfils(path, wanted, value));
}

/** `{a: 5}` and `{a: {$eq: 5}}`: the value itself. */
function singleValues(given: unknown): unknown[] {
  const value = isDocument(given) ? given.$eq : given;
  // Null also finds documents without the field; an expression is not a value.
  return ['missing', 'null', 'array', 'object', 'regex'].includes(kindOf(value)) ? [] : [value];
}

function fulfils(path: string, wanted: unknown, value: unknown): boolean {
  // Under a dotted path the value may sit in an array element that is not the one the partial filter sees.
  if (path.includes('.')) return false;
  return semantics.compileFilter({ [path]: wanted }, { now: new Date(0) })({ [path]: value });
}
