import { expect } from 'chai';
import { onBothStores, refusalOf } from './both-stores.ts';

const DOCUMENTS = 50_000;

onBothStores('Cursors', (store) => {
  const collection = () => store.db.collection('many');

  before(async function () {
    this.timeout(60_000);
    await collection().createIndex({ n: 1 });
    for (let from = 0; from < DOCUMENTS; from += 10_000) {
      await collection().insertMany(
        Array.from({ length: 10_000 }, (_, at) => ({ n: from + at, fill: 'x'.repeat(200) })),
      );
    }
  });

  it('read 50,000 documents to the end, each once and in order', async () => {
    let expected = 0;
    for await (const { n } of collection().find({}, { sort: { n: 1 } })) {
      if (n !== expected) expect(n).to.equal(expected);
      expected += 1;
    }
    expect(expected).to.equal(DOCUMENTS);
  }).timeout(60_000);

  it('keep to the batch size that was asked for', async () => {
    const cursor = collection().find({ n: { $lt: 25 } }, { batchSize: 10 });
    await cursor.next();
    expect(cursor.bufferedCount()).to.equal(9);
    expect(await cursor.toArray()).to.have.length(24);
  });

  it('closed early are gone (43)', async () => {
    const cursor = collection().find({}, { batchSize: 10 });
    await cursor.next();
    const id = cursor.id;
    await cursor.close();
    const more = store.db.db?.command({ getMore: id, collection: 'many' }) as Promise<unknown>;
    expect((await refusalOf(more)).code).to.equal(43);
  });

  it('stay valid while documents are written and removed beside them', async () => {
    const cursor = collection().find({ n: { $gte: 1000, $lt: 2000 } }, { sort: { n: 1 }, batchSize: 100 });
    const seen: number[] = [];
    for await (const { n } of cursor) {
      seen.push(n);
      if (n === 1500) await collection().insertOne({ n: 5, fill: '' });
    }
    expect(seen).to.deep.equal(Array.from({ length: 1000 }, (_, at) => 1000 + at));
    await collection().deleteOne({ n: 5, fill: '' });
  });

  it('of aggregations stream as well', async () => {
    let count = 0;
    for await (const { twice } of collection().aggregate([{ $project: { twice: { $multiply: ['$n', 2] } } }])) {
      count += twice >= 0 ? 1 : 0;
    }
    expect(count).to.equal(DOCUMENTS);
  }).timeout(60_000);

  it('several at once do not disturb each other', async () => {
    const counts = await Promise.all(
      [0, 1, 2, 3].map(async (part) => {
        let count = 0;
        for await (const { n } of collection().find(
          { n: { $gte: part * 5000, $lt: part * 5000 + 5000 } },
          { batchSize: 500 },
        )) {
          count += n >= part * 5000 ? 1 : 0;
        }
        return count;
      }),
    );
    expect(counts).to.deep.equal([5000, 5000, 5000, 5000]);
  }).timeout(60_000);
});
