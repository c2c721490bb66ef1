import type { Doc, EvaluationContext } from '../../semantics-contract.ts';
import { isDocument, kindOf } from '../bson-kind.ts';
import { describe } from '../describe.ts';
import { type Evaluator, rootScope } from '../expressions/scope.ts';
import { fieldOf } from '../field-path.ts';
import { elemMatchTest } from '../filter/array-operators.ts';
import { parseFilter } from '../filter/parse-filter.ts';
import { numericOf, toWhole } from '../numbers.ts';
import { located, notSupported } from '../refusals.ts';
import { changeAtPath, positionalChange, sliceArray } from './array-projections.ts';
import { type ProjectionMode, projectDocument } from './projection-tree.ts';
import {
  emptyProjection,
  modeOf,
  placeField,
  type ReadProjection,
  readField,
  setMode,
  withId,
} from './read-projection.ts';

type Slice = { path: string; skip: number | undefined; limit: number };

/** A projection of find while it is read: what `$project` can do, and find's own operators on arrays. */
type FindReading = {
  projection: ReadProjection;
  slices: Slice[];
  positional: string | undefined;
  hasElemMatch: boolean;
  context: EvaluationContext;
};

/** find's projection: fields in or out, `$slice`, `$elemMatch`, the positional `a.$`, expressions. */
export function compileProjection(spec: Doc, filter: Doc, context: EvaluationContext): (doc: Doc) => Doc {
  if (Object.keys(spec).length === 0) return (doc) => doc;
  const reading = readFindProjection(spec, context);
  const mode = findMode(reading);
  if (mode === 'include')
    for (const { path } of reading.slices) placeField(reading.projection.fields, path, { kind: 'include' });
  const fields = withId(reading.projection.fields, mode);
  const position =
    reading.positional === undefined
      ? undefined
      : positionalChange(reading.positional, parseFilter(filter, { context, nested: false }));
  return (doc) => {
    const chosen = projectDocument(doc, fields, mode, rootScope(doc, context));
    return reading.slices.reduce(applySlice, position ? position(chosen, doc) : chosen);
  };
}

function readFindProjection(spec: Doc, context: EvaluationContext): FindReading {
  const names = { variables: new Set(Object.keys(context.variables ?? {})) };
  const reading: FindReading = {
    projection: emptyProjection(names),
    slices: [],
    positional: undefined,
    hasElemMatch: false,
    context,
  };
  for (const [path, value] of Object.entries(spec)) readFindField(reading, path, value);
  if (reading.positional !== undefined && reading.hasElemMatch) {
    throw located(31255, 'Cannot specify positional operator and $elemMatch.');
  }
  return reading;
}

/** `$elemMatch` alone leaves the other fields out, `$slice` alone leaves them in. */
function findMode({ projection, hasElemMatch }: FindReading): ProjectionMode {
  return hasElemMatch && projection.mode === undefined ? 'include' : modeOf(projection, 'exclude');
}

function applySlice(doc: Doc, { path, skip, limit }: Slice): Doc {
  return changeAtPath(doc, path.split('.'), (value) => (Array.isArray(value) ? sliceArray(value, skip, limit) : value));
}

function readFindField(reading: FindReading, path: string, value: unknown): void {
  const [operator] = isDocument(value) ? Object.keys(value) : [];
  if (path.endsWith('.$')) readPositional(reading, path.slice(0, -2));
  else if (path.includes('.$.')) throw positionalInMiddle();
  else if (operator === '$slice') readSlice(reading, path, value as Doc);
  else if (operator === '$elemMatch') readElemMatch(reading, path, value as Doc);
  else if (operator === '$meta') throw notSupported('$meta');
  else readField(reading.projection, path, value);
}

function positionalInMiddle(): Error {
  return located(
    31394,
    "As of 4.4, it's illegal to specify positional operator in the middle of a path.Positional projection may only be used at the end, for example: a.b.$. If the query previously used a form like a.b.$.d, remove the parts following the '$' and the results will be equivalent.",
  );
}

function readPositional(reading: FindReading, path: string): void {
  if (path.includes('.$.') || path.endsWith('.$')) throw positionalInMiddle();
  if (reading.positional !== undefined) {
    throw located(31276, 'Cannot specify more than one positional projection per query.');
  }
  if (reading.projection.mode === 'exclude')
    throw located(31395, 'positional projection cannot be used with exclusion');
  reading.positional = path;
  setMode(reading.projection, path, 'include');
  placeField(reading.projection.fields, path, { kind: 'include' });
}

/** `$slice: n` and `$slice: [skip, limit]`; an array that is cut by an expression is the expression of the same name. */
function readSlice(reading: FindReading, path: string, value: Doc): void {
  const argument = value.$slice;
  const parts = Array.isArray(argument) ? argument : [undefined, argument];
  const [skip, limit] = parts.map((part) => (numericOf(part) ? Number(toWhole(part)) : undefined));
  const isFindSyntax = limit !== undefined && (!Array.isArray(argument) || (parts.length === 2 && skip !== undefined));
  if (!isFindSyntax) {
    if (!Array.isArray(argument)) throw badSlice(value);
    readField(reading.projection, path, value);
    return;
  }
  if (skip !== undefined && limit <= 0) throw located(28724, `$slice limit must be positive, but got ${limit}`);
  reading.slices.push({ path, skip, limit });
}

function badSlice(value: Doc): Error {
  return located(
    28667,
    `Invalid $slice syntax. The given syntax ${describe(value)} did not match the find() syntax because :: Location31273: $slice only supports numbers and [skip, limit] arrays :: The given syntax did not match the expression $slice syntax. :: caused by :: Expression $slice takes at least 2 arguments, and at most 3, but 1 were passed in.`,
  );
}

function readElemMatch(reading: FindReading, path: string, value: Doc): void {
  const condition = value.$elemMatch;
  if (!isDocument(condition)) {
    throw located(31274, `elemMatch: Invalid argument, object required, but got ${kindOf(condition)}`);
  }
  if (path.includes('.')) throw located(31275, 'Cannot use $elemMatch projection on a nested field.');
  reading.hasElemMatch = true;
  placeField(reading.projection.fields, path, {
    kind: 'compute',
    evaluate: firstMatch(path, condition, reading.context),
  });
}

/** The first element that matches, in an array of its own; nothing when none does. */
function firstMatch(path: string, condition: Doc, context: EvaluationContext): Evaluator {
  const test = elemMatchTest(condition, { context, nested: true });
  return ({ current }) => {
    const array = isDocument(current) ? fieldOf(current, path) : undefined;
    const found = Array.isArray(array) ? array.findIndex((element) => test(element)) : -1;
    return found >= 0 && Array.isArray(array) ? [array[found]] : undefined;
  };
}
