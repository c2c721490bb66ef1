import { numericOf, toDouble } from './semantics/numbers.ts';

/** A BSON number of any type as a JavaScript one (nearest double); undefined when it is no number. */
export function numberOf(value: unknown): number | undefined {
  const numeric = numericOf(value);
  return numeric && toDouble(numeric);
}
