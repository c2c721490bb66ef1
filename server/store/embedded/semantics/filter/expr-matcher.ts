import type { EvaluationContext } from '../../semantics-contract.ts';
import { notSupported } from '../refusals.ts';
import type { Matcher } from './matcher.ts';

/** `$expr`: an aggregation expression that must not come out as false, null, zero or missing. */
export function exprMatcher(_expression: unknown, _context: EvaluationContext): Matcher {
  throw notSupported('$expr');
}
