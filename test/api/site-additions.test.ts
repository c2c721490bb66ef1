import { expect } from 'chai';
import sharp from 'sharp';
import { loadReference } from '../../seed/load-reference.ts';
import { openTestSite, type TestSite } from '../site.ts';

const SITE = 'zeithain';
const CUSTODIAN = 'Gedenkstätte Ehrenhain Zeithain';
const SOURCE = 'письмо мемориала от 12 мая 2026 года';

const photograph = (colour = '#406080'): Promise<Buffer> =>
  sharp({ create: { width: 800, height: 500, channels: 3, background: colour } })
    .jpeg()
    .withExif({ IFD0: { Artist: 'Zzyzx' } })
    .toBuffer();

describe('Who looks after a burial place, and photographs of it', () => {
  let site: TestSite;
  const tokens: Record<string, string> = {};
  before(async () => {
    site = await openTestSite();
    const { burialSites } = site.stores;
    const { mentions, gazetteer } = site.services;
    await loadReference({ burialSites, mentions, gazetteer, clock: site.clock });
    for (const role of ['volunteer', 'coordinator'] as const) tokens[role] = (await site.signIn(role)).token;
    const admin = (await site.signIn('admin')).actor;
    const partner = await site.services.partners.create(admin, { code: 'LISTS', name: 'Partner' });
    tokens.partner = (await site.signIn('partner', partner.id)).token;
  });
  after(() => site.close());

  const as = (role: string, method: 'get' | 'post', path: string) =>
    site.http[method](path).set('Authorization', `Bearer ${tokens[role]}`);
  const bring = (role: string, fields: Record<string, string>, ...files: Buffer[]) => {
    const request = as(role, 'post', '/api/desk/site-additions');
    for (const [name, value] of Object.entries(fields)) void request.field(name, value);
    for (const file of files) void request.attach('files', file, 'photo.jpg');
    return request;
  };
  type Item = { id: string; version: number; state: string; photographs: { id: string }[]; addedBy: string };
  const decide = ({ id, version }: Item, step: 'show' | 'refuse', body: object = {}) =>
    as('coordinator', 'post', `/api/desk/site-additions/${id}/${step}`).set('If-Match', `"v${version}"`).send(body);
  const page = async (id = SITE) => (await site.http.get(`/ru/burial-sites/${id}`)).text;

  it('are brought by volunteers and stand nowhere before a coordinator let them through', async () => {
    const sent = await bring('volunteer', { siteId: SITE, custodian: CUSTODIAN, source: SOURCE }, await photograph());
    expect(sent.status).to.equal(201);
    const item = sent.body as Item;
    expect(item.state).to.equal('waiting');
    expect(await page())
      .to.not.include('Кто ухаживает')
      .and.not.include('/site-photographs/');
    const [picture] = item.photographs;
    expect((await site.http.get(`/site-photographs/${picture?.id}`)).status).to.equal(404);
    expect((await as('volunteer', 'get', `/api/files/${picture?.id}`)).status).to.equal(404);
    expect((await as('coordinator', 'get', `/api/files/${picture?.id}`)).status).to.equal(200);
  });

  it('are counted on the home of those who look at them, and of nobody else', async () => {
    const waiting = async (role: string) => (await as(role, 'get', '/api/desk/home').expect(200)).body.waiting;
    expect((await waiting('coordinator')).siteAdditions).to.equal(1);
    expect((await waiting('volunteer')).siteAdditions).to.equal(null);
  });

  it('say so at the desk where the page tells another custodian: of the facts, or one told later', async () => {
    const sites = site.store.connection.collection<{ _id: string }>('burial-sites');
    const named = await sites.findOneAndUpdate({ _id: 'detchino' }, { $set: { custodian: 'Volksbund' } });
    const fields = { siteId: named?._id ?? '', custodian: CUSTODIAN, source: SOURCE };
    expect((await bring('volunteer', fields)).body.instead).to.equal('facts');
    const older = (await bring('volunteer', { ...fields, siteId: 'lebus' })).body as Item & { instead: string | null };
    expect(older.instead).to.equal(null);
    expect((await decide(older, 'show')).body.instead).to.equal(null);
    site.clock.advance(60);
    const later = (await bring('volunteer', { ...fields, siteId: 'lebus', custodian: 'Stadt Lebus' })).body as Item;
    const shown = (await decide(later, 'show')).body as Item;
    const { items } = (await as('coordinator', 'get', '/api/desk/site-additions?state=shown').expect(200)).body;
    expect(items.map(({ id, instead }: typeof older) => [id, instead])).to.deep.include.members([
      [older.id, 'later'],
      [later.id, null],
    ]);
    // Taken off again, so that the tests below find the place as it was.
    await decide(shown, 'refuse');
    const again = items.find(({ id }: Item) => id === older.id);
    await decide(again, 'refuse');
  });

  it('stand on the page once shown, with the caption, and can be taken off again', async () => {
    const fields = { siteId: SITE, custodian: CUSTODIAN, source: SOURCE, credit: 'Снято родными, 2024' };
    const item = (await bring('coordinator', fields, await photograph(), await photograph('#204020'))).body as Item;
    const [first, second] = item.photographs;
    const shown = (await decide(item, 'show', { photographs: [second?.id] })).body as Item;
    const told = await page();
    expect(told).to.include('Кто ухаживает').and.include(CUSTODIAN);
    expect(told).to.include(`/site-photographs/${second?.id}?size=small`).and.include('Снято родными, 2024');
    expect(told).to.not.include(`/site-photographs/${first?.id}`);
    expect(await page('lebus')).to.not.include(CUSTODIAN);
    const open = await site.http.get(`/site-photographs/${second?.id}`).responseType('blob');
    expect(open.status).to.equal(200);
    expect((await sharp(open.body).metadata()).exif).to.equal(undefined);
    await decide(shown, 'refuse');
    expect(await page())
      .to.not.include('Кто ухаживает')
      .and.not.include('/site-photographs/');
    expect((await site.http.get(`/site-photographs/${second?.id}`)).status).to.equal(404);
  });

  it('keep from whose words it is known at the desk: that may be a living person', async () => {
    const source = 'со слов Айгүл Zzyzxовой, сестры';
    const item = (await bring('coordinator', { siteId: 'lebus', custodian: CUSTODIAN, source })).body as Item;
    await decide(item, 'show').expect(200);
    for (const language of ['kk', 'ru', 'en']) {
      const { text } = await site.http.get(`/${language}/burial-sites/lebus`);
      expect(text).to.include(CUSTODIAN).and.not.include('Zzyzx');
    }
    const listed = await as('coordinator', 'get', '/api/desk/site-additions?state=shown').expect(200);
    expect(listed.body.items.map((one: { source: string }) => one.source)).to.include(source);
    await decide({ ...item, version: item.version + 1 }, 'refuse').expect(200);
  });

  const kept = () => site.store.connection.collection('files').countDocuments();

  it('lose their photographs when they are refused: somebody may be recognised in them', async () => {
    const before = await kept();
    const fields = { siteId: SITE, custodian: CUSTODIAN, source: SOURCE };
    const item = (await bring('volunteer', fields, await photograph('#802020'))).body as Item;
    const address = `/api/files/${item.photographs[0]?.id}`;
    await as('coordinator', 'get', address).expect(200);
    const refused = (await decide(item, 'refuse').expect(200)).body as Item;
    expect(refused.photographs).to.deep.equal([]);
    await as('coordinator', 'get', address).expect(404);
    expect(await kept()).to.equal(before);
    // What was written of it is there still and may be let through later.
    expect((await decide(refused, 'show').expect(200)).body).to.include({ state: 'shown', custodian: CUSTODIAN });
  });

  it('leave no photographs behind when they could not be kept themselves', async () => {
    const before = await kept();
    const { siteAdditions } = site.stores;
    const insert = siteAdditions.insert;
    siteAdditions.insert = async () => {
      throw new Error('the disk is full');
    };
    try {
      await bring('volunteer', { siteId: SITE }, await photograph('#202080')).expect(500);
    } finally {
      siteAdditions.insert = insert;
    }
    expect(await kept()).to.equal(before);
  });

  it('tell nothing from nowhere: neither an empty form, nor a custodian without a source, nor a place we do not know', async () => {
    expect((await bring('volunteer', { siteId: SITE })).body.errors[0].pointer).to.equal('/custodian');
    expect((await bring('volunteer', { siteId: SITE, custodian: CUSTODIAN })).body.errors[0].pointer).to.equal(
      '/source',
    );
    const elsewhere = await bring('volunteer', { siteId: 'nowhere', custodian: CUSTODIAN, source: SOURCE });
    expect(elsewhere.body.errors[0].pointer).to.equal('/siteId');
  });

  it('are brought by the desk and moderated by coordinators only, with each step written down', async () => {
    expect((await site.http.post('/api/desk/site-additions')).status).to.equal(401);
    expect((await bring('partner', { siteId: SITE, custodian: CUSTODIAN, source: SOURCE })).status).to.equal(403);
    const item = (await bring('volunteer', { siteId: SITE, custodian: CUSTODIAN, source: SOURCE })).body as Item;
    for (const step of ['show', 'refuse']) {
      const path = `/api/desk/site-additions/${item.id}/${step}`;
      expect((await as('volunteer', 'post', path).set('If-Match', '"v1"').send({})).status).to.equal(403);
    }
    expect((await as('volunteer', 'get', '/api/desk/site-additions')).status).to.equal(403);
    await decide(item, 'show');
    expect((await decide(item, 'refuse')).status, 'a second coordinator who has not seen it').to.equal(412);
    const entries = await site.stores.audit.list({ subjectId: item.id }, null, 10);
    expect(entries.map(({ action }) => action)).to.have.members(['site_addition.add', 'site_addition.show']);
  });
});
