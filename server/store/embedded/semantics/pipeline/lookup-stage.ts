import type { Doc, PipelineContext } from '../../semantics-contract.ts';
import { isDocument, kindOf } from '../bson-kind.ts';
import { keyOf } from '../compare.ts';
import { distinctValues } from '../distinct-values.ts';
import { compileExpression } from '../expressions/compile.ts';
import { type Evaluator, rootScope } from '../expressions/scope.ts';
import { stepsOf, visitPath } from '../field-path.ts';
import { checkFieldPath } from '../field-path-rules.ts';
import { failedToParse, notSupported } from '../refusals.ts';
import { narrowingFilter } from './narrowing-filter.ts';
import type { Stage, StageContext } from './stage.ts';
import { replaced } from './unwind-stage.ts';

/** A `$lookup` as written: by equal fields, by a pipeline, or both. */
type Lookup = {
  from: string;
  as: string[];
  localField?: string;
  foreignField?: string;
  variables: Doc;
  pipeline?: unknown[];
};

/** `$lookup` */
export function lookupStage(argument: unknown, context: StageContext): Stage {
  const lookup = readLookup(argument);
  const { localField, foreignField } = lookup;
  const isByFields = localField !== undefined && foreignField !== undefined;
  if (!lookup.pipeline && isByFields) return equalFieldsStage(lookup, { localField, foreignField }, context);
  const run = subPipeline(lookup, context);
  return function* (source) {
    for (const doc of source) {
      const extra = isByFields ? equalityFilter(doc, localField, foreignField) : undefined;
      yield replaced(doc, lookup.as, run(doc, extra));
    }
  };
}

function readLookup(argument: unknown): Lookup {
  if (!isDocument(argument))
    throw failedToParse(`the $lookup specification must be an Object, but found ${kindOf(argument)}`);
  const { from, as, localField, foreignField, let: variables, pipeline, ...others } = argument;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw failedToParse(`unknown argument to $lookup: ${unknown}`);
  for (const [name, value] of Object.entries({ from, as, localField, foreignField })) {
    if (isDocument(value) && name === 'from') throw notSupported("$lookup 'from' another database");
    if (value !== undefined && typeof value !== 'string') {
      throw failedToParse(`$lookup argument '${name}: ${String(value)}' must be a string, found type ${kindOf(value)}`);
    }
  }
  if (as === undefined) throw failedToParse("must specify 'as' field for a $lookup");
  if (from === undefined) throw failedToParse("must specify 'from' field for a $lookup");
  if ((localField === undefined) !== (foreignField === undefined)) {
    throw failedToParse("$lookup requires both or neither of 'localField' and 'foreignField' to be specified");
  }
  if (pipeline === undefined && localField === undefined) {
    throw failedToParse("$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified");
  }
  if (pipeline === undefined && variables !== undefined) {
    throw failedToParse("$lookup with a 'let' argument must also specify 'pipeline'");
  }
  if (pipeline !== undefined && !Array.isArray(pipeline))
    throw failedToParse("'pipeline' option must be specified as an array");
  checkFieldPath(as as string);
  return {
    from: from as string,
    as: (as as string).split('.'),
    localField: localField as string | undefined,
    foreignField: foreignField as string | undefined,
    variables: isDocument(variables) ? variables : {},
    pipeline,
  };
}

type Fields = { localField: string; foreignField: string };

/** How many documents are joined by one query. */
const BATCH = 500;

/** Joins by equal fields: one query for many documents, then by hash. */
function equalFieldsStage(lookup: Lookup, fields: Fields, context: StageContext): Stage {
  return function* (source) {
    let batch: Doc[] = [];
    for (const doc of source) {
      batch.push(doc);
      if (batch.length < BATCH) continue;
      yield* joined(batch, lookup, { fields, context });
      batch = [];
    }
    yield* joined(batch, lookup, { fields, context });
  };
}

/** The values that a document looks for: elements of arrays one by one, nothing there counts as null. */
function wantedValues(doc: Doc, path: string): unknown[] {
  const values = distinctValues(doc, path);
  return values.length === 0 && !isEmptyArrayAt(doc, path) ? [null] : values;
}

function isEmptyArrayAt(doc: Doc, path: string): boolean {
  let found = false;
  visitPath(doc, stepsOf(path), 'whole', (value) => {
    found = found || (Array.isArray(value) && value.length === 0);
    return found;
  });
  return found;
}

function equalityFilter(doc: Doc, localField: string, foreignField: string): Doc {
  return { [foreignField]: { $in: wantedValues(doc, localField) } };
}

type Joining = { fields: Fields; context: StageContext };

function* joined(batch: readonly Doc[], lookup: Lookup, { fields, context }: Joining): Iterable<Doc> {
  if (batch.length === 0) return;
  const wanted = batch.map((doc) => wantedValues(doc, fields.localField));
  const distinct = new Map(wanted.flat().map((value) => [keyOf(value), value]));
  const foreign =
    distinct.size === 0
      ? []
      : [...context.pipeline.find(lookup.from, { [fields.foreignField]: { $in: [...distinct.values()] } })];
  const positions = positionsByKey(foreign, fields.foreignField);
  for (const [index, doc] of batch.entries()) {
    const found = new Set((wanted[index] ?? []).flatMap((value) => positions.get(keyOf(value)) ?? []));
    const matches = [...found].sort((a, b) => a - b).map((position) => foreign[position]);
    yield replaced(doc, lookup.as, matches);
  }
}

/** Under which values each foreign document is found, as a filter of equality would find it. */
function positionsByKey(foreign: readonly Doc[], field: string): Map<string, number[]> {
  const steps = stepsOf(field);
  const byKey = new Map<string, number[]>();
  foreign.forEach((doc, position) => {
    const keys = new Set<string>();
    visitPath(doc, steps, 'traverse', (value) => {
      keys.add(keyOf(value ?? null));
      return false;
    });
    for (const key of keys) {
      const positions = byKey.get(key);
      if (positions) positions.push(position);
      else byKey.set(key, [position]);
    }
  });
  return byKey;
}

/** The inner pipeline, read once; its variables change with each document. One that uses nothing of the document runs once. */
function subPipeline(lookup: Lookup, context: StageContext): (doc: Doc, extra: Doc | undefined) => Doc[] {
  const stages = lookup.pipeline ?? [];
  const bindings = Object.entries(lookup.variables).map(([name, value]) => bindingOf(name, value, context));
  const variables: Doc = { ...context.pipeline.variables };
  for (const { name } of bindings) variables[name] = undefined;
  const inner: PipelineContext = { ...context.pipeline, variables };
  const run = context.compile(stages, inner);
  let once: Doc[] | undefined;
  return (doc, extra) => {
    if (once) return once;
    const scope = rootScope(doc, context.pipeline);
    for (const { name, evaluate } of bindings) variables[name] = evaluate(scope);
    const filter = narrowingFilter(stages[0], inner);
    const source = context.pipeline.find(lookup.from, extra ? { $and: [extra, filter] } : filter);
    const result = [...run(source)];
    if (bindings.length === 0 && !extra) once = result;
    return result;
  };
}

function bindingOf(name: string, value: unknown, context: StageContext): { name: string; evaluate: Evaluator } {
  if (!/^[a-z\u0080-\uffff][\w\u0080-\uffff]*$/.test(name)) {
    throw failedToParse(`'${name}' starts with an invalid character for a user variable name`);
  }
  return { name, evaluate: compileExpression(value, context.names) };
}
