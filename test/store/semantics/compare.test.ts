import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';
import { expect } from 'chai';
import { compareBson, equalBson, keyOf } from '../../../server/store/embedded/semantics/compare.ts';
import { storedValue } from './wire-form.ts';

const ASCENDING: unknown[] = [
  new MinKey(),
  undefined,
  null,
  Number.NaN,
  Number.NEGATIVE_INFINITY,
  Long.fromString('-9223372036854775808'),
  -1,
  0,
  new Double(0.5),
  1,
  Decimal128.fromString('1.00000000000000000001'),
  Long.fromString('9007199254740993'),
  Number.POSITIVE_INFINITY,
  '',
  'Z',
  'a',
  'aa',
  'я',
  'қ',
  '\uffee',
  '😀',
  {},
  { a: 1 },
  { a: 1, b: 1 },
  { b: 0 },
  { a: 'x' },
  [],
  [1],
  [1, 2],
  [2],
  new Binary(Uint8Array.from([9])),
  new Binary(Uint8Array.from([1, 1])),
  new ObjectId('000000000000000000000001'),
  new ObjectId('ff0000000000000000000000'),
  false,
  true,
  new Date(-1),
  new Date(0),
  new Timestamp({ t: 1, i: 2 }),
  new Timestamp({ t: 4_000_000_000, i: 1 }),
  new BSONRegExp('a'),
  new BSONRegExp('b'),
  new MaxKey(),
];

describe('the order of BSON values', () => {
  it('puts every pair of different values the way MongoDB does', () => {
    const values = ASCENDING.map((value) => (value === undefined ? undefined : storedValue(value)));
    const wrong: string[] = [];
    values.forEach((a, i) => {
      values.forEach((b, j) => {
        if (Math.sign(compareBson(a, b)) !== Math.sign(i - j)) wrong.push(`${i} and ${j}`);
      });
    });
    expect(wrong).to.deep.equal([]);
  });

  const EQUAL: [string, unknown, unknown][] = [
    ['an int and a double', new Int32(1), new Double(1)],
    ['an int and a long', new Int32(7), Long.fromNumber(7)],
    ['a double and a decimal', new Double(0.5), Decimal128.fromString('0.50')],
    ['zero and minus zero', new Double(0), new Double(-0)],
    ['two NaN', new Double(Number.NaN), Decimal128.fromString('NaN')],
    ['a string and a symbol', 'abc', new BSONSymbol('abc')],
    ['numbers inside documents and arrays', { a: [new Int32(1)] }, { a: [Decimal128.fromString('1.0')] }],
  ];
  for (const [what, a, b] of EQUAL) {
    it(`takes ${what} for equal, in comparison and as key of a set`, () => {
      expect(equalBson(a, b)).to.equal(true);
      expect(keyOf(a)).to.equal(keyOf(b));
    });
  }

  const DIFFERENT: [string, unknown, unknown][] = [
    ['a long beyond 2^53 and the nearest double', Long.fromString('9007199254740993'), new Double(9007199254740992)],
    ['0.1 as a double and as a decimal', new Double(0.1), Decimal128.fromString('0.1')],
    ['documents with their fields in another order', { a: 1, b: 2 }, { b: 2, a: 1 }],
    ['texts that only look alike when put together', ['a', 'b'], ['a,b']],
    ['a number and its text', 1, '1'],
  ];
  for (const [what, a, b] of DIFFERENT) {
    it(`tells ${what} apart`, () => {
      expect(equalBson(a, b)).to.equal(false);
      expect(keyOf(a)).to.not.equal(keyOf(b));
    });
  }
});
