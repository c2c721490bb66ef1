import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { DESKTOP, openReader, PHONE } from './chromium.ts';
import { startDemo } from './demo-site.ts';
import { openDesk } from './desk-reader.ts';
import { publicAddresses } from './public-addresses.ts';

/** The pictures of the README, taken anew from the demo: `npm run screenshots`. */

const FOLDER = join(import.meta.dirname, '../../docs/images');
const COLOURS = 64;

async function keep(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const taken = await page.screenshot();
  await sharp(taken)
    .png({ palette: true, colours: COLOURS, compressionLevel: 9 })
    .toFile(join(FOLDER, `${name}.png`));
}

async function take(name: string, address: string, options: BrowserContextOptions): Promise<void> {
  const reader = await openReader({ reducedMotion: 'reduce', ...options });
  const page = await reader.newPage();
  await page.goto(address);
  await keep(page, name);
  await reader.close();
}

describe('The pictures of the README', function () {
  this.timeout(180_000);

  it('are taken from the demo', async function () {
    const demo = await startDemo(this);
    await mkdir(FOLDER, { recursive: true });
    const { memorial = '' } = await publicAddresses(demo);
    const phone = { viewport: PHONE, deviceScaleFactor: 2 };
    const desk = { viewport: DESKTOP };
    await take('search-phone', `${demo.url}/kk/?q=${encodeURIComponent('Қайырбеков')}#found`, phone);
    await take('memorial-phone', `${demo.url}/kk${memorial}`, phone);
    await take('request-phone', `${demo.url}/kk/requests/new`, phone);
    await take('burial-sites', `${demo.url}/ru/burial-sites`, desk);
    await take('division', `${demo.url}/en/divisions/rd-387`, desk);
    const { context, page } = await openDesk(demo.url, 'volunteer@example.org', { viewport: DESKTOP, language: 'en' });
    await page.goto(`${demo.url}/desk/requests?filter=all`);
    await page.locator('.items a').first().click();
    await page.locator('#candidate').waitFor();
    await keep(page, 'desk');
    await context.close();
  });
});
