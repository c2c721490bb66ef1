import { expect } from 'chai';
import { seedDemo } from '../../seed/demo.ts';
import { openTestSite, type TestSite } from '../site.ts';
import { aLine } from '../soldiers/a-mention.ts';
import { planOf } from './plan-of.ts';

type Asked = { collection: string; method: string; filter: Record<string, unknown>; sort: unknown };

/**
 * Questions that look at every document, each with the reason why it may. Everything else has to be answered by an index:
 * what is quick over a hundred test documents is not over three hundred thousand.
 */
const WHOLE_COLLECTION: readonly { collection: string; when: (asked: Asked) => boolean; why: string }[] = [
  { collection: 'soldiers', when: all, why: 'the index is filled from all of them, once at the start' },
  { collection: 'mentions', when: all, why: 'name statistics for matching are counted once a process' },
  { collection: 'burial-sites', when: all, why: 'some hundred curated places, listed whole' },
  { collection: 'requests', when: all, why: 'the numbers page counts them, at most once a minute' },
  { collection: 'partners', when: all, why: 'some dozens of organisations, whose names the numbers page gives' },
];

function all({ filter }: Asked): boolean {
  return Object.keys(filter).length === 0;
}

const READS = new Set(['find', 'findOne', 'countDocuments', 'distinct']);
const WRITES = new Set(['updateOne', 'updateMany', 'findOneAndUpdate', 'deleteOne', 'deleteMany', 'replaceOne']);

/** What the site asks its store while `journey` runs, as the driver is given it. */
async function askedDuring(site: TestSite, journey: () => Promise<void>): Promise<Asked[]> {
  const asked = new Map<string, Asked>();
  const note = (one: Asked) => asked.set(JSON.stringify([one.collection, shapeOf(one.filter), one.sort]), one);
  const watch = (collection: string, method: string, ...args: unknown[]) => {
    const [first, second] = args as [unknown, { sort?: unknown } | undefined];
    if (READS.has(method) || WRITES.has(method)) {
      note({ collection, method, filter: (first ?? {}) as Asked['filter'], sort: second?.sort });
    }
    if (method !== 'aggregate') return;
    const [stage] = first as { $match?: Asked['filter'] }[];
    note({ collection, method, filter: stage?.$match ?? {}, sort: undefined });
  };
  site.store.connection.set('debug', watch);
  try {
    await journey();
  } finally {
    site.store.connection.set('debug', false);
  }
  return [...asked.values()];
}

