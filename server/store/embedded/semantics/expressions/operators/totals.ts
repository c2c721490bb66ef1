import { compareBson } from '../../compare.ts';
import { isNullish, type OperatorReader, type Operators, variadic } from '../operator.ts';
import { addToSum, meanValue, newSum, standardDeviation, sumValue } from '../statistics.ts';

/** The values an accumulator works on outside `$group`: its arguments, or the elements of its only one. */
function over(compute: (values: unknown[]) => unknown): OperatorReader {
  return variadic((values) => {
    const [only] = values;
    return compute(values.length === 1 && Array.isArray(only) ? only : values);
  });
}

function totalOf(values: unknown[]) {
  const sum = newSum();
  for (const value of values) addToSum(sum, value);
  return sum;
}

/** Accumulators used as plain operators. */
export const TOTAL_OPERATORS: Operators = {
  $sum: over((values) => sumValue(totalOf(values))),
  $avg: over((values) => meanValue(totalOf(values))),
  $min: over((values) => extreme(values, -1)),
  $max: over((values) => extreme(values, 1)),
  $stdDevPop: over((values) => standardDeviation(values, false)),
  $stdDevSamp: over((values) => standardDeviation(values, true)),
};

/** The least or greatest value; null and missing do not count. */
export function extreme(values: readonly unknown[], sign: number): unknown {
  let best: unknown = null;
  for (const value of values) {
    if (isNullish(value)) continue;
    if (best === null || sign * compareBson(value, best) > 0) best = value;
  }
  return best;
}
