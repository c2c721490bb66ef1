import type { Doc } from '../../semantics-contract.ts';
import { isDocument } from '../bson-kind.ts';
import { keyOf } from '../compare.ts';
import { type Evaluator, rootScope } from '../expressions/scope.ts';
import { setField } from '../field-path.ts';
import { makeInt } from '../numbers.ts';
import { located, notSupported } from '../refusals.ts';
import { ACCUMULATORS, type Accumulation, type Accumulator } from './accumulators.ts';
import { sortStage } from './flow-stages.ts';
import { expressionOf, type Stage, type StageContext } from './stage.ts';

/** A field of a group's document and how it is gathered. */
export type GroupField = { name: string; accumulator: Accumulator };

/** `$group`; groups come in the order in which their first document came. */
export function groupStage(argument: unknown, context: StageContext): Stage {
  if (!isDocument(argument)) throw located(15947, "a group's fields must be specified in an object");
  if (!Object.hasOwn(argument, '_id')) throw located(15955, 'a group specification must include an _id');
  const { _id: id, ...others } = argument;
  const fields = Object.entries(others).map(([name, value]) => readGroupField(name, value, context));
  return groupBy(expressionOf(id, context), fields, context);
}

type Group = { id: unknown; accumulations: Accumulation[] };

/** Groups by the value of an expression; a missing value is null. */
export function groupBy(id: Evaluator, fields: readonly GroupField[], context: StageContext): Stage {
  return function* (source) {
    const groups = new Map<string, Group>();
    for (const doc of source) {
      const scope = rootScope(doc, context.pipeline);
      const value = id(scope) ?? null;
      const key = keyOf(value);
      const group = groups.get(key) ?? { id: value, accumulations: fields.map(({ accumulator }) => accumulator()) };
      groups.set(key, group);
      for (const accumulation of group.accumulations) accumulation.add(scope);
    }
    for (const group of groups.values()) yield groupDocument(group, fields);
  };
}

function groupDocument({ id, accumulations }: Group, fields: readonly GroupField[]): Doc {
  const result: Doc = { _id: id };
  for (const [index, { name }] of fields.entries()) setField(result, name, accumulations[index]?.result());
  return result;
}

/** Accumulators that MongoDB has and that run scripts or estimate. */
const REFUSED: ReadonlySet<string> = new Set(['$accumulator', '$median', '$percentile', '$concatArrays', '$setUnion']);

/** Reads `name: { $accumulator: argument }`. */
export function readGroupField(name: string, value: unknown, context: StageContext): GroupField {
  if (name.startsWith('$')) throw located(40236, `The field name '${name}' cannot be an operator name`);
  if (name.includes('.')) throw located(40235, `The field name '${name}' cannot contain '.'`);
  if (!isDocument(value)) throw located(40234, `The field '${name}' must be an accumulator object`);
  const [operator, ...others] = Object.keys(value);
  if (operator === undefined || others.length > 0)
    throw located(40238, `The field '${name}' must specify one accumulator`);
  if (!operator.startsWith('$')) throw located(40234, `The field '${name}' must be an accumulator object`);
  const reader = Object.hasOwn(ACCUMULATORS, operator) ? ACCUMULATORS[operator] : undefined;
  if (REFUSED.has(operator)) throw notSupported(`the accumulator ${operator}`);
  if (!reader) throw located(15952, `unknown group operator '${operator}'`);
  const argument = value[operator];
  if (Array.isArray(argument) && argument.length !== 1)
    throw located(40237, `The ${operator} accumulator is a unary operator`);
  const single = Array.isArray(argument) ? argument[0] : argument;
  return { name, accumulator: reader(single, (expression) => expressionOf(expression, context), operator) };
}

/** `$sortByCount`: how often each value occurs, the most frequent first. */
export function sortByCountStage(argument: unknown, context: StageContext): Stage {
  const isPath = typeof argument === 'string' && argument.startsWith('$');
  const isExpression = isDocument(argument) && Object.keys(argument)[0]?.startsWith('$');
  if (isDocument(argument) && !isExpression) {
    throw located(
      40147,
      'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
    );
  }
  if (typeof argument === 'string' && !isPath) {
    throw located(
      40148,
      'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
    );
  }
  if (!isPath && !isExpression) {
    throw located(40149, 'the sortByCount field must be specified as a string or as an object');
  }
  const group = groupBy(
    expressionOf(argument, context),
    [readGroupField('count', { $sum: makeInt(1) }, context)],
    context,
  );
  const sort = sortStage({ count: makeInt(-1) });
  return (source) => sort(group(source));
}
