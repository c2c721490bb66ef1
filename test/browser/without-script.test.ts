import { expect } from 'chai';
import { languages } from '../../client/messages/translate.ts';
import { complaints, openReader, PHONE } from './chromium.ts';
import { type DemoSite, startDemo } from './demo-site.ts';
import { publicAddresses } from './public-addresses.ts';

describe('Public pages without scripts', function () {
  this.timeout(120_000);
  let demo: DemoSite;
  let addresses: Record<string, string>;

  before(async function () {
    demo = await startDemo(this);
    addresses = await publicAddresses(demo);
  });
  afterEach(() => {
    expect(complaints.splice(0)).to.deep.equal([]);
  });

  for (const language of languages) {
    it(`say the same, in their own language, and need no script (${language})`, async () => {
      const reader = await openReader({ viewport: PHONE, javaScriptEnabled: false });
      const page = await reader.newPage();
      const wrong: string[] = [];
      for (const [name, address] of Object.entries(addresses)) {
        await page.goto(`${demo.url}/${language}${address}`);
        const [headings, scripts, lang] = [
          await page.locator('h1').count(),
          await page.locator('script:not([type="application/ld+json"]):not([defer][src^="/assets/"])').count(),
          await page.locator('html').getAttribute('lang'),
        ];
        if (headings !== 1 || scripts !== 0 || lang !== language) wrong.push(`${name}: ${headings} ${scripts} ${lang}`);
      }
      await reader.close();
      expect(wrong).to.deep.equal([]);
    });
  }

  it('keep the page when the reader changes the language', async () => {
    const reader = await openReader({ viewport: PHONE, javaScriptEnabled: false });
    const page = await reader.newPage();
    const { memorial = '' } = addresses;
    await page.goto(`${demo.url}/kk${memorial}`);
    await page.locator('.langs a[lang=ru]').click();
    expect(new URL(page.url()).pathname).to.equal(`/ru${memorial}`);
    await reader.close();
  });

  it('lead from nothing found to the request form with the name filled in', async () => {
    const reader = await openReader({ viewport: PHONE, javaScriptEnabled: false });
    const page = await reader.newPage();
    await page.goto(`${demo.url}/ru/`);
    await page.locator('#q').fill('Щщукх');
    await page.locator('form.search button').click();
    expect(await page.locator('#found').textContent()).to.contain('пока никого не нашли');
    await page.locator('.notice a.button').click();
    expect(await page.locator('#familyName').inputValue()).to.equal('Щщукх');
    await reader.close();
  });

  it('say beside the field what to correct, and keep what was written', async () => {
    const reader = await openReader({ viewport: PHONE, javaScriptEnabled: false });
    const page = await reader.newPage();
    await page.goto(`${demo.url}/kk/requests/new`);
    await page.locator('#givenName').fill('Сейітқали');
    await page.locator('form button[type=submit]').click();
    const summary = page.locator('.notice.alert a');
    const targets = await Promise.all((await summary.all()).map((link) => link.getAttribute('href')));
    expect(targets).to.include.members(['#name', '#consent']);
    expect(await page.locator('#givenName').inputValue()).to.equal('Сейітқали');
    await reader.close();
  });
});
