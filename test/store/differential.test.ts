import { EJSON, Int32 } from 'bson';
import { expect } from 'chai';
import mongoose from 'mongoose';
import { semantics } from '../../server/store/embedded/semantics/semantics.ts';
import type { Doc } from '../../server/store/embedded/semantics-contract.ts';
import { StoreError } from '../../server/store/embedded/store-error.ts';
import { PIPELINES, SORTS } from './differential/fixed-cases.ts';
import { randomFilter, randomUpdate } from './differential/random-cases.ts';
import { sampleDocuments, seededRandom, stored } from './differential/values.ts';

const NOW = new Date('2026-05-09T00:00:00Z');

/** What a side answered: a value with its types as text, or the code of its refusal. */
async function outcome(run: () => unknown): Promise<string> {
  try {
    return EJSON.stringify(stored({ value: await run() }).value, { relaxed: false });
  } catch (error) {
    if (error instanceof StoreError || error instanceof mongoose.mongo.MongoServerError) return `refused ${error.code}`;
    throw error;
  }
}

/** The document with its own fields in alphabetical order: FerretDB creates fields in another one. */
function inNameOrder(doc: Doc | null): Doc {
  return Object.fromEntries(Object.entries(doc ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
}

type Difference = { input: string; theirs: string; ours: string };

/** A refusal on both sides counts as the same when the codes are looked at elsewhere. */
function differs(theirs: string, ours: string): boolean {
  return theirs !== ours && !(theirs.startsWith('refused') && ours.startsWith('refused'));
}

describe('the embedded store beside an independent MongoDB', function () {
  this.timeout(120_000);
  const uri = process.env.MONGODB_URI;
  let connection: mongoose.Connection;
  const documents = sampleDocuments(seededRandom(1), 120).map(stored);

  const collection = (name: string) => connection.collection<Doc & { _id: unknown }>(name);

  before(async function () {
    if (!uri) {
      if (process.env.REQUIRE_SERVICES === '1') throw new Error('MONGODB_URI is not set');
      return this.skip();
    }
    const options = { dbName: `differential_${process.pid}`, promoteValues: false, bsonRegExp: true };
    connection = await mongoose.createConnection(uri, options).asPromise();
    await collection('documents').insertMany(documents as (Doc & { _id: unknown })[]);
  });

  after(async () => {
    await connection?.dropDatabase();
    await connection?.close();
  });

  it('finds the same documents by 600 filters', async () => {
    const random = seededRandom(20260509);
    const differences: Difference[] = [];
    for (let round = 0; round < 600; round++) {
      const filter = randomFilter(random);
      const theirs = await outcome(async () => {
        const found = await collection('documents').find(filter).sort({ _id: 1 }).project({ _id: 1 }).toArray();
        return found.map(({ _id }) => _id);
      });
      const ours = await outcome(() => {
        const matches = semantics.compileFilter(stored(filter), { now: NOW });
        return documents.filter(matches).map(({ _id }) => _id);
      });
      if (differs(theirs, ours)) differences.push({ input: EJSON.stringify(filter), theirs, ours });
    }
    expect(differences).to.deep.equal([]);
  });

  it('leaves the same document after 400 updates', async () => {
    const random = seededRandom(19450509);
    const differences: Difference[] = [];
    for (let round = 0; round < 400; round++) {
      const [sample = {}] = sampleDocuments(random, 60).slice(-1);
      const doc = stored({ ...sample, _id: new Int32(1) });
      const update = randomUpdate(random);
      await collection('updated').deleteMany({});
      await collection('updated').insertOne(doc as Doc & { _id: unknown });
      const theirs = await outcome(async () => {
        await collection('updated').updateOne({}, update);
        return inNameOrder(await collection('updated').findOne({}));
      });
      const ours = await outcome(() => {
        const compiled = semantics.compileUpdate(stored(update), { now: NOW, filter: {} });
        return inNameOrder(compiled.apply(doc, false));
      });
      if (differs(theirs, ours))
        differences.push({ input: `${EJSON.stringify(update)} on ${EJSON.stringify(doc)}`, theirs, ours });
    }
    expect(differences).to.deep.equal([]);
  });

  it('sorts alike', async () => {
    for (const spec of SORTS) {
      const theirs = await outcome(async () => {
        const found = await collection('documents')
          .find({ a: { $exists: true, $not: { $size: 0 } } })
          .sort(spec as Record<string, 1>)
          .toArray();
        return found.map(({ _id }) => _id);
      });
      const ours = await outcome(() => {
        const matches = semantics.compileFilter({ a: { $exists: true, $not: { $size: new Int32(0) } } }, { now: NOW });
        return documents
          .filter(matches)
          .sort(semantics.compileSort(stored(spec)))
          .map(({ _id }) => _id);
      });
      expect(ours, JSON.stringify(spec)).to.equal(theirs);
    }
  });

  it('makes the same documents by pipelines', async () => {
    const find = (_name: string, filter: Doc) => documents.filter(semantics.compileFilter(filter, { now: NOW }));
    // What comes out of a collection unsorted may come in any order.
    for (const stages of PIPELINES.map((rest) => [{ $sort: { _id: 1 } }, ...rest])) {
      const theirs = await outcome(() => collection('documents').aggregate(stages).toArray());
      const ours = await outcome(() => [
        ...semantics.compilePipeline(stages.map(stored), { now: NOW, find })(documents),
      ]);
      expect(ours, JSON.stringify(stages)).to.equal(theirs);
    }
  });
});
