import { BSONRegExp } from 'bson';
import { kindOf } from '../bson-kind.ts';
import { regexOf } from '../compare.ts';
import { badValue, located } from '../refusals.ts';
import { type FieldPredicate, leaf } from './matcher.ts';
import type { OperatorCall } from './parse-operators.ts';
import { regexTest } from './regex-test.ts';

/** `$regex` with its `$options`: read where `$regex` stands, whichever comes first. */
export function parseRegexOperators({ name, siblings }: OperatorCall): FieldPredicate | undefined {
  if (name === '$options') {
    if (!('$regex' in siblings)) throw badValue('$options needs a $regex');
    return undefined;
  }
  const { $regex: regex, $options: options } = siblings;
  if ('$options' in siblings && typeof options !== 'string') throw badValue('$options has to be a string');
  const given = typeof options === 'string' ? options : '';
  if (typeof regex === 'string') return leaf(regexTest(new BSONRegExp(regex, given)));
  if (kindOf(regex) !== 'regex') throw badValue('$regex has to be a string');
  const own = regexOf(regex);
  if (own.options !== '' && '$options' in siblings) {
    const regexFirst = Object.keys(siblings).indexOf('$regex') < Object.keys(siblings).indexOf('$options');
    throw located(regexFirst ? 51075 : 51074, 'options set in both $regex and $options');
  }
  return leaf(regexTest(new BSONRegExp(own.pattern, own.options + given)));
}
