import type { Doc } from '../../../semantics-contract.ts';
import { isDocument, kindOf } from '../../bson-kind.ts';
import { documentOf } from '../../compare.ts';
import { describe } from '../../describe.ts';
import { fieldOf, setField } from '../../field-path.ts';
import { makeDouble } from '../../numbers.ts';
import { located, notSupported } from '../../refusals.ts';
import { isNullish, namedOperands, type OperatorCall, type Operators, optional, variadic } from '../operator.ts';
import type { Evaluator } from '../scope.ts';

/** Operators on documents, and those that say how the text itself is meant. */
export const OBJECT_OPERATORS: Operators = {
  $literal:
    ({ argument }) =>
    () =>
      argument,
  $const:
    ({ argument }) =>
    () =>
      argument,
  $mergeObjects: variadic(merged),
  $getField: readGetField,
  $setField: readSetField,
  $unsetField: readSetField,
  $rand: () => () => makeDouble(Math.random()),
  $meta: () => {
    throw notSupported('$meta');
  },
  $expr: readExpr,
};

/** MongoDB takes `$expr` inside expressions as the expression itself. */
function readExpr({ argument, read }: OperatorCall): Evaluator {
  return read(argument);
}

function merged(values: unknown[]): unknown {
  const parts = values.length === 1 && Array.isArray(values[0]) ? values[0] : values;
  const result: Doc = {};
  for (const part of parts) {
    if (isNullish(part)) continue;
    if (kindOf(part) !== 'object')
      throw located(
        40400,
        `$mergeObjects requires object inputs, but input ${describe(part)} is of type ${kindOf(part)}`,
      );
    for (const [name, value] of Object.entries(documentOf(part))) setField(result, name, value);
  }
  return result;
}

function readGetField(call: OperatorCall): Evaluator {
  const { argument, read } = call;
  const isNamed = isDocument(argument) && !Object.keys(argument)[0]?.startsWith('$');
  const operands = isNamed
    ? namedOperands(call, {
        required: ['field', 'input'],
        optional: [],
        notObject: 3041701,
        unknown: 3041701,
        missing: 3041702,
      })
    : { field: read(argument), input: undefined };
  return (scope) => {
    const field = optional(operands.field, scope, undefined);
    if (typeof field !== 'string') {
      throw located(3041704, `$getField requires 'field' to evaluate to type String, but got ${kindOf(field)}`);
    }
    const input = operands.input ? operands.input(scope) : scope.current;
    if (isNullish(input)) return input;
    return isDocument(input) ? fieldOf(input, field) : undefined;
  };
}

function readSetField(call: OperatorCall): Evaluator {
  const isUnset = call.name === '$unsetField';
  const operands = namedOperands(call, {
    required: isUnset ? ['field', 'input'] : ['field', 'input', 'value'],
    optional: [],
    notObject: 4161100,
    unknown: 4161101,
    missing: 4161102,
  });
  return (scope) => {
    const field = optional(operands.field, scope, undefined);
    if (typeof field !== 'string')
      throw located(4161107, `${call.name} requires 'field' to evaluate to type String, but got ${kindOf(field)}`);
    const input = optional(operands.input, scope, undefined);
    if (isNullish(input)) return null;
    if (!isDocument(input)) throw located(4161105, `${call.name} requires 'input' to evaluate to type Object`);
    return withField(input, field, isUnset ? undefined : optional(operands.value, scope, undefined));
  };
}

function withField(input: Doc, field: string, value: unknown): Doc {
  const result: Doc = {};
  for (const [name, old] of Object.entries(input))
    if (name !== field) setField(result, name, old);
    else if (value !== undefined) setField(result, name, value);
  if (value !== undefined && !Object.hasOwn(input, field)) setField(result, field, value);
  return result;
}
