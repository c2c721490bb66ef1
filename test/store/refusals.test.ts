import { expect } from 'chai';
import { knownDifference, onBothStores, refusalOf } from './both-stores.ts';

onBothStores('What cannot be done is refused by name', (store) => {
  const command = async (body: Record<string, unknown>): Promise<unknown> => store.db.db?.command(body);
  const codeOf = async (body: Record<string, unknown>): Promise<number | undefined> =>
    (await refusalOf(command(body))).code;

  before(() => store.db.collection('c').insertOne({ a: 1 }));

  it('an unknown command (59)', async () => {
    const refusal = await refusalOf(command({ nope: 1 }));
    expect([refusal.code, refusal.codeName]).to.deep.equal([59, 'CommandNotFound']);
    expect(refusal.message).to.include("'nope'");
  });

  it('an unknown stage (40324) and an unknown operator (2)', async () => {
    expect(await codeOf({ aggregate: 'c', pipeline: [{ $nope: 1 }], cursor: {} })).to.equal(40324);
    expect(await codeOf({ find: 'c', filter: { a: { $nope: 1 } } })).to.equal(2);
    expect(await codeOf({ find: 'c', filter: { $nope: 1 } })).to.equal(2);
  });

  it('an option that does not exist (40415)', async function () {
    knownDifference(this, store, 'code 2 for some unknown options, others are taken');
    expect(await codeOf({ find: 'c', nope: 1 })).to.equal(40415);
    expect(await codeOf({ insert: 'c', documents: [{}], nope: 1 })).to.equal(40415);
    expect(await codeOf({ create: 'other', nope: 1 })).to.equal(40415);
  });

  it('a limit below zero (51024)', async function () {
    knownDifference(this, store, 'a limit below zero is taken for one batch');
    expect(await codeOf({ find: 'c', limit: -1 })).to.equal(51024);
  });

  it('values of the wrong type (14) and missing ones (40414), before anything is done', async () => {
    expect(await codeOf({ find: 'c', filter: 1 })).to.equal(14);
    expect(await codeOf({ insert: 'c', documents: [{ b: 1 }, 5] })).to.equal(14);
    expect(await codeOf({ update: 'c', updates: [{ q: {}, u: { $set: { b: 1 } } }, { u: {} }] })).to.equal(40414);
    expect(await store.db.collection('c').countDocuments({ b: 1 })).to.equal(0);
  });

  it('transactions', async function () {
    knownDifference(this, store, 'transactions are accepted and then not kept');
    if (store.kind === 'mongodb') this.skip();
    const session = await store.db.startSession();
    const inTransaction = session.withTransaction(() => store.db.collection('c').insertOne({ b: 1 }, { session }));
    const refusal = await refusalOf(inTransaction);
    expect(refusal.code).to.equal(263);
    expect(refusal.message).to.include('Transactions are not supported');
    await session.endSession();
    expect(await store.db.collection('c').countDocuments({ b: 1 })).to.equal(0);
  });

  it('change streams', async function () {
    if (store.kind !== 'embedded') this.skip();
    const stream = store.db.collection('c').watch();
    expect((await refusalOf(stream.next())).code).to.equal(40573);
    await stream.close();
  });

  it('kinds of collections and promises that are not kept here', async function () {
    knownDifference(this, store, 'validators, views and capped collections are dropped silently');
    if (store.kind === 'mongodb') this.skip();
    const options = [
      { capped: true, size: 4096 },
      { viewOn: 'c' },
      { validator: { a: 1 } },
      { timeseries: { timeField: 't' } },
    ];
    for (const option of options) {
      const [name] = Object.keys(option);
      expect((await refusalOf(command({ create: 'special', ...option }))).message).to.include(
        `'${name}' is not supported`,
      );
    }
  });

  it('collations, text and places', async function () {
    if (store.kind !== 'embedded') this.skip();
    const c = store.db.collection('c');
    expect((await refusalOf(c.find({ a: 'x' }, { collation: { locale: 'ru', strength: 2 } }).toArray())).code).to.equal(
      238,
    );
    expect((await refusalOf(c.find({ $text: { $search: 'x' } }).toArray())).message).to.match(/text/);
    expect((await refusalOf(c.find({ a: { $near: [1, 2] } }).toArray())).message).to.include('$near');
    expect((await refusalOf(c.find({ $where: 'true' } as never).toArray())).message).to.include('$where');
    expect((await refusalOf(c.createIndex({ a: 'text' }))).message).to.include("'text'");
    expect((await refusalOf(c.createIndex({ a: 1 }, { collation: { locale: 'ru' } }))).message).to.include(
      "'collation'",
    );
  });

  it('a second collection of the same name (48)', async function () {
    knownDifference(this, store, 'a second creation is taken');
    await command({ create: 'twice' });
    expect(await codeOf({ create: 'twice' })).to.equal(48);
  });

  it('names that cannot be (73)', async () => {
    expect(await codeOf({ create: 'a$b' })).to.equal(73);
    expect(await codeOf({ find: '' })).to.equal(73);
  });
});
