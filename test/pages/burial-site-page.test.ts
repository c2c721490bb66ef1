import { expect } from 'chai';
import { loadReference } from '../../seed/load-reference.ts';
import { openTestSite, type TestSite } from '../site.ts';

describe('the page of a burial place', () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
    const { burialSites } = site.stores;
    const { mentions, gazetteer } = site.services;
    await loadReference({ burialSites, mentions, gazetteer, clock: site.clock });
    const context = await site.services.contextFor({});
    const { understandRow } = await import('../../server/domain/understand-row.ts');
    const origin = { kind: 'volunteer', userId: 'operator', requestId: null } as const;
    const names = ['Ахметов', 'Әбенов', 'Қайырбеков', 'Ospanow'];
    await mentions.addMentions(
      names.map((familyName) => {
        const written = { familyName, burialSite: 'Эренхайн Цайтхайн', burialCountry: 'DE' };
        const { understood, sensitive } = understandRow(written, context);
        return { id: `lies-${familyName}`, origin, written, understood, sensitive, example: false };
      }),
    );
  });
  after(() => site.close());
  const get = async (path: string) => (await site.http.get(encodeURI(path))).text;

  it('tells counts, region and what it is in the reader’s language', async () => {
    expect(await get('/kk/burial-sites/zeithain')).to.include('25 000 – 30 000 шамасындағы кеңес тұтқыны');
    const russian = await get('/ru/burial-sites/zeithain');
    expect(russian).to.include('лагерное кладбище (шталаг 304 IV H)').and.include('Саксония');
    expect(russian).to.not.include('POW camp');
  });

  it('says that the coordinates are the nearest town’s, how to visit, and that nobody knows who looks after it', async () => {
    const page = await get('/ru/burial-sites/zeithain');
    expect(page).to.include('Это ближайший населённый пункт').and.include('Как посетить');
    expect(page).to.include('Кто ухаживает').and.include('Нам неизвестно');
  });

  it('lists the names by the Kazakh alphabet, and opens at a letter', async () => {
    const page = await get('/ru/burial-sites/zeithain');
    const letters = [...page.matchAll(/\?letter=([^"#]+)#names/g)].map((match) => decodeURIComponent(match[1] ?? ''));
    expect(letters).to.deep.equal(['А', 'Ә', 'Қ', 'O']);
    const atLetter = await get('/ru/burial-sites/zeithain?letter=Қ');
    expect(atLetter).to.include('Қайырбеков').and.not.include('Ахметов');
    expect(atLetter).to.match(/aria-current="true"[^>]*aria-label="Қ, 1"/);
  });

  it('is found on the map and in the list with how many of ours lie there', async () => {
    const list = await get('/kk/burial-sites?country=DE');
    expect(list).to.include('/kk/burial-sites/zeithain').and.include('id="sites-map-title"');
    expect(list).to.include('Саксония');
  });

  it('narrows a search to itself', async () => {
    const found = await get('/ru/?q=Кайырбеков&burialSite=zeithain');
    expect(found).to.include('Қайырбеков').and.include('Захоронение');
  });
});
