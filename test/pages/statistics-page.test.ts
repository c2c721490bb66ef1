import { expect } from 'chai';
import { openTestSite, type TestSite } from '../site.ts';

describe('the page of numbers', () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
    const applicant = { name: 'Мысал', relation: 'son', email: null, phone: null };
    const ask = async (familyName: string, birthPlace: string) => {
      const soldier = { familyName, birthPlace };
      await site.services.requests.submit(
        { soldier, applicant, letter: null, language: 'kk', consent: true, token: null },
        [],
        null,
      );
    };
    await ask('Бірінші', 'Акмолинская обл.');
    await ask('Екінші', 'Акмолинская обл.');
    site.clock.set('2027-02-01T09:00:00.000Z');
    await ask('Үшінші', 'Павлодарская обл.');
  });
  after(() => site.close());

  it('tells requests by year and oblast as bars and, with the same numbers, as a table', async () => {
    const { text } = await site.http.get('/ru/statistics');
    expect(text).to.match(/<svg class="chart"[^>]*aria-labelledby="years-chart-title"/);
    expect(text)
      .to.match(/>2026<\/th><td[^>]*>2<\/td>/)
      .and.to.match(/>2027<\/th><td[^>]*>1<\/td>/);
    expect(text).to.match(/Акмолинская область<\/th><td[^>]*>2<\/td>/);
    expect(text).to.include('0 из 2');
  });

  it('tells no share and no median where nothing was answered, and how long the open ones have waited', async () => {
    const { text } = await site.http.get('/en/statistics');
    expect(text).to.not.include('fate established</th>').and.not.include('NaN').and.not.include('null');
    expect(text).to.match(/days that open requests have waited \(median\)<\/th><td[^>]*>337</);
  });

  it('names nobody who asked', async () => {
    expect((await site.http.get('/kk/statistics')).text)
      .to.not.include('Бірінші')
      .and.not.include('Мысал');
  });

  it('says in the API which partners’ lists stand', async () => {
    expect((await site.http.get('/api/statistics')).body.lists).to.deep.equal([]);
  });
});
