import { expect } from 'chai';
import { complaints, DESKTOP, openReader, PHONE } from './chromium.ts';
import { type DemoSite, startDemo } from './demo-site.ts';
import { openDesk } from './desk-reader.ts';
import { languageAt, readDeskIn } from './in-turn.ts';
import { askForKairbekov } from './own-request.ts';
import { publicAddresses, showFailures } from './public-addresses.ts';
import { walk } from './walk.ts';

const SIZES = { '360 px': PHONE, '1280 px': DESKTOP };

describe('Every public page by the Tab key alone', function () {
  this.timeout(240_000);
  let demo: DemoSite;
  let addresses: Record<string, string>;

  before(async function () {
    demo = await startDemo(this);
    addresses = await publicAddresses(demo);
  });
  afterEach(() => {
    expect(complaints.splice(0)).to.deep.equal([]);
  });

  for (const [turn, [size, viewport]] of Object.entries(SIZES).entries()) {
    it(`reaches everything that can be used, and shows where one is (${size})`, async () => {
      const reader = await openReader({ viewport });
      await showFailures(reader, demo);
      const page = await reader.newPage();
      const wrong: string[] = [];
      for (const [place, [name, address]] of Object.entries(addresses).entries()) {
        const language = languageAt(place, turn);
        await page.goto(`${demo.url}/${language}${address}`);
        wrong.push(...(await walk(page)).map((finding) => `${name} (${language}): ${finding}`));
      }
      await reader.close();
      expect(wrong).to.deep.equal([]);
    });
  }
});

describe('Every screen of the desk by the Tab key alone', function () {
  this.timeout(240_000);
  let demo: DemoSite;

  before(async function () {
    demo = await startDemo(this);
  });
  afterEach(() => {
    expect(complaints.splice(0)).to.deep.equal([]);
  });

  const screens = {
    home: ['/desk', '#changed'],
    queue: ['/desk/requests?filter=all', '.items a'],
    soldiers: [`/desk/soldiers?q=${encodeURIComponent('Қайырбеков')}`, '.found a'],
    load: ['/desk/load', '#people'],
    users: ['/desk/admin/users', 'table.records tbody tr'],
    partners: ['/desk/admin/partners', 'table.records tbody tr'],
    audit: ['/desk/admin/audit', 'table.records tbody tr'],
    'request on the telephone': ['/desk/requests/new', '#givenName'],
  } as const;

  for (const [turn, [size, viewport]] of Object.entries(SIZES).entries()) {
    it(`reaches everything that can be used, and shows where one is (${size})`, async () => {
      const { context, page } = await openDesk(demo.url, 'admin@example.org', { viewport });
      const wrong: string[] = [];
      for (const [place, [name, [address, ready]]] of Object.entries(screens).entries()) {
        const language = languageAt(place, turn);
        await readDeskIn(page, language);
        await page.goto(demo.url + address);
        await page.locator(ready).first().waitFor();
        wrong.push(...(await walk(page)).map((finding) => `${name} (${language}): ${finding}`));
      }
      // Of its own: what is free in the demo depends on what others did there, and may have no candidate.
      const number = await askForKairbekov(demo.url);
      await page.goto(`${demo.url}/desk/requests?filter=all`);
      await page.getByRole('link', { name: `№ ${number}` }).click();
      await page.locator('#candidate').waitFor();
      if (await page.locator('#reason').isHidden()) await page.keyboard.press('c');
      await page.locator('#reason').waitFor();
      // From the top, as whoever opens the address.
      await page.reload();
      await page.locator('#reason').waitFor();
      wrong.push(...(await walk(page)).map((finding) => `request: ${finding}`));
      await context.close();
      expect(wrong).to.deep.equal([]);
    });
  }
});
