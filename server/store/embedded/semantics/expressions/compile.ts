import { notSupported } from '../refusals.ts';
import type { Evaluator } from './scope.ts';

/** What the reader of an expression knows: which variables are defined around it. */
export type Names = { variables: ReadonlySet<string> };

/** Reads an expression. */
export function compileExpression(_expression: unknown, _names: Names): Evaluator {
  throw notSupported('an expression');
}
