import { Binary, BSONRegExp, Code, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { expect } from 'chai';
import fc from 'fast-check';
import { compareBson } from '../../server/store/embedded/semantics/compare.ts';
import { encodeKey, encodeValue } from '../../server/store/embedded/storage/key-encoding.ts';

const scalar = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.integer().map((value) => new Int32(value)),
  fc.double().map((value) => new Double(value)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => Long.fromBigInt(value)),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 33n), max: 10n ** 33n }), fc.integer({ min: -400, max: 400 }))
    .map(([digits, power]) => Decimal128.fromString(`${digits}E${power}`)),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.uint8Array({ maxLength: 5 }).map((bytes) => new Binary(bytes, 0)),
  fc.tuple(fc.nat(), fc.nat()).map(([t, i]) => new Timestamp({ t, i })),
  fc.string({ maxLength: 3 }).map((text) => new BSONRegExp(text.replaceAll('\0', ''), 'i')),
  fc.string({ maxLength: 3 }).map((text) => new Code(text)),
  fc.constantFrom(new MinKey(), new MaxKey()),
);
const value = fc.oneof(
  { weight: 5, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.dictionary(fc.constantFrom('a', 'b', 'c'), scalar, { maxKeys: 3 }) },
);

const sign = (number: number): number => Math.sign(number);

describe('Bytes of index keys', () => {
  it('compare as MongoDB compares the values, whatever their types', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(sign(encodeValue(a).compare(encodeValue(b)))).to.equal(sign(compareBson(a, b)));
      }),
      { numRuns: 3000 },
    );
  });

  it('compare compound keys field by field, each in its direction', () => {
    fc.assert(
      fc.property(scalar, scalar, scalar, scalar, (a, b, c, d) => {
        const byFirst = sign(compareBson(a, c));
        const wanted = byFirst !== 0 ? byFirst : -sign(compareBson(b, d));
        expect(sign(encodeKey([a, b], [1, -1]).compare(encodeKey([c, d], [1, -1])))).to.equal(wanted + 0);
      }),
      { numRuns: 3000 },
    );
  });

  it('are equal for equal numbers of different types, and only for those', () => {
    const same = [new Int32(5), new Double(5), Long.fromNumber(5), Decimal128.fromString('5.00')];
    for (const one of same) expect(encodeValue(one).equals(encodeValue(new Int32(5)))).to.equal(true);
    const near = ['9007199254740992', '9007199254740993', '9007199254740994'].map((text) => Long.fromString(text));
    const keys = near.map((number) => encodeValue(number).toString('hex'));
    expect([...keys].sort()).to.deep.equal(keys);
    expect(new Set(keys).size).to.equal(3);
    expect(encodeValue(Decimal128.fromString('0.1')).equals(encodeValue(new Double(0.1)))).to.equal(false);
    expect(encodeValue(Decimal128.fromString('0.5')).equals(encodeValue(new Double(0.5)))).to.equal(true);
  });
});
