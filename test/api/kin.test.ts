import { expect } from 'chai';
import type { MentionRow } from '../../server/domain/row.ts';
import { openTestSite, type TestSite } from '../site.ts';

type Person = Awaited<ReturnType<TestSite['signIn']>>;
type Family = { id: string; code: string };

const MAN: MentionRow = {
  familyName: 'Каирбеков',
  givenName: 'Сейткали',
  birthDate: '1913',
  birthPlace: 'Акмолинская обл., Кургальджинский р-н',
  fate: 'пропал без вести',
};
/** The same man in a painful paper, and one of whom there is nothing else. */
const SENTENCED: MentionRow = { ...MAN, rank: 'ефрейтор', fate: 'расстрелян', fatePlace: 'станица Тайная' };
const ONLY_SENTENCED: MentionRow = {
  familyName: 'Тайнов',
  givenName: 'Абзал',
  birthDate: '1907',
  fate: 'дезертировал',
};
const SECRETS = /Тайн|расстрел|executed|казн|дезерт|desert|атылды|өлім жазасы/i;

describe('Painful fates', () => {
  let site: TestSite;
  let first: Person;
  let second: Person;
  let man = '';
  let hidden = '';

  before(async () => {
    site = await openTestSite();
    [first, second] = [await site.signIn('volunteer'), await site.signIn('volunteer')];
    man = await bringIn(MAN, 'mentionplainabcd');
    await bringIn(SENTENCED, 'mentionharshabcd', man);
    hidden = await bringIn(ONLY_SENTENCED, 'mentiononlyabcde');
    await site.services.index.rebuild();
  });
  after(() => site.close());

  async function bringIn(written: MentionRow, id: string, soldierId?: string): Promise<string> {
    const { understandRow } = await import('../../server/domain/understand-row.ts');
    const { understood, sensitive } = understandRow(written, await site.services.contextFor({}));
    const origin = { kind: 'volunteer' as const, userId: 'u', requestId: null };
    const own = soldierId === undefined ? {} : { soldierId };
    const fresh = { id, origin, written, understood, sensitive, example: false, ...own };
    return (await site.services.mentions.addMentions([fresh])).soldierIds[0] ?? '';
  }
  async function family(soldier: MentionRow): Promise<Family> {
    const applicant = { name: 'A', relation: 'grandchild', language: 'ru' };
    const sent = await site.http.post('/api/requests').send({ soldier, applicant, consent: true }).expect(201);
    await site.services.runner.drain();
    const stored = await site.store.connection.collection('requests').findOne({ number: sent.body.number });
    return { id: String(stored?._id), code: sent.body.statusUrl.split('/').at(-1) };
  }
  const as = (person: Person, method: 'get' | 'post', path: string, etag = '') =>
    site.http[method](`/api${path}`).set('Authorization', `Bearer ${person.token}`).set('If-Match', etag);
  const etagOf = async ({ id }: Family) => (await as(first, 'get', `/desk/requests/${id}`)).headers.etag ?? '';
  async function identify(asked: Family, soldierId: string, evidenceLevel: 'A' | 'B' | 'C', confirmed = true) {
    const path = `/desk/requests/${asked.id}/decisions`;
    const decision = { soldierId, verdict: 'same', reason: 'documents agree', evidenceLevel };
    const made = await as(first, 'post', path, await etagOf(asked))
      .send(decision)
      .expect(201);
    if (!confirmed) return;
    await as(second, 'post', `${path}/${made.body.id}/confirm`, await etagOf(asked)).expect(200);
  }
  const forKin = ({ code }: Family) => site.http.get(`/api/requests/status/${code}/soldier`);
  const pageForKin = ({ code }: Family) => site.http.get(`/ru/requests/${code}/soldier`);

  it('stand on no public page, in no list, facet, index or file of addresses', async () => {
    const asked = encodeURIComponent('Тайнов Абзал');
    const addresses = [
      `/api/soldiers?q=${encodeURIComponent('Каирбеков')}`,
      `/api/soldiers?q=${asked}`,
      '/api/soldiers?birthYear=1907',
      '/api/soldiers?fate=executed',
      '/api/statistics',
      `/api/soldiers/${man}`,
      `/ru/?q=${encodeURIComponent('Каирбеков')}`,
      `/ru/soldiers/${man}`,
      '/sitemap.xml',
    ];
    for (const address of addresses) {
      const { status, text } = await site.http.get(address);
      expect(status, address).to.equal(200);
      // What the visitor typed is said back to her; it is nothing that the site tells.
      const told = text.replaceAll('Тайнов Абзал', '').replaceAll('тайнов', '').replaceAll('fate=executed', '');
      const found = SECRETS.exec(address.includes('fate=') || address.includes(asked) ? itemsOf(told) : told);
      expect(found?.[0], address).to.equal(undefined);
      expect(text, address).not.to.contain(hidden);
    }
    for (const address of [`/api/soldiers/${hidden}`, `/ru/soldiers/${hidden}`]) {
      expect((await site.http.get(address)).status, address).to.equal(404);
    }
    const stored = await site.store.connection.collection('soldiers').findOne({ _id: man as never });
    expect(JSON.stringify(stored)).not.to.match(SECRETS);
    const found = await site.services.engine.candidates({ name: { full: 'Тайнов Абзал' }, limit: 10 });
    expect(found.map(({ id }) => id)).not.to.include(hidden);
  });

  it('are shown to the family whose man he is, once two people agreed', async () => {
    const asked = await family(MAN);
    expect((await forKin(asked)).status, 'before anybody decided').to.equal(404);
    await identify(asked, man, 'B', false);
    expect((await forKin(asked)).status, 'while a second person has not looked').to.equal(404);
    const { body } = await as(first, 'get', `/desk/requests/${asked.id}`);
    const path = `/desk/requests/${asked.id}/decisions/${body.decisions[0].id}/confirm`;
    await as(second, 'post', path, await etagOf(asked)).expect(200);
    const shown = await forKin(asked).expect(200);
    expect(shown.body.mentions.map((mention: { sensitive: boolean }) => mention.sensitive)).to.include(true);
    expect(shown.headers['cache-control']).to.equal('no-store');
  });

  it('are no less a fate; of a man who is only missing it is proven who he is, and not his fate', async () => {
    const written = { familyName: 'Байсалов', givenName: 'Ерден', birthDate: '1909', fate: 'пропал без вести' };
    const missing = await bringIn(written, 'mentionmissingab');
    const asked = await family(written);
    await identify(asked, missing, 'A');
    const status = (await site.http.get(`/ru/requests/${asked.code}`)).text;
    const memorial = (await site.http.get(`/ru/soldiers/${missing}`)).text;
    expect(status).to.contain('Он найден в документах').and.contain('уровень доказательств A');
    expect(memorial).to.contain('доказано, что записи именно о нём, уровень доказательств A');
    expect(status + memorial).not.to.match(/Судьба (установлена|доказана|того)/);
  });

  it('wait behind a warning on a page that is the family’s alone, and the status page leads there', async () => {
    const asked = await family(ONLY_SENTENCED);
    await identify(asked, hidden, 'A');
    const status = await site.http.get(`/ru/requests/${asked.code}`).expect(200);
    expect(status.text).to.contain(`/ru/requests/${asked.code}/soldier`).and.to.contain('тяжёлые сведения');
    expect(status.text, 'a painful fate is a fate').to.contain('Судьба установлена');
    expect(status.text)
      .not.to.contain(`/ru/soldiers/${hidden}`)
      .and.not.to.match(/дезерт/i);
    const page = await pageForKin(asked).expect(200);
    expect(page.text).to.contain('Тайнов').and.to.contain('записан как дезертир');
    expect(page.text.indexOf('тяжёлые сведения')).to.be.lessThan(page.text.indexOf('записан как дезертир'));
    expect(page.text).to.match(/<details><summary>[^<]+<\/summary>.*записан как дезертир/s);
    expect(page.text).to.contain('noindex').and.not.to.contain(`/ru/soldiers/${hidden}`);
  });

  it('are not shown on level C: possible kin are not told another family’s grief', async () => {
    const asked = await family({ ...MAN, birthDate: '1914' });
    await identify(asked, man, 'C', false);
    await forKin(asked).expect(404);
    await pageForKin(asked).expect(404);
  });

  it('are no longer shown when the decision is withdrawn or the family withdraws', async () => {
    const asked = await family({ ...MAN, birthDate: '1912' });
    await identify(asked, man, 'A');
    await forKin(asked).expect(200);
    await site.http.post(`/api/requests/status/${asked.code}/withdraw`).expect(200);
    await forKin(asked).expect(404);
  });

  it('stay with the family when his address was merged into another', async () => {
    const asked = await family({ ...ONLY_SENTENCED, rank: 'рядовой' });
    const other = await bringIn({ familyName: 'Иной', givenName: 'Абзал', birthDate: '1907' }, 'mentionotherabcd');
    await identify(asked, hidden, 'A');
    const coordinator = await site.signIn('coordinator');
    await as(coordinator, 'post', `/desk/soldiers/${hidden}/merge`)
      .send({ intoId: other, reason: 'one man' })
      .expect(201);
    const shown = await forKin(asked).expect(200);
    expect(shown.body.id).to.equal(other);
    expect(shown.body.mentions).to.have.length(2);
    await as(coordinator, 'post', `/desk/soldiers/${hidden}/split`).send({ reason: 'two men' }).expect(200);
  });

  it('are shown to nobody by a code of nobody', async () => {
    await forKin({ id: '', code: '00000000000000000000000000' }).expect(404);
  });
});

/** Of an answer to a question by fate, only what was found: the question itself is said back. */
function itemsOf(text: string): string {
  return JSON.stringify((JSON.parse(text) as { items: unknown[]; facets: unknown }).items);
}
