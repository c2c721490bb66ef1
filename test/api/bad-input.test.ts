import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { problemMessages } from '../../client/messages/problems.ts';
import { requestFormMessages } from '../../client/messages/request-form.ts';
import { siteMessages } from '../../client/messages/site.ts';
import { fill, languages } from '../../client/messages/translate.ts';
import { openTestSite, type TestSite } from '../site.ts';

const GOOD = {
  givenName: 'Сейітқали',
  familyName: 'Қайырбеков',
  name: 'Zzyzx',
  phone: '+7 700 000 00 00',
  consent: 'true',
};
const PROGRAM = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(2000)]);
const BODY = {
  soldier: { familyName: 'Қайырбеков' },
  applicant: { name: 'Zzyzx', relation: 'son', language: 'kk' },
  consent: true,
};

describe('Bad input gets a clear word in the reader’s language, and nothing of it stays', () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site.close());

  /** Everything a request could leave behind. */
  async function traces(): Promise<number[]> {
    const names = ['requests', 'contacts', 'files', 'case-papers', 'jobs', 'letters', 'subscribers', 'followings'];
    const counts = await Promise.all(names.map((name) => site.store.connection.collection(name).countDocuments()));
    return [...counts, (await readdir(join(site.dataDir, 'files', 'incoming'))).length];
  }
  let earlier: number[];
  beforeEach(async () => {
    earlier = await traces();
  });
  afterEach(async () => {
    expect(await traces()).to.deep.equal(earlier);
    expect(JSON.stringify(site.logged)).not.to.include('Zzyzx');
  });

  const form = (language: string, fields: Record<string, string>, file?: Buffer) => {
    const request = site.http.post(`/${language}/requests/new`);
    for (const [name, value] of Object.entries(fields)) void request.field(name, value);
    return request.attach('files', file ?? Buffer.alloc(0), file ? 'photo.jpg' : '');
  };
  const said = (text: string): string => text.replaceAll('&#39;', "'").replaceAll('&quot;', '"');

  for (const language of languages) {
    it(`in a form with nothing in it (${language})`, async () => {
      const page = await form(language, {});
      expect(page.status).to.equal(422);
      for (const key of ['empty', 'applicant', 'contact', 'consent'] as const) {
        expect(said(page.text)).to.include(fill(requestFormMessages[`request.error.${key}`], language));
      }
    });

    it(`in a form with 200 kB of text, and what else was written is still there (${language})`, async () => {
      const page = await form(language, { ...GOOD, letter: 'ы'.repeat(100_000) });
      expect(page.status).to.equal(422);
      const limit = { limit: 20_000 };
      expect(page.text).to.include(fill(requestFormMessages['request.error.tooLong'], language, limit));
      expect(page.text).to.include('value="Zzyzx"');
    });

    it(`in a form whose text is longer than anybody reads: it is told as not kept, and where it still is (${language})`, async () => {
      const page = await form(language, { ...GOOD, letter: 'ы'.repeat(600_000) });
      expect(page.status).to.equal(422);
      expect(page.text).to.include(fill(problemMessages['problem.field.lost'], language));
      expect(page.text).to.include('value="Қайырбеков"');
    });

    it(`in a form with a program that calls itself photo.jpg (${language})`, async () => {
      const page = await form(language, GOOD, PROGRAM);
      expect(page.status).to.equal(422);
      expect(page.text).to.include(fill(problemMessages['problem.file.type'], language));
      expect(page.text).to.include('value="Zzyzx"');
    });

    it(`in an API call that is no JSON, or JSON of another kind (${language})`, async () => {
      const send = (body: string, type = 'application/json') =>
        site.http.post('/api/requests').set('Accept-Language', language).set('Content-Type', type).send(body);
      const broken = await send('{"soldier": {');
      expect(broken.status).to.equal(400);
      expect(broken.body.detail).to.equal(fill(problemMessages['problem.json'], language));
      for (const body of ['"text"', 'null', '[]', '{"soldier": []}', '{"soldier": {"familyName": 7}}']) {
        const { status, headers } = await send(body);
        expect(status, body).to.equal(400);
        expect(headers['content-language']).to.equal(language);
      }
      const words = await send('soldier=Ahmet', 'text/plain');
      expect(words.status).to.equal(415);
      expect(words.body.detail).to.equal(fill(problemMessages['problem.jsonExpected'], language));
      const long = await send(JSON.stringify({ ...BODY, letter: 'ы'.repeat(200_000) }));
      expect(long.status).to.equal(413);
    });

    it(`in addresses whose ids are none (${language})`, async () => {
      for (const id of [
        '%00',
        '%E0%A4%A',
        '..%2F..%2Fetc%2Fpasswd',
        'x'.repeat(3000),
        '{"$gt":""}',
        "'--",
        'Қ'.repeat(30),
      ]) {
        const page = await site.http.get(`/${language}/requests/${encodeURI(id)}`);
        expect(page.status, id).to.equal(404);
        expect(page.text, id).to.include(fill(siteMessages['site.notFound.title'], language));
        const api = await site.http.get(`/api/requests/status/${encodeURI(id)}`).set('Accept-Language', language);
        expect(api.status, id).to.equal(404);
        expect(api.body.code, id).to.equal('not_found');
      }
    });
  }

  it('in a cut-off form and in a part "request" that is no JSON', async () => {
    const cut = '--b\r\nContent-Disposition: form-data; name="request"\r\n\r\n{"soldier"';
    const broken = await site.http
      .post('/api/requests')
      .set('Content-Type', 'multipart/form-data; boundary=b')
      .send(cut);
    expect(broken.status).to.equal(400);
    expect((await site.http.post('/api/requests').field('request', '{"soldier"')).status).to.equal(400);
    expect((await site.http.post('/api/requests').field('other', 'x')).status).to.equal(400);
  });
});
