import type { Doc } from '../../semantics-contract.ts';
import { isDocument, kindOf } from '../bson-kind.ts';
import { fieldOf, setField } from '../field-path.ts';
import { checkFieldPath } from '../field-path-rules.ts';
import { makeLong } from '../numbers.ts';
import { located } from '../refusals.ts';
import type { Stage } from './stage.ts';

type Unwinding = { path: string[]; indexPath: string[] | undefined; keepsEmpty: boolean };

/** `$unwind`: one document for each element; other values than arrays count as one element. */
export function unwindStage(argument: unknown): Stage {
  const unwinding = readUnwind(argument);
  return function* (source) {
    for (const doc of source) yield* unwound(doc, unwinding);
  };
}

function readUnwind(argument: unknown): Unwinding {
  if (typeof argument === 'string') return { path: readPath(argument), indexPath: undefined, keepsEmpty: false };
  if (!isDocument(argument)) {
    throw located(
      15981,
      `expected either a string or an object as specification for $unwind stage, got ${kindOf(argument)}`,
    );
  }
  const { path, includeArrayIndex: index, preserveNullAndEmptyArrays: keeps, ...others } = argument;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw located(28811, `unrecognized option to $unwind stage: ${unknown}`);
  if (path === undefined) throw located(28812, 'no path specified to $unwind stage');
  if (keeps !== undefined && typeof keeps !== 'boolean') {
    throw located(
      28809,
      `expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage, got ${kindOf(keeps)}`,
    );
  }
  return {
    path: readPath(path),
    indexPath: index === undefined ? undefined : readIndexPath(index),
    keepsEmpty: keeps === true,
  };
}

function readPath(path: unknown): string[] {
  if (typeof path !== 'string')
    throw located(28808, `expected a string as the path for $unwind stage, got ${kindOf(path)}`);
  if (path === '') throw located(28812, 'no path specified to $unwind stage');
  if (!path.startsWith('$'))
    throw located(28818, `path option to $unwind stage should be prefixed with a '$': ${path}`);
  checkFieldPath(path.slice(1));
  return path.slice(1).split('.');
}

function readIndexPath(index: unknown): string[] {
  if (typeof index !== 'string' || index === '') {
    throw located(
      28810,
      `expected a non-empty string for the includeArrayIndex  option to $unwind stage, got ${kindOf(index)}`,
    );
  }
  if (index.startsWith('$')) {
    throw located(28822, `includeArrayIndex option to $unwind stage should not be prefixed with a '$': ${index}`);
  }
  return index.split('.');
}

function* unwound(doc: Doc, { path, indexPath, keepsEmpty }: Unwinding): Iterable<Doc> {
  const value = path.reduce<unknown>(
    (current, name) => (isDocument(current) ? fieldOf(current, name) : undefined),
    doc,
  );
  const withIndex = (result: Doc, index: unknown) => (indexPath ? replaced(result, indexPath, index) : result);
  if (!Array.isArray(value)) {
    if (value !== undefined && value !== null) yield withIndex(doc, null);
    else if (keepsEmpty) yield withIndex(doc, null);
  } else if (value.length > 0) {
    for (const [index, element] of value.entries()) {
      yield withIndex(replaced(doc, path, element), makeLong(BigInt(index)));
    }
  } else if (keepsEmpty) {
    yield withIndex(replaced(doc, path, undefined), null);
  }
}

/** A copy of the document with another value at a path; undefined takes the field away. */
export function replaced(doc: Doc, path: readonly string[], value: unknown): Doc {
  const [name, ...rest] = path;
  if (name === undefined) return doc;
  const inner = fieldOf(doc, name);
  const next = rest.length === 0 ? value : replaced(isDocument(inner) ? inner : {}, rest, value);
  const result: Doc = { ...doc };
  if (next === undefined) delete result[name];
  else setField(result, name, next);
  return result;
}
