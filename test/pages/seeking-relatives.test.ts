import { expect } from 'chai';
import type { MentionOrigin } from '../../server/domain/mention.ts';
import type { MentionRow } from '../../server/domain/row.ts';
import { openTestSite, type TestSite } from '../site.ts';

const FOUND: MentionRow = {
  familyName: 'Сарсенбаев',
  givenName: 'Жүніс',
  birthDate: '1911',
  birthPlace: 'Акмолинская обл., Кургальджинский р-н',
  fate: 'погиб в плену',
  burialSite: 'Эренхайн Цайтхайн',
  burialCountry: 'DE',
  relatives: 'жена Кулан',
};
const GRAVE_UNKNOWN: MentionRow = { familyName: 'Белгісізов', birthPlace: FOUND.birthPlace, fate: 'пропал без вести' };

const BY_HAND: MentionOrigin = { kind: 'volunteer', userId: 'operator', requestId: null };

async function add(site: TestSite, id: string, written: MentionRow, origin = BY_HAND): Promise<string> {
  const understood = site.services.understand(written);
  const { soldierIds } = await site.services.mentions.addMentions([
    { id, origin, written, understood, sensitive: false, example: false },
  ]);
  await site.services.index.settled();
  return soldierIds[0] ?? '';
}

describe('seeking relatives', () => {
  let site: TestSite;
  let id: string;
  before(async () => {
    site = await openTestSite();
    id = await add(site, 'found', FOUND);
    await add(site, 'unknown', GRAVE_UNKNOWN);
    await add(site, 'other', { ...FOUND, familyName: 'Алматов', birthPlace: 'Алма-Атинская обл.' });
  });
  after(() => site.close());
  const get = async (path: string) => (await site.http.get(path)).text;

  it('lists whose grave is named and whose family is not known, and nobody else', async () => {
    const page = await get('/kk/seeking-relatives');
    expect(page).to.include('Сарсенбаев').and.include('Алматов').and.include('Барлығы 2 адам.');
    expect(page).to.not.include('Белгісізов');
    expect(page).to.not.include('Кулан');
  });

  it('leaves out who came home, and whom published history tells of: their families are known', async () => {
    const curated: MentionOrigin = { kind: 'reference', factId: 'panfilov', sources: [], confidence: 'sourced' };
    await add(site, 'home', { ...FOUND, familyName: 'Оралғанов', fate: 'вернулся с фронта' });
    await add(site, 'freed', { ...FOUND, familyName: 'Босатылғанов', fate: 'освобожден из плена' });
    await add(site, 'told', { ...FOUND, familyName: 'Панфилов' }, curated);
    site.clock.advance(301);
    const page = await get('/kk/seeking-relatives');
    expect(page).to.include('Сарсенбаев').and.include('Барлығы 2 адам.');
    for (const name of ['Оралғанов', 'Босатылғанов', 'Панфилов']) expect(page).to.not.include(name);
  });

  it('narrows to an oblast and a district, with how many in each', async () => {
    const oblast = await get('/ru/seeking-relatives?oblast=obl-akmolinsk');
    expect(oblast).to.include('Сарсенбаев').and.not.include('Алматов');
    expect(oblast).to.match(/Кургальджинский район<\/span> <span class="soft">1</);
    const district = /href="([^"]*district=ray-[^"]*)"/.exec(oblast)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(await get(district)).to.include('Сарсенбаев');
  });

  it('takes an address that names no place for no choice, and says where nobody is', async () => {
    expect(await get('/ru/seeking-relatives?oblast=%27%22')).to.include('Алматов');
    expect(await get('/ru/seeking-relatives?oblast=obl-pavlodar')).to.include('Здесь пока никого нет');
  });

  it('leads to a form about him, in which only his name stands: the rest the family knows by itself', async () => {
    const href = /href="(\/ru\/requests\/new\?soldier=[^"]+)"[^>]*Сарсенбаев/.exec(
      await get('/ru/seeking-relatives'),
    )?.[1];
    expect(href).to.equal(`/ru/requests/new?soldier=${id}`);
    const form = await get(href ?? '');
    expect(form).to.include('value="Сарсенбаев"').and.include(`name="soldier" value="${id}"`);
    expect(form).to.not.include('value="1911"');
  });

  it('brings the answer to the desk as a request that says from whose page it came', async () => {
    const fields = { familyName: 'Сарсенбаев', name: 'Мысал', phone: '8 700 000 00 05', consent: 'true', soldier: id };
    const request = site.http.post('/ru/requests/new');
    for (const [name, value] of Object.entries(fields)) void request.field(name, value);
    const sent = await request.attach('files', Buffer.alloc(0), '');
    expect(sent.status).to.equal(303);
    const { token } = await site.signIn('volunteer');
    const [item] = (await site.http.get('/api/desk/requests').auth(token, { type: 'bearer' })).body.items;
    const detail = await site.http.get(`/api/desk/requests/${item.id}`).auth(token, { type: 'bearer' });
    expect(detail.body.about).to.equal(id);
  });

  it('keeps no address of a soldier whom visitors may not see', async () => {
    expect(await get('/ru/requests/new?soldier=nobody-here')).to.not.include('name="soldier"');
  });

  it('counts anew after a while: who was found is no longer sought', async () => {
    await site.services.mentions.setKin(id, true);
    site.clock.advance(301);
    const page = await get('/kk/seeking-relatives');
    expect(page).to.include('Барлығы 1 адам.').and.not.include('Сарсенбаев');
  });
});
