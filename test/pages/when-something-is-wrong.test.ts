import { expect } from 'chai';
import type { Response } from 'supertest';
import { type Language, languages } from '../../client/messages/translate.ts';
import { AppError } from '../../server/errors.ts';
import { familyPages } from '../family-pages.ts';
import { OPERATOR, openTestSite, type TestSite } from '../site.ts';
import { aLine } from '../soldiers/a-mention.ts';
import { htmlFaults } from './valid-html.ts';

const PHONE = '+7 700 000 00 00';
const CODE_OF_NOBODY = 'b'.repeat(26);

const SAID: Record<string, Record<Language, string>> = {
  searchDown: {
    kk: 'Бұл «табылмады» дегенді білдірмейді',
    ru: 'Это не значит, что человека нет',
    en: 'This does not mean he is not there',
  },
  storeDown: { kk: 'Ештеңе жоғалған жоқ', ru: 'Ничего не потеряно', en: 'Nothing is lost' },
  notFound: { kk: 'Мұндай бет жоқ', ru: 'Такой страницы нет', en: 'There is no such page' },
  takenBack: { kk: 'Бұл бет алынып тасталған', ru: 'Этой страницы больше нет', en: 'This page has been taken back' },
  withdrawn: { kk: 'Өтініш қайтарып алынды', ru: 'Запрос отозван', en: 'The request has been withdrawn' },
  notKept: { kk: 'Жаңа жібергеніңіз сақталмады', ru: 'не сохранено', en: 'was not kept' },
  stays: { kk: 'осы бетте қалды', ru: 'осталось на этой странице', en: 'is still on this page' },
};

type Expected = { status: number; says: keyof typeof SAID };

/** In the reader's language, valid, kept out of search engines and leading on: a search box, and the same page in other languages. */
async function expectPage(site: TestSite, language: Language, path: string, { status, says }: Expected) {
  const page = await site.http.get(encodeURI(`/${language}${path}`));
  expect(page.status, path).to.equal(status);
  const words = [`<html lang="${language}">`, SAID[says]?.[language] ?? '', '<meta name="robots" content="noindex"/>'];
  for (const word of words) expect(page.text, path).to.include(word);
  expect(await htmlFaults(page.text), path).to.deep.equal([]);
  return page;
}

describe('what cannot be shown is told in the reader’s language', () => {
  let site: TestSite;
  let own: Record<string, string>;
  const [one, other] = [aLine({ fullName: 'Каирбеков Сейткали' }), aLine({ fullName: 'Кайырбеков' }, { key: '2' })];
  before(async () => {
    site = await openTestSite({ env: { HELP_PHONE: PHONE } });
    own = await familyPages(site);
  });
  after(() => site.close());

  for (const language of languages) {
    it(`an address of nothing, with a way on (${language})`, async () => {
      const paths = ['/soldiers/nobody', '/burial-sites/nowhere', '/divisions/rd-999', '/hospitals/eg-1', '/nothing'];
      for (const path of [...paths, `/requests/${CODE_OF_NOBODY}`, `/memories/${CODE_OF_NOBODY}`, '/%zz']) {
        const { text } = await expectPage(site, language, path, { status: 404, says: 'notFound' });
        expect(text, path).to.include(`role="search" action="/${language}/"`);
      }
    });

    it(`the page of a request that is not there leads to the code, and to somebody who helps (${language})`, async () => {
      const { text } = await site.http.get(`/${language}/requests/${CODE_OF_NOBODY}`);
      expect(text).to.include(`href="/${language}/requests"`).and.include('href="tel:+77000000000"');
    });

    it(`a request that its family withdrew (${language})`, async () => {
      const { text } = await expectPage(site, language, own['withdrawn request'] ?? '', {
        status: 410,
        says: 'withdrawn',
      });
      expect(text).to.not.include(`action="/${language}${own['withdrawn request']}/withdraw"`);
      expect(text, 'nothing is compared any more').to.not.match(/салыстыру жүріп|Идёт сравнение|being compared/);
    });

    it(`a soldier whose papers were withdrawn (${language})`, async () => {
      await expectPage(site, language, own['withdrawn papers'] ?? '', { status: 410, says: 'takenBack' });
    });

    it(`the search, while it is down: what was typed stays, and nobody is told that nobody was found (${language})`, async () => {
      const { candidates } = site.services.engine;
      site.services.engine.candidates = () => Promise.reject(new AppError('search_down', 'The search does not answer'));
      try {
        const page = await expectPage(site, language, '/?q=Қайырбеков', { status: 503, says: 'searchDown' });
        expect(page.headers['retry-after']).to.equal('30');
        expect(page.text).to.include('value="Қайырбеков"').and.include('href="tel:+77000000000"');
      } finally {
        site.services.engine.candidates = candidates;
      }
    });
  }

  it('a reader whose language the address does not name reads Kazakh, or what her browser asks for', async () => {
    expect((await site.http.get('/nothing')).text).to.include('<html lang="kk">');
    const asking = await site.http.get('/nothing').set('Accept-Language', 'ru-KZ,ru;q=0.9');
    expect(asking.text).to.include('<html lang="ru">');
  });

  it('one man at two addresses: the older one leads to his page, in every language and with what stands behind it', async () => {
    const { soldierIds } = await site.services.mentions.addMentions([one, other]);
    const [into = '', from = ''] = soldierIds;
    await site.services.links.merge(OPERATOR, { fromId: from, intoId: into, reason: 'one man' });
    for (const language of languages) {
      for (const rest of ['', '/memories', '/memory-sheet.pdf', '/picture.png']) {
        const moved = await site.http.get(`/${language}/soldiers/${from}${rest}`);
        expect([moved.status, moved.headers.location]).to.deep.equal([308, `/${language}/soldiers/${into}${rest}`]);
      }
    }
  });
});