/** The same question with other values is the same question. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 2).map(shapeOf);
  if (typeof value !== 'object' || value === null || value instanceof Date) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOf(inner)]));
}

async function scans(site: TestSite, questions: readonly Asked[]): Promise<string[]> {
  const found: string[] = [];
  for (const asked of questions) {
    const { collection, method, filter, sort } = asked;
    if (WHOLE_COLLECTION.some((allowed) => allowed.collection === collection && allowed.when(asked))) continue;
    const cursor = site.store.connection.collection(collection).find(filter, sort ? { sort: sort as { _id: 1 } } : {});
    const plan = await planOf(cursor);
    if (plan.fullScan) found.push(`${collection}.${method} ${JSON.stringify(filter)}`);
  }
  return found;
}

describe('What the application asks its store again and again', () => {
  let site: TestSite;
  let soldierId: string;

  before(async () => {
    site = await openTestSite();
    await seedDemo({ ...site, clock: site.clock });
    await site.services.runner.drain();
    const [soldier] = (await site.services.search.search({ q: 'Каирбеков' }, { limit: 1 })).items;
    soldierId = soldier?.soldier.id ?? '';
  });
  after(() => site.close());

  const visit = async (addresses: string[], token?: string) => {
    for (const address of addresses) {
      const request = site.http.get(encodeURI(address));
      if (token !== undefined) request.set('Authorization', `Bearer ${token}`);
      const { status } = await request;
      expect(status, address).to.be.oneOf([200, 404]);
    }
  };

  it('is answered by an index when a visitor searches and reads', async () => {
    const questions = await askedDuring(site, () =>
      visit([
        '/api/soldiers?q=Каирбеков&birthYear=1913',
        '/api/soldiers?fate=killed&country=DE&birthYear=1910-1920',
        '/api/soldiers?limit=1',
        '/api/soldiers?campNumber=113456',
        `/api/soldiers/${soldierId}`,
        '/api/burial-sites/zeithain',
        '/api/burial-sites/zeithain/soldiers?letter=К',
        '/api/burial-sites?bbox=5,45,17,55',
        '/api/divisions/rd-387',
        '/api/statistics',
        '/api/requests/status/nobody',
      ]),
    );
    expect(questions.length).to.be.greaterThan(5);
    expect(await scans(site, questions)).to.deep.equal([]);
  });

  it('is answered by an index when a visitor reads of a place where hundreds lie', async () => {
    const lines = Array.from({ length: 201 }, (_, n) => {
      const line = aLine({ fullName: `Сарсенов ${n}`, burialSite: 'Lebus' }, { key: `${n}`, list: 'crowd' });
      const origin = { ...line.origin, importId: 'crowd' } as typeof line.origin;
      return { ...line, origin, understood: { ...line.understood, burialSiteId: 'lebus' } };
    });
    await site.services.mentions.addMentions(lines);
    const questions = await askedDuring(site, () => visit(['/api/burial-sites/lebus']));
    expect(questions.some(({ method }) => method === 'countDocuments')).to.equal(true);
    expect(await scans(site, questions)).to.deep.equal([]);
  });

  it('is answered by an index when pages follow the next link', async () => {
    const questions = await askedDuring(site, async () => {
      const first = await site.http.get('/api/soldiers?fate=killed&limit=1');
      await visit([`/api/soldiers?fate=killed&limit=1&cursor=${first.body.next}`]);
    });
    expect(await scans(site, questions)).to.deep.equal([]);
  });

  it('is answered by an index when volunteers work and sign in', async () => {
    const questions = await askedDuring(site, async () => {
      const { token } = await site.signIn('coordinator');
      await visit(
        ['received', 'searching', 'checking_document'].flatMap((status) => [
          `/api/desk/requests?status=${status}`,
          `/api/desk/requests?status=${status}&sort=newest`,
        ]),
        token,
      );
      const { items } = (await site.http.get('/api/desk/requests').set('Authorization', `Bearer ${token}`)).body;
      const id: string = items[0]?.id ?? 'none';
      await visit([`/api/desk/requests/${id}`, `/api/desk/requests/${id}/candidates`, '/api/me'], token);
      await visit([`/api/desk/soldiers/${soldierId}/links`], token);
      await site.http.post(`/api/desk/requests/${id}/claim`).set('Authorization', `Bearer ${token}`);
      await site.http.post(`/api/desk/requests/${id}/release`).set('Authorization', `Bearer ${token}`);
    });
    expect(await scans(site, questions)).to.deep.equal([]);
  });

  it('is answered by an index when lists are imported and requests matched', async () => {
    const lines = [aLine({ fullName: 'Каирбеков Сейткали' }), aLine({ fullName: 'Ахметов Нурлан' }, { key: '2' })];
    const questions = await askedDuring(site, async () => {
      const { mentions } = site.services;
      await mentions.addMentions(lines);
      await mentions.findRows('list', ['1', '2']);
      await mentions.countLive('list');
      expect(await mentions.hasLive('import')).to.equal(true);
      await mentions.updateMentions(lines);
      for await (const batch of mentions.streamList('list')) expect(batch).to.have.length(2);
      for await (const batch of mentions.streamImport('import')) expect(batch).to.have.length(2);
      await mentions.findVersions(lines.map(({ id }) => id));
      await mentions.withdrawMentions(lines.map(({ id }) => id));
      await mentions.redrawDue();
      await mentions.setKin(soldierId, true);
      await site.services.index.follow();
      await site.services.runner.drain();
    });
    expect(await scans(site, questions)).to.deep.equal([]);
  });
});
