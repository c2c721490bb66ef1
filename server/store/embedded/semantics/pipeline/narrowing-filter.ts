import type { Doc, PipelineContext } from '../../semantics-contract.ts';
import { isDocument, kindOf } from '../bson-kind.ts';
import { compileExpression } from '../expressions/compile.ts';
import { rootScope } from '../expressions/scope.ts';
import { namesOf } from './stage.ts';

/**
 * A filter that finds at least what a leading `$match` lets through, without its variables: so the store can use an index.
 * The stage itself still runs afterwards. `$expr` equalities between a field and a value become plain ones.
 */
export function narrowingFilter(stage: unknown, context: PipelineContext): Doc {
  if (!isDocument(stage) || !isDocument(stage.$match)) return {};
  const { $expr: expression, ...plain } = stage.$match;
  const clauses = expression === undefined ? [] : equalities(expression, context);
  const parts = [...(Object.keys(plain).length > 0 && !mentionsExpr(plain) ? [plain] : []), ...clauses];
  if (parts.length === 0) return {};
  return parts.length === 1 ? (parts[0] as Doc) : { $and: parts };
}

function mentionsExpr(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(mentionsExpr);
  return isDocument(value) && Object.entries(value).some(([name, inner]) => name === '$expr' || mentionsExpr(inner));
}

function equalities(expression: unknown, context: PipelineContext): Doc[] {
  if (!isDocument(expression)) return [];
  if (Array.isArray(expression.$and)) return expression.$and.flatMap((part) => equalities(part, context));
  if (!Array.isArray(expression.$eq) || expression.$eq.length !== 2) return [];
  const [a, b] = expression.$eq;
  return equality(a, b, context) ?? equality(b, a, context) ?? [];
}

/** Only values for which a filter's equality finds everything that the expression's does. */
function equality(path: unknown, value: unknown, context: PipelineContext): Doc[] | undefined {
  if (typeof path !== 'string' || !/^\$[^$]/.test(path)) return undefined;
  const isConstant = typeof value !== 'object' && !(typeof value === 'string' && /^\$[^$]/.test(value));
  if (!isConstant) return undefined;
  const wanted = compileExpression(value, namesOf(context))(rootScope({}, context));
  const kind = kindOf(wanted);
  if (!['string', 'objectId', 'int', 'long', 'double', 'bool', 'date'].includes(kind)) return undefined;
  return [{ [path.slice(1)]: { $eq: wanted } }];
}
