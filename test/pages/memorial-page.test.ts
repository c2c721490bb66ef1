import { expect } from 'chai';
import { extractText, getDocumentProxy } from 'unpdf';
import { loadReference } from '../../seed/load-reference.ts';
import type { MentionRow } from '../../server/domain/row.ts';
import { understandRow } from '../../server/domain/understand-row.ts';
import { OPERATOR, openTestSite, type TestSite } from '../site.ts';

const RUSSIAN: MentionRow = {
  familyName: 'Каирбеков',
  givenName: 'Жаксылык',
  birthDate: '1913',
  birthPlace: 'Акмолинская обл., Кургальджинский р-н, аул № 5',
  conscriptionPlace: 'Кургальджинский РВК',
  unit: '1275 сп 387 сд',
  fate: 'пропал без вести',
  fateDate: '__.07.1942',
  documentType: 'донесение о безвозвратных потерях',
  relatives: 'жена Кулан, аул № 4',
};
const KAZAKH: MentionRow = {
  familyName: 'Қайырбеков',
  givenName: 'Жақсылық',
  patronymic: 'Мырзағұлұлы',
  birthDate: '1913',
  documentType: 'Боздақтар',
};
const GRAVE: MentionRow = {
  familyName: 'Kairbekow',
  givenName: 'Dschaksylyk',
  fate: 'gestorben',
  fateDate: '14.02.1943',
  burialSite: 'Эренхайн Цайтхайн',
  burialCountry: 'DE',
  grave: 'Feld 23',
  burialLatitude: '51.334',
  burialLongitude: '13.338',
  documentType: 'Grabliste',
};
/** No word of a language: what a typeface or a code page without them would lose. */
const EVERY_KAZAKH_LETTER = 'Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі';
const TITLED = { kk: 'Естелік парағы', ru: 'Памятный лист', en: 'Memory sheet' };
const ARABIC: MentionRow = { fullName: 'قايىربەكوۆ جاقسىلىق', documentType: 'письмо с фронта' };

async function addSoldier(site: TestSite, id: string, rows: MentionRow[], example = false): Promise<string> {
  const origin = { kind: 'volunteer', userId: 'operator', requestId: null } as const;
  const mentions = rows.map((written, index) => ({
    id: `${id}-${index}`,
    origin,
    written,
    understood: site.services.understand(written),
    sensitive: false,
    example,
    soldierId: `${id}-soldier`,
  }));
  const { soldierIds } = await site.services.mentions.addMentions(mentions);
  await site.services.index.settled();
  return soldierIds[0] ?? '';
}

