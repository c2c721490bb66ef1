import { BSONRegExp, Decimal128, Double, Int32, MaxKey, MinKey } from 'bson';
import type { Doc } from '../../../server/store/embedded/semantics-contract.ts';
import { pick, VALUES } from './values.ts';

/*
 * Where FerretDB with DocumentDB answers otherwise than MongoDB, and the rule of MongoDB that the embedded store keeps. The cases here
 * leave these out; the rules have their rows in the tables of `test/store/semantics/`.
 *
 * - texts of errors: MongoDB's own words; only the codes are compared
 * - { a: { $lte: MaxKey } } and { a: { $gte: MinKey } } do not find a missing field: they find every document
 * - a double and a decimal inside $in are not equal: numbers are equal across their types
 * - $bits operators find decimals with a fraction: only whole numbers of 64 bits have bits
 * - an empty array sorts beside null: it sorts below null and below a missing field
 * - two arrays in one sort are compared: code 2, cannot sort with keys that are parallel arrays
 * - code 28 for `$[]` on something that is no array: code 2, Cannot apply array updates to non-array element
 * - $setOnInsert is not read when nothing is inserted: it is read, and conflicts (code 40)
 * - $pullAll and $pull beyond the end of an array fill it with nulls: nothing is created
 * - fields are created in the order they are written: in the order of their names, numbers by value
 * - code 28 for $unset through an array by a name: nothing happens
 * - $pop of a path that is not there creates its parents: nothing is created
 * - zero times a decimal is 0: the decimal keeps its places: 0.0
 * - $push of nothing creates no array: an empty array is created
 * - $addFields below a number moves the field to the end: it stays in its place
 * - MinKey and a missing field are equal in expressions: MinKey is less
 * - $avg of integers is an integer: a double, or a decimal among decimals
 * - $mod of whole doubles is an integer: the wider type of the two operands
 * - $setUnion in any order: sorted
 * - $mergeObjects of one array is refused: its elements are merged
 * - $add looks at types behind a null: the first null ends it
 */

type Random = () => number;

const PATHS = ['a', 'b', 'a.b', 'a.0', 'a.b.c', 'a.0.b', 'a.1'];
const ORDER = ['$eq', '$ne', '$gt', '$gte', '$lt', '$lte'];

/** Values that both sides compare alike (see above). */
const PLAIN = VALUES.filter(
  (value) =>
    !(
      value instanceof BSONRegExp ||
      value instanceof MinKey ||
      value instanceof MaxKey ||
      value instanceof Decimal128
    ) && !(value instanceof Double && value.value === 1.5),
);

const CONDITIONS: readonly ((random: Random) => unknown)[] = [
  (random) => pick(random, VALUES),
  (random) => ({ [pick(random, ORDER)]: pick(random, PLAIN) }),
  (random) => ({ [pick(random, ORDER)]: pick(random, PLAIN) }),
  (random) => ({ [pick(random, ['$in', '$nin'])]: [pick(random, PLAIN), pick(random, PLAIN)] }),
  (random) => ({ $exists: random() < 0.5 }),
  (random) => ({
    $type: pick(random, ['int', 'double', 'array', 'object', 'null', 'string', 'bool', 'date', 'long', 16, 1]),
  }),
  (random) => ({ $size: pick(random, [0, 1, 2, 3]) }),
  (random) => ({ $all: [pick(random, PLAIN), pick(random, PLAIN)] }),
  (random) => ({ $elemMatch: { [pick(random, ORDER)]: pick(random, PLAIN) } }),
  (random) => ({ $elemMatch: { b: condition(random) } }),
  (random) => ({ $not: { [pick(random, ORDER)]: pick(random, PLAIN) } }),
  () => ({ $mod: [2, 1] }),
];

function condition(random: Random): unknown {
  return pick(random, CONDITIONS)(random);
}

/** A filter of one or two conditions. */
export function randomFilter(random: Random): Doc {
  const one = { [pick(random, PATHS)]: condition(random) };
  const kind = random();
  if (kind < 0.2) return { $or: [one, { [pick(random, PATHS)]: condition(random) }] };
  return kind < 0.3 ? { $nor: [one] } : one;
}

const UPDATE_PATHS = ['a', 'b', 'a.b', 'a.0', 'a.1', 'a.b.c', 'c', 'b.x.y', 'b.0.b'];
const NUMBERS = [new Int32(0), new Int32(3), new Double(1.5), new Double(2), Decimal128.fromString('1.5')];

const UPDATES: readonly ((random: Random) => Doc)[] = [
  (random) => ({ $set: { [pick(random, UPDATE_PATHS)]: pick(random, VALUES) } }),
  (random) => ({ $unset: { [pick(random, ['a', 'b', 'c'])]: '' } }),
  (random) => ({ $inc: { [pick(random, UPDATE_PATHS)]: pick(random, NUMBERS) } }),
  (random) => ({ $mul: { [pick(random, UPDATE_PATHS)]: pick(random, [3, 1.5]) } }),
  (random) => ({ [pick(random, ['$min', '$max'])]: { [pick(random, UPDATE_PATHS)]: pick(random, PLAIN) } }),
  (random) => ({ $push: { [pick(random, UPDATE_PATHS)]: pick(random, VALUES) } }),
  (random) => ({ $push: { [pick(random, UPDATE_PATHS)]: pushOf(random) } }),
  (random) => ({ $addToSet: { [pick(random, UPDATE_PATHS)]: { $each: [pick(random, PLAIN), pick(random, PLAIN)] } } }),
  (random) => ({
    $pull: { [pick(random, ['a', 'b', 'a.b'])]: pick(random, [{ $gt: 1 }, { b: 1 }, { $in: [1, 'a'] }, 1, 'a']) },
  }),
  (random) => ({ $pop: { [pick(random, ['a', 'b'])]: pick(random, [1, -1]) } }),
  (random) => ({ $rename: { [pick(random, ['a', 'b', 'a.b'])]: pick(random, ['z', 'y.q']) } }),
  (random) => ({
    $bit: { [pick(random, UPDATE_PATHS)]: { [pick(random, ['and', 'or', 'xor'])]: pick(random, [1, 6]) } },
  }),
];

function pushOf(random: Random): Doc {
  const push: Doc = { $each: [pick(random, PLAIN), pick(random, PLAIN)] };
  if (random() < 0.5) push.$slice = pick(random, [1, 2, -1, -2]);
  if (random() < 0.5) push.$sort = pick(random, [1, -1, { b: 1 }]);
  if (random() < 0.5) push.$position = pick(random, [0, 1, -1, 7]);
  return push;
}

/** One update operator, sometimes two. */
export function randomUpdate(random: Random): Doc {
  const update = pick(random, UPDATES)(random);
  return random() < 0.3 ? { ...update, ...pick(random, UPDATES)(random) } : update;
}
