import type { EvaluationContext } from '../../semantics-contract.ts';
import { compileExpression } from '../expressions/compile.ts';
import { isTruthy, rootScope } from '../expressions/scope.ts';
import type { Matcher } from './matcher.ts';

/** `$expr`: an aggregation expression that must not come out as false, null, zero or missing. */
export function exprMatcher(expression: unknown, context: EvaluationContext): Matcher {
  const evaluate = compileExpression(expression, { variables: new Set(Object.keys(context.variables ?? {})) });
  return (doc) => isTruthy(evaluate(rootScope(doc, context)));
}
