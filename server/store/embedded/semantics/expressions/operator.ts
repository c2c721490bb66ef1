import { isDocument, kindOf } from '../bson-kind.ts';
import { located } from '../refusals.ts';
import type { Evaluator, Scope } from './scope.ts';

/** Reads an expression inside another one; `more` are the variables that the outer one defines for it. */
type ReadExpression = (expression: unknown, more?: readonly string[]) => Evaluator;

/** One operator of an expression with its argument, as it stands in the text. */
export type OperatorCall = { name: string; argument: unknown; read: ReadExpression };

/** Makes an evaluator of an operator. */
export type OperatorReader = (call: OperatorCall) => Evaluator;

/** Operators by name. */
export type Operators = Readonly<Record<string, OperatorReader>>;

/** Null and missing: most operators answer null when they meet one. */
export function isNullish(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** An operator of a fixed number of arguments; a single one may stand without its array. */
export function fixed(count: number, compute: (values: unknown[], name: string) => unknown): OperatorReader {
  return (call) => {
    const operands = operandsOf(call);
    if (operands.length !== count) {
      throw located(
        16020,
        `Expression ${call.name} takes exactly ${count} arguments. ${operands.length} were passed in.`,
      );
    }
    return evaluateAll(operands, compute, call.name);
  };
}

/** An operator of a number of arguments between two. */
export function ranged(
  least: number,
  most: number,
  compute: (values: unknown[], name: string) => unknown,
): OperatorReader {
  return (call) => {
    const operands = operandsOf(call);
    if (operands.length < least || operands.length > most) {
      throw located(
        28667,
        `Expression ${call.name} takes at least ${least} arguments, and at most ${most}, but ${operands.length} were passed in.`,
      );
    }
    return evaluateAll(operands, compute, call.name);
  };
}

/** An operator of any number of arguments. */
export function variadic(compute: (values: unknown[], name: string) => unknown): OperatorReader {
  return (call) => evaluateAll(operandsOf(call), compute, call.name);
}

/** The arguments of an operator, read. */
export function operandsOf({ argument, read }: OperatorCall): Evaluator[] {
  return Array.isArray(argument) ? argument.map((part) => read(part)) : [read(argument)];
}

function evaluateAll(
  operands: Evaluator[],
  compute: (values: unknown[], name: string) => unknown,
  name: string,
): Evaluator {
  return (scope) =>
    compute(
      operands.map((operand) => operand(scope)),
      name,
    );
}

/** What to answer when an operator's named arguments are not as they must be: MongoDB numbers each of these refusals. */
type NamedRules = {
  required: readonly string[];
  optional: readonly string[];
  /** The argument is no document. */
  notObject: number;
  /** An argument of another name. */
  unknown: number;
  /** A required argument is missing. */
  missing: number;
};

/** The named arguments of an operator, read; those that were not given are absent. */
export function namedOperands(call: OperatorCall, rules: NamedRules): Readonly<Record<string, Evaluator | undefined>> {
  const given = namedArguments(call, rules);
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, call.read(value)]));
}

/** The named arguments of an operator as they stand in the text. */
export function namedArguments({ name, argument }: OperatorCall, rules: NamedRules): Readonly<Record<string, unknown>> {
  if (!isDocument(argument)) {
    throw located(rules.notObject, `${name} only supports an object as its argument, found ${kindOf(argument)}`);
  }
  const known = [...rules.required, ...rules.optional];
  const unknown = Object.keys(argument).find((field) => !known.includes(field));
  if (unknown !== undefined) throw located(rules.unknown, `Unrecognized argument to ${name}: ${unknown}`);
  const missing = rules.required.find((field) => !Object.hasOwn(argument, field));
  if (missing !== undefined) throw located(rules.missing, `Missing '${missing}' parameter to ${name}`);
  return argument;
}

/** Evaluates an argument that may be absent. */
export function optional(operand: Evaluator | undefined, scope: Scope, otherwise: unknown): unknown {
  return operand ? operand(scope) : otherwise;
}
