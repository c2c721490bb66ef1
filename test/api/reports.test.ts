import { expect } from 'chai';
import type { NewReport } from '../../server/reports/report-service.ts';
import { firstSoldierId } from '../../server/soldiers/record-ids.ts';
import { OPERATOR, openTestSite, type TestSite } from '../site.ts';
import { aLine } from '../soldiers/a-mention.ts';

const LINE = aLine({ fullName: 'Каирбеков Сейткали' });
const OTHER = aLine({ fullName: 'Омаров Касым' }, { key: '2' });
const SOLDIER = firstSoldierId(LINE.id);
const OTHER_SOLDIER = firstSoldierId(OTHER.id);

type Item = Record<string, unknown> & { id: string; text: string };

describe('Reports of errors on the desk', () => {
  let site: TestSite;
  let token = '';
  let partner = '';

  beforeEach(async () => {
    site = await openTestSite();
    await site.services.mentions.addMentions([LINE, OTHER]);
    token = (await site.signIn('volunteer')).token;
    const { id } = await site.services.partners.create(OPERATOR, { code: 'ONE', name: 'One' });
    partner = (await site.signIn('partner', id)).token;
  });
  afterEach(() => site.close());

  const report = (fields: Partial<NewReport> = {}) => {
    site.clock.advance(60);
    return site.services.reports.send({
      soldierId: SOLDIER,
      text: 'Әкесі Мырзабек',
      contact: '+7 701 555 44 33',
      language: 'kk',
      ...fields,
    });
  };
  const get = (path: string, as = token) => site.http.get(`/api/desk/reports${path}`).auth(as, { type: 'bearer' });
  const close = (id: string, outcome: string, as = token) =>
    site.http.post(`/api/desk/reports/${id}/close`).auth(as, { type: 'bearer' }).send({ outcome });
  const texts = async (query: string) => ((await get(query)).body.items as Item[]).map(({ text }) => text);
  const audited = async () =>
    (await site.services.audit.list(OPERATOR, {}, null, 50)).items.map(({ action }) => action);

  it('are listed with the name of the soldier, by state, language and soldier; nothing of the sender is in the list', async () => {
    const first = await report({ text: 'one' });
    await report({ text: 'two', language: 'ru' });
    await report({ text: 'three', soldierId: OTHER_SOLDIER, contact: '' });
    const all = await get('');
    expect(all.body.items.map((item: Item) => [item.text, item.soldierName, item.hasContact])).to.deep.equal([
      ['one', 'Каирбеков Сейткали', true],
      ['two', 'Каирбеков Сейткали', true],
      ['three', 'Омаров Касым', false],
    ]);
    expect(JSON.stringify(all.body)).not.to.include('555');
    expect(await texts('?language=ru')).to.deep.equal(['two']);
    expect(await texts(`?soldierId=${OTHER_SOLDIER}`)).to.deep.equal(['three']);
    await close(first.id, 'Құжат солай').expect(200);
    expect(await texts('')).to.deep.equal(['two', 'three']);
    expect(await texts('?state=closed')).to.deep.equal(['one']);
  });

  it('are one when the same is sent again while it is open, and not when another reader says it', async () => {
    const sent = await report();
    expect((await report()).id).to.equal(sent.id);
    const others = [await report({ contact: 'aigul@example.org' }), await report({ soldierId: OTHER_SOLDIER })];
    expect(await texts('')).to.have.length(3);
    const unsigned = await report({ contact: '' });
    expect((await report({ contact: '' })).id).to.equal(unsigned.id);
    expect(new Set([sent, unsigned, ...others].map(({ id }) => id)).size).to.equal(4);
    // Closed, it may be as wrong as before.
    await close(sent.id, 'Құжат солай').expect(200);
    expect((await report()).id).not.to.equal(sent.id);
  });

  it('come open ones oldest first and closed ones newest first, and no empty page follows the last', async () => {
    const sent = [await report({ text: 'one' }), await report({ text: 'two' }), await report({ text: 'three' })];
    const first = await get('?limit=2');
    expect(first.body.items.map((item: Item) => item.text)).to.deep.equal(['one', 'two']);
    const second = await get(`?limit=1&cursor=${first.body.next}`);
    expect([second.body.items.map((item: Item) => item.text), second.body.next]).to.deep.equal([['three'], null]);
    for (const { id } of sent) await close(id, 'Қаралды').expect(200);
    const newest = await get('?state=closed&limit=2');
    expect(newest.body.items.map((item: Item) => item.text)).to.deep.equal(['three', 'two']);
    expect(await texts(`?state=closed&limit=2&cursor=${newest.body.next}`)).to.deep.equal(['one']);
  });

  it('show the sender only to whoever asks for it, which is written down each time', async () => {
    const { id } = await report();
    expect((await get(`/${id}`)).body).to.include({ id, text: 'Әкесі Мырзабек', state: 'open', closedBy: null });
    expect(await audited()).not.to.include('report.read_contact');
    expect((await get(`/${id}/contact`)).body).to.deep.equal({ contact: '+7 701 555 44 33' });
    expect(await audited()).to.include('report.read_contact');
  });

  it('are closed once, with what was done and by whom, and then nobody knows the sender any more', async () => {
    const { id } = await report();
    expect((await close(id, '  ')).status).to.equal(400);
    const closed = await close(id, 'Құжатта Мырзағұл').expect(200);
    expect(closed.body).to.deep.include({ state: 'closed', outcome: 'Құжатта Мырзағұл' });
    expect(closed.body.closedBy.name).to.equal('volunteer');
    const again = await close(id, 'Тағы');
    expect([again.status, again.body.detail]).to.deep.equal([409, 'Somebody else has closed this report already.']);
    expect((await get(`/${id}/contact`)).body).to.deep.equal({ contact: null });
    expect(await audited()).to.include('report.close');
  });

  it('wait on the home of whoever may answer them', async () => {
    const home = async () =>
      (await site.http.get('/api/desk/home').auth(token, { type: 'bearer' })).body.waiting.reports;
    expect(await home()).to.equal(0);
    const { id } = await report();
    expect(await home()).to.equal(1);
    await close(id, 'Қаралды').expect(200);
    expect(await home()).to.equal(0);
  });

  it('are neither for visitors nor for partners', async () => {
    const { id } = await report();
    for (const path of ['', `/${id}`, `/${id}/contact`]) {
      expect((await site.http.get(`/api/desk/reports${path}`)).status).to.equal(401);
      expect((await get(path, partner)).status).to.equal(403);
    }
    expect((await close(id, 'Мен', partner)).status).to.equal(403);
    expect((await get('/00000000000000000000')).status).to.equal(404);
    expect((await get('/00000000000000000000/contact')).status).to.equal(404);
  });
});
