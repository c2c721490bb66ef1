import { expect } from 'chai';
import type { MentionRow } from '../../server/domain/row.ts';
import { openTestSite, type TestSite } from '../site.ts';

const ROWS: MentionRow[] = [
  {
    familyName: 'Сарсенбаев',
    givenName: 'Жүніс',
    birthDate: '1911',
    birthPlace: 'Акмолинская обл., Кургальджинский р-н',
    unit: '387 сд',
    fate: 'погиб в плену',
    burialCountry: 'DE',
  },
  { familyName: 'Сарсенбаев', givenName: 'Ораз', birthDate: '1920', birthPlace: 'Павлодарская обл.', fate: 'убит' },
  { familyName: 'Сарсенов', givenName: 'Қажым', birthDate: '1905' },
  { familyName: 'Ескендіров', givenName: 'Дәурен' },
  { familyName: 'Ескендіров', givenName: 'Даурен', patronymic: 'Асанович' },
  { familyName: 'وسپانوۆ', givenName: 'ەرلان' },
];

describe('the search page', () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
    const origin = { kind: 'volunteer', userId: 'operator', requestId: null } as const;
    await site.services.mentions.addMentions(
      ROWS.map((written, index) => ({
        id: `one-${index}`,
        origin,
        written,
        understood: site.services.understand(written),
        sensitive: false,
        example: false,
      })),
    );
    await site.services.index.settled();
  });
  after(() => site.close());
  const get = async (path: string) => (await site.http.get(encodeURI(path))).text;

  it('narrows by fate, country, oblast and division, and takes each filter off again', async () => {
    const all = await get('/ru/?q=Сарсенбаев');
    for (const facet of ['Судьба', 'Страна захоронения', 'Область', 'Дивизия']) expect(all).to.include(`<h3>${facet}`);
    const href = /href="([^"]*fate=died_in_captivity[^"]*)"/.exec(all)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const narrowed = (await site.http.get(href)).text;
    expect(narrowed).to.include('Сарсенбаев Жүніс').and.not.include('Сарсенбаев Ораз');
    expect(narrowed).to.include('Снять отбор');
  });

  it('narrows by years of birth from two boxes, either of which may stay empty', async () => {
    expect(await get('/ru/?q=Сарсенбаев&bornFrom=1918&bornTo=1922'))
      .to.include('Сарсенбаев Ораз')
      .and.not.include('Жүніс');
    expect(await get('/ru/?q=Сарсенбаев&bornFrom=1915'))
      .to.include('Сарсенбаев Ораз')
      .and.not.include('Жүніс');
    expect(await get('/ru/?q=Сарсенбаев&bornTo=1912'))
      .to.include('Жүніс')
      .and.not.include('Сарсенбаев Ораз');
    const kept = await get('/ru/?q=Сарсенбаев&bornFrom=1918&bornTo=1922&fate=killed');
    expect(kept)
      .to.match(/name="bornFrom"[^>]*value="1918"/)
      .and.to.match(/name="fate" value="killed"/);
  });

  it('ends the sentence of a place in one full stop, also where the place is shortened', async () => {
    const page = await get('/ru/?q=Сарсенбаев Ораз');
    expect(page).to.include('Место рождения: Павлодарская обл. Погиб').and.not.include('обл..');
  });

  it('puts whoever a paper writes just as it was typed before all who only sound so', async () => {
    const order = (page: string) => ['Дәурен', 'Даурен'].map((given) => page.indexOf(`Ескендіров ${given}`));
    expect(order(await get('/ru/?q=Ескендіров Даурен'))).to.satisfy(([kazakh = 0, russian = 0]) => russian < kazakh);
    expect(order(await get('/ru/?q=Ескендіров Дәурен'))).to.satisfy(([kazakh = 0, russian = 0]) => kazakh < russian);
  });

  it('reads to the reader a name that papers have in Arabic script only', async () => {
    const page = await get('/kk/?q=Оспанов Ерлан');
    expect(page)
      .to.include('وسپانوۆ ەرلان')
      .and.include('<span lang="kk">Оспанов Ерлан</span>')
      .and.include('әріппен оқылуы');
    const href = /href="(\/kk\/soldiers\/[^"]+)"/.exec(page)?.[1] ?? '';
    expect(await get(href)).to.include('Оспанов Ерлан');
  });

  it('says what of the question it could not read', async () => {
    expect(await get('/ru/?q=Сарсенбаев&birthYear=давно')).to.include('«давно» не похоже на год рождения');
    expect(await get('/kk/?q=Сарсенбаев&birthYear=давно')).to.include('туған жылы ретінде түсініксіз');
  });

  it('finds nobody honestly: similar names to try, wider years, and the request with what was typed', async () => {
    const page = await get('/ru/?q=Сарсенбаев Жүніс&birthYear=1914');
    expect(page).to.include('пока никого не нашли').and.include('Похожие имена в документах');
    expect(page).to.include('Расширить годы рождения (1911–1917)');
    expect(page).to.match(/requests\/new\?[^"]*birthDate=1914[^"]*familyName=/);
    expect(await get('/ru/?q=Сарсенбаев Жүніс&birthYear=1930')).to.include('Искать без отбора «Год рождения»');
  });

  it('offers names while she types, in the spellings of the records and by their sound', async () => {
    const items = async (q: string) => (await site.http.get('/api/suggestions').query({ q })).body.items as string[];
    expect(await items('Сарс')).to.include.members(['Сарсенбаев Жүніс', 'Сарсенов Қажым']);
    expect(await items('Сәрсен')).to.include('Сарсенбаев Ораз');
    expect(await items('Sarsenbaev')).to.include('Сарсенбаев Жүніс');
    expect(await items('Sars')).to.include.members(['Сарсенбаев Жүніс', 'Сарсенов Қажым']);
    expect(await items('سارس')).to.include('Сарсенбаев Ораз');
    expect(await items('Жүн')).to.include('Сарсенбаев Жүніс');
    expect(await items('Щщ')).to.deep.equal([]);
    expect((await site.http.get('/api/suggestions').query({ q: 'С' })).status).to.equal(400);
  });

  it('brings the script of the suggestions from this site, after the page', async () => {
    expect(await get('/kk/'))
      .to.include('<script defer src="/assets/suggestions.js">')
      .and.include('list="names"');
    const script = await site.http.get('/assets/suggestions.js');
    expect(script.headers['content-type']).to.include('javascript');
  });
});
