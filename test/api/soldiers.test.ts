import { expect } from 'chai';
import { AppError } from '../../server/errors.ts';
import { createSearchService } from '../../server/search/search-service.ts';
import { firstSoldierId } from '../../server/soldiers/record-ids.ts';
import { openTestSite, type TestSite } from '../site.ts';
import { aLine } from '../soldiers/a-mention.ts';

const people = {
  seitkali: {
    familyName: 'Каирбеков',
    givenName: 'Сейткали',
    patronymic: 'Нурмагамбетович',
    birthDate: '1913',
    birthPlace: 'Акмолинская обл., Кургальджинский р-н',
    unit: '1275 сп 387 сд',
    fate: 'пропал без вести',
    documentType: 'донесение о безвозвратных потерях',
    relatives: 'жена Айгуль',
    notes: 'сообщил внук',
    externalId: '77',
  },
  prisoner: {
    fullName: 'Kairbekow Seitkali',
    birthDate: '12.05.1920',
    fate: 'gestorben',
    camp: 'Stalag IV B',
    campNumber: '113456',
    burialCountry: 'Германия',
    documentType: 'Personalkarte I',
  },
  nurlan: { familyName: 'Ахметов', givenName: 'Нурлан', birthDate: '1920', fate: 'убит', burialCountry: 'Польша' },
  shot: { familyName: 'Тайнов', givenName: 'Тайман', fate: 'расстрелян' },
} as const;

type Person = keyof typeof people;
const names = Object.keys(people) as Person[];
const lineOf = (person: Person) => aLine(people[person], { key: person });
const idOf = (person: Person) => firstSoldierId(lineOf(person).id);

