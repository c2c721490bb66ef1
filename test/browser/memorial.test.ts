import { expect } from 'chai';
import { complaints, openReader, PHONE } from './chromium.ts';
import { type DemoSite, startDemo } from './demo-site.ts';
import { publicAddresses } from './public-addresses.ts';

describe('What a family does on the public pages', function () {
  this.timeout(120_000);
  let demo: DemoSite;
  let memorial: string;

  before(async function () {
    demo = await startDemo(this);
    memorial = (await publicAddresses(demo)).memorial ?? '';
  });
  afterEach(() => {
    expect(complaints.splice(0)).to.deep.equal([]);
  });

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with a script' : 'without a script';

    it(`opens the meaning of a word where it stands (${how})`, async () => {
      const reader = await openReader({ viewport: PHONE, javaScriptEnabled });
      const page = await reader.newPage();
      await page.goto(`${demo.url}/kk${memorial}`);
      const word = page.locator('.word', { hasText: '«РВК» деген не?' });
      expect(await word.locator('p').isVisible()).to.equal(false);
      await word.locator('summary').click();
      expect(await word.locator('p').isVisible()).to.equal(true);
      await reader.close();
    });

    it(`reports an error and is thanked (${how})`, async () => {
      const reader = await openReader({ viewport: PHONE, javaScriptEnabled });
      const page = await reader.newPage();
      await page.goto(`${demo.url}/ru${memorial}`);
      await page.locator('#report-text').fill('Отчество записано с ошибкой');
      await page.locator('form[action*="/report"] button').click();
      await page.locator('.notice[role=status]').waitFor();
      expect(await page.locator('.notice[role=status]').textContent()).to.contain('Спасибо');
      await reader.close();
    });

    it(`reports in as many words and lines as the form lets her write (${how})`, async () => {
      const reader = await openReader({ viewport: PHONE, javaScriptEnabled });
      const page = await reader.newPage();
      await page.goto(`${demo.url}/kk${memorial}`);
      const field = page.locator('#report-text');
      const most = Number(await field.getAttribute('maxlength'));
      await field.fill('а\n'.repeat(most / 2 - 1).concat('ая'));
      await page.locator('form[action*="/report"] button').click();
      await page.locator('.notice[role=status]').waitFor();
      await reader.close();
    });

    it(`comes from "seeking relatives" to the form about him (${how})`, async () => {
      const reader = await openReader({ viewport: PHONE, javaScriptEnabled });
      const page = await reader.newPage();
      await page.goto(`${demo.url}/ru/seeking-relatives?oblast=obl-akmolinsk`);
      const name = await page.locator('.results h3 a').first().textContent();
      await page.locator('.results p a.row').first().click();
      expect(await page.locator('main .notice h2').first().textContent()).to.equal(name);
      expect(await page.locator('#familyName').inputValue()).to.not.equal('');
      expect(await page.locator('#birthDate').inputValue()).to.equal('');
      await reader.close();
    });
  }

  it('is offered names while she types', async () => {
    const reader = await openReader({ viewport: PHONE });
    const page = await reader.newPage();
    await page.goto(`${demo.url}/kk/`);
    await page.locator('#q').pressSequentially('Каирб');
    await page.locator('#names option').first().waitFor({ state: 'attached' });
    const offered = await page
      .locator('#names option')
      .evaluateAll((options) => options.map((one) => (one as HTMLOptionElement).value));
    expect(offered.some((name) => name.startsWith('Каирбеков'))).to.equal(true);
    await reader.close();
  });

  it('prints the record and its sources without forms and doors, and with its address', async () => {
    const reader = await openReader();
    const page = await reader.newPage();
    await page.goto(`${demo.url}/ru${memorial}`);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const hidden of ['.doors', '.langs', '.beside', 'form']) {
      expect(await page.locator(hidden).first().isVisible(), hidden).to.equal(false);
    }
    for (const shown of ['h1.name', '.facts', '#document-1', '.address']) {
      expect(await page.locator(shown).first().isVisible(), shown).to.equal(true);
    }
    const ink = await page.locator('h1').evaluate((heading) => getComputedStyle(heading).color);
    expect(ink).to.equal('rgb(0, 0, 0)');
    await reader.close();
  });
});
