import type { Doc } from '../../semantics-contract.ts';
import { isDocument, kindOf } from '../bson-kind.ts';
import { rootScope } from '../expressions/scope.ts';
import { setField } from '../field-path.ts';
import { failedToParse, located } from '../refusals.ts';
import { narrowingFilter } from './narrowing-filter.ts';
import { expressionOf, type Stage, type StageContext } from './stage.ts';

const NOT_IN_FACET: ReadonlySet<string> = new Set([
  '$facet',
  '$out',
  '$merge',
  '$geoNear',
  '$indexStats',
  '$collStats',
  '$planCacheStats',
]);

/** `$facet`: several pipelines over the same documents, each into an array of its own. */
export function facetStage(argument: unknown, context: StageContext): Stage {
  if (!isDocument(argument) || Object.keys(argument).length === 0) {
    throw located(40169, `the $facet specification must be a non-empty object, but found: ${String(argument)}`);
  }
  const facets = Object.entries(argument).map(([name, stages]) => ({ name, run: readFacet(name, stages, context) }));
  return function* (source) {
    const docs = [...source];
    const result: Doc = {};
    for (const { name, run } of facets) setField(result, name, [...run(docs)]);
    yield result;
  };
}

function readFacet(name: string, stages: unknown, context: StageContext): Stage {
  if (name === '' || name.startsWith('$') || name.includes('.')) {
    throw located(16412, `FieldPath field names may not contain '.'. Consider using $getField or $setField.`);
  }
  if (!Array.isArray(stages))
    throw located(40170, `arguments to $facet must be arrays, ${name} is of type ${kindOf(stages)}`);
  for (const stage of stages) {
    const [stageName] = isDocument(stage) ? Object.keys(stage) : [];
    if (stageName !== undefined && NOT_IN_FACET.has(stageName)) {
      throw located(40600, `${stageName} is not allowed to be used within a $facet stage`);
    }
  }
  return context.compile(stages, context.pipeline);
}

/** `$unionWith`: the documents of another collection after those of this one. */
export function unionWithStage(argument: unknown, context: StageContext): Stage {
  const { coll, pipeline } = readUnion(argument);
  const run = context.compile(pipeline, context.pipeline);
  return function* (source) {
    yield* source;
    yield* run(context.pipeline.find(coll, narrowingFilter(pipeline[0], context.pipeline)));
  };
}

function readUnion(argument: unknown): { coll: string; pipeline: unknown[] } {
  if (typeof argument === 'string') return { coll: argument, pipeline: [] };
  if (!isDocument(argument)) {
    throw failedToParse(
      `the $unionWith stage specification must be an object or string, but found ${kindOf(argument)}`,
    );
  }
  const { coll, pipeline, ...others } = argument;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw located(40415, `BSON field '$unionWith.${unknown}' is an unknown field.`);
  if (typeof coll !== 'string')
    throw failedToParse(
      '$unionWith stage without explicit collection must have a pipeline with $documents as first stage',
    );
  if (pipeline !== undefined && !Array.isArray(pipeline))
    throw failedToParse("'pipeline' option must be specified as an array");
  return { coll, pipeline: pipeline ?? [] };
}

/** `$redact`: keeps, drops or looks into each level of a document. */
export function redactStage(argument: unknown, context: StageContext): Stage {
  const decide = expressionOf(argument, context);
  const redacted = (root: Doc, current: Doc): Doc | undefined => {
    const decision = decide({ ...rootScope(root, context.pipeline), current });
    if (decision === 'keep') return current;
    if (decision === 'prune') return undefined;
    if (decision !== 'descend')
      throw located(
        17053,
        "$redact's expression should not return anything aside from the variables $$KEEP, $$DESCEND, and $$PRUNE, but returned something else",
      );
    const result: Doc = {};
    for (const [name, value] of Object.entries(current)) {
      const inner = redactedValue(value, (doc) => redacted(root, doc));
      if (inner !== undefined) setField(result, name, inner);
    }
    return result;
  };
  return function* (source) {
    for (const doc of source) {
      const result = redacted(doc, doc);
      if (result) yield result;
    }
  };
}

function redactedValue(value: unknown, redact: (doc: Doc) => Doc | undefined): unknown {
  if (Array.isArray(value))
    return value.map((element) => redactedValue(element, redact)).filter((element) => element !== undefined);
  return isDocument(value) ? redact(value) : value;
}