describe('GET /api/soldiers', () => {
  let site: TestSite;

  before(async () => {
    site = await openTestSite();
    await site.services.mentions.addMentions(names.map(lineOf));
    await site.services.index.start();
  });
  after(() => site.close());

  const search = async (query: Record<string, string>) => {
    const response = await site.http.get('/api/soldiers').query(query);
    expect(response.status, JSON.stringify(response.body)).to.equal(200);
    return response.body;
  };
  const idsOf = (body: { items: { id: string }[] }) => body.items.map(({ id }) => id);

  it('finds a man whatever the script and spelling asked in, and says how he is written', async () => {
    for (const q of ['Қайырбеков', 'Kairbekow', 'Qaiyrbekov Seitqali', 'قايىربەكوۆ']) {
      const body = await search({ q });
      expect(idsOf(body), q).to.have.members([idOf('seitkali'), idOf('prisoner')]);
      const report = body.items.find(({ id }: { id: string }) => id === idOf('seitkali'));
      const [why] = report.why;
      expect(why).to.deep.include({ kind: 'name', reason: 'written_as' });
      expect(why.values).to.include({ document: 'loss_report' });
      expect(why.weight).to.be.within(0, 1);
      expect(why.alignment[0]).to.include.keys('asked', 'found', 'kind', 'role');
    }
  });

  it('finds a man by his family name with a letter left out, with and without his father in the record', async () => {
    for (const q of ['Қайырбекв', 'Каирбекв', 'Кайырбекв']) {
      expect(idsOf(await search({ q })), q).to.have.members([idOf('seitkali'), idOf('prisoner')]);
    }
  });

  it('takes the parts of a name from their own fields', async () => {
    const body = await search({ familyName: 'Қайырбеков', givenName: 'Сейітқали', patronymic: '' });
    expect(idsOf(body)).to.include(idOf('seitkali'));
    expect(body.understood.parts.map(({ role }: { role: string }) => role)).to.deep.equal(['family', 'given']);
  });

  it('tells a name that is written just as it was asked', async () => {
    const [found] = (await search({ q: 'kairbekow seitkali' })).items;
    expect(found.why[0].reason).to.equal('written_so');
  });

  it('narrows by each filter, and tells what he has of it', async () => {
    const narrowed: [Record<string, string>, Person][] = [
      [{ birthYear: '1913' }, 'seitkali'],
      [{ birthPlace: 'Қорғалжын ауданы' }, 'seitkali'],
      [{ unit: '387-я стрелковая дивизия' }, 'seitkali'],
      [{ division: 'rd-387' }, 'seitkali'],
      [{ fate: 'missing' }, 'seitkali'],
      [{ country: 'DE' }, 'prisoner'],
      [{ camp: 'Шталаг 4Б' }, 'prisoner'],
      [{ campNumber: '№ 113 456' }, 'prisoner'],
    ];
    for (const [filter, person] of narrowed) {
      const [field] = Object.keys(filter);
      const body = await search({ q: 'Каирбеков', ...filter });
      expect(idsOf(body), field).to.deep.equal([idOf(person)]);
      expect(
        body.items[0].why.map(({ kind }: { kind: string }) => kind),
        field,
      ).to.include(field);
      expect(body.warnings, field).to.deep.equal([]);
    }
  });

  it('answers questions without a name from what is known, in the order of the alphabet', async () => {
    expect(idsOf(await search({ campNumber: '113456' }))).to.deep.equal([idOf('prisoner')]);
    expect(idsOf(await search({ hasRelatives: 'false' }))).to.deep.equal([
      idOf('nurlan'),
      idOf('seitkali'),
      idOf('prisoner'),
    ]);
    expect(idsOf(await search({ hasRelatives: 'true' }))).to.deep.equal([]);
  });

  it('counts facets over everybody found, not over the page', async () => {
    const body = await search({ limit: '1' });
    expect(body.total).to.equal(3);
    expect(body.items).to.have.length(1);
    expect(body.facets.country).to.deep.equal([
      { value: 'DE', count: 1 },
      { value: 'PL', count: 1 },
    ]);
  });

  it('leads from page to page by the Link header until everybody was shown once', async () => {
    for (const first of ['/api/soldiers?limit=1', '/api/soldiers?limit=1&q=Kairbekow']) {
      const seen: string[] = [];
      const totals = new Set<number>();
      let address: string | undefined = first;
      while (address !== undefined) {
        const response = await site.http.get(address);
        seen.push(...idsOf(response.body));
        totals.add(response.body.total);
        address = /<([^>]+)>; rel="next"/.exec(response.headers.link ?? '')?.[1];
      }
      expect(new Set(seen).size, first).to.equal(seen.length);
      expect([...totals], first).to.deep.equal([seen.length]);
      expect(seen, first).to.include.members([idOf('seitkali'), idOf('prisoner')]);
    }
  });

  it('says what it did not understand instead of quietly filtering by nothing', async () => {
    const body = await search({ q: 'Каирбеков', birthYear: 'давно', country: 'Нарния', division: 'rd-999' });
    expect(body.warnings.map(({ key }: { key: string }) => key)).to.have.members([
      'search.warning.year',
      'search.warning.country',
      'search.warning.division',
    ]);
    expect(body.total).to.equal(2);
  });

  it('offers what would find more when nobody is found', async () => {
    const body = await search({ q: 'Каирбеков Сейткали', birthYear: '1916' });
    expect(body.items).to.deep.equal([]);
    expect(body.advice.wider).to.deep.include({
      kind: 'wider_years',
      field: 'birthYear',
      value: '1913-1919',
      found: 1,
    });
  });

  it('never finds a man known from sensitive papers only, nor lists, counts or shows him', async () => {
    expect(idsOf(await search({ q: 'Тайнов Тайман' }))).to.not.include(idOf('shot'));
    expect(idsOf(await search({}))).to.not.include(idOf('shot'));
    expect(JSON.stringify((await search({})).facets)).to.not.include('executed');
    expect((await site.http.get(`/api/soldiers/${idOf('shot')}`)).status).to.equal(404);
    expect((await site.http.get('/api/statistics')).body.records.soldiers).to.equal(3);
  });

  it('names each wrong parameter', async () => {
    const response = await site.http.get('/api/soldiers').query({ limit: '0', wrong: 'x', q: 'я'.repeat(301) });
    expect(response.status).to.equal(400);
    const pointers = response.body.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers).to.have.members(['?limit', '?wrong', '?q']);
    expect((await site.http.get('/api/soldiers?cursor=nonsense')).status).to.equal(400);
  });

  it('answers anything that can be typed as a name', async () => {
    for (const q of ['a', '…', '12345', '🙂', '\u0000', 'я'.repeat(300), 'Aa Қa Ğa Ða İa']) {
      const response = await site.http.get('/api/soldiers').query({ q });
      expect(response.status, JSON.stringify(q)).to.equal(200);
    }
  });
});

