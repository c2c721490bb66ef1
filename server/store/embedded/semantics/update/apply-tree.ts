import type { Doc } from '../../semantics-contract.ts';
import { StoreError } from '../../store-error.ts';
import { isDocument } from '../bson-kind.ts';
import { describeField } from '../describe.ts';
import { arrayIndexOf } from '../field-path.ts';
import { badValue } from '../refusals.ts';
import type { ArrayFilters } from './array-filters.ts';
import { type Modifier, type ModifierSite, REMOVED, UNCHANGED } from './modifier.ts';
import { createPath, type Place, putValue, rootPlace, settled, stepInto, valueAtPlace } from './place.ts';
import { applyRename } from './rename.ts';
import { type ArrayNode, inOrder, mergeNodes, type ObjectNode, type UpdateNode } from './update-tree.ts';

/** One application of an update to one document, which is changed in place. */
type Application = {
  root: Doc;
  id: unknown;
  filters: ArrayFilters;
  /** Index of the array element that the query matched, for `$`. */
  matched: number | undefined;
  inserting: boolean;
  now: Date;
};

/** Applies all nodes of an update to the document of the application. */
export function applyTree(application: Application, tree: ObjectNode): void {
  applyNode(application, tree, rootPlace(application.root));
}

function applyNode(application: Application, node: UpdateNode, place: Place): void {
  if (node.kind === 'object') applyObject(application, node, place);
  else if (node.kind === 'array') applyArray(application, node, place);
  else if (node.kind === 'leaf') applyModifier(application, node.modifier, place);
  else if (node.kind === 'rename') applyRename(application, node, place);
}

function applyObject(application: Application, node: ObjectNode, place: Place): void {
  for (const [name, child] of inOrder(childrenOf(application, node, place))) {
    // A field that one child created is there for the next one.
    applyNode(application, child, stepInto(settled(place), name));
  }
}

/** `$` becomes the index that the query matched, and joins what is said of that index by number. */
function childrenOf(application: Application, node: ObjectNode, place: Place): ReadonlyMap<string, UpdateNode> {
  if (!node.positional) return node.children;
  if (application.matched === undefined) {
    throw badValue('The positional operator did not find the match needed from the query.');
  }
  const name = String(application.matched);
  const other = node.children.get(name);
  const path = [...place.path, name].join('.');
  return new Map(node.children).set(name, other ? mergeNodes(other, node.positional, path) : node.positional);
}

function applyArray(application: Application, node: ArrayNode, place: Place): void {
  if (place.missing.length > 0) {
    const path = [...place.path, ...place.missing].join('.');
    throw badValue(`The path '${path}' must exist in the document in order to apply array updates.`);
  }
  const array = valueAtPlace(place);
  if (!Array.isArray(array)) {
    throw badValue(`Cannot apply array updates to non-array element ${describeField(place.name, array)}`);
  }
  // Which elements match is settled before any of them changes.
  const work = array.map((element, index) =>
    nodeForElement(application, node, element, [...place.path, String(index)]),
  );
  work.forEach((child, index) => {
    if (child) applyNode(application, child, stepInto(place, String(index)));
  });
}

function nodeForElement(
  application: Application,
  node: ArrayNode,
  element: unknown,
  path: string[],
): UpdateNode | undefined {
  let merged: UpdateNode | undefined;
  for (const [identifier, child] of inOrder(node.children)) {
    const matches = identifier === '' || application.filters.get(identifier)?.(element);
    if (matches) merged = merged ? mergeNodes(merged, child, path.join('.')) : child;
  }
  return merged;
}

function applyModifier(application: Application, modifier: Modifier, place: Place): void {
  if (modifier.onlyOnInsert && !application.inserting) return;
  if (place.missing.length > 0) createField(application, modifier, place);
  else changeField(application, modifier, place);
}

function siteOf(application: Application, path: string[]): ModifierSite {
  return { id: application.id, path: path.join('.'), field: path.at(-1) ?? '', now: application.now };
}

function changeField(application: Application, modifier: Modifier, place: Place): void {
  const result = modifier.update(valueAtPlace(place), siteOf(application, place.path));
  if (result === UNCHANGED) return;
  refuseIdChange(place.path);
  if (result !== REMOVED) putValue(place, result);
  else if (Array.isArray(place.parent)) place.parent[Number(place.name)] = null;
  else delete place.parent[place.name];
}

/** `_id`, once there, stays as it is: code 66. */
function refuseIdChange(path: string[]): void {
  if (path[0] !== '_id') return;
  throw new StoreError(
    66,
    `Performing an update on the path '${path.join('.')}' would modify the immutable field '_id'`,
  );
}

function createField(application: Application, modifier: Modifier, place: Place): void {
  if (!modifier.create) {
    if (!modifier.ignoresImpossiblePath) refuseImpossiblePath(place);
    return;
  }
  const value = modifier.create(siteOf(application, [...place.path, ...place.missing]));
  createPath(place, value);
}

/** Modifiers that create nothing still fail on a path that could not be created. */
function refuseImpossiblePath(place: Place): void {
  const container = valueAtPlace(place);
  const [next] = place.missing;
  const possible = isDocument(container) || (Array.isArray(container) && arrayIndexOf(next ?? '') >= 0);
  if (possible) return;
  const path = [...place.path, ...place.missing].join('.');
  throw new StoreError(
    28,
    `Cannot use the part (${next}) of (${path}) to traverse the element ({${describeField(place.name, container)}})`,
  );
}
