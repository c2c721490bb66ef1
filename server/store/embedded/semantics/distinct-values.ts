import type { Doc } from '../semantics-contract.ts';
import { isDocument } from './bson-kind.ts';
import { arrayIndexOf, fieldOf } from './field-path.ts';

/** All values a path leads to: arrays on the way are walked through, an array at the end gives its elements, not itself. */
export function distinctValues(doc: Doc, path: string): unknown[] {
  const found: unknown[] = [];
  collect(doc, path.split('.'), found);
  return found;
}

function collect(value: unknown, rest: readonly string[], found: unknown[]): void {
  const [name, ...deeper] = rest;
  if (name === undefined) {
    if (Array.isArray(value)) found.push(...value);
    else if (value !== undefined) found.push(value);
  } else if (Array.isArray(value)) {
    collectInArray(value, rest, found);
  } else if (isDocument(value)) {
    collect(fieldOf(value, name), deeper, found);
  }
}

function collectInArray(array: unknown[], rest: readonly string[], found: unknown[]): void {
  const index = arrayIndexOf(rest[0] ?? '');
  if (index >= 0 && index < array.length) collect(array[index], rest.slice(1), found);
  for (const element of array) if (isDocument(element)) collect(element, rest, found);
}
