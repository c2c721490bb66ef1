import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import sharp from 'sharp';
import { languages } from '../../client/messages/translate.ts';
import { seedDemo } from '../../seed/demo.ts';
import { familyPages } from '../family-pages.ts';
import { openTestSite, type TestSite } from '../site.ts';
import { htmlFaults } from './valid-html.ts';

/** One address of each kind of page that needs no account, of the demo's people. */
async function addressesOf(site: TestSite): Promise<string[]> {
  const { body } = await site.http.get('/api/soldiers').query({ q: 'Каирбеков Сейткали Нурмагамбетович' });
  const [soldier] = body.items as { id: string }[];
  const request = {
    soldier: { familyName: 'Сарсенов' },
    applicant: { name: 'Мысал', relation: 'son', language: 'kk' },
    consent: true,
  };
  const sent = await site.http.post('/api/requests').send(request);
  const code = String(sent.body.statusUrl).split('/').at(-1);
  return [
    '/',
    '/?q=Каирбеков',
    '/?q=Щщукх+Ъъфы',
    '/?fate=killed',
    `/soldiers/${soldier?.id}`,
    '/burial-sites',
    '/burial-sites/zeithain',
    '/burial-sites/szeged',
    '/divisions',
    '/divisions/rd-387',
    '/divisions/rd-316',
    '/hospitals',
    '/hospitals/eg-3981',
    '/seeking-relatives',
    '/seeking-relatives?oblast=obl-akmolinsk',
    '/requests/new',
    `/requests/new?soldier=${soldier?.id}`,
    `/requests/${code}`,
    '/words',
    '/statistics',
    '/about',
    '/soldiers/nobody-here',
    ...Object.values(await familyPages(site)),
  ];
}

describe('a page of each kind', function () {
  this.timeout(120_000);
  let site: TestSite;
  let addresses: string[];
  before(async () => {
    site = await openTestSite();
    await seedDemo(site);
    await site.services.index.settled();
    addresses = await addressesOf(site);
  });
  after(() => site.close());
  const get = (language: string, address: string) => site.http.get(encodeURI(`/${language}${address}`));

  for (const language of languages) {
    it(`is valid HTML (${language})`, async () => {
      const wrong: string[] = [];
      for (const address of addresses) {
        const faults = await htmlFaults((await get(language, address)).text);
        wrong.push(...faults.map((fault) => `${address} ${fault}`));
      }
      expect(wrong).to.deep.equal([]);
    });

    it(`has a title, one heading, a description, and its address in every language (${language})`, async () => {
      for (const address of addresses) {
        const { text } = await get(language, address);
        expect(text.match(/<h1[ >]/g), address).to.have.length(1);
        expect(text, address).to.match(/<title>[^<]+ – (?:Аманат|Amanat)<\/title>/);
        expect(text, address).to.match(/<meta name="description" content="[^"]+"/);
        for (const other of languages) expect(text, address).to.include(`lang="${other}" hreflang="${other}"`);
      }
    });
  }

  it('would not pass with an id that stands twice or an element in the wrong place', async () => {
    const { text } = await get('kk', '/about');
    const broken = text.replace('</main>', '<p id="content"><div>x</div></p></main>');
    const rules = (await htmlFaults(broken)).map((fault) => fault.split(':')[0]);
    expect(rules).to.include.members(['no-dup-id', 'close-order']);
  });

  it('with its style sheet is below 60 kB on the line', async () => {
    const css = gzipSync(await readFile(join(import.meta.dirname, '../../client/styles/site.css'))).length;
    for (const address of addresses) {
      const html = gzipSync((await get('kk', address)).text).length;
      expect(html + css, address).to.be.lessThan(60_000);
    }
  });

  it('has its icon also where browsers look for it by themselves', async () => {
    const tab = await site.http.get('/favicon.ico').buffer();
    expect([tab.status, tab.headers['content-type']]).to.deep.equal([200, 'image/x-icon']);
    const png = (tab.body as Buffer).subarray((tab.body as Buffer).readUInt32LE(18));
    const { format, width, height } = await sharp(png).metadata();
    expect({ format, width, height }).to.deep.equal({ format: 'png', width: 32, height: 32 });
    const telephone = await site.http.get('/apple-touch-icon.png').buffer();
    expect((await sharp(telephone.body as Buffer).metadata()).width).to.equal(180);
  });

  it('allows only what comes from this site', async () => {
    for (const address of addresses) {
      const policy = (await get('ru', address)).headers['content-security-policy'] ?? '';
      expect(policy, address).to.include("default-src 'self'").and.not.include('unsafe');
    }
  });

  it('leaves no text untranslated: no key of a message stands on it', async () => {
    for (const language of languages) {
      for (const address of addresses) {
        const { text } = await get(language, address);
        const keys = text.match(/>(?:[a-z]+[A-Za-z]*\.[a-zA-Z_.-]+)</g) ?? [];
        expect(keys, `${language}${address}`).to.deep.equal([]);
      }
    }
  });
});
