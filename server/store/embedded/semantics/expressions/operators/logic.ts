import { isDocument } from '../../bson-kind.ts';
import { compareBson } from '../../compare.ts';
import { makeInt } from '../../numbers.ts';
import { located } from '../../refusals.ts';
import { fixed, isNullish, type OperatorCall, type Operators, operandsOf } from '../operator.ts';
import { type Evaluator, isTruthy } from '../scope.ts';

function comparison(holds: (difference: number) => boolean) {
  return fixed(2, ([a, b]) => holds(compareBson(a, b)));
}

/** Comparisons, conditions and logic. Comparisons look at the type as well: 1 is less than 'a', missing less than null. */
export const LOGIC_OPERATORS: Operators = {
  $eq: comparison((difference) => difference === 0),
  $ne: comparison((difference) => difference !== 0),
  $gt: comparison((difference) => difference > 0),
  $gte: comparison((difference) => difference >= 0),
  $lt: comparison((difference) => difference < 0),
  $lte: comparison((difference) => difference <= 0),
  $cmp: fixed(2, ([a, b]) => makeInt(Math.sign(compareBson(a, b)))),
  $and: (call) => {
    const operands = operandsOf(call);
    return (scope) => operands.every((operand) => isTruthy(operand(scope)));
  },
  $or: (call) => {
    const operands = operandsOf(call);
    return (scope) => operands.some((operand) => isTruthy(operand(scope)));
  },
  $not: fixed(1, ([value]) => !isTruthy(value)),
  $cond: readCond,
  $ifNull: readIfNull,
  $switch: readSwitch,
};

function readCond(call: OperatorCall): Evaluator {
  const [condition, then, otherwise] = isDocument(call.argument) ? namedCond(call) : listedCond(call);
  return (scope) => (isTruthy(condition(scope)) ? then(scope) : otherwise(scope));
}

type Three = [Evaluator, Evaluator, Evaluator];

function listedCond(call: OperatorCall): Three {
  const operands = operandsOf(call);
  if (operands.length !== 3) {
    throw located(16020, `Expression $cond takes exactly 3 arguments. ${operands.length} were passed in.`);
  }
  return operands as Three;
}

function namedCond({ argument, read }: OperatorCall): Three {
  const given = argument as Record<string, unknown>;
  const unknown = Object.keys(given).find((name) => name !== 'if' && name !== 'then' && name !== 'else');
  if (unknown !== undefined) throw located(17083, `Unrecognized parameter to $cond: ${unknown}`);
  const part = (name: string, code: number) => {
    if (!Object.hasOwn(given, name)) throw located(code, `Missing '${name}' parameter to $cond`);
    return read(given[name]);
  };
  return [part('if', 17080), part('then', 17081), part('else', 17082)];
}

/** The first value that is neither null nor missing, else the last. */
function readIfNull(call: OperatorCall): Evaluator {
  const operands = operandsOf(call);
  if (operands.length < 2) {
    throw located(1257300, `$ifNull needs at least two arguments, had: ${operands.length}`);
  }
  const last = operands.at(-1) as Evaluator;
  const candidates = operands.slice(0, -1);
  return (scope) => {
    for (const candidate of candidates) {
      const value = candidate(scope);
      if (!isNullish(value)) return value;
    }
    return last(scope);
  };
}

type Branch = { condition: Evaluator; result: Evaluator };

function readSwitch({ argument, read }: OperatorCall): Evaluator {
  if (!isDocument(argument)) throw located(40060, '$switch requires an object as an argument, found: non-object');
  const unknown = Object.keys(argument).find((name) => name !== 'branches' && name !== 'default');
  if (unknown !== undefined) throw located(40067, `$switch found an unknown argument: ${unknown}`);
  const { branches } = argument;
  if (branches !== undefined && !Array.isArray(branches))
    throw located(40061, "$switch expected an array for 'branches'");
  const cases = (branches ?? []).map((branch: unknown) => readBranch(branch, read));
  if (cases.length === 0) throw located(40068, '$switch requires at least one branch.');
  const otherwise = Object.hasOwn(argument, 'default') ? read(argument.default) : undefined;
  return (scope) => {
    const found = cases.find(({ condition }) => isTruthy(condition(scope)));
    if (found) return found.result(scope);
    if (otherwise) return otherwise(scope);
    throw located(40066, '$switch could not find a matching branch for an input, and no default was specified.');
  };
}

function readBranch(branch: unknown, read: OperatorCall['read']): Branch {
  if (!isDocument(branch)) throw located(40062, '$switch expected each branch to be an object');
  const unknown = Object.keys(branch).find((name) => name !== 'case' && name !== 'then');
  if (unknown !== undefined) throw located(40063, `$switch found an unknown argument to a branch: ${unknown}`);
  if (!Object.hasOwn(branch, 'case')) throw located(40064, "$switch requires each branch have a 'case' expression");
  if (!Object.hasOwn(branch, 'then')) throw located(40065, "$switch requires each branch have a 'then' expression.");
  return { condition: read(branch.case), result: read(branch.then) };
}
