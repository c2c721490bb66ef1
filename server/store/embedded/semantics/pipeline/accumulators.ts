import type { Doc } from '../../semantics-contract.ts';
import { isDocument, kindOf } from '../bson-kind.ts';
import { compareBson, documentOf, keyOf } from '../compare.ts';
import { isNullish } from '../expressions/operator.ts';
import { countOf, elementOrder } from '../expressions/operators/selection.ts';
import { extreme } from '../expressions/operators/totals.ts';
import type { Evaluator, Scope } from '../expressions/scope.ts';
import { addToSum, meanValue, newSum, standardDeviation, sumValue } from '../expressions/statistics.ts';
import { setField } from '../field-path.ts';
import { makeInteger } from '../numbers.ts';
import { located } from '../refusals.ts';

/** One accumulator of one group. */
export type Accumulation = { add: (scope: Scope) => void; result: () => unknown };

/** Makes a fresh accumulation for each group. */
export type Accumulator = () => Accumulation;

/** Reads the argument of an accumulator. */
type AccumulatorReader = (argument: unknown, read: (expression: unknown) => Evaluator, name: string) => Accumulator;

function summing(result: (sum: ReturnType<typeof newSum>) => unknown): AccumulatorReader {
  return (argument, read) => {
    const evaluate = read(argument);
    return () => {
      const sum = newSum();
      return { add: (scope) => addToSum(sum, evaluate(scope)), result: () => result(sum) };
    };
  };
}

/** An accumulator that looks at all values at the end. */
function collecting(
  result: (values: unknown[]) => unknown,
  keeps: (value: unknown) => boolean = () => true,
): AccumulatorReader {
  return (argument, read) => {
    const evaluate = read(argument);
    return () => {
      const values: unknown[] = [];
      const add = (scope: Scope) => {
        const value = evaluate(scope);
        if (keeps(value)) values.push(value);
      };
      return { add, result: () => result(values) };
    };
  };
}

/** An accumulator that keeps one value. */
function folding(fold: (kept: unknown, value: unknown, isFirst: boolean) => unknown): AccumulatorReader {
  return (argument, read) => {
    const evaluate = read(argument);
    return () => {
      let kept: unknown = null;
      let isFirst = true;
      const add = (scope: Scope) => {
        kept = fold(kept, evaluate(scope), isFirst);
        isFirst = false;
      };
      return { add, result: () => kept ?? null };
    };
  };
}

const isThere = (value: unknown) => value !== undefined;

/** The accumulators of `$group`, `$bucket` and window fields. */
export const ACCUMULATORS: Readonly<Record<string, AccumulatorReader>> = {
  $sum: summing(sumValue),
  $avg: summing(meanValue),
  $min: folding((kept, value) => extreme([kept, value], -1)),
  $max: folding((kept, value) => extreme([kept, value], 1)),
  $first: folding((kept, value, isFirst) => (isFirst ? value : kept)),
  $last: folding((_kept, value) => value),
  $push: collecting((values) => values, isThere),
  $addToSet: collecting(distinct, isThere),
  $stdDevPop: collecting((values) => standardDeviation(values, false)),
  $stdDevSamp: collecting((values) => standardDeviation(values, true)),
  $mergeObjects: folding(mergeInto),
  $count: countAccumulator,
  $firstN: takeAccumulator((values, n) => values.slice(0, n)),
  $lastN: takeAccumulator((values, n) => values.slice(-n)),
  $minN: takeAccumulator((values, n) =>
    values
      .filter((value) => !isNullish(value))
      .sort(compareBson)
      .slice(0, n),
  ),
  $maxN: takeAccumulator((values, n) =>
    values
      .filter((value) => !isNullish(value))
      .sort((a, b) => compareBson(b, a))
      .slice(0, n),
  ),
  $top: rankedAccumulator((outputs) => outputs[0] ?? null),
  $bottom: rankedAccumulator((outputs) => outputs.at(-1) ?? null),
  $topN: rankedAccumulator((outputs, n) => outputs.slice(0, n)),
  $bottomN: rankedAccumulator((outputs, n) => outputs.slice(-n)),
};

function distinct(values: unknown[]): unknown[] {
  const byKey = new Map<string, unknown>();
  for (const value of values) if (!byKey.has(keyOf(value))) byKey.set(keyOf(value), value);
  return [...byKey.values()];
}

function mergeInto(kept: unknown, value: unknown): unknown {
  const result: Doc = isDocument(kept) ? kept : {};
  if (isNullish(value)) return result;
  if (kindOf(value) !== 'object')
    throw located(40400, `$mergeObjects requires object inputs, but input is of type ${kindOf(value)}`);
  const merged = { ...result };
  for (const [name, inner] of Object.entries(documentOf(value))) setField(merged, name, inner);
  return merged;
}

function countAccumulator(argument: unknown): Accumulator {
  if (!isDocument(argument) || Object.keys(argument).length > 0) {
    throw located(15952, '$count takes no arguments, i.e. $count:{}');
  }
  return () => {
    let count = 0n;
    return {
      add: () => {
        count += 1n;
      },
      result: () => makeInteger(count, 'int'),
    };
  };
}

type Arguments = { name: string; allowed: readonly string[] };

function namedParts(argument: unknown, { name, allowed }: Arguments): Doc {
  if (!isDocument(argument))
    throw located(5787900, `specification must be an object; found ${name}: ${String(argument)}`);
  const unknown = Object.keys(argument).find((part) => !allowed.includes(part));
  if (unknown !== undefined) throw located(5787901, `Unknown argument for 'n' operator: ${unknown}`);
  const missing = allowed.find((part) => !Object.hasOwn(argument, part));
  if (missing !== undefined) throw located(5787906, `Missing value for '${missing}'`);
  return argument;
}

function takeAccumulator(take: (values: unknown[], n: number) => unknown[]): AccumulatorReader {
  return (argument, read, name) => {
    const given = namedParts(argument, { name, allowed: ['input', 'n'] });
    const input = read(given.input);
    const count = read(given.n);
    return () => {
      const values: unknown[] = [];
      let most = 0;
      const add = (scope: Scope) => {
        if (values.length === 0) most = countOf(count(scope), name);
        values.push(input(scope) ?? null);
      };
      return { add, result: () => take(values, most) };
    };
  };
}

/** `$top` and its like: what a second expression gives for the documents that come first in an order. */
function rankedAccumulator(take: (outputs: unknown[], n: number) => unknown): AccumulatorReader {
  return (argument, read, name) => {
    const isMany = name.endsWith('N');
    const given = namedParts(argument, { name, allowed: isMany ? ['n', 'sortBy', 'output'] : ['sortBy', 'output'] });
    const output = read(given.output);
    const count = isMany ? read(given.n) : undefined;
    const compare = elementOrder(given.sortBy);
    return () => {
      const rows: { doc: unknown; output: unknown }[] = [];
      let most = 1;
      const add = (scope: Scope) => {
        if (rows.length === 0 && count) most = countOf(count(scope), name);
        rows.push({ doc: scope.root, output: output(scope) ?? null });
      };
      const result = () => {
        const sorted = rows.sort((a, b) => compare(a.doc, b.doc)).map((row) => row.output);
        return take(sorted, most);
      };
      return { add, result };
    };
  };
}
