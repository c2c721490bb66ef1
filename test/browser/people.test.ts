import { expect } from 'chai';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { addressIn, outbox } from '../letters.ts';
import { isTooWide, seriousFindings } from './axe.ts';
import { complaints, DESKTOP, openReader, PHONE } from './chromium.ts';
import { type DemoSite, startDemo } from './demo-site.ts';
import { openDesk } from './desk-reader.ts';
import { languageAt, readDeskIn } from './in-turn.ts';
import { publicAddresses } from './public-addresses.ts';

/** What the request page may weigh with its style sheet and typeface, over the line. */
const MOST_BYTES = 100_000;
/** What the desk's script may weigh until a volunteer works on a request. */
const MOST_DESK_BYTES = 90_000;

describe('People at the desk and families on their pages', function () {
  this.timeout(180_000);
  let demo: DemoSite;
  let memorial = '';
  let status = '';

  before(async function () {
    demo = await startDemo(this);
    ({ memorial = '', status = '' } = await publicAddresses(demo));
  });
  afterEach(() => {
    expect(complaints.splice(0)).to.deep.equal([]);
  });

  async function findings(page: Page, name: string): Promise<string[]> {
    const wrong: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const found = await seriousFindings(page, colorScheme === 'light' ? 'all' : 'colours');
      wrong.push(...found.map((one) => `${name}, ${colorScheme}: ${one}`));
    }
    if (await isTooWide(page)) wrong.push(`${name}: wider than the window`);
    return wrong;
  }

  for (const [turn, [size, viewport]] of Object.entries({ '360 px': PHONE, '1280 px': DESKTOP }).entries()) {
    it(`every screen of an administrator holds to axe at ${size}`, async () => {
      const { context, page } = await openDesk(demo.url, 'admin@example.org', { viewport });
      const wrong: string[] = [];
      const screens = [
        ['/desk', '#changed'],
        ['/desk/load', '#people'],
        ['/desk/requests/new', '#givenName'],
        ['/desk/memories', 'main h1'],
        ['/desk/burial-sites', 'main details'],
        ['/desk/admin/users', 'table.records tbody tr'],
        ['/desk/admin/partners', 'table.records tbody tr'],
        ['/desk/admin/audit', 'table.records tbody tr'],
      ] as const;
      for (const [place, [address, ready]] of screens.entries()) {
        const language = languageAt(place, turn);
        await readDeskIn(page, language);
        await page.goto(demo.url + address);
        await page.locator(ready).first().waitFor();
        if (address.endsWith('users') || address.endsWith('partners')) {
          await page.locator('table.records button').first().click();
          await page.locator('.decide h2').first().waitFor();
        }
        wrong.push(...(await findings(page, `${address} (${language})`)));
      }
      await context.close();
      expect(wrong).to.deep.equal([]);
    });
  }

  it('an administrator opens an account, and its owner sets a password that nobody else saw', async () => {
    const { context, page } = await openDesk(demo.url, 'admin@example.org', { language: 'en' });
    await page.goto(`${demo.url}/desk/admin/users`);
    await page.getByLabel('Name', { exact: true }).fill('Invited by link');
    await page.getByLabel('E-mail', { exact: true }).fill('invited@example.net');
    await page.getByRole('button', { name: 'Open it', exact: true }).press('Enter');
    const link = (await page.getByRole('status').locator('.code').textContent()) ?? '';
    await page.getByRole('rowheader', { name: 'Invited by link' }).waitFor();
    const invited = await openReader();
    const own = await invited.newPage();
    await own.goto(link);
    await own.getByLabel('New password').or(own.locator('#password')).first().fill('a password of her own');
    await own.locator('main button[type=submit]').click();
    await own.getByRole('status').locator('a.button').click();
    await own.locator('#email').fill('invited@example.net');
    await own.locator('#password').fill('a password of her own');
    await own.locator('main button[type=submit]').click();
    await own.locator('#changed').waitFor();
    await page.getByRole('button', { name: 'Invited by link: change' }).click();
    await page.getByRole('button', { name: 'Close it', exact: true }).click();
    await page
      .getByRole('row', { name: /Invited by link/ })
      .getByText('closed')
      .waitFor();
    await own.goto(`${demo.url}/desk`);
    await own.locator('#email').waitFor();
    await invited.close();
    await context.close();
  });

  it('the audit tells in words what was done, and what is asked for stands in its address', async () => {
    const { context, page } = await openDesk(demo.url, 'admin@example.org', { language: 'kk' });
    await page.goto(`${demo.url}/desk/admin/audit`);
    await page.locator('#action').selectOption('user.create');
    await page.getByRole('button', { name: 'Көрсету' }).press('Enter');
    await page.waitForURL(/action=user\.create/);
    await page.reload();
    const rows = page.locator('table.records tbody tr');
    await rows.first().waitFor();
    expect(await page.locator('#action').inputValue()).to.equal('user.create');
    for (const text of await rows.allTextContents()) {
      expect(text)
        .to.include('есептік жазба ашты')
        .and.include('рөлі:')
        .and.not.match(/user\.create|partnerId/);
    }
    await context.close();
  });

  it('a coordinator reads memories, burial places and imports past their first page', async () => {
    const { context, page } = await openDesk(demo.url, 'coordinator@example.org');
    for (const [address, list] of [
      ['/desk/memories', '**/api/desk/memories?*'],
      ['/desk/burial-sites', '**/api/desk/site-additions?*'],
      ['/desk/imports', '**/api/imports?*'],
    ] as const) {
      const asked: string[] = [];
      await page.route(list, async (route) => {
        asked.push(route.request().url());
        await route.fulfill({ json: { items: [], next: asked.length === 1 ? 'there' : null } });
      });
      await page.goto(demo.url + address);
      const more = page.getByRole('button', { name: 'Ещё', exact: true });
      await more.press('Enter');
      await more.waitFor({ state: 'detached' });
      expect(asked[1]).to.include('cursor=there');
    }
    await context.close();
  });

  it('a photograph comes onto the memorial page by a coordinator, and off it by its family', async () => {
    const reader = await openReader({ viewport: PHONE, javaScriptEnabled: false });
    const page = await reader.newPage();
    await page.goto(`${demo.url}/ru${memorial}`);
    await page.getByRole('link', { name: 'Добавить снимок или воспоминание' }).click();
    await page.locator('#words').fill('Он пел, когда пахал.');
    const buffer = await sharp({ create: { width: 600, height: 800, channels: 3, background: '#806040' } })
      .jpeg()
      .toBuffer();
    await page.locator('#files').setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
    await page.locator('#name').fill('Образец Мария');
    await page.locator('#relation').selectOption('grandchild');
    await page.locator('#consent').check();
    await page.locator('main form button[type=submit]').click();
    const own = page.url().replace('?sent=1', '');
    expect(await page.locator('main').textContent()).to.include('Ждёт, пока посмотрит координатор');

    const { context, page: desk } = await openDesk(demo.url, 'coordinator@example.org', { language: 'ru' });
    await desk.goto(`${demo.url}/desk/memories`);
    const memory = desk.locator('article', { hasText: 'Он пел, когда пахал.' });
    await memory.getByRole('button', { name: 'Показать на странице' }).click();
    await memory.waitFor({ state: 'detached' });
    await context.close();

    await page.goto(`${demo.url}/ru${memorial}`);
    const family = page.locator('.family');
    expect(await family.textContent())
      .to.include('Он пел, когда пахал.')
      .and.not.include('Мария');
    expect(await family.locator('img').count()).to.equal(1);
    await page.goto(own);
    await page.locator('summary').click();
    await page.getByRole('button', { name: 'Забрать' }).click();
    await page.goto(`${demo.url}/ru${memorial}`);
    expect(await page.locator('.family').textContent()).not.to.include('Он пел');
    await reader.close();
  });

  it('a volunteer writes down a request on the telephone, and the code read out opens its page', async () => {
    const { context, page } = await openDesk(demo.url, 'volunteer@example.org', { language: 'en' });
    await page.getByRole('link', { name: 'Write down a request on the telephone' }).click();
    await page.locator('#givenName').fill('Сейітқали');
    await page.locator('#familyName').fill('Телефонов');
    await page.locator('#name').fill('Мысал');
    await page.locator('input[name=consent]').check();
    await page.getByRole('button', { name: 'Take the request down' }).press('Enter');
    const code = (await page.locator('.code').textContent()) ?? '';
    expect(code).to.match(/^([0-9a-z]{4} ){6}[0-9a-z]{2}$/);
    await context.close();
    const reader = await openReader({ viewport: PHONE, javaScriptEnabled: false });
    const family = await reader.newPage();
    await family.goto(`${demo.url}/kk/requests`);
    await family.locator('#code').fill(code.toUpperCase().replaceAll('0', 'O'));
    await family.locator('main form button').click();
    expect(await family.locator('main').textContent()).to.include('Телефонов Сейітқали');
    await reader.close();
  });

  it('a request that breaks off is there again when she comes back, without her name, and gone when it is sent', async () => {
    const reader = await openReader({ viewport: PHONE });
    const page = await reader.newPage();
    await page.goto(`${demo.url}/ru/requests/new`);
    await page.locator('#givenName').fill('Черновик');
    await page.locator('#letter').fill('Последнее письмо из Ржева.');
    await page.locator('#name').fill('Образец Мария');
    await page.locator('#phone').fill('+7 700 000 00 09');
    await page.locator('#draft').waitFor();
    const kept = await page.evaluate(() => JSON.stringify(localStorage));
    expect(kept).to.include('Ржева').and.not.include('Мария').and.not.include('700');
    await page.goto(`${demo.url}/kk/requests/new`);
    expect(await page.locator('#givenName').inputValue()).to.equal('Черновик');
    expect(await page.locator('#name').inputValue()).to.equal('');
    await page.locator('#name').fill('Үлгі');
    await page.locator('#phone').fill('+7 700 000 00 09');
    await page.locator('#consent').check();
    await page.locator('main form button[type=submit]').click();
    await page.waitForURL(/\/kk\/requests\/[0-9a-z]{26}/);
    await page.goto(`${demo.url}/kk/requests/new`);
    expect(await page.locator('#givenName').inputValue()).to.equal('');
    await page.locator('#givenName').fill('Өшіріледі');
    await page.locator('#draft button').click();
    expect(await page.evaluate(() => localStorage.length)).to.equal(0);
    await reader.close();
  });

  it('the request page weighs less than 100 kB with its style and typeface, and needs no script', async () => {
    const reader = await openReader({ viewport: PHONE, javaScriptEnabled: false });
    const page = await reader.newPage();
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => {
      sizes.push(
        response
          .request()
          .sizes()
          .then(({ responseBodySize }) => responseBodySize),
      );
    });
    await page.goto(`${demo.url}/kk/requests/new`, { waitUntil: 'networkidle' });
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(total).to.be.greaterThan(5_000).and.lessThan(MOST_BYTES);
    await reader.close();
  });

  it('the desk’s script weighs less than 90 kB over the line, with the request that is worked on', async () => {
    const reader = await openReader();
    const page = await reader.newPage();
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => {
      const request = response.request();
      if (request.resourceType() !== 'script') return;
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await page.goto(`${demo.url}/desk`);
    await page.locator('#email').fill('coordinator@example.org');
    await page.locator('#password').fill('amanat-demo');
    await page.locator('main button[type=submit]').click();
    await page.locator('#changed').waitFor();
    await page.getByRole('link', { name: 'Requests', exact: true }).click();
    await page.locator('.items a').first().click();
    await page.locator('#request').waitFor();
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(total).to.be.greaterThan(20_000).and.lessThan(MOST_DESK_BYTES);
    await reader.close();
  });

  it('a family confirms its address and ends the letters, all without a script', async () => {
    const reader = await openReader({ viewport: PHONE, javaScriptEnabled: false });
    const page = await reader.newPage();
    await page.goto(`${demo.url}/ru${status}`);
    await page.locator('#email').fill('family@example.net');
    await page.getByRole('button', { name: 'Писать мне' }).click();
    expect(await page.locator('main').textContent()).to.include('Мы отправили письмо');
    await demo.site.services.mail.go();
    const letter = (await outbox(demo.site.config.dataDir)).find(({ to }) => to === 'family@example.net');
    await page.goto(demo.url + addressIn(letter?.text ?? '', 'mail/confirm'));
    await page.locator('main form button').click();
    // The letter and where it leads are in the language the request was left in.
    expect(await page.getByRole('status').textContent()).to.include('Жаңалық болғанда жазамыз');
    await page.locator('main a.row').click();
    await page.getByRole('button', { name: 'Хат жазбаңыздар' }).click();
    expect(await page.getByRole('status').textContent()).to.include('хат жібермейміз');
    await reader.close();
  });
});
