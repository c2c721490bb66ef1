import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { complaints, openReader, PHONE } from './chromium.ts';
import { type DemoSite, startDemo } from './demo-site.ts';
import { openDesk } from './desk-reader.ts';
import { KNOWN_MAN, makePartnerList } from './partner-list.ts';

const ROWS = 28_000;
/** A row in a thousand has no name. */
const NAMELESS = ROWS / 1000;

/** An import is done when it is done: how fast is measured elsewhere. */
const PATIENCE = 300_000;

describe('The main job, from a partner’s list to a grave', () => {
  let demo: DemoSite;
  let statusAddress = '';
  let number = '';
  let soldierAddress = '';

  before(async function () {
    demo = await startDemo(this);
  });
  afterEach(() => {
    expect(complaints.splice(0)).to.deep.equal([]);
  });

  it('a partner brings in a list of 28,000 rows as Russian Excel saves it', async function () {
    this.timeout(400_000);
    const { context, page } = await openDesk(demo.url, 'partner@example.org');
    const before = await namesakes(demo.url);
    await sendList(page, demo.url);
    await checkColumns(page);
    await page.getByRole('button', { name: 'Сохранить и проверить' }).click();
    await page.getByRole('progressbar').waitFor();
    await page.getByRole('progressbar').waitFor({ state: 'detached', timeout: PATIENCE });
    await page.getByRole('link', { name: 'Проверка', exact: true }).click();
    await expectCounts(page);
    expect(await namesakes(demo.url), 'after the dry run').to.equal(before);
    await page.getByRole('button', { name: 'Внести', exact: true }).click();
    await page.getByRole('progressbar').waitFor();
    await page.getByRole('progressbar').waitFor({ state: 'detached', timeout: PATIENCE });
    await page.getByRole('link', { name: 'Внесение', exact: true }).click();
    await page.locator('main details summary', { hasText: 'Отменить этот импорт' }).waitFor();
    await expectCounts(page);
    expect(await namesakes(demo.url), 'after applying').to.be.greaterThan(before);
    await context.close();
  });

  it('a relative on a phone without scripts finds too much and leaves a request in Kazakh', async () => {
    const reader = await openReader({ viewport: PHONE, javaScriptEnabled: false, locale: 'kk' });
    const page = await reader.newPage();
    await page.goto(`${demo.url}/kk/`);
    await page.getByLabel('Аты-жөні', { exact: true }).fill('Жақсыбеков');
    await page.locator('form.search button').click();
    await expectText(page, 'h2#found', /«Жақсыбеков» бойынша .+ адам табылды/);
    await page.getByRole('link', { name: 'Осы деректермен өтініш беру' }).click();
    await fillRequest(page);
    await page.getByRole('button', { name: 'Өтінішті жіберу' }).click();
    number = /Нөмірі (\d+)/.exec(await textOf(page.getByRole('status')))?.[1] ?? '';
    expect(Number(number)).to.be.greaterThan(0);
    statusAddress = await textOf(page.locator('[role=status] a'));
    expect(statusAddress).to.match(/\/kk\/requests\/[0-9a-z]{26}$/);
    await reader.close();
  });

  it('the request is matched at once, and the status page says so', async () => {
    const reader = await openReader({ viewport: PHONE, javaScriptEnabled: false });
    const page = await reader.newPage();
    await page.goto(statusAddress);
    const matched = page.getByText(/Дерекқордағы барлық жазбамен бірден салыстырдық|Бір құжат тексеріліп жатыр/);
    await reloadUntil(page, matched.first());
    await reader.close();
  });

  it('of two volunteers who take it at once one has it and the other is told who; both look, and he is identified', async function () {
    this.timeout(60_000);
    const desks = await Promise.all([
      openDesk(demo.url, 'volunteer@example.org'),
      openDesk(demo.url, 'volunteer2@example.org'),
    ]);
    for (const { page } of desks) {
      await page.goto(`${demo.url}/desk/requests?filter=all`);
      await page.getByRole('link', { name: `№ ${number}` }).click();
      await page.getByRole('button', { name: 'Взять себе' }).waitFor();
    }
    await Promise.all(desks.map(({ page }) => page.getByRole('button', { name: 'Взять себе' }).click()));
    const [first, second] = await winnerFirst(desks.map(({ page }) => page));
    await expectText(second, '[role=alert]', /Этот запрос сейчас у другого: .*volunteer.*, до .*\d\d:\d\d/i);
    soldierAddress = await decide(first);
    await confirm(second, demo.url);
    for (const { context } of desks) await context.close();
  });

  it('the status page tells the truth in Kazakh and in Russian, and the memorial page shows the grave', async () => {
    const reader = await openReader({ viewport: PHONE, javaScriptEnabled: false });
    const page = await reader.newPage();
    await page.goto(statusAddress.replace('/kk/', '/ru/'));
    await expectText(page, 'main', /Вероятно, это он/);
    await page.goto(statusAddress);
    await expectText(page, 'main', /сол кісі болуы ықтимал/);
    await page.getByRole('link', { name: 'Бетін ашу' }).click();
    expect(new URL(page.url()).pathname.split('/').at(-1)).to.equal(soldierAddress.split('/').at(-1));
    const text = await page.locator('main').textContent();
    expect(text).to.contain(KNOWN_MAN.familyName).and.to.contain(KNOWN_MAN.burialSite).and.to.contain(KNOWN_MAN.grave);
    await reader.close();
  });
});

