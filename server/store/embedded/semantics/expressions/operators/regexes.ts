import { kindOf } from '../../bson-kind.ts';
import { regexOf } from '../../compare.ts';
import { makeInt } from '../../numbers.ts';
import { located } from '../../refusals.ts';
import { compileRegex } from '../../regex-syntax.ts';
import { isNullish, namedOperands, type OperatorCall, type Operators, optional } from '../operator.ts';
import type { Evaluator, Scope } from '../scope.ts';

/** Operators that search texts by regular expressions. */
export const REGEX_OPERATORS: Operators = {
  $regexMatch: reader(({ input, regex }) => regex.test(input), false),
  $regexFind: reader(({ input, regex }) => firstMatch(input, regex), null),
  $regexFindAll: reader(
    ({ input, regex }) => [...input.matchAll(globally(regex))].map((match) => matchDocument(match, input)),
    [],
  ),
};

type Search = { input: string; regex: RegExp };

function reader(compute: (search: Search) => unknown, whenNull: unknown): (call: OperatorCall) => Evaluator {
  return (call) => {
    const operands = namedOperands(call, {
      required: ['input', 'regex'],
      optional: ['options'],
      notObject: 51103,
      unknown: 31024,
      missing: 31022,
    });
    return (scope) => {
      const search = searchOf(call.name, operands, scope);
      return search ? compute(search) : whenNull;
    };
  };
}

function searchOf(
  name: string,
  operands: Readonly<Record<string, Evaluator | undefined>>,
  scope: Scope,
): Search | undefined {
  const input = optional(operands.input, scope, null);
  const pattern = optional(operands.regex, scope, null);
  const options = optional(operands.options, scope, null);
  if (!isNullish(input) && typeof input !== 'string')
    throw located(51104, `${name} needs 'input' to be of type string`);
  if (!isNullish(options) && typeof options !== 'string')
    throw located(51106, `${name} needs 'options' to be of type string`);
  const regex = regexFrom(name, pattern, options ?? undefined);
  return regex && !isNullish(input) ? { input, regex } : undefined;
}

function regexFrom(name: string, pattern: unknown, options: string | undefined): RegExp | undefined {
  if (isNullish(pattern)) return undefined;
  if (typeof pattern === 'string') return compileRegex(pattern, options ?? '');
  if (kindOf(pattern) !== 'regex') throw located(51105, `${name} needs 'regex' to be of type string or regex`);
  const own = regexOf(pattern);
  if (own.options !== '' && options !== undefined) {
    throw located(51107, `${name}: found regex option(s) specified in both 'regex' and 'option' fields`);
  }
  return compileRegex(own.pattern, own.options || (options ?? ''));
}

function globally(regex: RegExp): RegExp {
  return new RegExp(regex.source, `${regex.flags}g`);
}

function firstMatch(input: string, regex: RegExp): unknown {
  const match = regex.exec(input);
  return match ? matchDocument(match, input) : null;
}

/** `idx` counts characters, not UTF-16 units. */
function matchDocument(match: RegExpExecArray | RegExpMatchArray, input: string): unknown {
  const before = [...input.slice(0, match.index ?? 0)].length;
  return { match: match[0], idx: makeInt(before), captures: match.slice(1).map((group) => group ?? null) };
}
