import type { Doc } from '../semantics-contract.ts';
import { isDocument } from './bson-kind.ts';

/** Names that every plain object inherits: reading them needs a check that the document has them itself. */
const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** The field's value, undefined when the document does not have it itself. */
export function fieldOf(doc: Doc, name: string): unknown {
  return INHERITED.has(name) && !Object.hasOwn(doc, name) ? undefined : doc[name];
}

/** Whether the document has the field. */
export function hasField(doc: Doc, name: string): boolean {
  return Object.hasOwn(doc, name);
}

/** Sets a field on a document under construction; a field called `__proto__` stays a field. */
export function setField(doc: Doc, name: string, value: unknown): void {
  if (name === '__proto__')
    Object.defineProperty(doc, name, { value, writable: true, enumerable: true, configurable: true });
  else doc[name] = value;
}

/** One step of a path: its text, and the array index it can also mean. */
export type Step = { name: string; index: number };

/** Cuts `a.0.b` into its steps; `index` is -1 for a step that is no array index. */
export function stepsOf(path: string): Step[] {
  return path.split('.').map((name) => ({ name, index: arrayIndexOf(name) }));
}

/** `0`, `1`, `12` are indexes; `01`, `-1` and words are not. */
export function arrayIndexOf(name: string): number {
  return /^(0|[1-9]\d{0,8})$/.test(name) ? Number(name) : -1;
}

/** Called with each value a path leads to (undefined: nothing there) and the index in the array it was found through. */
type Visitor = (value: unknown, index: number) => boolean;

/** No array was walked through. */
export const NO_INDEX = -1;

/** Whether an array at the end of a path is looked into (each element, then the array) or taken as one value. */
export type LeafArrays = 'traverse' | 'whole';

/**
 * Leads a filter's visitor along a path the way MongoDB does and stops at the first `true`. Arrays on the way are searched
 * element by element; a numeric step is an index as well as a field name. Through an array that holds no documents the path
 * leads to nothing at all, not even to "missing".
 */
export function visitPath(doc: Doc, steps: readonly Step[], leafArrays: LeafArrays, visit: Visitor): boolean {
  return visitFields({ steps, leafArrays, visit }, doc, 0);
}

type Walk = { steps: readonly Step[]; leafArrays: LeafArrays; visit: Visitor };

function visitFields(walk: Walk, doc: Doc, from: number): boolean {
  const last = walk.steps.length - 1;
  let current = doc;
  for (let at = from; at <= last; at++) {
    const value = fieldOf(current, (walk.steps[at] as Step).name);
    if (Array.isArray(value)) return visitArray(walk, value, at + 1);
    if (at === last) return walk.visit(value, NO_INDEX);
    if (!isDocument(value)) break;
    current = value;
  }
  return walk.visit(undefined, NO_INDEX);
}

function visitArray(walk: Walk, array: unknown[], at: number): boolean {
  const step = walk.steps[at];
  if (!step) return visitLeafArray(walk, array);
  for (let index = 0; index < array.length; index++) {
    const element = array[index];
    const outer = { ...walk, visit: (value: unknown) => walk.visit(value, index) };
    if (isDocument(element) && visitFields(outer, element, at)) return true;
    if (index === step.index && visitIndexed(walk, element, at)) return true;
  }
  return false;
}

/** An element named by its index: what follows in the path starts there, and its own arrays are the ones counted. */
function visitIndexed(walk: Walk, element: unknown, at: number): boolean {
  if (at === walk.steps.length - 1) return walk.visit(element, (walk.steps[at] as Step).index);
  if (Array.isArray(element)) return visitArray(walk, element, at + 1);
  return isDocument(element) && visitFields(walk, element, at + 1);
}

function visitLeafArray(walk: Walk, array: unknown[]): boolean {
  if (walk.leafArrays === 'traverse') {
    for (let index = 0; index < array.length; index++) if (walk.visit(array[index], index)) return true;
  }
  return walk.visit(array, NO_INDEX);
}
