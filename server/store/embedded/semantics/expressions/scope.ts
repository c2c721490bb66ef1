import type { EvaluationContext } from '../../semantics-contract.ts';
import { numericOf } from '../numbers.ts';

/** A variable in force, and the ones that were in force before it. */
export type Variables = { name: string; value: unknown; outer: Variables | undefined };

/** What an expression is evaluated in: the document, and the variables around it. */
export type Scope = { root: unknown; current: unknown; now: Date; variables: Variables | undefined };

/** An expression, read; undefined is its answer for "missing". */
export type Evaluator = (scope: Scope) => unknown;

/** The scope of a whole document under a command's variables. */
export function rootScope(doc: unknown, context: EvaluationContext): Scope {
  let variables: Variables | undefined;
  for (const [name, value] of Object.entries(context.variables ?? {})) variables = { name, value, outer: variables };
  return { root: doc, current: doc, now: context.now, variables };
}

/** The scope with one more variable. */
export function withVariable(scope: Scope, name: string, value: unknown): Scope {
  return { ...scope, variables: { name, value, outer: scope.variables } };
}

/** What counts as true: everything but false, null, missing and zero of any numeric type. */
export function isTruthy(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return false;
  const numeric = numericOf(value);
  if (!numeric) return true;
  if (numeric.kind !== 'decimal') return Number(numeric.value) !== 0;
  return typeof numeric.value === 'string' || numeric.value.coefficient !== 0n;
}
