import { expect } from 'chai';
import type { UnderstoodRow } from '../../server/domain/mention.ts';
import type { MentionRow } from '../../server/domain/row.ts';
import { AppError } from '../../server/errors.ts';
import { openTestSite, type TestSite } from '../site.ts';

const soldier = {
  written: {
    familyName: 'Каирбеков',
    givenName: 'Жаксылык',
    birthDate: '1913',
    birthPlace: 'Акмолинская обл., Кургальджинский р-н',
    fate: 'пропал без вести',
    fateDate: '__.07.1942',
    documentType: 'донесение о безвозвратных потерях',
    relatives: 'жена Кулан, аул № 4',
    notes: '<script>alert(1)</script>',
    sourceUrl: 'javascript:alert(1)',
  } satisfies MentionRow,
};

async function add(site: TestSite, id: string, written: MentionRow): Promise<string> {
  const understood: UnderstoodRow = site.services.understand(written);
  const origin = { kind: 'volunteer', userId: 'operator', requestId: null } as const;
  const { soldierIds } = await site.services.mentions.addMentions([
    { id, origin, written, understood, sensitive: false, example: false },
  ]);
  await site.services.index.settled();
  return soldierIds[0] ?? '';
}

describe('public pages', () => {
  let site: TestSite;
  let id: string;
  before(async () => {
    site = await openTestSite();
    id = await add(site, 'one', soldier.written);
  });
  after(() => site.close());

  const get = (path: string) => site.http.get(encodeURI(path));

  it('find a man whatever the script, and show how the document wrote him', async () => {
    for (const q of ['Қайырбеков Жақсылық', 'Kairbekow', 'Qaiyrbekov']) {
      const page = await get(`/kk/?q=${q}`);
      expect(page.status).to.equal(200);
      expect(page.text).to.include(`/kk/soldiers/${id}`);
    }
    expect((await get('/ru/?q=Қайырбеков')).text).to.match(/<mark>К<\/mark>а<mark>и<\/mark>рбеков|<mark>К<\/mark>/);
  });

  it('say honestly that nobody was found, and lead on to a request with what was typed', async () => {
    const page = await get('/ru/?q=Зюзюкин Ксенофонт');
    expect(page.status).to.equal(200);
    expect(page.text).to.include('пока никого не нашли').and.include('/ru/requests/new?');
    expect(page.text).to.include(`familyName=${encodeURIComponent('Зюзюкин')}`);
  });

  it('tell each fact with its document, and nothing of living relatives or of notes', async () => {
    const page = await get(`/ru/soldiers/${id}`);
    expect(page.text)
      .to.include('Каирбеков')
      .and.include('Пропал без вести')
      .and.include('Донесение о безвозвратных потерях');
    expect(page.text).to.not.include('Кулан');
    expect(page.text).to.not.include('alert(1)');
  });

  it('carry data for search engines that parses and claims no death that no document states', async () => {
    const page = await get(`/en/soldiers/${id}`);
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page.text)?.[1];
    const person = JSON.parse(json ?? 'null') as Record<string, unknown>;
    expect(person).to.include({ '@type': 'Person', familyName: 'Каирбеков', birthDate: '1913' });
    expect(person).to.not.have.property('deathDate');
  });

  it('need no script and nothing from another host', async () => {
    for (const path of [
      '/kk/',
      `/kk/soldiers/${id}`,
      '/kk/burial-sites',
      '/kk/requests/new',
      '/kk/about',
      '/kk/statistics',
      '/kk/divisions',
    ]) {
      const page = await get(path);
      expect(page.status, path).to.equal(200);
      const scripts = [
        ...page.text.matchAll(/<script(?! type="application\/ld\+json"| defer src="\/assets\/[a-z-]+\.js")/g),
      ];
      expect(scripts.length, path).to.equal(0);
      const loaded = [...page.text.matchAll(/<(?:link|img|source)[^>]+(?:href|src)="(https?:[^"]+)"/g)].map(
        (match) => match[1],
      );
      expect(
        loaded.filter((url) => !url?.startsWith('http://localhost')),
        path,
      ).to.deep.equal([]);
      expect(page.text, path).to.not.match(/ style="/);
    }
  });

  it('keep the page when the language is switched', async () => {
    const page = await get(`/kk/soldiers/${id}`);
    expect(page.text).to.include(`href="/ru/soldiers/${id}"`).and.include(`href="/en/soldiers/${id}"`);
    expect(page.text).to.include('<html lang="kk">');
  });

  it('answer an unknown address with a helpful page in its language and 404', async () => {
    const page = await get('/ru/soldiers/nobody');
    expect(page.status).to.equal(404);
    expect(page.text).to.include('Такой страницы нет').and.include('role="search"');
  });

  it('tell search engines what is public and keep the families out', async () => {
    const robots = (await get('/robots.txt')).text;
    expect(robots).to.include('Disallow: /*/requests/').and.include('/sitemap.xml');
    expect((await get('/sitemap.xml')).text).to.include(`/kk/soldiers/${id}`);
  });
});

