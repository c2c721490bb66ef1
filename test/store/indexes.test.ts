import { expect } from 'chai';
import { knownDifference, onBothStores, refusalOf } from './both-stores.ts';

onBothStores('Indexes', (store) => {
  const collection = (name: string) => store.db.collection(name);

  it('are listed as they were asked for', async () => {
    const c = collection('listed');
    await c.createIndex({ a: 1, 'b.c': -1 }, { name: 'mine', unique: true });
    await c.createIndex({ s: 1 }, { sparse: true });
    await c.createIndex({ p: 1 }, { partialFilterExpression: { p: { $gt: 5 } } });
    const shown = await c.indexes();
    expect(shown.map(({ name }) => name)).to.deep.equal(['_id_', 'mine', 's_1', 'p_1']);
    expect(shown[1])
      .to.include({ unique: true })
      .and.deep.include({ key: { a: 1, 'b.c': -1 } });
    expect(shown[2]).to.include({ sparse: true });
    expect(shown[3]).to.deep.include({ partialFilterExpression: { p: { $gt: 5 } } });
  });

  it('asked for again are left alone', async () => {
    const c = collection('again');
    await c.createIndex({ a: 1 });
    expect(await c.createIndex({ a: 1 })).to.equal('a_1');
    expect(await c.indexes()).to.have.length(2);
  });

  it('with another name are refused (85)', async () => {
    const c = collection('conflict');
    await c.createIndex({ a: 1 });
    const refusal = await refusalOf(c.createIndex({ a: 1 }, { name: 'other' }));
    expect(refusal.code).to.equal(85);
    expect(refusal.message).to.include('Index already exists with a different name: a_1');
  });

  it('with the same name over other fields are refused (86)', async () => {
    const c = collection('conflict-key');
    await c.createIndex({ a: 1 }, { name: 'mine' });
    expect((await refusalOf(c.createIndex({ b: 1 }, { name: 'mine' }))).code).to.equal(86);
  });

  it('with another option under the same name are refused (86 for unique, 85 for an expiry)', async function () {
    knownDifference(this, store, 'its own codes for differing options');
    const c = collection('conflict-options');
    await c.createIndex({ a: 1 });
    expect((await refusalOf(c.createIndex({ a: 1 }, { unique: true }))).code).to.equal(86);
    expect((await refusalOf(c.createIndex({ a: 1 }, { expireAfterSeconds: 60 }))).code).to.equal(85);
  });

  it('over duplicates cannot be unique (11000), and leave nothing behind', async () => {
    const c = collection('duplicates');
    await c.insertMany([{ a: 1 }, { a: 1 }]);
    const refusal = await refusalOf(c.createIndex({ a: 1 }, { unique: true }));
    if (store.kind !== 'ferretdb') expect(refusal.code).to.equal(11000);
    expect(await c.indexes()).to.have.length(1);
  });

  it('that are unique hold one document without the field, sparse ones any number', async () => {
    const c = collection('missing');
    await c.createIndex({ a: 1 }, { unique: true });
    await c.createIndex({ b: 1 }, { unique: true, sparse: true });
    await c.insertOne({ a: 1 });
    await c.insertOne({ x: 1 });
    const refusal = await refusalOf(c.insertOne({ x: 2 }));
    expect(refusal.message).to.match(store.kind === 'ferretdb' ? /'a_1'/ : /index: a_1 dup key: { a: null }/);
  });

  it('that are partial and unique bind only the documents they hold', async () => {
    const c = collection('partial');
    await c.createIndex({ number: 1 }, { unique: true, partialFilterExpression: { open: true } });
    await c.insertMany([
      { number: 1, open: false },
      { number: 1, open: false },
      { number: 1, open: true },
    ]);
    expect((await refusalOf(c.insertOne({ number: 1, open: true }))).code).to.equal(11000);
    expect(await c.countDocuments({ number: 1 })).to.equal(3);
  });

  it('over arrays are unique across documents, not within one', async function () {
    knownDifference(this, store, 'a unique index does not compare the elements of two arrays');
    const c = collection('multikey');
    await c.createIndex({ tags: 1 }, { unique: true });
    await c.insertOne({ tags: ['a', 'a', 'b'] });
    expect((await refusalOf(c.insertOne({ tags: ['c', 'b'] }))).code).to.equal(11000);
    await c.insertOne({ tags: ['c'] });
  });

  it('cannot span two arrays of one document (171)', async function () {
    knownDifference(this, store, 'two arrays under one index are taken');
    const c = collection('parallel-arrays');
    await c.createIndex({ a: 1, b: 1 });
    expect((await refusalOf(c.insertOne({ a: [1], b: [2] }))).code).to.equal(171);
    await c.insertOne({ a: [1], b: 2 });
  });

  it('can be dropped by name, by key and all at once; unknown ones are refused (27)', async () => {
    const c = collection('dropping');
    await c.createIndex({ a: 1 });
    await c.createIndex({ b: 1 });
    await c.createIndex({ c: 1 });
    await c.dropIndex('a_1');
    expect((await refusalOf(c.dropIndex('a_1'))).code).to.equal(27);
    await c.dropIndexes();
    expect((await c.indexes()).map(({ name }) => name)).to.deep.equal(['_id_']);
    expect((await refusalOf(c.dropIndex('_id_'))).code).to.equal(72);
  });

  it('of a collection that is not there are refused (26)', async () => {
    expect((await refusalOf(collection('nowhere').indexes())).code).to.equal(26);
  });

  it('with a direction of zero or an unknown kind or option are refused', async function () {
    knownDifference(this, store, 'its own codes and texts for wrong index specifications');
    const c = collection('wrong');
    expect((await refusalOf(c.createIndex({ a: 0 } as never))).code).to.equal(67);
    expect((await refusalOf(c.createIndex({ a: 'nope' } as never))).message).to.match(/Unknown index plugin 'nope'/);
    const command = store.db.db?.command({ createIndexes: 'wrong', indexes: [{ key: { a: 1 }, name: 'a', nope: 1 }] });
    expect((await refusalOf(command as Promise<unknown>)).code).to.equal(197);
  });

  it('made over existing documents find them', async () => {
    const c = collection('existing');
    await c.insertMany(Array.from({ length: 500 }, (_, n) => ({ n, even: n % 2 === 0, list: [n, -n] })));
    await c.createIndex({ even: 1, n: -1 });
    await c.createIndex({ list: 1 });
    const found = await c.find({ even: true, n: { $lt: 10 } }, { sort: { n: -1 } }).toArray();
    expect(found.map(({ n }) => n)).to.deep.equal([8, 6, 4, 2, 0]);
    expect(await c.countDocuments({ list: -7 })).to.equal(1);
  });
});
