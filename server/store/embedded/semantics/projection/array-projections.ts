import type { Doc } from '../../semantics-contract.ts';
import { isDocument } from '../bson-kind.ts';
import { fieldOf, hasField, setField } from '../field-path.ts';
import type { MatchDetails, Matcher } from '../filter/matcher.ts';
import { located } from '../refusals.ts';

/** `$slice` of a projection: the first n, the last n, or a stretch. */
export function sliceArray(array: unknown[], skip: number | undefined, limit: number): unknown[] {
  if (skip === undefined) return limit >= 0 ? array.slice(0, limit) : array.slice(limit);
  const start = skip >= 0 ? skip : Math.max(0, array.length + skip);
  return array.slice(start, start + limit);
}

/** The document with what lies at a path changed, also inside arrays of documents on the way. */
export function changeAtPath(doc: Doc, parts: readonly string[], change: (value: unknown) => unknown): Doc {
  const [name, ...rest] = parts;
  if (name === undefined || !hasField(doc, name)) return doc;
  const result = { ...doc };
  setField(result, name, changeBelow(fieldOf(doc, name), rest, change));
  return result;
}

function changeBelow(value: unknown, rest: readonly string[], change: (value: unknown) => unknown): unknown {
  if (rest.length === 0) return change(value);
  if (Array.isArray(value)) return value.map((element) => changeBelow(element, rest, change));
  return isDocument(value) ? changeAtPath(value, rest, change) : value;
}

/** The positional `a.$`: of the first array on the path only the element that the query matched. */
export function positionalChange(path: string, matches: Matcher): (chosen: Doc, original: Doc) => Doc {
  const parts = path.split('.');
  return (chosen, original) => {
    const details: MatchDetails = { index: undefined };
    matches(original, details);
    return keepElement(chosen, parts, details.index);
  };
}

function keepElement(doc: Doc, parts: readonly string[], index: number | undefined): Doc {
  const [name, ...rest] = parts;
  if (name === undefined || !hasField(doc, name)) return doc;
  const value = fieldOf(doc, name);
  const result = { ...doc };
  if (Array.isArray(value)) setField(result, name, [elementAt(value, index)]);
  else if (isDocument(value)) setField(result, name, keepElement(value, rest, index));
  return result;
}

function elementAt(array: unknown[], index: number | undefined): unknown {
  if (index === undefined)
    throw located(51246, "positional operator '.$' couldn't find a matching element in the array");
  if (index >= array.length) throw located(51247, "positional operator '.$' element mismatch");
  return array[index];
}
