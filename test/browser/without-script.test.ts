import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { languages } from '../../client/messages/translate.ts';
import { isTooWide } from './axe.ts';
import { complaints, DESKTOP, openReader, PHONE } from './chromium.ts';
import { type DemoSite, startDemo } from './demo-site.ts';
import { brokenWords, crowdedLabels } from './fit.ts';
import { publicAddresses, showFailures } from './public-addresses.ts';

/** Looks at a page as it is on a telephone and on a desk. */
async function atEachSize(page: Page, look: (page: Page) => Promise<string[]>): Promise<string[]> {
  const seen: string[] = [];
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport);
    seen.push(...(await look(page)).map((fault) => `${viewport.width} px: ${fault}`));
  }
  return seen;
}

async function whatDoesNotFit(page: Page): Promise<string[]> {
  const [words, labels] = [await brokenWords(page), await crowdedLabels(page)];
  const wide = (await isTooWide(page)) ? ['wider than the window'] : [];
  return [...words.map((word) => `a line ends within ${word}`), ...labels, ...wide];
}

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
      const reader = await openReader({ javaScriptEnabled: false });
      await showFailures(reader, demo);
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
        wrong.push(...(await atEachSize(page, whatDoesNotFit)).map((fault) => `${name}, ${fault}`));
      }
      await reader.close();
      expect(wrong).to.deep.equal([]);
    });
  }

  it('have maps on which no name runs over another, for each division', async () => {
    const reader = await openReader({ javaScriptEnabled: false });
    const page = await reader.newPage();
    const wrong: string[] = [];
    const rows = await demo.site.services.divisions.list();
    for (const language of languages) {
      for (const { division } of rows) {
        await page.goto(`${demo.url}/${language}/divisions/${division.id}`);
        const crowded = await atEachSize(page, crowdedLabels);
        wrong.push(...crowded.map((labels) => `${language} ${division.id}, ${labels}`));
      }
    }
    await reader.close();
    expect(wrong).to.deep.equal([]);
  });

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
