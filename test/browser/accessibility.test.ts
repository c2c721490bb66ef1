import { expect } from 'chai';
import type { BrowserContext, Page } from 'playwright-core';
import { languages } from '../../client/messages/translate.ts';
import { isTooWide, seriousFindings } from './axe.ts';
import { complaints, DESKTOP, openReader, PHONE } from './chromium.ts';
import { type DemoSite, startDemo } from './demo-site.ts';
import { openDesk } from './desk-reader.ts';
import { languageAt, readDeskIn } from './in-turn.ts';
import { makePartnerList } from './partner-list.ts';
import { publicAddresses, showFailures } from './public-addresses.ts';

const SIZES = { '360 px': PHONE, '1280 px': DESKTOP };

describe('Everybody can read it: axe finds nothing serious', function () {
  this.timeout(180_000);
  let demo: DemoSite;
  let addresses: Record<string, string>;

  before(async function () {
    demo = await startDemo(this);
    addresses = await publicAddresses(demo);
  });
  afterEach(() => {
    expect(complaints.splice(0)).to.deep.equal([]);
  });

  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const language of languages) {
      it(`on every public page at ${size}, light and dark (${language})`, async () => {
        const reader = await openReader({ viewport });
        await showFailures(reader, demo);
        const pages = Object.entries(addresses);
        // Two windows, because the machine has two cores and axe is busy most of the time.
        const halves = [pages.filter((_, index) => index % 2 === 0), pages.filter((_, index) => index % 2 === 1)];
        const wrong = await Promise.all(halves.map((half) => findingsOf(reader, `${demo.url}/${language}`, half)));
        await reader.close();
        expect(wrong.flat()).to.deep.equal([]);
      });

      it(`on every screen of the desk at ${size}, light and dark (${language})`, async () => {
        const { context, page } = await openDesk(demo.url, 'volunteer@example.org', { viewport, language });
        const wrong: string[] = [];
        for (const show of [showQueue, showRequest, showSoldiers, showSoldier, showHelp]) {
          await show(page, demo.url);
          wrong.push(...(await inBothSchemes(page, show.name)));
        }
        await context.close();
        wrong.push(...(await signInFindings(await openReader({ viewport }), demo.url)));
        expect(wrong).to.deep.equal([]);
      });
    }
  }
});

describe('A partner can read it too: axe finds nothing serious', function () {
  this.timeout(180_000);
  let demo: DemoSite;

  before(async function () {
    demo = await startDemo(this);
  });

  for (const [turn, [size, viewport]] of Object.entries(SIZES).entries()) {
    it(`on the import screens at ${size}, light and dark`, async () => {
      const { context, page } = await openDesk(demo.url, 'partner@example.org', { viewport });
      const wrong: string[] = [];
      await readDeskIn(page, languageAt(0, turn));
      await page.goto(`${demo.url}/desk/imports/new`);
      await page.locator('#file').waitFor();
      wrong.push(...(await inBothSchemes(page, 'new import')));
      // Not the same file twice: the second time the desk would ask whether it is meant.
      const file = { name: `${size}.csv`, mimeType: 'text/csv', buffer: makePartnerList(20 + turn) };
      await page.locator('#file').setInputFiles(file);
      await page.locator('main button[type=submit]').click();
      await page.locator('table.records select').first().waitFor();
      wrong.push(...(await inBothSchemes(page, 'columns')));
      await readDeskIn(page, languageAt(2, turn));
      await page.goto(`${demo.url}/desk/imports`);
      await page.locator('table.records a').first().waitFor();
      wrong.push(...(await inBothSchemes(page, 'imports')));
      await context.close();
      expect(wrong).to.deep.equal([]);
    });
  }
});

async function findingsOf(reader: BrowserContext, url: string, pages: [string, string][]): Promise<string[]> {
  const page = await reader.newPage();
  const wrong: string[] = [];
  for (const [name, address] of pages) {
    await page.goto(url + address);
    wrong.push(...(await inBothSchemes(page, name)));
  }
  return wrong;
}

async function inBothSchemes(page: Page, name: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await seriousFindings(page);
  // The scheme changes colours and nothing else.
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = await seriousFindings(page, 'colours');
  const wrong = [...light.map((one) => `${name}: ${one}`), ...dark.map((one) => `${name}, dark: ${one}`)];
  if (await isTooWide(page)) wrong.push(`${name}: wider than the window`);
  return wrong;
}

async function showQueue(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/desk/requests?filter=all`);
  await page.locator('.items a').first().waitFor();
}

/** With everything open that a volunteer has open while she decides. */
async function showRequest(page: Page, url: string): Promise<void> {
  await showQueue(page, url);
  await page.locator('.items a').first().click();
  await page.locator('#candidate').waitFor();
  if (await page.locator('#reason').isHidden()) await page.keyboard.press('c');
  await page.locator('#reason').waitFor();
  await openAll(page);
}

/** What is folded away is read by somebody too. */
async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await page.waitForFunction(() => document.querySelector('.loading') === null);
}

async function showSoldiers(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/desk/soldiers?q=${encodeURIComponent('Қайырбеков')}`);
  await page.locator('.found a').first().waitFor();
}

/** With another one beside him, as whoever merges has them. */
async function showSoldier(page: Page, url: string): Promise<void> {
  await showSoldiers(page, url);
  await page.locator('.found a').first().click();
  await page.locator('#papers').waitFor();
  await page.locator('#find-other').fill('Қайырбеков');
  await page.locator('#find-other ~ button').click();
  await page
    .getByRole('button', { name: /^(Салыстыру|Сравнить|Compare)$/ })
    .first()
    .click();
  await page.locator('#pair ~ table').waitFor();
  await openAll(page);
}

async function showHelp(page: Page): Promise<void> {
  await page.locator('h1').focus();
  await page.keyboard.press('?');
  await page.locator('dialog[open]').waitFor();
}

async function signInFindings(reader: BrowserContext, url: string): Promise<string[]> {
  const page = await reader.newPage();
  await page.goto(`${url}/desk`);
  await page.locator('#email').waitFor();
  const wrong = await inBothSchemes(page, 'sign-in');
  await reader.close();
  return wrong;
}
