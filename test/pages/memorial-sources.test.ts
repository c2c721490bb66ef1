import { expect } from 'chai';
import { listOf, newList } from '../imports/import-site.ts';
import { OPERATOR, openTestSite, type TestSite } from '../site.ts';

describe('A memorial page drawn from the list of a partner', () => {
  let site: TestSite;
  let partnerId = '';
  let soldierId = '';
  before(async () => {
    site = await openTestSite();
    const name = 'Фонд «Память»';
    partnerId = (await site.services.partners.create(OPERATOR, { code: 'FUND', name })).id;
    const list = await newList(site, partnerId);
    const item = await list.bringIn(listOf({ name: 'Оспанов Тлеу' }, { name: 'Каирбеков Сейткали', born: '1913' }));
    for await (const batch of site.services.mentions.streamImport(item.id))
      soldierId = batch.find(({ origin }) => origin.kind === 'import' && origin.line === 3)?.soldierId ?? '';
  });
  after(() => site.close());
  const page = async (language: string) => (await site.http.get(`/${language}/soldiers/${soldierId}`)).text;

  it('names who sent it, the day and the line, in each language, and never the name of the file or the list', async () => {
    const texts = [await page('ru'), await page('kk'), await page('en')];
    for (const [at, said] of [
      'Прислано партнёром: Фонд «Память», 1 марта 2026, строка 3 списка',
      'Тізімді жіберген серіктес: Фонд «Память», 2026 ж. 1 наурыз, 3-жол',
      'Sent by a partner: Фонд «Память», March 1, 2026, line 3 of the list',
    ].entries()) {
      expect(texts[at]).to.include(said);
      expect(texts[at]).to.not.match(/list\.csv|list [0-9a-f]{8}/);
    }
  });

  it('asks the store for the name once a minute, and tells a new one after it', async () => {
    const { partners } = site.stores;
    const { findByIds } = partners;
    let asked = 0;
    partners.findByIds = (ids) => {
      asked += 1;
      return findByIds(ids);
    };
    site.clock.advance(61);
    for (const language of ['ru', 'kk', 'ru']) await page(language);
    expect(asked).to.equal(1);
    await site.services.partners.change(OPERATOR, partnerId, 1, { name: 'Фонд «Ерлік»' });
    site.clock.advance(61);
    expect(await page('ru')).to.include('Фонд «Ерлік»');
    partners.findByIds = findByIds;
  });
});
