import type { Doc } from '../../semantics-contract.ts';
import { StoreError } from '../../store-error.ts';
import { isDocument } from '../bson-kind.ts';
import { describeField } from '../describe.ts';
import { arrayIndexOf } from '../field-path.ts';
import { badValue } from '../refusals.ts';
import { sameValue } from '../same-value.ts';
import { createPath, type Place, putValue, rootPlace, stepInto, valueAtPlace } from './place.ts';
import type { RenameNode } from './update-tree.ts';

/** Reads `$rename: { from: 'to' }`. */
export function readRename(from: string, to: unknown): RenameNode {
  if (typeof to !== 'string') throw badValue(`The 'to' field for $rename must be a string: ${describeField(from, to)}`);
  if (to.includes('\0')) throw badValue("The 'to' field for $rename cannot contain an embedded null byte");
  if (from === to) throw badValue(`The source and target field for $rename must differ: ${describeField(from, to)}`);
  if (to.startsWith(`${from}.`) || from.startsWith(`${to}.`)) {
    throw badValue(`The source and target field for $rename must not be on the same path: ${describeField(from, to)}`);
  }
  if (isDynamic(from)) throw badValue(`The source field for $rename may not be dynamic: ${from}`);
  if (isDynamic(to)) throw badValue(`The destination field for $rename may not be dynamic: ${to}`);
  return { kind: 'rename', from, to };
}

function isDynamic(path: string): boolean {
  return path.split('.').some((part) => part === '$' || part.startsWith('$['));
}

/** Sets the target and takes the source away; a source that is not there changes nothing. Arrays are not renamed through. */
export function applyRename(application: { root: Doc; id: unknown }, node: RenameNode, target: Place): void {
  const parts = node.from.split('.');
  const source = followed(application, parts);
  if (source.missing.length > 0) {
    refuseThroughValue(source);
    return;
  }
  refuseThroughArray(application, parts, 'source');
  refuseThroughArray(application, node.to.split('.'), 'destination');
  const value = valueAtPlace(source);
  if (target.missing.length > 0) createPath(target, value);
  else if (!sameValue(valueAtPlace(target), value)) {
    if (target.path[0] === '_id') throw idWouldChange(`Performing an update on the path '${node.to}'`);
    putValue(target, value);
  }
  if (parts[0] === '_id') throw idWouldChange(`Unsetting the path '${node.from}' using $rename`);
  delete (source.parent as Record<string, unknown>)[source.name];
}

function idWouldChange(what: string): StoreError {
  return new StoreError(66, `${what} would modify the immutable field '_id'`);
}

function followed(application: { root: Doc; id: unknown }, parts: string[]): Place {
  return parts.reduce(stepInto, rootPlace(application.root));
}

/** A path that leads through a number or a text, or by a name through an array, cannot be the source. */
function refuseThroughValue(source: Place): void {
  const container = valueAtPlace(source);
  const byIndex = Array.isArray(container) && arrayIndexOf(source.missing[0] ?? '') >= 0;
  if (byIndex || isDocument(container)) return;
  const path = [...source.path, ...source.missing].join('.');
  throw new StoreError(
    28,
    `cannot use the part (${source.name} of ${path}) to traverse the element ({${describeField(source.name, container)}})`,
  );
}

function refuseThroughArray(application: { root: Doc; id: unknown }, parts: string[], role: string): void {
  for (let length = 1; length < parts.length; length++) {
    const place = followed(application, parts.slice(0, length));
    if (place.missing.length > 0) return;
    if (!Array.isArray(valueAtPlace(place))) continue;
    throw badValue(
      `The ${role} field cannot be an array element, '${parts.join('.')}' in doc with ${describeField('_id', application.id)} has an array field called '${place.name}'`,
    );
  }
}