async function sendList(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/desk/imports/new`);
  const file = { name: 'Список.csv', mimeType: 'text/csv', buffer: makePartnerList(ROWS) };
  await page.locator('#file').setInputFiles(file);
  await page.locator('main button[type=submit]').click();
  await page.waitForURL(/\/desk\/imports\/[0-9a-z]+\/columns/);
}

/** The preview: the encoding and the columns as they were recognised, with samples in readable letters. */
async function checkColumns(page: Page): Promise<void> {
  expect(await page.getByLabel('Кодировка').inputValue()).to.equal('windows-1251');
  expect(await page.getByLabel('Фамилия', { exact: true }).inputValue()).to.equal('familyName');
  expect(await page.getByLabel('Могила', { exact: true }).inputValue()).to.equal('grave');
  // The clerk's column names the cemetery, which is more than a place.
  await page.getByLabel('Место захоронения', { exact: true }).selectOption('burialSite');
  expect(await page.locator('table.records').textContent()).to.contain('красноармеец');
}

async function expectCounts(page: Page): Promise<void> {
  const countOf = (name: string) =>
    page.locator('dl div', { has: page.getByText(name, { exact: true }) }).locator('dd');
  await countOf('прочитано').waitFor();
  expect(Number(await countOf('прочитано').textContent())).to.equal(ROWS);
  expect(Number(await countOf('отклонено').textContent())).to.equal(NAMELESS);
}

async function namesakes(url: string): Promise<number> {
  const answer = await fetch(`${url}/api/soldiers?familyName=${encodeURIComponent(KNOWN_MAN.familyName)}`);
  expect(answer.status).to.equal(200);
  return ((await answer.json()) as { total: number }).total;
}

async function fillRequest(page: Page): Promise<void> {
  expect(await page.locator('#familyName').inputValue()).to.equal('Жақсыбеков');
  await page.locator('#givenName').fill('Ерболат');
  await page.locator('#patronymic').fill('Сағындықұлы');
  await page.locator('#birthDate').fill('1915');
  await page.locator('[name=birthAbout]').check();
  await page.locator('#birthPlace').fill('Қарқаралы ауданы');
  await page.locator('#letter').fill('Атамыз 1941 жылы майданға кетті. Соңғы хаты 1942 жылдың мамырында келді.');
  const photograph = await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#d8cfb8' } })
    .jpeg()
    .toBuffer();
  await page.locator('#files').setInputFiles({ name: 'hat.jpg', mimeType: 'image/jpeg', buffer: photograph });
  await page.locator('#name').fill('Мысал Айгүл');
  await page.locator('#phone').fill('+7 700 000 00 02');
  await page.locator('#consent').check();
}

async function reloadUntil(page: Page, found: Locator): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) {
    if (await found.isVisible()) return;
    await page.waitForTimeout(250);
    await page.reload();
  }
  expect.fail(`not found in ${await page.locator('main').textContent()}`);
}

async function winnerFirst(pages: Page[]): Promise<[Page, Page]> {
  const [one, two] = pages as [Page, Page];
  const release = one.getByRole('button', { name: 'Вернуть в очередь' });
  const refused = one.getByRole('alert');
  await release.or(refused).first().waitFor();
  return (await release.isVisible()) ? [one, two] : [two, one];
}

/** By keyboard alone: to the man, the reason, out of the field, the same man. Returns his page's address. */
async function decide(page: Page): Promise<string> {
  const name = page.locator('#candidate + p a');
  await name.waitFor();
  for (let turn = 0; turn < 20 && !(await textOf(name)).includes('Ерболат'); turn += 1) await page.keyboard.press('j');
  expect(await name.textContent()).to.contain('Ерболат');
  const address = (await name.getAttribute('href')) ?? '';
  const evidence = await page.locator('table.evidence').first().textContent();
  expect(evidence)
    .to.match(/\+\d+,\d/)
    .and.to.match(/−\d+,\d/);
  expect(await page.locator('table.compare mark').count()).to.be.greaterThan(1);
  await page.keyboard.press('r');
  await page.keyboard.type('Имя, отчество, год и район сходятся; других таких в районе нет.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('y');
  await page.getByText('ждёт подтверждения второго человека').waitFor();
  return address;
}

async function confirm(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/desk/requests?filter=second`);
  await page.locator('.items a', { hasText: 'Жақсыбеков' }).click();
  await page.locator('details table.evidence').waitFor();
  await page.getByRole('button', { name: 'Подтвердить' }).click();
  await page.getByText(/подтверждено вторым человеком/).waitFor();
  await page
    .getByText(/Установлен/)
    .first()
    .waitFor();
}

async function textOf(place: Locator): Promise<string> {
  return (await place.textContent()) ?? '';
}

async function expectText(page: Page, place: string, text: RegExp): Promise<void> {
  const found = page.locator(place).first();
  await found.waitFor();
  expect(await found.textContent()).to.match(text);
}
