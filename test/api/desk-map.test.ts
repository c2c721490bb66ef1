import { expect } from 'chai';
import type { MentionRow } from '../../server/domain/row.ts';
import { openTestSite, type TestSite } from '../site.ts';

const FOUND: MentionRow = {
  familyName: 'Каирбеков',
  givenName: 'Сейткали',
  patronymic: 'Нурмагамбетович',
  birthDate: '1913',
  birthPlace: 'Актюбинская обл., Хобдинский р-н, с. Булак',
  fate: 'погиб',
  fateDate: '__.03.1943',
};
const ASKED: MentionRow = {
  familyName: 'Қайырбеков',
  givenName: 'Сейітқали',
  patronymic: 'Нұрмағамбетұлы',
  birthDate: '1913',
  birthPlace: 'Ақтөбе облысы, Қобда ауданы, Бұлақ ауылы',
};

describe('The map beside a candidate', () => {
  let site: TestSite;
  let token: string;
  let soldierId: string;

  before(async () => {
    site = await openTestSite();
    ({ token } = await site.signIn('volunteer'));
    const origin = { kind: 'volunteer' as const, userId: 'u', requestId: null };
    const understood = site.services.understand(FOUND);
    const fresh = { id: 'mention0abcdefgh', origin, written: FOUND, understood, sensitive: false, example: false };
    [soldierId = ''] = (await site.services.mentions.addMentions([fresh])).soldierIds;
    await site.services.index.rebuild();
  });
  after(() => site.close());

  const as = (method: 'get' | 'post', path: string) =>
    site.http[method](`/api${path}`).set('Accept-Language', 'en').set('Authorization', `Bearer ${token}`);
  async function newRequest(soldier: MentionRow): Promise<string> {
    const applicant = { name: 'A', relation: 'son', language: 'kk' };
    const sent = await site.http.post('/api/requests').send({ soldier, applicant, consent: true }).expect(201);
    await site.services.runner.drain();
    const stored = await site.store.connection.collection('requests').findOne({ number: sent.body.number });
    return String(stored?._id);
  }
  const mapOf = (requestId: string, candidateId: string) => `/desk/requests/${requestId}/candidates/${candidateId}/map`;

  it('shows where the family says and where the papers say, with the way between them', async () => {
    const requestId = await newRequest({ ...ASKED, birthPlace: 'Қорғалжын ауданы' });
    const grave = { burialSite: 'Zeithain', burialLatitude: '51.33', burialLongitude: '13.33' };
    const row = { ...FOUND, birthPlace: 'Акмолинская обл., Кургальджинский р-н', archive: 'ЦАМО', ...grave };
    const record = await as('post', '/desk/mentions').send({ row }).expect(201);
    const { body } = await as('get', mapOf(requestId, record.body.soldierId)).expect(200);
    expect(body.places).to.deep.equal([
      { number: 1, side: 'asked', field: 'birthPlace', text: 'Қорғалжын ауданы', exact: 'rayon', km: null },
      { number: 2, side: 'found', field: 'birthPlace', text: row.birthPlace, exact: 'rayon', km: 0 },
      { number: 3, side: 'found', field: 'burialSite', text: 'Zeithain', exact: 'grave', km: body.places[2].km },
    ]);
    // From the steppe south-west of Astana to Saxony.
    expect(body.places[2].km).to.be.within(3700, 4000);
    expect(body.map.pins.map((pin: { numbers: number[] }) => pin.numbers)).to.deep.equal([[1, 2], [3]]);
    expect(body.map.land).to.match(/^M/);
    await as('post', `/desk/mentions/${record.body.id}/withdraw`).send({ reason: 'only a test' }).expect(204);
  });

  it('is not drawn when one side has no place', async () => {
    const requestId = await newRequest({ familyName: 'Қайырбеков', givenName: 'Сейітқали' });
    const { body } = await as('get', mapOf(requestId, soldierId)).expect(200);
    expect(body).to.deep.equal({ map: null, places: [] });
  });
});
