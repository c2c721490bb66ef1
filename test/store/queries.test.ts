import { expect } from 'chai';
import { knownDifference, onBothStores, refusalOf } from './both-stores.ts';
import { planOf } from './plan-of.ts';

onBothStores('Queries', (store) => {
  const collection = (name: string) => store.db.collection(name);
  const plan = (name: string, filter: object, sort: Record<string, 1 | -1> = {}) =>
    planOf({ explain: () => collection(name).find(filter).sort(sort).explain('executionStats') });

  before(async () => {
    const c = collection('soldiers');
    await c.createIndexes([
      { key: { key: 1 }, unique: true },
      { key: { oblast: 1, year: -1 } },
      { key: { names: 1 } },
      { key: { 'mentions.list': 1, 'mentions.line': 1 } },
      { key: { camp: 1 }, sparse: true },
    ]);
    await c.insertMany(
      Array.from({ length: 1000 }, (_, n) => ({
        key: `k${n}`,
        oblast: `o${n % 20}`,
        year: 1900 + (n % 25),
        names: [`family${n % 100}`, `given${n % 37}`],
        mentions: [{ list: `l${n % 4}`, line: n }],
        ...(n % 50 === 0 && { camp: n }),
      })),
    );
  });

  it('by equality read only what they find', async function () {
    knownDifference(this, store, 'its explain tells another plan, in another form');
    const told = await plan('soldiers', { key: 'k77' });
    expect(told).to.deep.include({ indexes: ['key_1'], fullScan: false, examined: 1, returned: 1 });
  });

  it('by a list, a range and a prefix use the index', async function () {
    knownDifference(this, store, 'its explain tells another plan, in another form');
    expect(await plan('soldiers', { key: { $in: ['k1', 'k2', 'nobody'] } })).to.include({
      fullScan: false,
      returned: 2,
    });
    const range = await plan('soldiers', { oblast: 'o3', year: { $gte: 1910, $lt: 1912 } });
    expect(range).to.include({ fullScan: false }).and.have.property('examined').that.is.at.most(10);
    const prefix = await plan('soldiers', { key: /^k99/ });
    expect(prefix).to.include({ fullScan: false, returned: 11 }).and.have.property('examined').that.is.at.most(12);
  });

  it('by an element of an array use its index', async function () {
    knownDifference(this, store, 'its explain tells another plan, in another form');
    expect(await plan('soldiers', { names: 'family7' })).to.deep.include({
      indexes: ['names_1'],
      returned: 10,
      examined: 10,
    });
    const both = { mentions: { $elemMatch: { list: 'l3', line: 7 } } };
    expect(await plan('soldiers', both)).to.include({ fullScan: false, returned: 1 });
  });

  it('in the order of an index are not sorted again, forwards or backwards', async function () {
    knownDifference(this, store, 'its explain tells another plan, in another form');
    expect(await plan('soldiers', { oblast: 'o3' }, { year: -1 })).to.include({
      sortedInMemory: false,
      fullScan: false,
    });
    expect(await plan('soldiers', { oblast: 'o3' }, { year: 1 })).to.include({
      sortedInMemory: false,
      fullScan: false,
    });
    const several = { oblast: { $in: ['o3', 'o4'] } };
    expect(await plan('soldiers', several, { year: -1 })).to.include({ sortedInMemory: false, fullScan: false });
    expect(await plan('soldiers', {}, { oblast: -1, year: 1 })).to.include({ sortedInMemory: false });
    expect(await plan('soldiers', {}, { oblast: 1, year: 1 })).to.include({ sortedInMemory: true });
  });

  it('over a sparse index find all they should, with and without it', async function () {
    knownDifference(this, store, 'its explain tells another plan, in another form');
    expect(await plan('soldiers', { camp: { $gte: 500 } })).to.deep.include({ indexes: ['camp_1'], returned: 10 });
    expect(await collection('soldiers').countDocuments({ camp: null })).to.equal(980);
  });

  it('by alternatives use an index for each', async () => {
    const told = await plan('soldiers', { $or: [{ key: 'k1' }, { names: 'family9' }, { oblast: 'o1', year: 1901 }] });
    expect(told.fullScan).to.equal(false);
    expect(told.examined).to.be.at.most(30);
  });

  it('without an index say that they look at everything', async function () {
    knownDifference(this, store, 'its explain tells another plan, in another form');
    expect(await plan('soldiers', { 'mentions.line': 5, nowhere: 1 })).to.include({ fullScan: true, examined: 1000 });
  });

  it('of an aggregation use the index for its first $match and $sort', async () => {
    const pipeline = [{ $match: { oblast: 'o3' } }, { $sort: { year: 1 as const } }, { $group: { _id: '$year' } }];
    const told = await planOf({ explain: () => collection('soldiers').aggregate(pipeline).explain('executionStats') });
    expect(told).to.include({ fullScan: false });
    expect(await collection('soldiers').aggregate(pipeline).toArray()).to.have.length(5);
  });

  it('take a hint by name or by key, and refuse an unknown one', async () => {
    const c = collection('soldiers');
    expect(await c.find({ oblast: 'o1' }).hint('oblast_1_year_-1').toArray()).to.have.length(50);
    expect(await c.find({ oblast: 'o1' }).hint({ $natural: 1 }).toArray()).to.have.length(50);
    expect((await refusalOf(c.find({ oblast: 'o1' }).hint('nope').toArray())).code).to.equal(2);
  });

  it('page by skip and limit in a settled order', async () => {
    const c = collection('soldiers');
    const page = await c.find({}, { sort: { year: 1, key: -1 }, skip: 10, limit: 5 }).toArray();
    const all = await c.find({}, { sort: { year: 1, key: -1 } }).toArray();
    expect(page).to.deep.equal(all.slice(10, 15));
  });

  it('count, with and without a filter, limit and skip', async () => {
    const c = collection('soldiers');
    expect(await c.countDocuments({})).to.equal(1000);
    expect(await c.estimatedDocumentCount()).to.equal(1000);
    expect(await c.countDocuments({ oblast: 'o4' })).to.equal(50);
    expect(await c.countDocuments({ oblast: 'o4' }, { skip: 45, limit: 10 })).to.equal(5);
    expect(await c.countDocuments({ names: { $in: ['family1', 'given1'] } })).to.equal(36);
    const repeated = store.db.collection<{ _id: number; tags: string[]; at: number }>('repeated');
    await repeated.createIndex({ tags: 1, at: 1 });
    await repeated.insertMany([
      { _id: 1, tags: ['a', 'a', 'b'], at: 1 },
      { _id: 2, tags: ['b', 'ab'], at: 2 },
      { _id: 3, tags: [], at: 3 },
    ]);
    const sums = { _id: 1, n: { $sum: 1 }, less: { $sum: -3 }, part: { $sum: 0.25 } };
    const [summed] = await repeated
      .aggregate([{ $group: sums }, { $addFields: { twice: { $add: ['$n', '$n'] } } }])
      .toArray();
    expect(summed).to.deep.equal({ _id: 1, n: 3, less: -9, part: 0.75, twice: 6 });
    const whole = { _id: null, n: { $sum: 1 }, large: { $sum: 2_000_000_000 } };
    expect(await repeated.aggregate([{ $group: whole }]).toArray()).to.deep.equal([
      { _id: null, n: 3, large: 6_000_000_000 },
    ]);
    const negative = { $group: { _id: null, n: { $sum: 1 }, less: { $sum: -3 } } };
    expect(await repeated.aggregate([negative]).toArray()).to.deep.equal([{ _id: null, n: 3, less: -9 }]);
    expect(await repeated.aggregate([{ $match: { tags: 'none' } }, negative]).toArray()).to.deep.equal([]);
    expect(await repeated.countDocuments({ tags: 'a' })).to.equal(1);
    expect(await repeated.countDocuments({ tags: 'b' })).to.equal(2);
    expect(await repeated.countDocuments({ tags: 'b', at: { $gte: 2, $lt: 3 } })).to.equal(1);
    expect(await repeated.countDocuments({ tags: { $gte: 'a', $lt: 'c' } })).to.equal(2);
  });

  it('distinct gives each value once, those inside arrays too', async () => {
    const c = collection('soldiers');
    expect(await c.distinct('mentions.list')).to.have.members(['l0', 'l1', 'l2', 'l3']);
    expect(await c.distinct('year', { oblast: 'o5' })).to.have.members([1905, 1910, 1915, 1920, 1900]);
  });

  it('aggregate across collections with $lookup and into $facet', async () => {
    await collection('lists').insertMany([
      { code: 'l1', partner: 'A' },
      { code: 'l2', partner: 'B' },
    ]);
    const [told] = await collection('soldiers')
      .aggregate([
        { $match: { oblast: 'o1' } },
        { $lookup: { from: 'lists', localField: 'mentions.list', foreignField: 'code', as: 'lists' } },
        {
          $facet: {
            partners: [
              { $unwind: '$lists' },
              { $group: { _id: '$lists.partner', n: { $sum: 1 } } },
              { $sort: { _id: 1 } },
            ],
            all: [{ $count: 'n' }],
          },
        },
      ])
      .toArray();
    expect(told).to.deep.equal({ partners: [{ _id: 'A', n: 50 }], all: [{ n: 50 }] });
  });
});
