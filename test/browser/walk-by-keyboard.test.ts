import { expect } from 'chai';
import { complaints, DESKTOP, openReader, PHONE } from './chromium.ts';
import { type DemoSite, startDemo } from './demo-site.ts';
import { publicAddresses } from './public-addresses.ts';
import { walk } from './walk.ts';

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

  for (const [size, viewport] of Object.entries({ '360 px': PHONE, '1280 px': DESKTOP })) {
    it(`reaches everything that can be used, and shows where one is (${size})`, async () => {
      const reader = await openReader({ viewport });
      const page = await reader.newPage();
      const wrong: string[] = [];
      for (const [name, address] of Object.entries(addresses)) {
        await page.goto(`${demo.url}/kk${address}`);
        wrong.push(...(await walk(page)).map((finding) => `${name}: ${finding}`));
      }
      await reader.close();
      expect(wrong).to.deep.equal([]);
    });
  }
});
