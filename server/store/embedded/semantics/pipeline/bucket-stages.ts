import type { Doc } from '../../semantics-contract.ts';
import { isDocument, KIND_RANK, kindOf } from '../bson-kind.ts';
import { compareBson } from '../compare.ts';
import { describe } from '../describe.ts';
import { type Evaluator, rootScope } from '../expressions/scope.ts';
import { setField } from '../field-path.ts';
import { exactWhole, makeInt } from '../numbers.ts';
import { located, notSupported } from '../refusals.ts';
import { type GroupField, groupBy, readGroupField } from './group-stage.ts';
import { expressionOf, type Stage, type StageContext } from './stage.ts';

/** `$bucket`: groups between boundaries that are given. */
export function bucketStage(argument: unknown, context: StageContext): Stage {
  if (!isDocument(argument))
    throw located(40201, `Argument to $bucket stage must be an object, but found type: ${kindOf(argument)}.`);
  const { groupBy: by, boundaries, default: otherwise, output, ...others } = argument;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw located(40197, `Unrecognized option to $bucket: ${unknown}.`);
  if (by === undefined || boundaries === undefined)
    throw located(40198, "$bucket requires 'groupBy' and 'boundaries' to be specified.");
  const limits = readBoundaries(boundaries, context);
  if (otherwise !== undefined) refuseDefaultInside(otherwise, limits);
  const value = readGroupBy('$bucket', by, context);
  const id: Evaluator = (scope) => bucketOf(value(scope) ?? null, limits, otherwise);
  const group = groupBy(id, readOutput(output, context), context);
  return (source) => [...group(source)].sort((a, b) => compareBson(a._id, b._id));
}

function readGroupBy(name: string, by: unknown, context: StageContext): Evaluator {
  const isPath = typeof by === 'string' && by.startsWith('$');
  const isExpression = isDocument(by) && Object.keys(by)[0]?.startsWith('$');
  if (!isPath && !isExpression) {
    const code = name === '$bucket' ? 40202 : 40239;
    throw located(
      code,
      `The ${name} 'groupBy' field must be defined as a $-prefixed path or an expression, but found: ${describe(by)}.`,
    );
  }
  return expressionOf(by, context);
}

function readBoundaries(boundaries: unknown, context: StageContext): unknown[] {
  if (!Array.isArray(boundaries)) {
    throw located(40200, `The $bucket 'boundaries' field must be an array, but found type: ${kindOf(boundaries)}.`);
  }
  if (boundaries.length < 2) {
    throw located(
      40192,
      `The $bucket 'boundaries' field must have at least 2 values, but found ${boundaries.length} value(s).`,
    );
  }
  const limits = boundaries.map((limit) => expressionOf(limit, context)(rootScope({}, context.pipeline)));
  for (let i = 1; i < limits.length; i++) {
    const [low, high] = [limits[i - 1], limits[i]];
    if (KIND_RANK[kindOf(low)] !== KIND_RANK[kindOf(high)]) {
      throw located(
        40193,
        `All values in the the 'boundaries' option to $bucket must have the same type. Found conflicting types ${kindOf(low)} and ${kindOf(high)}.`,
      );
    }
    if (compareBson(low, high) >= 0) {
      throw located(
        40194,
        `The 'boundaries' option to $bucket must be sorted, but elements ${i - 1} and ${i} are not in ascending order (${describe(low)} is not less than ${describe(high)}).`,
      );
    }
  }
  return limits;
}

function refuseDefaultInside(otherwise: unknown, limits: unknown[]): void {
  const inside = compareBson(otherwise, limits[0]) >= 0 && compareBson(otherwise, limits.at(-1)) < 0;
  if (inside) {
    throw located(
      40199,
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.",
    );
  }
}

function bucketOf(value: unknown, limits: unknown[], otherwise: unknown): unknown {
  for (let i = 1; i < limits.length; i++) {
    if (compareBson(value, limits[i - 1]) >= 0 && compareBson(value, limits[i]) < 0) return limits[i - 1];
  }
  if (otherwise !== undefined) return otherwise;
  throw located(40066, '$switch could not find a matching branch for an input, and no default was specified.');
}

function readOutput(output: unknown, context: StageContext): GroupField[] {
  if (output === undefined) return [readGroupField('count', { $sum: makeInt(1) }, context)];
  if (!isDocument(output))
    throw located(40196, `The $bucket 'output' field must be an object, but found type: ${kindOf(output)}.`);
  return Object.entries(output).map(([name, value]) => readGroupField(name, value, context));
}

/** `$bucketAuto`: that many groups of about the same size; equal values stay together. */
export function bucketAutoStage(argument: unknown, context: StageContext): Stage {
  if (!isDocument(argument))
    throw located(40240, `The argument to $bucketAuto must be an object, but found type: ${kindOf(argument)}.`);
  const { groupBy: by, buckets, output, granularity, ...others } = argument;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw located(40245, `Unrecognized option to $bucketAuto: ${unknown}.`);
  if (by === undefined || buckets === undefined)
    throw located(40246, "$bucketAuto requires 'groupBy' and 'buckets' to be specified.");
  if (granularity !== undefined) throw notSupported("$bucketAuto with 'granularity'");
  const count = exactWhole(buckets);
  if (count === undefined)
    throw located(
      40241,
      `The $bucketAuto 'buckets' field must be a numeric value, but found type: ${kindOf(buckets)}.`,
    );
  if (count <= 0n) throw located(40243, `The $bucketAuto 'buckets' field must be greater than 0, but found: ${count}.`);
  const value = readGroupBy('$bucketAuto', by, context);
  const fields = readOutput(output, context);
  return (source) => {
    const rows = [...source].map((doc) => ({ doc, value: value(rootScope(doc, context.pipeline)) ?? null }));
    rows.sort((a, b) => compareBson(a.value, b.value));
    return evenBuckets(rows, Number(count)).map((bucket) => bucketDocument(bucket, fields, context));
  };
}

type Row = { doc: Doc; value: unknown };
type Bucket = { rows: Row[]; min: unknown; max: unknown };

function evenBuckets(rows: Row[], count: number): Bucket[] {
  const size = Math.max(1, Math.round(rows.length / count));
  const buckets: Bucket[] = [];
  let start = 0;
  while (start < rows.length) {
    const isLast = buckets.length === count - 1;
    let end = isLast ? rows.length : Math.min(rows.length, start + size);
    while (end < rows.length && compareBson(rows[end]?.value, rows[end - 1]?.value) === 0) end += 1;
    const max = end < rows.length ? rows[end]?.value : rows[end - 1]?.value;
    buckets.push({ rows: rows.slice(start, end), min: rows[start]?.value, max });
    start = end;
  }
  return buckets;
}

function bucketDocument({ rows, min, max }: Bucket, fields: readonly GroupField[], context: StageContext): Doc {
  const accumulations = fields.map(({ accumulator }) => accumulator());
  for (const { doc } of rows)
    for (const accumulation of accumulations) accumulation.add(rootScope(doc, context.pipeline));
  const result: Doc = { _id: { min, max } };
  for (const [index, { name }] of fields.entries()) setField(result, name, accumulations[index]?.result());
  return result;
}
