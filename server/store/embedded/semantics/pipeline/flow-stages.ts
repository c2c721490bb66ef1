import type { Doc } from '../../semantics-contract.ts';
import { isDocument } from '../bson-kind.ts';
import { describeField } from '../describe.ts';
import { parseFilter } from '../filter/parse-filter.ts';
import { exactWhole, makeInteger, numericOf, toWhole } from '../numbers.ts';
import { located } from '../refusals.ts';
import { compileSort } from '../sort-order.ts';
import type { Stage, StageContext } from './stage.ts';

/** `$match` */
export function matchStage(argument: unknown, context: StageContext): Stage {
  if (!isDocument(argument)) throw located(15959, 'the match filter must be an expression in an object');
  const matches = parseFilter(argument, { context: context.pipeline, nested: false });
  return function* (source) {
    for (const doc of source) if (matches(doc)) yield doc;
  };
}

/** `$sort`: documents that are equal keep their order. */
export function sortStage(argument: unknown): Stage {
  if (!isDocument(argument)) throw located(15973, 'the $sort key specification must be an object');
  if (Object.keys(argument).length === 0) throw located(15976, '$sort stage must have at least one sort key');
  const compare = compileSort(argument);
  return (source) => [...source].sort(compare);
}

function wholeArgument(name: string, argument: unknown, code: number): number {
  const complain = (what: string) =>
    located(code, `invalid argument to ${name} stage: ${what} ${describeField(name, argument)}`);
  if (!numericOf(argument)) throw complain('Expected a number in:');
  const whole = exactWhole(argument);
  if (whole === undefined) throw complain('Expected an integer:');
  if (whole < 0n) throw complain('Expected a non-negative number in:');
  return Number(whole);
}

/** `$limit` */
export function limitStage(argument: unknown): Stage {
  const most = wholeArgument('$limit', argument, 5107201);
  if (most === 0) throw located(15958, 'the limit must be positive');
  return function* (source) {
    let left = most;
    for (const doc of source) {
      yield doc;
      left -= 1;
      if (left === 0) return;
    }
  };
}

/** `$skip` */
export function skipStage(argument: unknown): Stage {
  const count = wholeArgument('$skip', argument, 5107200);
  return function* (source) {
    let left = count;
    for (const doc of source) {
      if (left > 0) left -= 1;
      else yield doc;
    }
  };
}

/** `$count`: nothing at all when there was no document. */
export function countStage(argument: unknown): Stage {
  if (typeof argument !== 'string' || argument === '')
    throw located(40156, 'the count field must be a non-empty string');
  if (argument.startsWith('$')) throw located(40158, 'the count field cannot be a $-prefixed path');
  if (argument.includes('\0')) throw located(40159, 'the count field cannot contain a null byte');
  if (argument.includes('.')) throw located(40160, "the count field cannot contain '.'");
  return function* (source) {
    let count = 0n;
    for (const _ of source) count += 1n;
    if (count > 0n) yield { [argument]: makeInteger(count, 'int') };
  };
}

/** `$sample`: that many documents, each as likely as any other. */
export function sampleStage(argument: unknown): Stage {
  if (!isDocument(argument)) throw located(28745, 'the $sample stage specification must be an object');
  const unknown = Object.keys(argument).find((name) => name !== 'size');
  if (unknown !== undefined) throw located(28748, `unrecognized option to $sample: ${unknown}`);
  if (!Object.hasOwn(argument, 'size')) throw located(28749, '$sample stage must specify a size');
  if (!numericOf(argument.size)) throw located(28746, 'size argument to $sample must be a number');
  const size = Number(toWhole(argument.size));
  if (size <= 0) throw located(28747, 'size argument to $sample must be a positive integer');
  return (source) => reservoir(source, size);
}

function reservoir(source: Iterable<Doc>, size: number): Doc[] {
  const kept: Doc[] = [];
  let seen = 0;
  for (const doc of source) {
    seen += 1;
    const place = kept.length < size ? kept.length : Math.floor(Math.random() * seen);
    if (place < size) kept[place] = doc;
  }
  return kept;
}
