import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { complaints, openReader, PHONE } from './chromium.ts';
import { type DemoSite, startDemo } from './demo-site.ts';
import { openDesk } from './desk-reader.ts';
import { askForKairbekov } from './own-request.ts';

describe('By keyboard alone', function () {
  this.timeout(120_000);
  let demo: DemoSite;

  before(async function () {
    demo = await startDemo(this);
  });
  afterEach(() => {
    expect(complaints.splice(0)).to.deep.equal([]);
  });

  it('a reader comes from the top of the page to the search box, searches, and opens a result', async () => {
    const reader = await openReader({ viewport: PHONE });
    const page = await reader.newPage();
    await page.goto(`${demo.url}/kk/`);
    await page.keyboard.press('Tab');
    expect(await focused(page)).to.contain('#content');
    await page.keyboard.press('Enter');
    await tabTo(page, '#q');
    await page.keyboard.type('Қайырбеков');
    await page.keyboard.press('Enter');
    await page.locator('#found').waitFor();
    await tabTo(page, '.results h3 a');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/kk\/soldiers\//);
    await reader.close();
  });

  it('a relative fills in the form and sends it', async () => {
    const reader = await openReader({ viewport: PHONE });
    const page = await reader.newPage();
    await page.goto(`${demo.url}/ru/requests/new`);
    for (const [field, text] of [
      ['#familyName', 'Тлеубаев'],
      ['#birthDate', '1909'],
      ['#name', 'Образец Мария'],
      ['#phone', '+7 700 000 00 03'],
    ] as const) {
      await tabTo(page, field);
      await page.keyboard.type(text);
    }
    await tabTo(page, '#consent');
    await page.keyboard.press('Space');
    await tabTo(page, 'main form button[type=submit]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/ru\/requests\/[0-9a-z]{26}/);
    expect(await page.getByRole('status').textContent()).to.match(/Номер \d+/);
    await reader.close();
  });

  it('a volunteer takes the next request, and stands at its heading', async () => {
    const { context, page } = await openDesk(demo.url, 'volunteer2@example.org', { language: 'kk' });
    await page.keyboard.press('t');
    await page.locator('#request').waitFor();
    await page.waitForURL(/\/desk\/requests\/[0-9a-z]+\?filter=mine/);
    expect(await focused(page)).to.equal('h1#request');
    await context.close();
  });

  it('a volunteer opens a request, takes it, decides with a reason and takes the decision back', async () => {
    const number = await askForKairbekov(demo.url);
    const { context, page } = await openDesk(demo.url, 'volunteer@example.org', { language: 'kk' });
    await page.goto(`${demo.url}/desk/requests?filter=all`);
    const link = page.getByRole('link', { name: `№ ${number}` });
    await link.focus();
    await page.keyboard.press('Enter');
    await page.locator('#candidate').waitFor();
    await page.keyboard.press('c');
    await page.locator('#reason').waitFor();
    expect(await focused(page)).to.equal('h1#request');
    const first = await page.locator('#candidate').textContent();
    // Kazakh writes a decimal comma, whatever the browser thinks of Kazakh.
    expect(first).to.match(/0,\d\d/);
    expect(await page.locator('table.evidence').textContent()).not.to.match(/\d\.\d/);
    await page.keyboard.press('j');
    await page.waitForFunction((before) => document.querySelector('#candidate')?.textContent !== before, first);
    await page.keyboard.press('r');
    await page.keyboard.type('y n s: өз аты басқа, інісі болуы мүмкін');
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await page.getByText('Шешім сақталды.').waitFor({ state: 'attached' });
    expect(await focused(page)).to.equal('h1#request');
    expect(await page.locator('.path li').first().textContent()).to.contain('інісі болуы мүмкін');
    await page.keyboard.press('u');
    await page
      .locator('.path')
      .getByText(/қайтарып алды/)
      .waitFor();
    await context.close();
  });

  it('single-letter keys can be switched off in the help, and the help still opens', async () => {
    const { context, page } = await openDesk(demo.url, 'volunteer2@example.org', { language: 'en' });
    await page.keyboard.press('?');
    await page.getByRole('button', { name: 'Switch the keys off' }).press('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    await page.keyboard.press('?');
    await page.getByRole('button', { name: 'Switch the keys on' }).waitFor();
    expect(new URL(page.url()).pathname).to.equal('/desk');
    await context.close();
  });

  it('what somebody else changed meanwhile is told, and what was written stays', async () => {
    const [one, two] = await Promise.all([
      openDesk(demo.url, 'volunteer@example.org', { language: 'en' }),
      openDesk(demo.url, 'volunteer@example.org', { language: 'en' }),
    ]);
    await two.page.goto(`${demo.url}/desk/requests?filter=old`);
    await two.page.locator('.items a').first().click();
    await two.page.locator('#note').fill('Called the archive.');
    await one.page.goto(two.page.url());
    await one.page.locator('#note').fill('Wrote to Astana.');
    await one.page.getByRole('button', { name: 'Add a note' }).press('Enter');
    await one.page.getByText('Wrote to Astana.').waitFor();
    await two.page.getByRole('button', { name: 'Add a note' }).press('Enter');
    const told = two.page.getByRole('alert');
    await told.waitFor();
    expect(await told.textContent()).to.match(/Meanwhile.*Volunteer \(example\) – added a note/);
    expect(await two.page.locator('#note').inputValue()).to.equal('Called the archive.');
    await one.context.close();
    await two.context.close();
  });
});

/** Where the focus is, as a selector: enough to tell one place from another. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element) return '';
    const id = element.id ? `#${element.id}` : '';
    return `${element.tagName.toLowerCase()}${id}${element.getAttribute('href') ?? ''}`;
  });
}

const MOST_TABS = 80;

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  expect.fail(`${selector} cannot be reached with the Tab key`);
}
