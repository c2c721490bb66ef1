import { BSONRegExp, Decimal128, Double, Int32, MaxKey, MinKey } from 'bson';
import type { Doc } from '../../../server/store/embedded/semantics-contract.ts';
import { pick, VALUES } from './values.ts';

type Random = () => number;

const PATHS = ['a', 'b', 'a.b', 'a.0', 'a.b.c', 'a.0.b', 'a.1'];
const ORDER = ['$eq', '$ne', '$gt', '$gte', '$lt', '$lte'];

/** Values that both sides compare alike (see known-differences.ts). */
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
