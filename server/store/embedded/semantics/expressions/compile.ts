import type { Doc } from '../../semantics-contract.ts';
import { StoreError } from '../../store-error.ts';
import { isDocument } from '../bson-kind.ts';
import { describe } from '../describe.ts';
import { setField } from '../field-path.ts';
import { located } from '../refusals.ts';
import { fieldPathExpression } from './field-path-expression.ts';
import { OPERATORS } from './operators.ts';
import type { Evaluator } from './scope.ts';

/** What the reader of an expression knows: which variables are defined around it. */
export type Names = { variables: ReadonlySet<string> };

/** Reads an expression once; the evaluator answers undefined for "missing". */
export function compileExpression(expression: unknown, names: Names): Evaluator {
  if (typeof expression === 'string' && expression.startsWith('$'))
    return fieldPathExpression(expression, names.variables);
  if (Array.isArray(expression)) return arrayExpression(expression, names);
  if (isDocument(expression)) return documentExpression(expression, names);
  return () => expression;
}

/** What is missing becomes null in an array. */
function arrayExpression(parts: unknown[], names: Names): Evaluator {
  const readers = parts.map((part) => compileExpression(part, names));
  return (scope) => readers.map((evaluate) => evaluate(scope) ?? null);
}

function documentExpression(expression: Doc, names: Names): Evaluator {
  const [first, ...others] = Object.keys(expression);
  if (first?.startsWith('$')) {
    if (others.length > 0) {
      throw located(15983, `An object representing an expression must have exactly one field: ${describe(expression)}`);
    }
    return operatorExpression(first, expression[first], names);
  }
  return objectExpression(expression, names);
}

function operatorExpression(name: string, argument: unknown, names: Names): Evaluator {
  const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
  if (!operator) throw new StoreError(168, `Unrecognized expression '${name}'`);
  const read = (inner: unknown, more: readonly string[] = []) => {
    const variables = more.length === 0 ? names.variables : new Set([...names.variables, ...more]);
    return compileExpression(inner, { variables });
  };
  return operator({ name, argument, read });
}

/** What is missing is left out of a document. */
function objectExpression(expression: Doc, names: Names): Evaluator {
  const fields = Object.entries(expression).map(([name, value]) => {
    checkFieldName(name);
    return { name, evaluate: compileExpression(value, names) };
  });
  return (scope) => {
    const result: Doc = {};
    for (const { name, evaluate } of fields) {
      const value = evaluate(scope);
      if (value !== undefined) setField(result, name, value);
    }
    return result;
  };
}

function checkFieldName(name: string): void {
  if (name === '') throw located(15998, 'FieldPath field names may not be empty strings.');
  if (name.startsWith('$')) {
    throw located(16410, `FieldPath field names may not start with '$'. Consider using $getField or $setField.`);
  }
  if (name.includes('.')) {
    throw located(16412, `FieldPath field names may not contain '.'. Consider using $getField or $setField.`);
  }
}
