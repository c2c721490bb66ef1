import { expect } from 'chai';
import { AppError } from '../../server/errors.ts';
import { createIds } from '../../server/ids.ts';
import { BuiltInEngine } from '../../server/search/built-in/built-in-engine.ts';
import type { SoldierDocument } from '../../server/search/engine.ts';
import { MeilisearchEngine } from '../../server/search/meilisearch/meilisearch-engine.ts';
import { describeEngine } from './engine-contract.ts';
import { MeilisearchStandIn } from './meilisearch-stand-in.ts';

describeEngine(
  'built in',
  async () => new BuiltInEngine(),
  async () => undefined,
);

let standIn = new MeilisearchStandIn();
const pauses: number[] = [];

async function openStandIn(apiKey = 'the key'): Promise<MeilisearchEngine> {
  standIn = new MeilisearchStandIn();
  const url = await standIn.start();
  pauses.length = 0;
  const sleep = async (milliseconds: number) => {
    pauses.push(milliseconds);
  };
  return new MeilisearchEngine({ url, apiKey, newId: createIds().newId, sleep });
}

describeEngine('over Meilisearch, as it was recorded', openStandIn, () => standIn.stop());

const realUrl = process.env.MEILI_URL;
if (realUrl) {
  const options = {
    url: realUrl,
    apiKey: process.env.MEILI_API_KEY,
    newId: createIds().newId,
    prefix: 'soldiers_test',
  };
  describeEngine(
    'over a real Meilisearch',
    async () => new MeilisearchEngine(options),
    async () => undefined,
  );
} else {
  describe('The search engine over a real Meilisearch', () => {
    it('runs the same tests where MEILI_URL names one');
  });
}

const somebody: SoldierDocument = {
  id: 'a',
  names: [{ full: 'Ахметов Нурлан' }],
  bornFrom: null,
  bornTo: null,
  tags: [],
};

async function* batch(...documents: SoldierDocument[]): AsyncGenerator<SoldierDocument[]> {
  yield documents;
}

async function errorOf(promise: Promise<unknown>): Promise<AppError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('nothing went wrong');
}

describe('Meilisearch in trouble', () => {
  let engine: MeilisearchEngine;

  beforeEach(async () => {
    engine = await openStandIn();
  });
  afterEach(() => standIn.stop());

  it('asks again with growing pauses while the trouble may pass', async () => {
    const busy = { status: 503, body: { message: 'busy', code: 'too_many_search_requests', type: 'system', link: '' } };
    standIn.trouble.push(busy, busy, busy);
    await engine.rebuild(batch(somebody), 1);
    expect(pauses).to.deep.equal([250, 500, 1000]);
  });

  it('tells that the search is down when the trouble does not pass', async () => {
    await engine.rebuild(batch(somebody), 1);
    await standIn.stop();
    expect((await errorOf(engine.candidates({ name: { full: 'Ахметов' }, limit: 1 }))).code).to.equal('search_down');
    expect((await errorOf(engine.state())).code).to.equal('search_down');
    standIn = new MeilisearchStandIn();
  });

  it('does not ask again with a key that is wrong', async () => {
    standIn.key = 'another key';
    expect((await errorOf(engine.upsert([somebody]))).code).to.equal('search_down');
    expect(standIn.requests).to.have.length(1);
  });

  it('believes a write only when its task succeeded', async () => {
    await engine.rebuild(batch(somebody), 1);
    const error = await errorOf(engine.upsert([{ ...somebody, id: 'with a space' }]));
    expect([error.code, error.details.code]).to.deep.equal(['search_down', 'invalid_document_id']);
  });

  it('leaves no half-filled index behind when filling fails', async () => {
    await engine.rebuild(batch(somebody), 1);
    await errorOf(engine.rebuild(batch({ ...somebody, id: 'with a space' }), 1));
    expect([...standIn.indexes.keys()]).to.deep.equal(['soldiers_live']);
    expect((await engine.candidates({ name: { full: 'Ахметов' }, limit: 1 })).map(({ id }) => id)).to.deep.equal(['a']);
  });

  it('refuses a server that counts Cyrillic letters twice', async () => {
    standIn.version = '1.15.2';
    expect((await errorOf(engine.state())).code).to.equal('bad_configuration');
    standIn.version = '1.16.0';
    expect(await engine.state()).to.deep.equal({ documents: 0, ready: false });
  });

  it('sets the index up before anything is put in', async () => {
    await engine.rebuild(batch(somebody), 1);
    const at = (part: string) => standIn.requests.findIndex((request) => request.includes(part));
    expect(at('/settings')).to.be.lessThan(at('/documents'));
    expect(standIn.settings[0]).to.deep.include({ stopWords: [], searchableAttributes: ['parts'] });
  });

  it('learns the names of a standing index without writing', async () => {
    await engine.rebuild(batch(somebody), 1);
    const other = new MeilisearchEngine({ url: standIn.url, apiKey: 'the key', newId: createIds().newId });
    const before = standIn.requests.length;
    await other.learn(batch(somebody));
    expect(standIn.requests).to.have.length(before);
    expect((await other.candidates({ name: { full: 'Ахметов' }, limit: 1 })).map(({ id }) => id)).to.deep.equal(['a']);
  });
});