describe('the family’s pages', () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site.close());

  const send = (fields: Record<string, string>, file?: { name: string; content: Buffer }) => {
    const request = site.http.post('/kk/requests/new');
    for (const [name, value] of Object.entries(fields)) void request.field(name, value);
    return file ? request.attach('files', file.content, file.name) : request.attach('files', Buffer.alloc(0), '');
  };
  const good = {
    givenName: 'Жақсылық',
    familyName: 'Қайырбеков',
    birthDate: '1913',
    birthAbout: '1',
    name: 'Әйгерім Үлгіқызы',
    relation: 'grandchild',
    phone: '+7 700 000 00 00',
    consent: 'true',
  };
  const count = () => site.stores.requests.countWaitingBefore(1_000_000, site.clock());

  it('take a request without a script and lead to the page of its code', async () => {
    const sent = await send({ ...good, token: 'first-form-token' });
    expect(sent.status).to.equal(303);
    const address = sent.headers.location ?? '';
    expect(address).to.match(/^\/kk\/requests\/[0-9a-z]{26}\?sent=1$/);
    const page = await site.http.get(address);
    expect(page.text).to.include('Өтінішіңізді алдық').and.include('Қайырбеков Жақсылық');
    expect(page.text).to.not.include('+7 700');
    expect(page.headers['cache-control']).to.equal('no-store');
  });

  it('say beside the field that a number is too short or a year too late, and keep what was written', async () => {
    const phone = await send({ ...good, phone: '12' });
    expect(phone.status).to.equal(422);
    expect(phone.text)
      .to.match(/id="phone-error">[^<]*мысалы \+7 701/)
      .and.include('value="12"');
    const year = await send({ ...good, birthDate: '2019', birthAbout: '' });
    expect(year.status).to.equal(422);
    expect(year.text)
      .to.match(/id="birthDate-error">Туған жылын тексеріңіз/)
      .and.include('value="2019"');
  });

  it('offer to withdraw by telephone only where there is one', async () => {
    const silent = (await site.http.get('/ru/requests/new')).text;
    expect(silent)
      .to.include('Запрос можно отозвать в любой день')
      .and.not.match(/по телефону/);
    const calling = await openTestSite({ env: { HELP_PHONE: '+7 700 000 00 00' } });
    try {
      const { text } = await calling.http.get('/ru/requests/new');
      expect(text).to.include('Можно и по телефону: +7\u00a0700\u00a0000\u00a000\u00a000.');
    } finally {
      await calling.close();
    }
  });

  it('put no kinship into anybody’s mouth: none is chosen, and what was not said is not said', async () => {
    const form = (await site.http.get('/ru/requests/new')).text;
    const select = /<select id="relation".*?<\/select>/s.exec(form)?.[0] ?? '';
    expect(select)
      .to.match(/^<select[^>]*><option value(="")?>/)
      .and.not.include('selected');
    const sent = await send({ ...good, relation: '', token: 'unsaid-form-token' });
    expect(sent.status).to.equal(303);
    const { token } = await site.signIn('coordinator');
    const { body } = await site.http.get('/api/desk/requests?limit=200').auth(token, { type: 'bearer' });
    const { id } = body.items.at(-1);
    const contact = await site.http.get(`/api/desk/requests/${id}/contact`).auth(token, { type: 'bearer' });
    expect(contact.body.relation).to.equal('unsaid');
  });

  it('make one request of a form that is sent twice', async () => {
    const before = await count();
    const first = await send({ ...good, token: 'second-form-token' });
    const second = await send({ ...good, token: 'second-form-token' });
    expect(second.headers.location).to.equal(first.headers.location);
    expect(await count()).to.equal(before + 1);
  });

  it('say in Kazakh what to correct, keep what was written and store nothing', async () => {
    const before = await count();
    const page = await send({ givenName: 'Жақсылық', birthPlace: 'Қорғалжын' });
    expect(page.status).to.equal(422);
    expect(page.text).to.include('Өтініш әлі жіберілген жоқ').and.include('Телефон нөмірін немесе e-mail жазыңыз');
    expect(page.text).to.include('value="Қорғалжын"');
    expect(await count()).to.equal(before);
  });

  it('refuse 200 kB of text with a clear word', async () => {
    const page = await send({ ...good, letter: 'ы'.repeat(100_000) });
    expect(page.status).to.equal(422);
    expect(page.text).to.include('Тым ұзын');
  });

  it('refuse a program that calls itself a picture, and keep nothing half done', async () => {
    const before = await count();
    const page = await send(
      { ...good, token: 'third-form-token' },
      { name: 'photo.jpg', content: Buffer.from('MZ\u0090\u0000\u0003this is a program') },
    );
    expect(page.status).to.equal(422);
    expect(page.text).to.include('id="files-error"');
    expect(await count()).to.equal(before);
  });

  it('refuse a photograph that is too large, and keep every word that was written, also behind it', async () => {
    const before = await count();
    const large = { name: 'photo.jpg', content: Buffer.alloc(15 * 1024 * 1024 + 1) };
    const page = await send({ givenName: 'Жақсылық', birthPlace: 'Қорғалжын' }, large);
    expect(page.status).to.equal(422);
    expect(page.text).to.include('Файл тым үлкен: ең көбі 15 МБ').and.include('value="Қорғалжын"');
    // As a browser sends them: the fields about the family stand after the photographs.
    const behind = await site.http
      .post('/kk/requests/new')
      .attach('files', large.content, large.name)
      .field('name', 'Әйгерім Үлгіқызы');
    expect(behind.text).to.include('value="Әйгерім Үлгіқызы"');
    expect(await count()).to.equal(before);
  });

  it('stop at a word of the family: withdrawn is told, and final', async () => {
    const sent = await send({ ...good, token: 'fourth-form-token' });
    const path = (sent.headers.location ?? '').replace('?sent=1', '');
    const withdrawn = await site.http.post(`${path}/withdraw`);
    expect(withdrawn.status).to.equal(303);
    const page = await site.http.get(path);
    expect(page.status).to.equal(410);
    expect(page.text).to.include('Өтініш қайтарып алынды');
  });

  it('tell nothing under a code that is nobody’s', async () => {
    const page = await site.http.get(`/kk/requests/${'a'.repeat(26)}`);
    expect(page.status).to.equal(404);
    expect(page.text).to.include('href="/kk/requests"');
  });
});

describe('pages of a site whose search or store is down', () => {
  it('say so with 503 and keep what was typed; they never say that nobody was found', async () => {
    const site = await openTestSite({ env: { HELP_PHONE: '+7 700 000 00 00' } });
    try {
      site.services.engine.candidates = () => Promise.reject(new AppError('search_down', 'The search does not answer'));
      const page = await site.http.get('/ru/?q=Ivanov');
      expect(page.status).to.equal(503);
      expect(page.text).to.include('Это не значит, что человека нет').and.include('value="Ivanov"');
      expect(page.text).to.not.include('никого не нашли');
      expect(page.text).to.include('href="tel:+77000000000"');
      await site.store.connection.close();
      const form = await site.http.get(`/kk/requests/${'b'.repeat(26)}`);
      expect(form.status).to.equal(503);
      expect(form.text).to.include('Ештеңе жоғалған жоқ');
    } finally {
      await site.close();
    }
  });
});