describe('GET /api/soldiers/{id}', () => {
  let site: TestSite;

  beforeEach(async () => {
    site = await openTestSite();
    await site.services.mentions.addMentions(names.map(lineOf));
  });
  afterEach(() => site.close());

  it('gives each fact with the mentions it rests on, and an ETag', async () => {
    const response = await site.http.get(`/api/soldiers/${idOf('seitkali')}`);
    expect(response.status).to.equal(200);
    expect(response.headers.etag).to.equal('"v1"');
    const { facts, mentions } = response.body;
    const birth = facts.find(({ field }: { field: string }) => field === 'birthDate');
    expect(birth.values[0]).to.include({
      written: '1913',
      understood: '1913',
      earliest: '1913-01-01',
      latest: '1913-12-31',
    });
    expect(birth.values[0].mentionIds).to.deep.equal([mentions[0].id]);
  });

  it('keeps relatives, notes and the partner’s own numbers from visitors, and shows them to volunteers', async () => {
    const address = `/api/soldiers/${idOf('seitkali')}`;
    const visitor = (await site.http.get(address)).body.mentions[0].written;
    expect(visitor).to.not.have.any.keys('relatives', 'notes', 'externalId');
    const { token } = await site.signIn('volunteer');
    const volunteer = (await site.http.get(address).set('Authorization', `Bearer ${token}`)).body.mentions[0].written;
    expect(volunteer).to.include({ relatives: 'жена Айгуль', notes: 'сообщил внук', externalId: '77' });
  });

  it('hides a sensitive mention of a known man from visitors and partners, not from volunteers', async () => {
    const shot = aLine({ ...people.seitkali, fate: 'расстрелян' }, { key: 'later', soldierId: idOf('seitkali') });
    await site.services.mentions.addMentions([shot]);
    const address = `/api/soldiers/${idOf('seitkali')}`;
    const seenBy = async (token?: string) => {
      const request = site.http.get(address);
      if (token !== undefined) request.set('Authorization', `Bearer ${token}`);
      return JSON.stringify((await request).body);
    };
    expect(await seenBy()).to.not.include('расстрелян');
    expect(await seenBy()).to.not.include('executed');
    const partner = await site.services.partners.create({ id: 'x', role: 'admin' }, { code: 'P1', name: 'Partner' });
    expect(await seenBy((await site.signIn('partner', partner.id)).token)).to.not.include('расстрелян');
    expect(await seenBy((await site.signIn('volunteer')).token)).to.include('расстрелян');
  });

  it('leads from a merged address to the one that answers', async () => {
    const coordinator = { id: 'c', role: 'coordinator' } as const;
    const merge = { fromId: idOf('prisoner'), intoId: idOf('seitkali'), reason: 'one man' };
    await site.services.links.merge(coordinator, merge);
    const response = await site.http.get(`/api/soldiers/${idOf('prisoner')}`).redirects(0);
    expect([response.status, response.headers.location]).to.deep.equal([308, `/api/soldiers/${idOf('seitkali')}`]);
  });

  it('tells a withdrawn page from one that never was', async () => {
    await site.services.mentions.withdrawMentions([lineOf('nurlan').id]);
    expect((await site.http.get(`/api/soldiers/${idOf('nurlan')}`)).status).to.equal(410);
    expect((await site.http.get('/api/soldiers/nobody')).status).to.equal(404);
    expect((await site.http.get('/api/soldiers/%D0%B0%00')).status).to.equal(404);
  });

  it('lets the desk tie and merge through its addresses, and nobody else', async () => {
    const address = `/api/desk/soldiers/${idOf('prisoner')}/merge`;
    const body = { intoId: idOf('seitkali'), reason: 'one man' };
    expect((await site.http.post(address).send(body)).status).to.equal(401);
    const coordinator = `Bearer ${(await site.signIn('coordinator')).token}`;
    const merged = await site.http.post(address).set('Authorization', coordinator).send(body);
    expect([merged.status, merged.body.kind]).to.deep.equal([201, 'merge']);
    const history = await site.http
      .get(`/api/desk/soldiers/${idOf('prisoner')}/links`)
      .set('Authorization', coordinator);
    expect(history.body.items).to.have.length(1);
    const split = `/api/desk/soldiers/${idOf('prisoner')}/split`;
    const taken = await site.http.post(split).set('Authorization', coordinator).send({ reason: 'another man' });
    expect(taken.body.withdrawnReason).to.equal('another man');
  });
});

describe('When search or store is down', () => {
  it('says 503 while the search does not answer, and never that nobody was found', async () => {
    const site = await openTestSite();
    site.services.engine.candidates = () => Promise.reject(new AppError('search_down', 'The search is down'));
    const response = await site.http.get('/api/soldiers').query({ q: 'Ахметов' });
    expect([response.status, response.body.code]).to.deep.equal([503, 'search_down']);
    expect(response.body).to.not.have.property('items');
    await site.close();
  });

  it('answers no question before the index was filled once', async () => {
    const site = await openTestSite();
    const { engine, divisions } = site.services;
    const { soldiers, soldierLists: lists } = site.stores;
    const context = { placeKeys: () => [], divisionKeys: async (id: string) => divisions.unitKeys(id) };
    const search = createSearchService({ engine, soldiers, lists, context, ready: () => false });
    for (const question of [{ q: 'Ахметов' }, { fate: 'killed' }, {}]) {
      const code = await search.search(question, { limit: 1 }).then(
        () => 'answered',
        (error: unknown) => (error instanceof AppError ? error.code : 'another error'),
      );
      expect(code).to.equal('search_down');
    }
    await site.close();
  });

  it('says 503 when the store is gone', async () => {
    const site = await openTestSite();
    await site.services.index.start();
    await site.services.index.stop();
    await site.store.connection.close();
    for (const address of [
      '/api/soldiers',
      '/api/soldiers/someone',
      '/api/burial-sites',
      '/api/statistics',
      '/api/divisions',
    ]) {
      const response = await site.http.get(address);
      expect([response.status, response.body.code], address).to.deep.equal([503, 'store_down']);
    }
    await site.close();
  });
});
