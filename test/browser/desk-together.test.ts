import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { complaints, openReader, PHONE } from './chromium.ts';
import { type DemoSite, startDemo } from './demo-site.ts';
import { openDesk } from './desk-reader.ts';

/** A name that only this test asks for, so that other walks over the demo cannot take its request. */
const SOLDIER = { familyName: 'Жылқайдаров', givenName: 'Өтеміс', patronymic: 'Бәйтерекұлы', birthDate: '1906' };
const RECORD = {
  familyName: 'Жилкайдаров',
  givenName: 'Утемис',
  patronymic: 'Байтерекович',
  birthDate: '1906',
  fate: 'убит',
  sourceUrl: 'https://obd-memorial.ru/html/info.htm?id=1906',
};

describe('Several people at one desk', function () {
  this.timeout(120_000);
  let demo: DemoSite;

  before(async function () {
    demo = await startDemo(this);
  });
  afterEach(() => {
    expect(complaints.splice(0)).to.deep.equal([]);
  });

  async function newRequest(
    relation = 'son',
    soldier: object = SOLDIER,
  ): Promise<{ number: number; id: string; code: string }> {
    const applicant = { name: `Мысал ${relation}`, relation, phone: '+7 700 000 00 05', language: 'ru' };
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify({ soldier, applicant, consent: true });
    const answer = await fetch(`${demo.url}/api/requests`, { method: 'POST', headers, body });
    const { number, statusUrl } = (await answer.json()) as { number: number; statusUrl: string };
    const stored = await demo.site.store.connection.collection('requests').findOne({ number });
    return { number, id: String(stored?._id), code: statusUrl.split('/').at(-1) ?? '' };
  }
  const desk = (who: string) => openDesk(demo.url, `${who}@example.org`);
  const open = async (page: Page, id: string) => {
    await page.goto(`${demo.url}/desk/requests/${id}`);
    await page.locator('#request').waitFor();
  };

  it('a volunteer brings in a record found elsewhere and decides; she cannot confirm herself, another one can', async () => {
    const asked = await newRequest();
    const { context, page } = await desk('volunteer');
    await open(page, asked.id);
    await page.keyboard.press('c');
    await page.getByText('Внести запись, найденную в другой базе').press('Enter');
    for (const [field, text] of Object.entries(RECORD)) await page.locator(`#new-record-${field}`).fill(text);
    await page.getByRole('button', { name: 'Внести и сравнить' }).press('Enter');
    await page.getByRole('heading', { name: 'Выбран вручную' }).waitFor();
    await offeredBySite(demo, asked.id);
    // What she decides rests on the state she sees: the site has moved it since, and would tell her so.
    await page.reload();
    await page.locator('#reason').waitFor();
    await page.locator('table.compare mark').first().waitFor();
    expect(await page.locator('table.compare mark').count()).to.be.greaterThan(1);
    await page.keyboard.press('r');
    await page.keyboard.type('Имя, отчество и год сходятся.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('y');
    await page.getByText('Ваше решение должен подтвердить другой человек.').waitFor();
    expect(await page.getByRole('button', { name: 'Подтвердить' }).count()).to.equal(0);
    const second = await desk('volunteer2');
    await second.page.setViewportSize(PHONE);
    await second.page.goto(`${demo.url}/desk/requests?filter=second`);
    await second.page.getByRole('link', { name: `№ ${asked.number}` }).press('Enter');
    await atTheTop(second.page);
    await second.page.getByRole('button', { name: 'Подтвердить' }).press('Enter');
    await second.page.getByText(/подтверждено вторым человеком/).waitFor();
    await Promise.all([context.close(), second.context.close()]);
  });

  it('of two decisions at once one is kept, and the other is told what differs and keeps its words', async () => {
    const asked = await newRequest();
    const soldierId = await foundSoldier(demo);
    const [one, two] = [await desk('volunteer'), await desk('volunteer')];
    for (const { page } of [one, two]) {
      await page.goto(`${demo.url}/desk/requests/${asked.id}?with=${soldierId}`);
      await page.locator('#candidate').waitFor();
    }
    await one.page.keyboard.press('c');
    await one.page.locator('#reason').fill('Отчество не то.');
    await two.page.reload();
    await two.page.locator('#reason').fill('Год не тот.');
    await Promise.all([one, two].map(({ page }) => page.getByRole('button', { name: 'Другой' }).press('Enter')));
    const told = [one, two].map(({ page }) => page.getByRole('alert').filter({ hasText: 'Тем временем' }));
    await Promise.race(told.map((alert) => alert.waitFor()));
    const loser = (await told[0]?.isVisible()) ? one : two;
    expect(await loser.page.getByRole('alert').textContent()).to.contain('принято решение');
    expect(await loser.page.locator('#reason').inputValue()).to.match(/не то/);
    const kept = await demo.site.store.connection.collection('decisions').countDocuments({ requestId: asked.id });
    expect(kept).to.equal(1);
    await Promise.all([one.context.close(), two.context.close()]);
  });

  it('two who take the next request at the same moment get two requests, each told as hers until when', async () => {
    for (const relation of ['brother', 'sister', 'cousin']) await newRequest(relation);
    const [one, two] = [await desk('volunteer'), await desk('volunteer2')];
    for (const { page } of [one, two]) await page.getByRole('heading', { name: 'Что сегодня' }).waitFor();
    await Promise.all([one, two].map(({ page }) => page.keyboard.press('t')));
    for (const { page } of [one, two]) await page.getByText(/Запрос у вас до/).waitFor();
    const [first, second] = [one, two].map(({ page }) => new URL(page.url()).pathname);
    expect(first).not.to.equal(second);
    // Whoever opens what the other has is told who has it, and has nothing to decide with.
    await two.page.goto(`${demo.url}${first}`);
    await two.page
      .getByText(/Volunteer \(example\)/)
      .first()
      .waitFor();
    expect(await two.page.locator('#reason').count()).to.equal(0);
    for (const { page } of [one, two]) {
      await page.goto(`${demo.url}/desk/requests?filter=mine`);
      await page.locator('.items a').first().waitFor();
      expect(await page.locator('.items').textContent()).to.include('у вас до');
    }
    await Promise.all([one.context.close(), two.context.close()]);
  });

  it('a second person does not agree: she says why, it is no conclusion, and the first one reads it on her home', async () => {
    const asked = await newRequest();
    const soldierId = await foundSoldier(demo);
    const first = await desk('volunteer');
    await first.page.goto(`${demo.url}/desk/requests/${asked.id}?with=${soldierId}`);
    await first.page.locator('#candidate').waitFor();
    await first.page.keyboard.press('c');
    await first.page.locator('#reason').fill('Имя и год сходятся.');
    await first.page.getByRole('button', { name: 'Тот же человек' }).press('Enter');
    await first.page.getByText('Ваше решение должен подтвердить другой человек.').waitFor();
    expect(await first.page.getByText('Не могу согласиться').count()).to.equal(0);
    const second = await desk('volunteer2');
    await open(second.page, asked.id);
    await second.page.locator('#second ~ ol summary', { hasText: 'Не могу согласиться' }).press('Enter');
    await second.page.locator('#second ~ ol').getByLabel('Почему (обязательно)').fill('Отец у него другой.');
    await second.page.keyboard.press('Tab');
    await second.page.keyboard.press('Enter');
    await second.page.getByRole('heading', { name: /второй человек не согласился/ }).waitFor();
    expect(await second.page.evaluate(() => document.activeElement?.id)).to.equal('request');
    expect(await second.page.locator('#decisions ~ ol li').first().textContent())
      .to.include('Имя и год сходятся.')
      .and.include('Отец у него другой.');
    await first.page.goto(`${demo.url}/desk`);
    await first.page.getByRole('heading', { name: 'С вашим решением не согласны' }).waitFor();
    await first.page.getByText(/Отец у него другой/).waitFor();
    expect((await demo.site.stores.requests.findById(asked.id))?.soldierId).to.equal(null);
    await Promise.all([first.context.close(), second.context.close()]);
  });

  it('of two second persons at once one is heard, and the other reads why nothing was done', async () => {
    const asked = await newRequest();
    const soldierId = await foundSoldier(demo);
    const anna = { id: 'anna', role: 'volunteer' } as const;
    const { version } = (await demo.site.stores.requests.findById(asked.id)) ?? { version: 0 };
    const made = { soldierId, verdict: 'same', reason: 'Год и имя.', evidenceLevel: 'B' } as const;
    await demo.site.services.decisions.decide(anna, { id: asked.id, version }, made);
    const both = [await desk('volunteer2'), await desk('coordinator')];
    for (const { page } of both) {
      await open(page, asked.id);
      await page.getByRole('button', { name: 'Подтвердить' }).waitFor();
    }
    await Promise.all(both.map(({ page }) => page.getByRole('button', { name: 'Подтвердить' }).press('Enter')));
    for (const { page } of both) await page.getByText(/Установлен \(B\)/).waitFor();
    // Refused for what she had read, or for what the decision is by now: by which, the moment decides.
    const why = /Тем временем|уже подтверждено/;
    const told = both.map(({ page }) => page.getByRole('alert').filter({ hasText: why }));
    await Promise.race(told.map((alert) => alert.waitFor()));
    expect(await Promise.all(told.map((alert) => alert.isVisible()))).to.have.members([true, false]);
    for (const { context } of both) await context.close();
  });

  it('a request whose time ran out is free again, and the page says so by itself', async () => {
    const asked = await newRequest();
    const { context, page } = await desk('volunteer');
    await open(page, asked.id);
    await page.keyboard.press('c');
    await page.getByText(/Запрос у вас до/).waitFor();
    const requests = demo.site.store.connection.collection<{ _id: string }>('requests');
    await requests.updateOne({ _id: asked.id }, { $set: { leaseUntil: new Date(Date.now() + 1500) } });
    await page.reload();
    await page.getByText('Запрос сейчас ни у кого.').waitFor();
    const second = await desk('volunteer2');
    await open(second.page, asked.id);
    await second.page.keyboard.press('c');
    await second.page.getByText(/Запрос у вас до/).waitFor();
    await Promise.all([context.close(), second.context.close()]);
  });

  it('two families of one soldier are gathered, asked, and introduced only after both agreed', async () => {
    // Of their own: the other tests ask for one man so often that the list of who else seeks him is full.
    const soldier = { familyName: 'Өтепбергенов', givenName: 'Мырзагелді', birthDate: '1917', birthPlace: 'Қарқаралы' };
    const [one, two] = [await newRequest('son', soldier), await newRequest('niece', soldier)];
    const { context, page } = await desk('coordinator');
    await open(page, two.id);
    await page.getByText('Кто ещё его ищет?').press('Enter');
    const other = page.locator('.found li', { hasText: `№ ${one.number}` });
    await other.getByText('Сравнить').press('Enter');
    await other.getByLabel('Почему (обязательно)').fill('Один отец и один год.');
    await other.getByRole('button', { name: 'Один солдат: вести вместе' }).press('Enter');
    await page.getByRole('button', { name: 'Спросить, хотят ли познакомиться' }).press('Enter');
    await page.getByText('ей задан вопрос о знакомстве').first().waitFor();
    for (const family of [one, two]) await agree(demo.url, family.code);
    await page.reload();
    await page.getByRole('button', { name: 'Познакомить согласных' }).press('Enter');
    await page.getByText('с другими познакомили').first().waitFor();
    const reader = await openReader({ viewport: PHONE, javaScriptEnabled: false });
    const status = await reader.newPage();
    await status.goto(`${demo.url}/ru/requests/${one.code}`);
    await status.getByRole('link', { name: 'Посмотреть контакт' }).click();
    await status.getByText('Мысал niece').waitFor();
    await Promise.all([context.close(), reader.close()]);
  });

  it('a coordinator merges two records of one man by keyboard and splits them again', async () => {
    const soldierId = await foundSoldier(demo);
    const { context, page } = await desk('coordinator');
    await page.goto(`${demo.url}/desk/soldiers/${soldierId}`);
    await page.locator('#find-other').fill('Қайырбеков Сейітқали');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Сравнить' }).first().press('Enter');
    await page.locator('#pair ~ table').waitFor();
    await page.locator('#reason-merge').fill('Одна карточка пленного.');
    await page.getByRole('button', { name: 'Объединить: это один человек' }).press('Enter');
    const entry = page.locator('#history ~ ol li', { hasText: 'Одна карточка пленного.' });
    await entry.waitFor();
    expect(await entry.textContent()).to.match(/Coordinator/);
    await entry.getByText('Разделить').first().press('Enter');
    await entry.getByLabel('Почему (обязательно)').fill('Другой отец.');
    await entry.getByRole('button', { name: 'Разделить' }).press('Enter');
    await entry.getByText('Другой отец.').waitFor();
    await context.close();
  });
});

/** What a second person came for: the decided man beside the request, and both answers, before any other candidate. */
async function atTheTop(page: Page): Promise<void> {
  const section = page.locator('section', { has: page.locator('#second') });
  const name = `${RECORD.familyName} ${RECORD.givenName}`;
  await section.getByRole('link', { name }).waitFor();
  expect(await section.locator('table.compare').isVisible()).to.equal(true);
  expect(await section.locator('summary', { hasText: 'Не могу согласиться' }).isVisible()).to.equal(true);
  const top = (await page.getByRole('button', { name: 'Подтвердить' }).boundingBox())?.y ?? Number.POSITIVE_INFINITY;
  expect(top).to.be.lessThan(2 * PHONE.height);
}

/** The soldier whom the first test brought in; brought in here when it runs alone. */
async function foundSoldier({ site }: DemoSite): Promise<string> {
  const [known] = await site.services.soldierDesk.find({ id: 'test', role: 'admin' }, 'Жилкайдаров Утемис');
  if (known?.summary.name.familyName === RECORD.familyName) return known.id;
  const record = { row: RECORD, requestId: null };
  return (await site.services.foundRecords.add({ id: 'test', role: 'admin' }, record)).soldierId;
}

/** The site looks for itself which requests a new record may answer, and finds the one it was brought in for. */
async function offeredBySite({ site }: DemoSite, requestId: string): Promise<void> {
  for (;;) {
    const request = await site.stores.requests.findById(requestId);
    if (request?.changes.some(({ what }) => what === 'fresh_candidates')) return;
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}

async function agree(url: string, code: string): Promise<void> {
  const reader = await openReader({ viewport: PHONE, javaScriptEnabled: false });
  const page = await reader.newPage();
  await page.goto(`${url}/ru/requests/${code}`);
  await page.getByRole('link', { name: 'Ответить на вопрос' }).click();
  await page.getByRole('button', { name: 'Да, познакомьте нас' }).click();
  await page.getByText('Вы согласны').waitFor();
  await reader.close();
}
