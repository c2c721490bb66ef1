import { StoreError } from '../../store-error.ts';
import { badValue } from '../refusals.ts';
import type { ArrayFilters } from './array-filters.ts';
import type { Modifier } from './modifier.ts';

/**
 * All modifiers of an update, laid out by path: that is how two of them that touch the same field are found, and the order in
 * which they are applied (field names alphabetically, indexes by number), whatever order they were written in.
 */
export type UpdateNode = ObjectNode | ArrayNode | LeafNode | RenameNode | PlaceholderNode;

/** Fields or indexes below; `$` stands for the element that the query matched. */
export type ObjectNode = { kind: 'object'; children: Map<string, UpdateNode>; positional: UpdateNode | undefined };

/** Array elements below, by filter identifier; the empty identifier is `$[]`, every element. */
export type ArrayNode = { kind: 'array'; children: Map<string, UpdateNode> };

type LeafNode = { kind: 'leaf'; modifier: Modifier };

/** Stands where the renamed field goes. */
export type RenameNode = { kind: 'rename'; from: string; to: string };

/** Stands where the renamed field comes from, so that nothing else may touch it. */
type PlaceholderNode = { kind: 'placeholder' };

/** An empty tree. */
export function objectNode(): ObjectNode {
  return { kind: 'object', children: new Map(), positional: undefined };
}

/** The tree under construction, and which array filters were used so far. */
export type TreeBuilder = { root: ObjectNode; filters: ArrayFilters; used: Set<string> };

/** Puts a node at a path; refuses paths that MongoDB refuses, and two nodes of which one would change what the other does. */
export function placeNode(builder: TreeBuilder, path: string, node: UpdateNode): void {
  const parts = checkedParts(path);
  let current: ObjectNode | ArrayNode = builder.root;
  for (let at = 0; at < parts.length - 1; at++) {
    const child: UpdateNode = childFor(builder, current, parts, at) ?? addChild(current, parts, at);
    const wanted = isArrayPart(parts[at + 1]) ? 'array' : 'object';
    if (child.kind !== wanted) throw conflict(path, parts.slice(0, at + 1).join('.'));
    current = child as ObjectNode | ArrayNode;
  }
  const last = parts.length - 1;
  if (childFor(builder, current, parts, last)) throw conflict(path, path);
  setChild(current, parts[last] as string, node);
}

/** Code 40, in MongoDB's words. */
export function conflict(path: string, at: string): StoreError {
  return new StoreError(40, `Updating the path '${path}' would create a conflict at '${at}'`);
}

function isArrayPart(part: string | undefined): boolean {
  return part?.startsWith('$[') === true && part.endsWith(']');
}

function identifierOf(part: string): string {
  return part.slice(2, -1);
}

function childFor(
  builder: TreeBuilder,
  node: ObjectNode | ArrayNode,
  parts: string[],
  at: number,
): UpdateNode | undefined {
  const part = parts[at] as string;
  if (node.kind === 'object') return part === '$' ? node.positional : node.children.get(part);
  const identifier = identifierOf(part);
  if (identifier !== '' && !builder.filters.has(identifier)) {
    throw badValue(`No array filter found for identifier '${identifier}' in path '${parts.join('.')}'`);
  }
  builder.used.add(identifier);
  return node.children.get(identifier);
}

function addChild(node: ObjectNode | ArrayNode, parts: string[], at: number): UpdateNode {
  const child: UpdateNode = isArrayPart(parts[at + 1]) ? { kind: 'array', children: new Map() } : objectNode();
  setChild(node, parts[at] as string, child);
  return child;
}

function setChild(node: ObjectNode | ArrayNode, part: string, child: UpdateNode): void {
  if (node.kind === 'array') node.children.set(identifierOf(part), child);
  else if (part === '$') node.positional = child;
  else node.children.set(part, child);
}

/** The parts of a path that can be updated. */
function checkedParts(path: string): string[] {
  if (path === '') throw new StoreError(56, 'An empty update path is not valid.');
  const parts = path.split('.');
  if (parts.includes('')) {
    throw new StoreError(56, `The update path '${path}' contains an empty field name, which is not allowed.`);
  }
  const positional = parts.filter((part) => part === '$').length;
  if (positional > 1) throw badValue(`Too many positional (i.e. '$') elements found in path '${path}'`);
  if (parts[0] === '$')
    throw badValue(`Cannot have positional (i.e. '$') element in the first position in path '${path}'`);
  if (isArrayPart(parts[0])) {
    throw badValue(
      `Cannot have array filter identifier (i.e. '$[<id>]') element in the first position in path '${path}'`,
    );
  }
  if (parts[0]?.startsWith('$')) throw dollarField(parts[0], path);
  return parts;
}

/** Code 52: a field name that would be taken for an operator. */
export function dollarField(name: string, path: string): StoreError {
  return new StoreError(
    52,
    `The dollar ($) prefixed field '${name}' in '${path}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
  );
}

/** Children in the order in which MongoDB applies them: names alphabetically, numbers by value. */
export function inOrder(children: ReadonlyMap<string, UpdateNode>): [string, UpdateNode][] {
  return [...children].sort(([a], [b]) => compareNames(a, b));
}

function compareNames(a: string, b: string): number {
  const bothNumbers = /^\d+$/.test(a) && /^\d+$/.test(b);
  if (bothNumbers) return Number(a) - Number(b);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Two nodes for one element, as when `$[]` and `$[x]` both reach it. */
export function mergeNodes(a: UpdateNode, b: UpdateNode, path: string): UpdateNode {
  if (a.kind === 'object' && b.kind === 'object') {
    const positional =
      a.positional && b.positional
        ? mergeNodes(a.positional, b.positional, `${path}.$`)
        : (a.positional ?? b.positional);
    return { kind: 'object', children: mergeChildren(a.children, b.children, path), positional };
  }
  if (a.kind === 'array' && b.kind === 'array')
    return { kind: 'array', children: mergeChildren(a.children, b.children, path) };
  throw conflict(path, path);
}

function mergeChildren(a: Map<string, UpdateNode>, b: Map<string, UpdateNode>, path: string): Map<string, UpdateNode> {
  const merged = new Map(a);
  for (const [name, node] of b) {
    const other = merged.get(name);
    merged.set(name, other ? mergeNodes(other, node, `${path}.${name}`) : node);
  }
  return merged;
}
