import type { Doc } from '../../semantics-contract.ts';
import { isDocument, kindOf } from '../bson-kind.ts';
import { keyOf } from '../compare.ts';
import { type Evaluator, rootScope } from '../expressions/scope.ts';
import { exactWhole, makeInt } from '../numbers.ts';
import { failedToParse, located, notSupported } from '../refusals.ts';
import { compileSort } from '../sort-order.ts';
import { ACCUMULATORS, type Accumulator } from './accumulators.ts';
import { expressionOf, type Stage, type StageContext } from './stage.ts';
import { replaced } from './unwind-stage.ts';

/** The documents of one partition in their order. */
type Partition = readonly Doc[];

/** One output field: its value for the document at a place of its partition. */
type WindowFunction = (partition: Partition, at: number) => unknown;

type Order = ((a: Doc, b: Doc) => number) | undefined;

/** `$setWindowFields`: fields computed from the neighbours of a document in its partition. */
export function windowStage(argument: unknown, context: StageContext): Stage {
  if (!isDocument(argument))
    throw failedToParse(`the $setWindowFields stage specification must be an object, found ${kindOf(argument)}`);
  const { partitionBy, sortBy, output, ...others } = argument;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw located(40415, `BSON field '$setWindowFields.${unknown}' is an unknown field.`);
  if (!isDocument(output)) throw located(40414, "BSON field '$setWindowFields.output' is missing but a required field");
  const by = partitionBy === undefined ? undefined : expressionOf(partitionBy, context);
  const order = isDocument(sortBy) ? compileSort(sortBy) : undefined;
  const fields = Object.entries(output).map(([name, value]) => ({
    path: name.split('.'),
    compute: readField(value, order, context),
  }));
  return function* (source) {
    for (const partition of partitionsOf(source, by, context)) {
      const sorted = order ? partition.sort(order) : partition;
      for (const [at, doc] of sorted.entries()) {
        yield fields.reduce((result, { path, compute }) => replaced(result, path, compute(sorted, at)), doc);
      }
    }
  };
}

function partitionsOf(source: Iterable<Doc>, by: Evaluator | undefined, context: StageContext): Iterable<Doc[]> {
  const partitions = new Map<string, Doc[]>();
  for (const doc of source) {
    const value = by?.(rootScope(doc, context.pipeline)) ?? null;
    if (Array.isArray(value))
      throw located(14, 'An expression used to partition cannot evaluate to value of type array');
    const key = keyOf(value);
    const partition = partitions.get(key);
    if (partition) partition.push(doc);
    else partitions.set(key, [doc]);
  }
  return partitions.values();
}

function readField(value: unknown, order: Order, context: StageContext): WindowFunction {
  if (!isDocument(value)) throw failedToParse('The field in $setWindowFields output must be an object');
  const { window, ...functions } = value;
  const [name, ...others] = Object.keys(functions);
  if (name === undefined || others.length > 0) throw failedToParse('Expected a $-prefixed window function');
  if (RANKS.has(name)) return readRank(name, order);
  if (name === '$shift') return readShift(functions[name], context);
  const reader = Object.hasOwn(ACCUMULATORS, name) ? ACCUMULATORS[name] : undefined;
  if (!reader)
    throw REFUSED.has(name)
      ? notSupported(`the window function ${name}`)
      : failedToParse(`Unrecognized window function, ${name}`);
  const accumulator = reader(functions[name], (expression) => expressionOf(expression, context), name);
  return overWindow(accumulator, readBounds(window), context);
}

/** Window functions that MongoDB has and this store has not. */
const REFUSED: ReadonlySet<string> = new Set([
  '$covariancePop',
  '$covarianceSamp',
  '$derivative',
  '$expMovingAvg',
  '$integral',
  '$linearFill',
  '$locf',
  '$median',
  '$minMaxScaler',
  '$percentile',
]);

const RANKS: ReadonlySet<string> = new Set(['$rank', '$denseRank', '$documentNumber']);

/** Ranks count from 1; documents that sort alike share one, and `$rank` leaves a gap behind them. */
function readRank(name: string, order: Order): WindowFunction {
  if (!order) {
    throw located(5371602, `${name} must be specified with a top level sortBy expression with exactly one element`);
  }
  const known = new WeakMap<Partition, number[]>();
  return (partition, at) => {
    const ranks = known.get(partition) ?? ranksOf(name, partition, order);
    known.set(partition, ranks);
    return makeInt(ranks[at] ?? 0);
  };
}

function ranksOf(name: string, partition: Partition, order: NonNullable<Order>): number[] {
  const ranks: number[] = [];
  for (const [at, doc] of partition.entries()) {
    const before = partition[at - 1];
    const isNew = before === undefined || name === '$documentNumber' || order(before, doc) !== 0;
    const previous = ranks[at - 1] ?? 0;
    const next = name === '$denseRank' ? previous + 1 : at + 1;
    ranks.push(isNew ? next : previous);
  }
  return ranks;
}

function readShift(argument: unknown, context: StageContext): WindowFunction {
  if (!isDocument(argument)) throw failedToParse('Argument to $shift must be an object');
  const by = exactWhole(argument.by);
  if (by === undefined) throw failedToParse("'$shift:by' field must be an integer");
  const output = expressionOf(argument.output, context);
  const otherwise =
    argument.default === undefined ? null : expressionOf(argument.default, context)(rootScope({}, context.pipeline));
  return (partition, at) => {
    const doc = partition[at + Number(by)];
    return doc ? (output(rootScope(doc, context.pipeline)) ?? null) : otherwise;
  };
}

/** First and last place of a window beside the document; undefined is the end of the partition. */
type Bounds = { lower: number | undefined; upper: number | undefined };

function readBounds(window: unknown): Bounds {
  if (window === undefined) return { lower: undefined, upper: undefined };
  if (!isDocument(window)) throw failedToParse("'window' field must be an object");
  if (window.range !== undefined || window.unit !== undefined) throw notSupported("a window of 'range'");
  if (!Array.isArray(window.documents) || window.documents.length !== 2) {
    throw failedToParse('Window bounds must be a 2-element array');
  }
  const [lower, upper] = window.documents.map(readBound);
  if (lower !== undefined && upper !== undefined && lower > upper) {
    throw located(5339900, `Lower bound must not exceed upper bound: [${lower}, ${upper}]`);
  }
  return { lower, upper };
}

function readBound(value: unknown): number | undefined {
  if (value === 'unbounded') return undefined;
  if (value === 'current') return 0;
  const whole = exactWhole(value);
  if (whole === undefined)
    throw failedToParse("Numeric document-based bounds must be an integer, 'unbounded' or 'current'");
  return Number(whole);
}

function overWindow(accumulator: Accumulator, { lower, upper }: Bounds, context: StageContext): WindowFunction {
  return (partition, at) => {
    const from = lower === undefined ? 0 : Math.max(0, at + lower);
    const to = upper === undefined ? partition.length : Math.max(0, at + upper + 1);
    const { add, result } = accumulator();
    for (const doc of partition.slice(from, to)) add(rootScope(doc, context.pipeline));
    return result();
  };
}
