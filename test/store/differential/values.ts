import {
  Binary,
  BSONRegExp,
  Decimal128,
  Double,
  deserialize,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  serialize,
  Timestamp,
} from 'bson';
import type { Doc } from '../../../server/store/embedded/semantics-contract.ts';

/** Numbers that come the same every time: a test that fails can be run again. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
}

/** One of a list. */
export function pick<T>(random: () => number, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}

const int = (value: number) => new Int32(value);

/** A value of every type, and the ones at which types meet. */
export const VALUES: readonly unknown[] = [
  int(0),
  int(1),
  int(2),
  int(-3),
  new Double(1),
  new Double(1.5),
  new Double(-2.5),
  Long.fromNumber(1),
  Long.fromString('9007199254740993'),
  Decimal128.fromString('1'),
  Decimal128.fromString('1.5'),
  'a',
  'b',
  '',
  'Ә',
  'строка',
  null,
  true,
  false,
  new Date(0),
  new Date(86_400_000),
  new ObjectId('0123456789abcdef01234567'),
  new Binary(Uint8Array.from([1, 2, 3])),
  new Timestamp({ t: 5, i: 1 }),
  new BSONRegExp('^a', 'i'),
  new MinKey(),
  new MaxKey(),
  {},
  { b: int(1) },
  { b: null },
  { b: 'a', c: int(2) },
  { b: { c: int(1) } },
  { b: [int(1), int(2)] },
  [],
  [int(1)],
  [int(1), int(2), int(5)],
  ['a', int(2)],
  [null],
  [[int(1), int(2)]],
  [{ b: int(1) }, { b: int(3) }],
  [{ b: int(2), c: 'x' }, { c: 'y' }, int(7)],
  [{ b: [int(1), int(9)] }, { b: [] }],
];

/** Documents whose fields hold all of the values, next to others. */
export function sampleDocuments(random: () => number, count: number): Doc[] {
  return Array.from({ length: count }, (_, index) => {
    const doc: Doc = { _id: int(index) };
    if (index < VALUES.length) doc.a = VALUES[index];
    else if (random() < 0.9) doc.a = pick(random, VALUES);
    if (random() < 0.8) doc.b = pick(random, VALUES);
    return doc;
  });
}

/** The form in which the embedded store holds documents. */
export function stored(doc: Doc): Doc {
  return deserialize(serialize(doc), { promoteValues: false, bsonRegExp: true });
}
