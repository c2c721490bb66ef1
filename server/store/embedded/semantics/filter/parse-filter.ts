import type { Doc, EvaluationContext } from '../../semantics-contract.ts';
import { StoreError } from '../../store-error.ts';
import { isDocument, kindOf } from '../bson-kind.ts';
import { badValue, notSupported, typeMismatch } from '../refusals.ts';
import { equalityTest } from './comparison.ts';
import { exprMatcher } from './expr-matcher.ts';
import { schemaMatcher } from './json-schema.ts';
import { allMatchers, type FieldPredicate, leaf, type Matcher, matcherOf } from './matcher.ts';
import { isOperatorDocument, parseOperators } from './parse-operators.ts';
import { regexTest } from './regex-test.ts';

/** Where a filter stands: some operators work on the whole document only, and `$expr` needs the command's variables. */
export type FilterScope = { context: EvaluationContext; nested: boolean };

/** Reads a filter once; what it returns is asked of every document. */
export function parseFilter(filter: Doc, scope: FilterScope): Matcher {
  const matchers: Matcher[] = [];
  for (const [name, value] of Object.entries(filter)) {
    const matcher = name.startsWith('$') ? parseTopLevel(name, value, scope) : parseField(name, value, scope);
    if (matcher) matchers.push(matcher);
  }
  return allMatchers(matchers);
}

/** One field of a filter: a value to be equal to, a regular expression, or operators. */
function parseField(path: string, value: unknown, scope: FilterScope): Matcher {
  return matcherOf(path, fieldPredicate(path, value, scope));
}

function fieldPredicate(path: string, value: unknown, scope: FilterScope): FieldPredicate {
  if (isOperatorDocument(value)) return { kind: 'all', inner: parseOperators(path, value, scope) };
  if (kindOf(value) === 'regex') return leaf(regexTest(value));
  return leaf(equalityTest(value));
}

type TopLevelParser = (name: string, value: unknown, scope: FilterScope) => Matcher | undefined;

const TOP_LEVEL: ReadonlyMap<string, TopLevelParser> = new Map<string, TopLevelParser>([
  ['$and', (name, value, scope) => allMatchers(parseClauses(name, value, scope))],
  ['$or', (name, value, scope) => anyMatcher(parseClauses(name, value, scope))],
  ['$nor', (name, value, scope) => negated(anyMatcher(parseClauses(name, value, scope)))],
  ['$comment', () => undefined],
  ['$expr', parseExpr],
  ['$jsonSchema', parseSchema],
  ['$alwaysTrue', () => () => true],
  ['$alwaysFalse', () => () => false],
  ['$where', refuseWhere],
  ['$text', refuseText],
  ['$id', (name, value, scope) => parseField(name, value, scope)],
  ['$ref', (name, value, scope) => parseField(name, value, scope)],
  ['$db', (name, value, scope) => parseField(name, value, scope)],
]);

/** Whether the operator speaks of a whole document, so that it cannot stand under a field. */
export function isTopLevelOperator(name: string): boolean {
  return TOP_LEVEL.has(name);
}

function parseTopLevel(name: string, value: unknown, scope: FilterScope): Matcher | undefined {
  const parser = TOP_LEVEL.get(name);
  if (parser) return parser(name, value, scope);
  throw badValue(
    `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
  );
}

function parseClauses(name: string, value: unknown, scope: FilterScope): Matcher[] {
  if (!Array.isArray(value)) throw badValue(`${name} must be an array`);
  if (value.length === 0) throw badValue('$and/$or/$nor must be a nonempty array');
  return value.map((clause) => {
    if (!isDocument(clause)) throw badValue('$or/$and/$nor entries need to be full objects');
    return parseFilter(clause, scope);
  });
}

/** Alternatives note no array element: MongoDB does not say which of them held. */
function anyMatcher(matchers: Matcher[]): Matcher {
  return (doc) => matchers.some((matcher) => matcher(doc));
}

function negated(matcher: Matcher): Matcher {
  return (doc) => !matcher(doc);
}

function parseExpr(_name: string, value: unknown, scope: FilterScope): Matcher {
  if (scope.nested) throw badValue('$expr can only be applied to the top-level document');
  return exprMatcher(value, scope.context);
}

function parseSchema(_name: string, value: unknown, scope: FilterScope): Matcher {
  if (!isDocument(value)) throw typeMismatch('$jsonSchema must be an object');
  return schemaMatcher(value, scope);
}

function refuseWhere(): never {
  throw badValue('no globalScriptEngine in $where parsing');
}

function refuseText(_name: string, _value: unknown, scope: FilterScope): never {
  if (scope.nested) throw badValue('$text can only be applied to the top-level document');
  throw new StoreError(27, 'text index required for $text query');
}

/** Operators on places: refused by name. */
export function refuseGeometry(name: string): never {
  throw notSupported(name);
}
