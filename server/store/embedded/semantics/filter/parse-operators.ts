import type { Doc } from '../../semantics-contract.ts';
import { isDocument, kindOf } from '../bson-kind.ts';
import { badValue } from '../refusals.ts';
import { parseAll, parseElemMatch, parseSize } from './array-operators.ts';
import { bitTest } from './bit-test.ts';
import { equalityTest, inTest, type Order, orderTest } from './comparison.ts';
import { type FieldPredicate, leaf } from './matcher.ts';
import { modTest } from './mod-test.ts';
import type { FilterScope } from './parse-filter.ts';
import { refuseGeometry } from './parse-filter.ts';
import { parseRegexOperators } from './regex-operators.ts';
import { regexTest } from './regex-test.ts';
import { typeTest } from './type-test.ts';

/** One operator with its argument and the operators it stands among. */
export type OperatorCall = { path: string; name: string; value: unknown; siblings: Doc; scope: FilterScope };

type OperatorParser = (call: OperatorCall) => FieldPredicate | undefined;

const OPERATORS: ReadonlyMap<string, OperatorParser> = new Map<string, OperatorParser>([
  ['$eq', ({ value }) => leaf(equalityTest(value))],
  ['$ne', parseNotEqual],
  ['$lt', parseOrder],
  ['$lte', parseOrder],
  ['$gt', parseOrder],
  ['$gte', parseOrder],
  ['$in', (call) => leaf(inTest(listOf(call)))],
  ['$nin', (call) => not(leaf(inTest(listOf(call))))],
  ['$not', parseNot],
  ['$exists', parseExists],
  ['$type', ({ value }) => typeTest(value)],
  ['$size', ({ value }) => parseSize(value)],
  ['$all', parseAll],
  ['$elemMatch', parseElemMatch],
  ['$mod', ({ value }) => leaf(modTest(value))],
  ['$regex', parseRegexOperators],
  ['$options', parseRegexOperators],
  ['$bitsAllSet', ({ name, value }) => leaf(bitTest(name, value))],
  ['$bitsAllClear', ({ name, value }) => leaf(bitTest(name, value))],
  ['$bitsAnySet', ({ name, value }) => leaf(bitTest(name, value))],
  ['$bitsAnyClear', ({ name, value }) => leaf(bitTest(name, value))],
  ['$near', ({ name }) => refuseGeometry(name)],
  ['$nearSphere', ({ name }) => refuseGeometry(name)],
  ['$geoNear', ({ name }) => refuseGeometry(name)],
  ['$geoWithin', ({ name }) => refuseGeometry(name)],
  ['$geoIntersects', ({ name }) => refuseGeometry(name)],
  ['$within', ({ name }) => refuseGeometry(name)],
  ['$comment', () => undefined],
]);

/** `{ $gt: 5 }` is operators, `{ $ref, $id }` a reference to be equal to, `{ a: 5 }` a document to be equal to. */
export function isOperatorDocument(value: unknown): value is Doc {
  if (!isDocument(value)) return false;
  const [first] = Object.keys(value);
  if (!first?.startsWith('$')) return false;
  return !('$ref' in value && '$id' in value);
}

/** Whether a name is one of the operators that stand under a field. */
export function isFieldOperator(name: string): boolean {
  return OPERATORS.has(name);
}

/** All operators under one field. */
export function parseOperators(path: string, operators: Doc, scope: FilterScope): FieldPredicate[] {
  return Object.entries(operators).flatMap(([name, value]) => {
    const parser = OPERATORS.get(name);
    if (!parser) throw unknownOperator(name);
    return parser({ path, name, value, siblings: operators, scope }) ?? [];
  });
}

function unknownOperator(name: string): Error {
  return badValue(name === '$where' ? '$where cannot be applied to a field' : `unknown operator: ${name}`);
}

function not(predicate: FieldPredicate): FieldPredicate {
  return { kind: 'not', inner: [predicate] };
}

function parseNotEqual({ value }: OperatorCall): FieldPredicate {
  if (kindOf(value) === 'regex') throw badValue("Can't have regex as arg to $ne.");
  return not(leaf(equalityTest(value)));
}

function parseOrder({ path, name, value }: OperatorCall): FieldPredicate {
  if (kindOf(value) === 'regex') throw badValue(`Can't have RegEx as arg to predicate over field '${path}'.`);
  return leaf(orderTest(name as Order, value));
}

function listOf({ name, value }: OperatorCall): unknown[] {
  if (!Array.isArray(value)) throw badValue(`${name} needs an array`);
  if (value.some(isOperatorDocument)) throw badValue('cannot nest $ under $in');
  return value;
}

function parseExists({ value }: OperatorCall): FieldPredicate {
  const exists = leaf((candidate) => candidate !== undefined);
  return isTrue(value) ? exists : not(exists);
}

/** What counts as yes in a switch: everything but false, zero, null and undefined. */
function isTrue(value: unknown): boolean {
  if (value === false || value === null || value === undefined) return false;
  return !equalityTest(0)(value);
}

function parseNot({ path, value, scope }: OperatorCall): FieldPredicate {
  if (kindOf(value) === 'regex') return not(leaf(regexTest(value)));
  if (!isDocument(value)) throw badValue('$not needs a regex or a document');
  if (Object.keys(value).length === 0) throw badValue('$not cannot be empty');
  return { kind: 'not', inner: parseOperators(path, value, scope) };
}
