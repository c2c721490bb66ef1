import { type BsonKind, isNumberKind, KIND_CODE, kindOf } from '../bson-kind.ts';
import { describe } from '../describe.ts';
import { exactWhole, numericOf } from '../numbers.ts';
import { badValue, failedToParse, typeMismatch } from '../refusals.ts';
import { type FieldPredicate, leaf } from './matcher.ts';

const BY_CODE: ReadonlyMap<number, BsonKind> = new Map(
  Object.entries(KIND_CODE).map(([kind, code]) => [code, kind as BsonKind]),
);

/** A set of types as `$type` and JSON schemas name them; `number` stands for the four numeric ones. */
type TypeSet = { kinds: ReadonlySet<BsonKind>; numbers: boolean };

/** Whether a kind belongs to the set. */
export function inTypeSet(set: TypeSet, kind: BsonKind): boolean {
  return set.kinds.has(kind) || (set.numbers && isNumberKind(kind));
}

/** `$type`: an alias, a number, or an array of them. */
export function typeTest(value: unknown): FieldPredicate {
  const names = Array.isArray(value) ? value : [value];
  if (names.length === 0) throw failedToParse('$type must match at least one type');
  const set = typeSetOf(names);
  return leaf((candidate) => candidate !== undefined && inTypeSet(set, kindOf(candidate)));
}

/** Reads type names and numbers. */
export function typeSetOf(names: readonly unknown[]): TypeSet {
  const kinds = new Set<BsonKind>();
  let numbers = false;
  for (const name of names) {
    if (name === 'number') numbers = true;
    else kinds.add(typeof name === 'string' ? kindOfAlias(name) : kindOfCode(name));
  }
  return { kinds, numbers };
}

function kindOfAlias(alias: string): BsonKind {
  const name = alias === 'undefined' ? 'missing' : alias;
  if (alias === 'missing' || !Object.hasOwn(KIND_CODE, name)) throw badValue(`Unknown type name alias: ${alias}`);
  return name as BsonKind;
}

function kindOfCode(code: unknown): BsonKind {
  if (!numericOf(code)) throw typeMismatch('type must be represented as a number or a string');
  const whole = exactWhole(code);
  if (whole === 0n) throw badValue('$type: 0 is not supported: use {$exists: false} to match missing fields');
  const kind = whole === undefined ? undefined : BY_CODE.get(Number(whole));
  if (!kind) throw badValue(`Invalid numerical type code: ${describe(code)}`);
  return kind;
}