describe('while the store is down', () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite({ env: { HELP_PHONE: PHONE } });
    await site.store.connection.close();
  });
  after(() => site.close());

  for (const language of languages) {
    it(`each page that needs it says so, and whom to call (${language})`, async () => {
      const paths = [
        '/?fate=killed',
        '/soldiers/somebody',
        '/burial-sites',
        '/burial-sites/zeithain',
        '/divisions/rd-387',
      ];
      for (const path of [...paths, '/seeking-relatives', '/statistics', `/requests/${CODE_OF_NOBODY}`]) {
        const page = await expectPage(site, language, path, { status: 503, says: 'storeDown' });
        expect(page.headers['retry-after'], path).to.equal('30');
        expect(page.text, path).to.include('href="tel:+77000000000"');
      }
    });

    it(`a request that is sent is not lost: every word stands in the form again (${language})`, async () => {
      const sent = await site.http
        .post(`/${language}/requests/new`)
        .field('familyName', 'Қайырбеков')
        .field('letter', 'Соңғы хаты Ржевтен келді.')
        .field('name', 'Мысал')
        .field('phone', '+7 700 000 00 01')
        .field('consent', 'true');
      expect([sent.status, sent.headers['retry-after']]).to.deep.equal([503, '30']);
      const kept = ['value="Қайырбеков"', 'Соңғы хаты Ржевтен келді.', SAID.stays?.[language] ?? ''];
      for (const words of kept) expect(sent.text).to.include(words);
      expect(await htmlFaults(sent.text)).to.deep.equal([]);
    });
  }

  for (const language of languages) {
    it(`what a reader says of an error is not lost: every word stands in the form again (${language})`, async () => {
      const text = 'Әкесінің аты басқа:\nҚұжатта Мырзағұл.';
      const contact = `Немересі, ${'8 700 '.repeat(50)}`.trim();
      const sent = await site.http
        .post(`/${language}/soldiers/somebody/report`)
        .type('form')
        .send({ text: text.replaceAll('\n', '\r\n'), contact });
      const action = `action="/${language}/soldiers/somebody/report#report"`;
      await expectKept(sent, language, [text, `value="${contact}"`, action]);
    });

    it(`what a family answers on the page of its request is not lost: its words stand in a form again (${language})`, async () => {
      const answer = 'Атам Ақмолада туған.\nӘкесі < Қайырбек.';
      const address = `/${language}/requests/${CODE_OF_NOBODY}/answer`;
      const sent = await site.http
        .post(address)
        .type('form')
        .send({ question: 'q1', answer: answer.replaceAll('\n', '\r\n') });
      const written = answer.replace('<', '&lt;');
      await expectKept(sent, language, [written, `action="${address}" method="post"`, 'name="answer"']);
      expect(sent.headers['cache-control']).to.equal('no-store');
      expect(sent.text).to.include('<meta name="robots" content="noindex"/>');
    });

    it(`a memory is not lost, whether or not something in it has to be mended (${language})`, async () => {
      for (const consent of ['true', '']) {
        const sent = await site.http
          .post(`/${language}/soldiers/somebody/memories`)
          .field('words', 'Ол домбыра тартқан.')
          .field('name', 'Мысал')
          .field('relation', 'daughter')
          .field('contact', '+7 700 000 00 01')
          .field('consent', consent)
          .field('token', 'form-of-a-memory');
        const kept = ['Ол домбыра тартқан.', 'value="Мысал"', 'value="+7 700 000 00 01"', 'value="form-of-a-memory"'];
        await expectKept(sent, language, [...kept, '<option value="daughter" selected>']);
        expect(/name="consent"[^>]* checked/.test(sent.text)).to.equal(consent === 'true');
      }
    });
  }

  /** The form with all that was written, that it stays there, what to do, and whom to call. */
  async function expectKept(sent: Response, language: Language, words: string[]) {
    expect([sent.status, sent.headers['retry-after']]).to.deep.equal([503, '30']);
    for (const kept of [...words, SAID.stays?.[language] ?? '', 'href="tel:+77000000000"']) {
      expect(sent.text).to.include(kept);
    }
    expect(await htmlFaults(sent.text)).to.deep.equal([]);
  }

  it('of a form that cannot be shown again it is said that what stood in it was not kept', async () => {
    for (const language of languages) {
      const { status, text } = await site.http
        .post(`/${language}/requests/${CODE_OF_NOBODY}/mail`)
        .type('form')
        .send({ email: 'daughter@example.kz' });
      expect(status).to.equal(503);
      expect(text).to.include(SAID.notKept?.[language]).and.not.include(SAID.storeDown?.[language]);
    }
  });

  it('what needs no store is read on', async () => {
    for (const path of ['/kk/', '/ru/words', '/en/about', '/kk/requests/new', '/assets/site.css']) {
      expect((await site.http.get(path)).status, path).to.equal(200);
    }
  });
});
