import { isDocument, kindOf } from '../../bson-kind.ts';
import { exactWhole } from '../../numbers.ts';
import { failedToParse, located } from '../../refusals.ts';
import { isNullish, namedArguments, type OperatorCall, type Operators, optional } from '../operator.ts';
import { type Evaluator, isTruthy, type Scope, withVariable } from '../scope.ts';

/** Operators that define variables for the expressions inside them. */
export const ITERATION_OPERATORS: Operators = {
  $let: readLet,
  $map: readMap,
  $filter: readFilter,
  $reduce: readReduce,
  $zip: readZip,
};

function checkName(name: unknown): string {
  if (typeof name !== 'string') throw failedToParse(`variable names must be strings`);
  if (name === '') throw failedToParse('empty variable names are not allowed');
  if (name === 'CURRENT') return name;
  if (!/^[a-z\u0080-\uffff]/.test(name)) {
    throw failedToParse(`'${name}' starts with an invalid character for a user variable name`);
  }
  const bad = /[^a-zA-Z0-9_\u0080-\uffff]/.exec(name);
  if (bad) throw failedToParse(`'${name}' contains an invalid character for a variable name: '${bad[0]}'`);
  return name;
}

/** `CURRENT` may be set too: then paths without a variable start there. */
function bind(scope: Scope, name: string, value: unknown): Scope {
  return name === 'CURRENT' ? { ...scope, current: value } : withVariable(scope, name, value);
}

function readLet(call: OperatorCall): Evaluator {
  const { vars, in: body } = namedArguments(call, {
    required: ['vars', 'in'],
    optional: [],
    notObject: 16874,
    unknown: 16875,
    missing: 16876,
  });
  if (!isDocument(vars)) throw failedToParse(`invalid parameter: expected an object (vars)`);
  const bindings = Object.entries(vars).map(([name, value]) => ({ name: checkName(name), evaluate: call.read(value) }));
  const evaluate = call.read(
    body,
    bindings.map(({ name }) => name),
  );
  // All values are taken before any of the variables is there.
  return (scope) => {
    const values = bindings.map((binding) => ({ name: binding.name, value: binding.evaluate(scope) }));
    return evaluate(values.reduce((inner, { name, value }) => bind(inner, name, value), scope));
  };
}

function readMap(call: OperatorCall): Evaluator {
  const given = namedArguments(call, {
    required: ['input', 'in'],
    optional: ['as'],
    notObject: 16878,
    unknown: 16879,
    missing: 16880,
  });
  const input = call.read(given.input);
  const name = given.as === undefined ? 'this' : checkName(given.as);
  const body = call.read(given.in, [name]);
  return (scope) => {
    const array = input(scope);
    if (isNullish(array)) return null;
    if (!Array.isArray(array)) throw located(16883, `input to $map must be an array not ${kindOf(array)}`);
    return array.map((element) => body(bind(scope, name, element)) ?? null);
  };
}

function readFilter(call: OperatorCall): Evaluator {
  const given = namedArguments(call, {
    required: ['input', 'cond'],
    optional: ['as', 'limit'],
    notObject: 28646,
    unknown: 28647,
    missing: call.argument && isDocument(call.argument) && !('input' in call.argument) ? 28648 : 28650,
  });
  const input = call.read(given.input);
  const name = given.as === undefined ? 'this' : checkName(given.as);
  const condition = call.read(given.cond, [name]);
  const limit = given.limit === undefined ? undefined : call.read(given.limit);
  return (scope) => {
    const array = input(scope);
    if (isNullish(array)) return null;
    if (!Array.isArray(array)) throw located(28651, `input to $filter must be an array not ${kindOf(array)}`);
    const kept = array.filter((element) => isTruthy(condition(bind(scope, name, element))));
    const most = optional(limit, scope, undefined);
    return isNullish(most) ? kept : kept.slice(0, limitOf(most));
  };
}

function limitOf(value: unknown): number {
  const whole = exactWhole(value);
  if (whole === undefined)
    throw located(327391, `$filter: limit must be represented as a 32-bit integral value: ${String(value)}`);
  if (whole <= 0n) throw located(327392, `$filter: limit must be greater than 0: ${whole}`);
  return Number(whole);
}

function readReduce(call: OperatorCall): Evaluator {
  const given = namedArguments(call, {
    required: ['input', 'initialValue', 'in'],
    optional: [],
    notObject: 40075,
    unknown: 40076,
    missing: 40077,
  });
  const input = call.read(given.input);
  const initial = call.read(given.initialValue);
  const body = call.read(given.in, ['this', 'value']);
  return (scope) => {
    const array = input(scope);
    if (isNullish(array)) return null;
    if (!Array.isArray(array))
      throw located(40080, `$reduce requires that 'input' be an array, found: ${kindOf(array)}`);
    return array.reduce<unknown>(
      (value, element) => body(withVariable(withVariable(scope, 'this', element), 'value', value)),
      initial(scope),
    );
  };
}

function readZip(call: OperatorCall): Evaluator {
  const given = namedArguments(call, {
    required: ['inputs'],
    optional: ['useLongestLength', 'defaults'],
    notObject: 34460,
    unknown: 34464,
    missing: 34465,
  });
  const { inputs, useLongestLength: longest } = given;
  if (!Array.isArray(inputs)) throw located(34461, `inputs must be an array of expressions, found ${kindOf(inputs)}`);
  if (longest !== undefined && typeof longest !== 'boolean') {
    throw located(34463, `useLongestLength must be a bool, found ${kindOf(longest)}`);
  }
  if (given.defaults !== undefined && longest !== true) {
    throw located(34466, 'cannot specify defaults unless useLongestLength is true');
  }
  const arrays = inputs.map((part) => call.read(part));
  const fillers = Array.isArray(given.defaults) ? given.defaults.map((part) => call.read(part)) : [];
  return (scope) => {
    const values = arrays.map((evaluate) => evaluate(scope));
    return zipped(
      values,
      fillers.map((evaluate) => evaluate(scope)),
      longest === true,
    );
  };
}

function zipped(arrays: unknown[], fillers: unknown[], longest: boolean): unknown {
  if (arrays.some(isNullish)) return null;
  const lists = arrays.map((array) => {
    if (!Array.isArray(array)) throw located(34468, `$zip found a non-array expression in input: ${String(array)}`);
    return array;
  });
  const lengths = lists.map((list) => list.length);
  const length = longest ? Math.max(0, ...lengths) : Math.min(...lengths);
  return Array.from({ length }, (_, index) =>
    lists.map((list, which) => (index < list.length ? list[index] : (fillers[which] ?? null))),
  );
}