describe('the memorial page', () => {
  let site: TestSite;
  let id: string;
  before(async () => {
    site = await openTestSite();
    id = await addSoldier(site, 'one', [RUSSIAN, KAZAKH, GRAVE, ARABIC]);
  });
  after(() => site.close());
  const page = async (language: string) => (await site.http.get(`/${language}/soldiers/${id}`)).text;

  it('is headed by the name in the reader’s own writing where a paper has it', async () => {
    expect(await page('kk')).to.match(/<h1 class="name" lang="kk"><span>Қайырбеков<\/span>/);
    expect(await page('ru')).to.match(/<h1 class="name" lang="ru"><span>Каирбеков<\/span>/);
  });

  it('gives the name in the other writings, and says which of them no paper has', async () => {
    const russian = await page('ru');
    expect(russian).to.include('<span lang="kk">Қайырбеков Жақсылық Мырзағұлұлы</span>');
    expect(russian).to.match(/Qaiyrbekov Jaqsylyq Myrzağūlūly<\/span><span class="note">по буквам/);
  });

  it('shows how each document writes the name', async () => {
    const text = await page('en');
    for (const written of ['Каирбеков Жаксылык', 'Kairbekow Dschaksylyk', 'قايىربەكوۆ'])
      expect(text).to.include(written);
  });

  it('says what a place is called today and that the district was not compared with a source', async () => {
    expect(await page('ru')).to.include('Ныне, по-видимому: Қорғалжын ауданы (район ещё не сверен с источником)');
  });

  it('tells a date in words beside what the paper has', async () => {
    expect(await page('ru')).to.include('июль 1942 («__.07.1942»)');
  });

  it('explains the words of the record where they first stand, once a page', async () => {
    const text = await page('kk');
    expect(text).to.include('«РВК» деген не?').and.include('Аудандық, қалалық, облыстық әскери комиссариат');
    expect(text.match(/«РВК» деген не\?/g)).to.have.length(1);
  });

  it('shows his division’s path on a map and in words, and what of it no source confirmed', async () => {
    const text = await page('ru');
    expect(text).to.include('387-я стрелковая дивизия: путь').and.include('id="path-rd-387-title"');
    expect(text).to.match(/Перекоп и Крым, Севастополь<\/span><span class="soft"> \(ещё не сверено с источником\)/);
  });

  it('says at once what was corrected or taken back, however often it was read before', async () => {
    const changed = await addSoldier(site, 'changed', [RUSSIAN]);
    const read = () => site.http.get(`/ru/soldiers/${changed}`);
    expect((await read()).text)
      .to.include('id="path-rd-387-title"')
      .and.include('1275 сп 387 сд');
    const written = { ...RUSSIAN, unit: '316 сд', fateDate: '__.10.1941' };
    const [mention] = await site.services.mentions.findMentions(['changed-0']);
    const { id: mentionId = '', origin, sensitive = false } = mention ?? {};
    const understood = site.services.understand(written);
    if (!origin) throw new Error('no mention');
    await site.services.mentions.updateMentions([{ id: mentionId, origin, written, understood, sensitive }]);
    const corrected = (await read()).text;
    expect(corrected).to.include('id="path-rd-316-title"').and.include('316 сд');
    expect(corrected).to.not.include('387');
    await site.services.mentions.withdrawMentions([mentionId]);
    expect((await read()).status).to.equal(410);
  });

  it('places a prisoner in no battle of his division after his capture, whenever he died', async () => {
    const fallen = { ...RUSSIAN, fateDate: '14.02.1943', fate: 'убит' };
    const captured = { ...fallen, fate: 'умер в плену', camp: 'Stalag 304' };
    const at = async (name: string, row: MentionRow) =>
      (await site.http.get(`/ru/soldiers/${await addSoldier(site, name, [row])}`)).text;
    const text = await at('captive', { ...captured, captureDate: '11.07.1942' });
    expect(text).to.include('387-я стрелковая дивизия: путь').and.include('Он попал в плен');
    expect(text).to.not.include('Котельниково').and.not.include('Севастополь');
    const undated = await at('undated', captured);
    expect(undated).to.not.include('На это время приходится дата').and.not.include('Севастополь');
    const free = await at('free', fallen);
    expect(free).to.include('На это время приходится дата').and.include('Севастополь');
  });

  it('leads to the grave: plot, coordinates as the list measured them, how to visit', async () => {
    const text = await page('ru');
    expect(text).to.include('Feld 23').and.include('51,334° с. ш., 13,338° в. д.');
    expect(text).to.include('href="geo:51.334,13.338"').and.include('Как посетить могилу');
  });

  it('says that letters are marked only where spellings differ', async () => {
    expect(await page('ru')).to.include('Выделены буквы, которые расходятся');
    const alone = await addSoldier(site, 'alone', [KAZAKH]);
    const { text } = await site.http.get(`/ru/soldiers/${alone}`);
    expect(text).to.include('Как имя записано в документах').and.not.include('Выделены буквы');
  });

  it('says in Russian of a woman what became of her, in the heading, in lists and beside what the paper has', async () => {
    const row = { familyName: 'Каирбекова', givenName: 'Бибигуль', patronymic: 'Ахметовна', fate: 'пропал без вести' };
    const her = await addSoldier(site, 'her', [row]);
    expect((await site.http.get(`/ru/soldiers/${her}`)).text)
      .to.include('<p class="life">Пропала без вести.</p>')
      .and.include('>пропала без вести<')
      .and.not.include('«пропал без вести»)');
    expect((await site.http.get(encodeURI('/ru/?q=Каирбекова Бибигуль'))).text).to.include('Пропала без вести.');
  });

  it('says of a man who came home that he did, and looks for no grave of his', async () => {
    const home = await addSoldier(site, 'home', [{ familyName: 'Сарсенов', givenName: 'Қажым', fate: 'вернулся' }]);
    const told = (await site.http.get(`/ru/soldiers/${home}`)).text;
    expect(told).to.include('С войны он вернулся живым').and.not.include('Место захоронения пока неизвестно');
    expect(await page('ru')).to.not.include('вернулся живым');
  });

  it('puts words of a paper in the quotation marks of the reader’s language, never doubled', async () => {
    expect(await page('ru')).to.include('июль 1942 («__.07.1942»)');
    expect(await page('en')).to.include('July 1942 (“__.07.1942”)');
    expect((await site.http.get(encodeURI('/ru/?q=«Каирбеков»'))).text).to.include('По запросу «„Каирбеков“»');
  });

  it('tells what a place is called today once a page', async () => {
    const told = (await page('ru')).split('Ныне, по-видимому');
    expect(told.length - 1).to.equal(1);
  });

  it('names each fact’s documents, and nobody living', async () => {
    const text = await page('ru');
    expect(text).to.match(/Feld 23.*?<dd class="source"><a href="#document-3">/s);
    expect(text).to.not.include('Кулан');
  });

  it('looks right in a messenger: name, fate, and a picture that is there', async () => {
    const text = await page('kk');
    expect(text).to.include('<meta property="og:title" content="Қайырбеков Жақсылық Мырзағұлұлы"/>');
    const address = /og:image" content="http:\/\/localhost:3000([^"]+)"/.exec(text)?.[1] ?? '';
    const picture = await site.http.get(address);
    expect(picture.status).to.equal(200);
    expect(picture.headers['content-type']).to.equal('image/png');
    const png = picture.body as Buffer;
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).to.deep.equal([1200, 630]);
    expect(png.length).to.be.lessThan(300_000);
  });

  it('says of an invented person in the messenger’s title that it is an example', async () => {
    const example = await addSoldier(site, 'example', [KAZAKH], true);
    expect((await site.http.get(`/ru/soldiers/${example}`)).text).to.include('Мырзағұлұлы (образец)"/>');
  });
});

describe('the way to a grave', () => {
  it('speaks of our conclusion to show there only where somebody has reached one', async () => {
    const site = await openTestSite();
    try {
      const { mentions, gazetteer } = site.services;
      await loadReference({ burialSites: site.stores.burialSites, mentions, gazetteer, clock: site.clock });
      const { understood } = understandRow(GRAVE, await site.services.contextFor({}));
      const origin = { kind: 'volunteer', userId: 'operator', requestId: null } as const;
      const paper = { id: 'grave-at-site', origin, written: GRAVE, understood, sensitive: false, example: false };
      const [id = ''] = (await mentions.addMentions([paper])).soldierIds;
      const page = async () => (await site.http.get(`/ru/soldiers/${id}`)).text;
      expect(await page())
        .to.include('Возьмите с собой памятный лист')
        .and.not.include('с нашим выводом');
      const applicant = { name: 'A', relation: 'son', email: null, phone: null };
      const form = { soldier: RUSSIAN, applicant, letter: null, language: 'ru', consent: true, token: null } as const;
      const { code } = await site.services.requests.submit(form, [], null);
      const { request } = await site.services.requests.open(code);
      const possible = { soldierId: id, verdict: 'same', reason: 'alike', evidenceLevel: 'C' } as const;
      await site.services.decisions.decide(OPERATOR, { id: request.id, version: request.version }, possible);
      expect(await page()).to.include('с нашим выводом можно обратиться в посольство');
      // Made for the address that the paper had then; the page of whoever he was found to be keeps it.
      const other = await addSoldier(site, 'same-man', [RUSSIAN]);
      const coordinator = { id: 'c', role: 'coordinator' } as const;
      await site.services.links.merge(coordinator, { fromId: id, intoId: other, reason: 'one man' });
      expect((await site.http.get(`/ru/soldiers/${other}`)).text).to.include(
        'Возможный вывод, уровень доказательств C',
      );
    } finally {
      await site.close();
    }
  });
});

describe('the memory sheet', () => {
  let site: TestSite;
  let id: string;
  before(async () => {
    site = await openTestSite();
    id = await addSoldier(site, 'sheet', [
      { ...KAZAKH, givenName: EVERY_KAZAKH_LETTER, patronymic: 'Ғұмарұлы' },
      GRAVE,
      RUSSIAN,
      ARABIC,
    ]);
  });
  after(() => site.close());

  async function sheet(language: string): Promise<{ text: string; title: string; lang: unknown }> {
    const answer = await site.http.get(`/${language}/soldiers/${id}/memory-sheet.pdf`);
    expect(answer.status).to.equal(200);
    expect(answer.headers['content-type']).to.equal('application/pdf');
    const pdf = await getDocumentProxy(new Uint8Array(answer.body as Buffer));
    const { text } = await extractText(pdf, { mergePages: true });
    const { info } = await pdf.getMetadata();
    const { Title, Language: lang } = info as { Title: string; Language: unknown };
    return { text: text.replace(/\s+/g, ' '), title: Title, lang };
  }

  for (const [language, titled] of Object.entries(TITLED)) {
    it(`can be read out and copied, with every Kazakh letter, large and small (${language})`, async () => {
      const { text, title, lang } = await sheet(language);
      for (const pair of EVERY_KAZAKH_LETTER.split(' ')) expect(text).to.include(pair);
      expect(text).to.include('Ғұмарұлы').and.include('Қайырбеков');
      expect([title.includes(titled), lang]).to.deep.equal([true, language]);
    });
  }

  it('holds name, fate, grave, sources and the address of the page, in each language', async () => {
    const words = {
      kk: ['Қабірі', 'Құжаттар', 'хабарсыз кетті'],
      ru: ['Могила', 'Документы', 'пропал без вести'],
      en: ['Grave', 'Documents', 'missing in action'],
    };
    for (const [language, expected] of Object.entries(words)) {
      const { text } = await sheet(language);
      for (const word of [...expected, 'Feld 23', `http://localhost:3000/${language}/soldiers/${id}`]) {
        expect(text, language).to.include(word);
      }
    }
  });

  it('names nobody living', async () => {
    expect((await sheet('ru')).text).to.not.include('Кулан');
  });
});

describe('an address that moved', () => {
  it('leads on with 308, and the page says that two records turned out to be one man', async () => {
    const site = await openTestSite();
    try {
      const one = await addSoldier(site, 'left', [RUSSIAN]);
      const other = await addSoldier(site, 'right', [KAZAKH]);
      const merge = { fromId: other, intoId: one, reason: 'the same born and called up' };
      await site.services.links.merge(OPERATOR, merge);
      const moved = await site.http.get(`/ru/soldiers/${other}`);
      expect([moved.status, moved.headers.location]).to.deep.equal([308, `/ru/soldiers/${one}`]);
      const sheet = await site.http.get(`/ru/soldiers/${other}/memory-sheet.pdf`);
      expect(sheet.headers.location).to.equal(`/ru/soldiers/${one}/memory-sheet.pdf`);
      const report = await site.http.post(`/ru/soldiers/${other}/report`).type('form').send({ text: 'ошибка' });
      expect([report.status, report.headers.location]).to.deep.equal([308, `/ru/soldiers/${one}/report`]);
      const { text } = await site.http.get(`/ru/soldiers/${one}`);
      expect(text).to.include('Две записи оказались об одном человеке, 1 марта 2026.');
      await site.services.links.split(OPERATOR, { soldierId: other, reason: 'another father' });
      expect((await site.http.get(`/ru/soldiers/${one}`)).text).to.not.include('Две записи оказались');
    } finally {
      await site.close();
    }
  });
});

describe('a report of an error', () => {
  let site: TestSite;
  let id: string;
  before(async () => {
    site = await openTestSite();
    id = await addSoldier(site, 'reported', [RUSSIAN]);
  });
  after(() => site.close());
  const send = (fields: Record<string, string>) =>
    site.http.post(`/kk/soldiers/${id}/report`).type('form').send(fields);

  it('is taken without an account and without a script, and reaches the desk', async () => {
    const sent = await send({ text: 'Әкесінің аты Мырзағұл емес, Мырзабек', contact: 'a@example.net' });
    expect([sent.status, sent.headers.location]).to.deep.equal([303, `/kk/soldiers/${id}?reported=1#report`]);
    expect((await site.http.get(`/kk/soldiers/${id}?reported=1`)).text).to.include('Рақмет, хабарыңызды алдық');
    const { token } = await site.signIn('volunteer');
    const list = await site.http.get('/api/desk/reports').auth(token, { type: 'bearer' });
    expect(list.body.items).to.have.length(1);
    expect(list.body.items[0]).to.include({ soldierId: id, language: 'kk', hasContact: true, state: 'open' });
    expect(JSON.stringify(list.body)).to.not.include('a@example.net');
  });

  it('without words is asked for them, and what was written stays', async () => {
    const page = await send({ text: '  ', contact: '8 700' });
    expect(page.status).to.equal(422);
    expect(page.text).to.include('Не қате екенін жазыңыз').and.include('value="8 700"');
  });
});
