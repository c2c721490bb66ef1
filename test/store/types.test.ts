import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
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
import { expect } from 'chai';
import { knownDifference, onBothStores } from './both-stores.ts';

const samples: Record<string, unknown> = {
  double: new Double(1.5),
  wholeDouble: new Double(3),
  minusZero: new Double(-0),
  notANumber: new Double(Number.NaN),
  infinity: new Double(Number.POSITIVE_INFINITY),
  string: 'Қайырбеков \u{1F56F}',
  object: { a: new Int32(1), b: { c: [] } },
  array: [new Int32(1), 'two', null, [new Double(2.5)]],
  binary: new Binary(new Uint8Array([0, 1, 255]), 0),
  uuid: new Binary(new Uint8Array(16).fill(7), Binary.SUBTYPE_UUID),
  objectId: new ObjectId('0123456789abcdef01234567'),
  boolean: true,
  date: new Date('1942-07-22T00:00:00.123Z'),
  dateBefore1970: new Date(-1),
  null: null,
  regex: new BSONRegExp('^a.*b$', 'im'),
  code: new Code('return 1'),
  codeWithScope: new Code('return x', { x: new Int32(1) }),
  symbol: new BSONSymbol('s'),
  int32: new Int32(-2147483648),
  timestamp: new Timestamp({ t: 100, i: 2 }),
  long: Long.fromString('9007199254740993'),
  decimal: Decimal128.fromString('12345678901234567890.123456789E-10'),
  minKey: new MinKey(),
  maxKey: new MaxKey(),
};

/** The order in which MongoDB sorts values of different types. */
const ascending: unknown[] = [
  new MinKey(),
  null,
  new Double(Number.NaN),
  new Int32(-1),
  new Double(0.5),
  Long.fromNumber(1),
  Decimal128.fromString('1.5'),
  '',
  'Z',
  'a',
  'Ә',
  {},
  { a: new Int32(1) },
  new Binary(new Uint8Array([1]), 0),
  new ObjectId('0123456789abcdef01234567'),
  false,
  true,
  new Date(-5),
  new Date(5),
  new Timestamp({ t: 1, i: 1 }),
  new BSONRegExp('a'),
  new MaxKey(),
];

const asIs = { promoteValues: false, promoteLongs: false, bsonRegExp: true, promoteBuffers: false } as const;

onBothStores('BSON types', (store) => {
  for (const [name, value] of Object.entries(samples)) {
    it(`${name} comes back as it went in, and after an update of another field`, async () => {
      const c = store.db.collection('types');
      await c.insertOne({ _id: name, value } as never);
      await c.updateOne({ _id: name } as never, { $set: { other: 1 } });
      const sent = deserialize(serialize({ value }), asIs);
      const found = await c.findOne({ _id: name } as never, { ...asIs, projection: { value: 1, _id: 0 } });
      expect(serialize(found ?? {})).to.deep.equal(serialize(sent));
    });
  }

  for (const indexed of [false, true]) {
    it(`sort across types in MongoDB's order, ${indexed ? 'through' : 'without'} an index`, async () => {
      const c = store.db.collection(`order-${indexed}`);
      if (indexed) await c.createIndex({ value: 1 });
      const shuffled = ascending
        .map((value, rank) => ({ rank, value }))
        .sort((a, b) => ((a.rank * 7) % 22) - ((b.rank * 7) % 22));
      await c.insertMany(shuffled);
      const ranks = async (direction: 1 | -1) =>
        (await c.find({}, { sort: { value: direction } }).toArray()).map(({ rank }) => rank);
      const expected = ascending.map((_, rank) => rank);
      expect(await ranks(1)).to.deep.equal(expected);
      expect(await ranks(-1)).to.deep.equal(expected.reverse());
    });

    it(`arrays sort by their least element upwards and their greatest downwards, ${indexed ? 'through' : 'without'} an index`, async function () {
      knownDifference(this, store, 'an empty array and null sort as equals');
      const c = store.db.collection(`arrays-${indexed}`);
      if (indexed) await c.createIndex({ v: 1 });
      await c.insertMany([
        { _id: 'wide', v: [1, 9] },
        { _id: 'five', v: 5 },
        { _id: 'empty', v: [] },
        { _id: 'null', v: null },
        { _id: 'two', v: [2, 3] },
      ] as never[]);
      const ids = async (direction: 1 | -1) =>
        (await c.find({}, { sort: { v: direction } }).toArray()).map(({ _id }) => String(_id));
      expect(await ids(1)).to.deep.equal(['empty', 'null', 'wide', 'two', 'five']);
      expect(await ids(-1)).to.deep.equal(['wide', 'five', 'two', 'null', 'empty']);
    });
  }

  it('equal numbers of different types are found by each other', async () => {
    const c = store.db.collection('numbers');
    await c.createIndex({ n: 1 });
    await c.insertMany([
      { n: new Int32(5) },
      { n: new Double(5) },
      { n: Long.fromNumber(5) },
      { n: Decimal128.fromString('5.0') },
    ]);
    for (const asked of [new Int32(5), new Double(5), Long.fromNumber(5), Decimal128.fromString('5')]) {
      expect(await c.countDocuments({ n: asked })).to.equal(4);
    }
  });

  it('numbers that differ only beyond a double are told apart', async () => {
    const c = store.db.collection('long-numbers');
    await c.createIndex({ n: 1 }, { unique: true });
    const texts = ['9007199254740992', '9007199254740993', '9007199254740994'];
    await c.insertMany(texts.map((text) => ({ n: Long.fromString(text) })));
    expect(await c.countDocuments({ n: Long.fromString('9007199254740993') })).to.equal(1);
    expect(await c.countDocuments({ n: { $gt: Long.fromString('9007199254740992') } })).to.equal(2);
  });
});
