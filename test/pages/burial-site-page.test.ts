import { expect } from 'chai';
import { loadReference } from '../../seed/load-reference.ts';
import { siteSearch } from '../../server/domain/site-search.ts';
import { siteTexts } from '../../server/pages/site-words.ts';
import { createLabels } from '../../server/site/labels.ts';
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

  it('says that the coordinates are the nearest town’s, how to visit, and nothing of who looks after it while nobody told', async () => {
    const page = await get('/ru/burial-sites/zeithain');
    expect(page).to.include('Это ближайший населённый пункт').and.include('Как посетить');
    expect(page).to.not.include('Кто ухаживает');
  });

  it('is called in the reader’s language, and by the names that stand on its gate and in Russian papers', async () => {
    const kazakh = await get('/kk/burial-sites/zeithain');
    expect(kazakh).to.include('<h1 lang="kk">Цайтхайн құрмет зираты (Эренхайн)</h1>');
    expect(kazakh).to.include('>Ehrenhain Zeithain</li>').and.include('<li lang="ru">Эренхайн Цайтхайн</li>');
    expect(await get('/en/burial-sites/zeithain')).to.include('<h1 lang="en">Ehrenhain Zeithain</h1>');
  });

  it('tells in words when it was laid out', async () => {
    expect(await get('/kk/burial-sites/masyukovshchina')).to.include('1964 ж. 3 шілде');
    expect(await get('/en/burial-sites/rossoshki')).to.include('May 1999');
  });

  it('is named in the reader’s language where a list of people says where they lie, and not to those who read its page', async () => {
    const line = 'Жерленген жері: Цайтхайн құрмет зираты (Эренхайн), Саксония, Германия.';
    expect(await get('/kk/?q=Ospanow')).to.include(line);
    expect(await get('/kk/burial-sites/zeithain'))
      .to.include('Ospanow')
      .and.not.include(line);
  });

  it('lists the names by the Kazakh alphabet, and opens at a letter', async () => {
    const page = await get('/ru/burial-sites/zeithain');
    const letters = [...page.matchAll(/\?letter=([^"#]+)#names/g)].map((match) => decodeURIComponent(match[1] ?? ''));
    // Ospanow is read with a Cyrillic О.
    expect(letters).to.deep.equal(['А', 'Ә', 'Қ', 'О']);
    expect(page).to.include('латиницей стоят под той буквой');
    const atLetter = await get('/ru/burial-sites/zeithain?letter=Қ');
    expect(atLetter).to.include('Қайырбеков').and.not.include('Ахметов');
    expect(await get('/ru/burial-sites/zeithain?letter=О')).to.include('Ospanow');
    expect(atLetter).to.match(/aria-current="true"[^>]*aria-label="Қ, 1"/);
  });

  it('is found on the map and in the list with how many of ours lie there', async () => {
    const list = await get('/kk/burial-sites?country=DE');
    expect(list).to.include('/kk/burial-sites/zeithain').and.include('id="sites-map-title"');
    expect(list).to.include('Саксония');
  });

  it('is listed by countries in the order of the reader’s alphabet, each to be opened on a phone', async () => {
    const order: Record<string, string[]> = {
      kk: ['Аустрия', 'Беларусь', 'Венгрия', 'Германия', 'Қазақстан', 'Латвия', 'Литва', 'Нидерланд', 'Норвегия'],
      ru: ['Австрия', 'Беларусь', 'Венгрия', 'Германия', 'Казахстан', 'Латвия', 'Литва', 'Нидерланды', 'Норвегия'],
      en: ['Austria', 'Belarus', 'Czechia', 'Germany', 'Hungary', 'Kazakhstan', 'Latvia', 'Lithuania', 'Netherlands'],
    };
    for (const [language, countries] of Object.entries(order)) {
      const list = await get(`/${language}/burial-sites`);
      const headings = [...list.matchAll(/<details class="country" id="country-[A-Z]{2}"><summary><span>([^<]+)/g)];
      expect(headings.map(([, country]) => country).slice(0, 9)).to.deep.equal(countries);
      const filters = [...list.matchAll(/\?country=[A-Z]{2}"><span>([^<]+)/g)];
      expect(filters.map(([, country]) => country).slice(0, 9)).to.deep.equal(countries);
    }
    const german = await get('/ru/burial-sites?country=DE');
    const names = [...german.matchAll(/burial-sites\/[^"?]+" lang="ru">([^<]+)/g)].map(([, name]) => name ?? '');
    expect(names).to.include('Эренхайн Цайтхайн');
    expect(names).to.deep.equal([...names].sort(new Intl.Collator('ru').compare));
  });

  it('stands open where a country or a name was asked for', async () => {
    for (const asked of ['country=HU', 'q=Ржев', 'q=Zeithain']) {
      const list = await get(`/ru/burial-sites?${asked}`);
      expect(list, asked).to.match(/<details class="country" id="country-[A-Z]{2}" open>/);
      expect(list, asked).to.not.match(/<details class="country" id="[^"]+"><summary>/);
    }
  });

  it('is found by its region, its country and its name in any language, spelling and case', async () => {
    const asked: Record<string, string> = {
      Саксония: 'zeithain',
      Sachsen: 'dresden',
      Saksoniya: 'zeithain',
      Германия: 'treptow',
      Германияда: 'treptow',
      Deutschland: 'treptow',
      Польша: 'cybinka',
      Польше: 'cybinka',
      'кладбище в Польше': 'cybinka',
      Polska: 'cybinka',
      Бранденбург: 'seelow',
      Калуга: 'zaitseva-gora',
      'Калужской области': 'zaitseva-gora',
      Тверь: 'trubino-rzhev',
      Цибинка: 'cybinka',
      Cybinka: 'cybinka',
      Lambinowice: 'lamsdorf',
      Ржев: 'rzhev-military-cemetery',
      Rzhev: 'rzhev-military-cemetery',
    };
    const sites = await site.stores.burialSites.find({});
    const labels = createLabels();
    for (const [q, id] of Object.entries(asked)) {
      const means = siteSearch(q);
      const found = sites.filter((one) => means({ country: one.country, texts: siteTexts(one, labels) }));
      const ids = found.map((one) => one.id);
      expect(ids, q).to.include(id);
    }
    expect(await get('/ru/burial-sites?q=Саксония')).to.include('/burial-sites/zeithain"');
  });

  it('is asked for by two letters only as they are typed', () => {
    const camp = { country: 'DE', texts: ['Sandbostel (Stalag X B)'] };
    expect(siteSearch('Sa')(camp)).to.equal(true);
    // Would be a form of "X".
    expect(siteSearch('Xu')(camp)).to.equal(false);
  });

  it('is not shown to those who ask for another place', async () => {
    const german = await get('/ru/burial-sites?q=Германия');
    expect(german).to.not.include('/burial-sites/cybinka"').and.not.include('/burial-sites/rossoshki"');
    const saxon = await get('/ru/burial-sites?q=в Саксонии');
    expect(saxon).to.include('/burial-sites/zeithain"').and.not.include('/burial-sites/seelow"');
  });

  it('leads back to the whole list where no place has that name', async () => {
    for (const q of ['Абракадабра', 'qwrtzp', 'Ташкент', '()']) {
      const none = await get(`/ru/burial-sites?q=${q}`);
      expect(none, q)
        .to.include('Такого места в списке нет')
        .and.include('<a href="/ru/burial-sites">Показать все места');
      expect(none, q).to.not.include('<details class="country"');
    }
  });

  it('narrows a search to itself', async () => {
    const found = await get('/ru/?q=Кайырбеков&burialSite=zeithain');
    expect(found).to.include('Қайырбеков').and.include('Захоронение');
  });
});
