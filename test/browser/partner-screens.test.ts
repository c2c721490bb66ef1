import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../server/demo-accounts.ts';
import { isTooWide, seriousFindings } from './axe.ts';
import { complaints, DESKTOP, PHONE } from './chromium.ts';
import { type DemoSite, startDemo } from './demo-site.ts';
import { openDesk } from './desk-reader.ts';

const SIZES = { '360 px': PHONE, '1280 px': DESKTOP };
/** Two men with one number, one without a name, a date that is none, a camp nobody knows, a man of the demo's own papers. */
const LIST = [
  'ID;ФИО;Дата рождения;Лагерь',
  '1;Каирбеков Жаксылык Сеиткалиевич;12.05.1913;Шталаг IV B',
  '1;Омаров Серик;1915;',
  '2;;1916;',
  '3;Ким Пётр;32.13.1913;у реки',
  '4;Кайырбеков Сейткали Нурмагамбетович;1913;',
].join('\r\n');

async function asPartner(url: string): Promise<(path: string, init?: RequestInit) => Promise<Record<string, string>>> {
  const body = JSON.stringify({ email: 'partner@example.org', password: DEMO_PASSWORD });
  const headers = { 'content-type': 'application/json' };
  const session = await fetch(`${url}/api/session`, { method: 'POST', headers, body });
  const { accessToken } = (await session.json()) as { accessToken: string };
  return async (path, init = {}) => {
    const answer = await fetch(`${url}/api${path}`, { ...init, headers: { authorization: `Bearer ${accessToken}` } });
    expect(answer.ok, path).to.equal(true);
    return (await answer.json()) as Record<string, string>;
  };
}

/** An applied import of the list, by its id. */
async function bringIn({ url, site }: DemoSite): Promise<string> {
  const ask = await asPartner(url);
  const form = new FormData();
  form.set('list', `Список ${Math.random()}`);
  form.set('file', new Blob([LIST]), 'Список.csv');
  const { id = '' } = await ask('/imports', { method: 'POST', body: form });
  await ask(`/imports/${id}/apply`, { method: 'POST' });
  await site.services.runner.drain();
  while ((await ask(`/imports/${id}`)).state === 'applying') await new Promise((resolve) => setTimeout(resolve, 100));
  return id;
}

describe('The screens of partners: axe finds nothing serious, and nothing is wider than a telephone', function () {
  this.timeout(240_000);
  let demo: DemoSite;
  let importId = '';

  before(async function () {
    demo = await startDemo(this);
    importId = await bringIn(demo);
  });
  afterEach(() => {
    expect(complaints.splice(0)).to.deep.equal([]);
  });

  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const language of ['kk', 'ru'] as const) {
      it(`where a partner signs in, and the report of its list, at ${size} (${language})`, async () => {
        const { context, page } = await openDesk(demo.url, 'partner@example.org', { viewport, language });
        await page.locator('#partner-numbers + dl').waitFor();
        const wrong = await look(page, `home-${language}-${size}`);
        await page.goto(`${demo.url}/desk/imports/${importId}/result`);
        await page.locator('#problems ~ table td').first().waitFor();
        wrong.push(...(await look(page, `report-${language}-${size}`)));
        const download = page.locator('a[href*="return.csv"]');
        expect(await download.getAttribute('href')).to.match(new RegExp(`language=${language}$`));
        await context.close();
        expect(wrong).to.deep.equal([]);
      });

      it(`where rows wait for a coordinator, at ${size} (${language})`, async () => {
        const { context, page } = await openDesk(demo.url, 'coordinator@example.org', { viewport, language });
        await page.goto(`${demo.url}/desk/imports/${importId}/result`);
        await page.locator('#quarantine ~ article').first().waitFor();
        const wrong = await look(page, `quarantine-${language}-${size}`);
        await context.close();
        expect(wrong).to.deep.equal([]);
      });

      it(`where an administrator keeps a partner's agreement, at ${size} (${language})`, async () => {
        const { context, page } = await openDesk(demo.url, 'admin@example.org', { viewport, language });
        await page.goto(`${demo.url}/desk/admin/partners`);
        await page.locator('table.records button').first().click();
        await page.locator('#agreement-file').waitFor();
        const paper = { name: 'Соглашение.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };
        await page.locator('#agreement-file').setInputFiles(paper);
        await page.locator('form:has(#agreement-file) button').click();
        await page.locator('#agreement-files ~ ul a').first().waitFor();
        const wrong = await look(page, `agreement-${language}-${size}`);
        await context.close();
        expect(wrong).to.deep.equal([]);
      });
    }
  }
});

async function look(page: Page, name: string): Promise<string[]> {
  if (process.env.SHOTS)
    await page.screenshot({ path: `${process.env.SHOTS}/${name.replace(/ /g, '')}.png`, fullPage: true });
  const wrong = await seriousFindings(page);
  return [...wrong, ...((await isTooWide(page)) ? ['too wide'] : [])].map((finding) => `${name}: ${finding}`);
}
