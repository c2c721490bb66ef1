import { isDocument, kindOf } from '../bson-kind.ts';
import { equalBson, keyOf } from '../compare.ts';
import { describe, describeField } from '../describe.ts';
import { equalityTest } from '../filter/comparison.ts';
import { parseFilter } from '../filter/parse-filter.ts';
import { isOperatorDocument } from '../filter/parse-operators.ts';
import { regexTest } from '../filter/regex-test.ts';
import { exactWhole, numericOf } from '../numbers.ts';
import { badValue, failedToParse, typeMismatch } from '../refusals.ts';
import { copyValue } from './copy-document.ts';
import { type Modifier, type ModifierContext, UNCHANGED } from './modifier.ts';

/** `$addToSet`, with `$each` for several values. */
export function addToSetModifier(_path: string, argument: unknown): Modifier {
  const values = valuesToAdd(argument);
  return {
    update: (existing, site) => {
      if (!Array.isArray(existing)) {
        throw badValue(
          `Cannot apply $addToSet to non-array field. Field named '${site.field}' has non-array type ${kindOf(existing)}`,
        );
      }
      const grown = withMembers(existing, values);
      return grown.length === existing.length ? UNCHANGED : grown;
    },
    create: () => withMembers([], values),
  };
}

function valuesToAdd(argument: unknown): unknown[] {
  if (!isDocument(argument) || Object.keys(argument)[0] !== '$each') return [argument];
  const { $each: each, ...others } = argument;
  if (!Array.isArray(each)) {
    throw typeMismatch(`The argument to $each in $addToSet must be an array but it was of type ${kindOf(each)}`);
  }
  if (Object.keys(others).length > 0) {
    throw badValue(`Found unexpected fields after $each in $addToSet: ${describe(argument)}`);
  }
  return each;
}

function withMembers(array: unknown[], values: unknown[]): unknown[] {
  const keys = new Set(array.map(keyOf));
  const fresh = values.filter((value) => {
    const key = keyOf(value);
    return keys.has(key) ? false : Boolean(keys.add(key));
  });
  return [...array, ...fresh.map(copyValue)];
}

/** `$pop`: 1 takes the last element, -1 the first. */
export function popModifier(path: string, argument: unknown): Modifier {
  if (!numericOf(argument)) throw failedToParse(`Expected a number in: ${describeField(path, argument)}`);
  const side = exactWhole(argument);
  if (side === undefined) throw failedToParse(`Expected an integer: ${describeField(path, argument)}`);
  if (side !== 1n && side !== -1n) throw failedToParse(`$pop expects 1 or -1, found: ${side}`);
  return {
    update: (existing, site) => {
      if (!Array.isArray(existing)) {
        throw typeMismatch(`Path '${site.path}' contains an element of non-array type '${kindOf(existing)}'`);
      }
      if (existing.length === 0) return UNCHANGED;
      return side === 1n ? existing.slice(0, -1) : existing.slice(1);
    },
  };
}

/** `$pullAll`: every element that equals one of the values. */
export function pullAllModifier(_path: string, argument: unknown): Modifier {
  if (!Array.isArray(argument))
    throw badValue(`$pullAll requires an array argument but was given a ${kindOf(argument)}`);
  return culling((element) => argument.some((value) => equalBson(element, value)));
}

/** `$pull`: every element that fulfils a condition, or equals a value. */
export function pullModifier(_path: string, argument: unknown, context: ModifierContext): Modifier {
  return culling(pullTest(argument, context));
}

function pullTest(argument: unknown, context: ModifierContext): (element: unknown) => boolean {
  if (kindOf(argument) === 'regex') return regexTest(argument);
  if (!isDocument(argument)) return equalityOfElement(argument);
  const scope = { context, nested: true };
  if (isOperatorDocument(argument)) {
    const matches = parseFilter({ '': argument }, scope);
    return (element) => matches({ '': element });
  }
  const matches = parseFilter(argument, scope);
  return (element) => isDocument(element) && matches(element);
}

/** As a value to be equal to, null is only null: there is no missing element. */
function equalityOfElement(value: unknown): (element: unknown) => boolean {
  const test = equalityTest(value);
  return (element) => test(element);
}

function culling(goes: (element: unknown) => boolean): Modifier {
  return {
    update: (existing) => {
      if (!Array.isArray(existing)) throw badValue('Cannot apply $pull to a non-array value');
      const kept = existing.filter((element) => !goes(element));
      return kept.length === existing.length ? UNCHANGED : kept;
    },
  };
}
