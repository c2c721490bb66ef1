import type { Doc } from '../../semantics-contract.ts';
import { isDocument, kindOf } from '../bson-kind.ts';
import { describeField } from '../describe.ts';
import { exactWhole, numericOf } from '../numbers.ts';
import { badValue, failedToParse } from '../refusals.ts';
import { equalityTest } from './comparison.ts';
import { allTests, type ElementTest, elementTestOf, type FieldPredicate, leaf, wholeArrayLeaf } from './matcher.ts';
import { type FilterScope, isTopLevelOperator, parseFilter } from './parse-filter.ts';
import { isFieldOperator, type OperatorCall, parseOperators } from './parse-operators.ts';
import { regexTest } from './regex-test.ts';

/** `$size`: arrays of just that many elements. */
export function parseSize(value: unknown): FieldPredicate {
  if (!numericOf(value))
    throw failedToParse(`Failed to parse $size. Expected a number in: ${describeField('$size', value)}`);
  const size = exactWhole(value);
  if (size === undefined)
    throw failedToParse(`Failed to parse $size. Expected an integer: ${describeField('$size', value)}`);
  if (size < 0n)
    throw failedToParse(`Failed to parse $size. Expected a non-negative number in: ${describeField('$size', value)}`);
  return wholeArrayLeaf((candidate) => Array.isArray(candidate) && BigInt(candidate.length) === size);
}

/** `$elemMatch`: one element that fulfils everything, as a value (`{ $gt: 5 }`) or as a document (`{ a: 1, b: 2 }`). */
export function parseElemMatch({ value, scope }: OperatorCall): FieldPredicate {
  if (!isDocument(value)) throw badValue('$elemMatch needs an Object');
  const test = elemMatchTest(value, { ...scope, nested: true });
  return wholeArrayLeaf((candidate, details) => {
    if (!Array.isArray(candidate)) return false;
    const index = candidate.findIndex((element) => test(element));
    if (index >= 0 && details) details.index = index;
    return index >= 0;
  });
}

/** The test that `$elemMatch` puts to each element. */
export function elemMatchTest(condition: Doc, scope: FilterScope): ElementTest {
  const [first] = Object.keys(condition);
  const asksValue = first?.startsWith('$') && !isTopLevelOperator(first) && !isReference(condition);
  if (asksValue) return allTests(parseOperators('', condition, scope).map(elementTestOf));
  const matches = parseFilter(condition, scope);
  return (element) => {
    if (isDocument(element)) return matches(element);
    return Array.isArray(element) && matches(Object.fromEntries(element.entries()));
  };
}

function isReference(condition: Doc): boolean {
  return '$ref' in condition || '$id' in condition || '$db' in condition;
}

/** `$all`: each of the values is there, or each of the `$elemMatch` finds its element. */
export function parseAll(call: OperatorCall): FieldPredicate {
  const { value } = call;
  if (!Array.isArray(value)) throw badValue('$all needs an array');
  if (value.length === 0) return { kind: 'never' };
  if (isElemMatch(value[0])) {
    return { kind: 'all', inner: value.map((part) => parseElemMatch({ ...call, value: elemMatchOf(part) })) };
  }
  return { kind: 'all', inner: value.map(memberPredicate) };
}

function isElemMatch(value: unknown): value is Doc {
  return isDocument(value) && Object.keys(value)[0] === '$elemMatch';
}

function elemMatchOf(value: unknown): unknown {
  if (!isElemMatch(value)) throw badValue('$all/$elemMatch has to be consistent');
  return value.$elemMatch;
}

function memberPredicate(value: unknown): FieldPredicate {
  if (kindOf(value) === 'regex') return leaf(regexTest(value));
  const [first] = isDocument(value) ? Object.keys(value) : [];
  if (first !== undefined && isFieldOperator(first)) throw badValue('no $ expressions in $all');
  return leaf(equalityTest(value));
}
