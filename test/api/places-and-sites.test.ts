import { expect } from 'chai';
import { loadReference } from '../../seed/load-reference.ts';
import { openTestSite, type TestSite } from '../site.ts';
import { aLine } from '../soldiers/a-mention.ts';

const buried = ['Яковлев', 'Қасымов', 'Әбдіров', 'Ахметов'].map((familyName, index) => {
  const line = aLine({ familyName, givenName: 'Омар' }, { key: String(index) });
  return {
    ...line,
    understood: { ...line.understood, burialSiteId: 'tjotta' },
    written: { ...line.written, burialSite: 'Tjøtta' },
  };
});

describe('Burial places, divisions, places and numbers', () => {
  let site: TestSite;

  before(async () => {
    site = await openTestSite();
    const { mentions, gazetteer } = site.services;
    await loadReference({ burialSites: site.stores.burialSites, mentions, gazetteer, clock: site.clock });
    await mentions.addMentions(buried);
  });
  after(() => site.close());

  const get = async (address: string) => {
    const response = await site.http.get(encodeURI(address));
    expect(response.status, address).to.equal(200);
    return response.body;
  };

  it('lists burial places with counts as sources give them, and how many lie there by this database', async () => {
    const { items, total } = await get('/api/burial-sites?limit=500');
    expect(items).to.have.length(total);
    const tjotta = items.find(({ id }: { id: string }) => id === 'tjotta');
    expect(tjotta.here).to.equal(4);
    expect(tjotta.counts).to.deep.include({ known: null, unknown: null });
    expect(tjotta.counts.total).to.include({ number: 7551 });
  });

  it('tells whoever has read a place before when the counts have changed since', async () => {
    const path = '/api/burial-sites/zeithain';
    const first = await site.http.get(path).expect(200);
    const again = () => site.http.get(path).set('If-None-Match', first.headers.etag ?? '');
    expect(first.body.here).to.equal(0);
    await again().expect(304);
    const line = aLine({ familyName: 'Зейтін', givenName: 'Омар' }, { key: 'zeithain' });
    await site.services.mentions.addMentions([
      {
        ...line,
        understood: { ...line.understood, burialSiteId: 'zeithain' },
        written: { ...line.written, burialSite: 'Zeithain' },
      },
    ]);
    expect((await again().expect(200)).body.here).to.equal(1);
  });

  it('finds the places of a country, by name, and inside a box of the map', async () => {
    const ids = async (query: string) =>
      (await get(`/api/burial-sites?${query}`)).items.map(({ id }: { id: string }) => id);
    expect(await ids('country=no')).to.include('tjotta');
    expect(await ids('q=tjøtta')).to.deep.equal(['tjotta']);
    expect(await ids('bbox=12,65,13,66')).to.deep.equal(['tjotta']);
    expect(await ids('bbox=-30,0,-20,10')).to.deep.equal([]);
  });

  it('refuses a box that is none', async () => {
    for (const bbox of ['1,2,3', '10,0,5,1', 'a,b,c,d', '0,-91,1,1']) {
      expect((await site.http.get('/api/burial-sites').query({ bbox })).status, bbox).to.equal(400);
    }
  });

  it('shows who lies there by alphabet, from a letter on and page by page', async () => {
    const { letters } = await get('/api/burial-sites/tjotta');
    expect(letters).to.deep.equal([
      { letter: 'А', count: 1 },
      { letter: 'Ә', count: 1 },
      { letter: 'Қ', count: 1 },
      { letter: 'Я', count: 1 },
    ]);
    const from = await get('/api/burial-sites/tjotta/soldiers?letter=Қ');
    expect(from.items.map(({ name }: { name: string }) => name)).to.deep.equal(['Қасымов Омар', 'Яковлев Омар']);
    const first = await get('/api/burial-sites/tjotta/soldiers?limit=3');
    const rest = await get(`/api/burial-sites/tjotta/soldiers?limit=3&cursor=${first.next}`);
    expect(rest.items.map(({ name }: { name: string }) => name)).to.deep.equal(['Яковлев Омар']);
    expect(rest.next).to.equal(null);
  });

  it('counts a place where hundreds lie letter by letter, as one where few do', async () => {
    const names = (count: number, familyName: string) => Array.from({ length: count }, (_, n) => `${familyName} ${n}`);
    const lines = [...names(120, 'Әбілов'), ...names(90, 'Schmidt'), ...names(3, '17')].map((fullName) => {
      const line = aLine({ fullName, burialSite: 'Lebus' }, { key: fullName });
      return { ...line, understood: { ...line.understood, burialSiteId: 'lebus' } };
    });
    const few = lines.filter((_, n) => n % 3 === 0);
    await site.services.mentions.addMentions(few);
    const small = await get('/api/burial-sites/lebus');
    expect([small.here, small.letters]).to.deep.equal([
      71,
      [
        { letter: '#', count: 1 },
        { letter: 'Ә', count: 40 },
        { letter: 'Ш', count: 30 },
      ],
    ]);
    await site.services.mentions.addMentions(lines.filter((_, n) => n % 3 !== 0));
    const large = await get('/api/burial-sites/lebus');
    expect([large.here, large.letters]).to.deep.equal([
      213,
      [
        { letter: '#', count: 3 },
        { letter: 'Ә', count: 120 },
        { letter: 'Ш', count: 90 },
      ],
    ]);
  });

  it('names the places that a grave may be at for the desk alone, and tells the family that it is not known', async () => {
    const line = aLine({ fullName: 'Нұрланов Ержан', burialSite: 'под Ржевом', burialCountry: 'RU' }, { key: 'rzhev' });
    const [id = ''] = (await site.services.mentions.addMentions([line])).soldierIds;
    const { token } = await site.signIn('volunteer');
    const asked = site.http.get(`/api/soldiers/${id}`);
    const named = (await asked.set('Authorization', `Bearer ${token}`).expect(200)).body.mentions[0].possibleSites;
    expect(named.map((one: { id: string }) => one.id))
      .to.include('rzhev-military-cemetery')
      .and.not.include('lebus');
    expect((await get(`/api/soldiers/${id}`)).mentions[0].possibleSites).to.deep.equal([]);
    const page = (await site.http.get(`/ru/soldiers/${id}`).expect(200)).text;
    expect(page).to.include('есть ли оно в нём, мы не установили').and.not.include('ещё нет в нашем справочнике');
  });

  it('ties a grave by the words that a place is explained with as they are now, not as they were at the start', async () => {
    const find = async () => (await site.services.siteFinder()).find({ site: 'Lebus, Kietzerberg', country: 'DE' });
    expect(await find()).to.equal(null);
    const lebus = await site.stores.burialSites.findById('lebus');
    if (lebus === null) throw new Error('it is in the facts');
    await site.stores.burialSites.putAll([{ ...lebus, description: `${lebus.description}, Kietzerberg` }]);
    expect(await find()).to.equal('lebus');
    await site.stores.burialSites.putAll([lebus]);
    expect(await find()).to.equal(null);
  });

  it('has no page for a place that is not there', async () => {
    for (const address of ['/api/burial-sites/nowhere', '/api/burial-sites/nowhere/soldiers', '/api/divisions/rd-1']) {
      expect((await site.http.get(address)).status, address).to.equal(404);
    }
  });

  it('tells the path of a division and the numbers it had', async () => {
    const division = await get('/api/divisions/rd-316');
    expect(division.keys.map(({ key }: { key: string }) => key)).to.deep.equal(['rd-316', 'grd-8']);
    expect(division.path.length).to.be.greaterThan(0);
    expect((await get('/api/divisions')).items.map(({ id }: { id: string }) => id)).to.include('rd-387');
  });

  it('counts among its people those of its Guards number and of its regiments', async () => {
    const before = (await get('/api/divisions/rd-316')).here;
    await site.services.mentions.addMentions([
      aLine({ fullName: 'А Б', unit: '8 гв. сд' }, { key: 'guards' }),
      aLine({ fullName: 'В Г', unit: '1075 сп' }, { key: 'regiment' }),
    ]);
    expect((await get('/api/divisions/rd-316')).here).to.equal(before + 2);
  });

  it('suggests places by the beginning of any of their names, the larger first, and names GeoNames', async () => {
    const { items, credit } = await get('/api/places?q=Акмол');
    expect(items[0]).to.include({ id: 'obl-akmolinsk', level: 'oblast' });
    expect(credit).to.include('GeoNames');
    expect((await site.http.get('/api/places')).status).to.equal(400);
  });

  it('loads the reference facts again without changing anything', async () => {
    const { mentions, gazetteer } = site.services;
    const again = await loadReference({ burialSites: site.stores.burialSites, mentions, gazetteer, clock: site.clock });
    expect(again).to.deep.equal({ burialSites: 0, mentions: 0 });
  });
});

describe('GET /api/statistics', () => {
  it('counts requests by what became of them, and tells a share only of those that are finished', async () => {
    const site = await openTestSite();
    const applicant = { name: 'А', relation: 'внук', email: 'a@example.org', phone: null };
    const submit = (fullName: string) =>
      site.services.requests.submit(
        { soldier: { fullName }, applicant, letter: null, language: 'ru', consent: true, token: null },
        [],
        null,
      );
    await submit('Каирбеков Сейткали');
    const second = await submit('Ахметов Нурлан');
    const { request } = await site.services.requests.open(second.code);
    site.clock.advance(10 * 86_400);
    const at = site.clock();
    await site.stores.requests.change(
      request.id,
      request.version,
      { status: 'identified' },
      { what: 'decision', by: 'v', at },
    );
    const { requests } = (await site.http.get('/api/statistics')).body;
    expect(requests).to.deep.include({
      received: 2,
      shareIdentified: 1,
      medianDaysToIdentified: 10,
      medianDaysOpen: 10,
    });
    expect(requests.byStatus).to.include({ received: 1, identified: 1 });
    expect(requests.byYear).to.deep.equal([{ key: '2026', received: 2, identified: 1, nothingFound: 0 }]);
    await site.close();
  });
});
