import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { languages } from '../../client/messages/translate.ts';
import type { NewFinding } from '../../server/domain/finding.ts';
import { stableId } from '../../server/ids.ts';
import { isTooWide, seriousFindings } from './axe.ts';
import { complaints, DESKTOP, PHONE } from './chromium.ts';
import { type DemoSite, startDemo } from './demo-site.ts';
import { openDesk } from './desk-reader.ts';
import { publicAddresses } from './public-addresses.ts';
import { walk } from './walk.ts';

const ADMIN = { id: 'test', role: 'admin' } as const;
const SIZES = { '360 px': PHONE, '1280 px': DESKTOP };
const KINDS = ['same_person', 'several_graves', 'burial_counts', 'death_off_path'];
/** Two papers of one man that only this test brings in. */
const PAPERS = [
  { familyName: 'Тоқберлинов', givenName: 'Әбдіразақ', patronymic: 'Жүзбайұлы', birthDate: '12.05.1911' },
  { familyName: 'Токберлинов', givenName: 'Абдразак', patronymic: 'Жузбаевич', birthDate: '12.05.1911' },
];

describe('What is checked on the desk: reports of errors and findings', function () {
  this.timeout(240_000);
  let demo: DemoSite;
  let soldierId = '';

  before(async function () {
    demo = await startDemo(this);
    soldierId = ((await publicAddresses(demo)).memorial ?? '').split('/').at(-1) ?? '';
    await notice(demo, soldierId);
  });
  afterEach(() => {
    expect(complaints.splice(0)).to.deep.equal([]);
  });

  const report = (text: string, contact = '') =>
    demo.site.services.reports.send({ soldierId, text, contact, language: 'ru' });
  const openReports = async (page: Page) => {
    await page.goto(`${demo.url}/desk/reports?state=open`);
    await page.locator('.items a').first().waitFor();
  };

  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const language of languages) {
      it(`holds to axe at ${size}, light and dark, and by the Tab key (${language})`, async () => {
        const { id } = await report('Отчество другое.', '+7 700 000 00 11');
        const { context, page } = await openDesk(demo.url, 'coordinator@example.org', { viewport, language });
        const wrong: string[] = [];
        const look = async (name: string) => {
          await openAll(page);
          wrong.push(...(await faults(page, name)));
        };
        await openReports(page);
        await look('reports');
        await page.goto(`${demo.url}/desk/reports/${id}?state=open`);
        await page.locator('#page ~ dl').waitFor();
        await look('report');
        for (const kind of KINDS) {
          await page.goto(`${demo.url}/desk/findings?kind=${kind}`);
          await page.locator('.findings > li').first().waitFor();
          await look(kind);
        }
        await context.close();
        expect(wrong).to.deep.equal([]);
      });
    }
  }

  it('says what is not there or not hers, with the way on: an unknown address, a request of nowhere, the imports', async () => {
    const nowhere = await fetch(`${demo.url}/desk/nowhere`);
    expect([nowhere.status, (await nowhere.text()).includes('<script')]).to.deep.equal([404, true]);
    expect((await fetch(`${demo.url}/desk/requests/x?filter=mine`)).status).to.equal(200);
    const { context, page } = await openDesk(demo.url, 'volunteer@example.org', { viewport: PHONE });
    await page.goto(`${demo.url}/desk/requests/nothing?filter=second`);
    await page.getByRole('heading', { name: 'Такого запроса нет.' }).waitFor();
    await page.getByRole('link', { name: 'Вернуться к очереди' }).press('Enter');
    await page.waitForURL('**/desk/requests?filter=second');
    await page.goto(`${demo.url}/desk/imports`);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('link', { name: 'Отправить список' }).count()).to.equal(0);
    await context.close();
  });

  it('a volunteer goes from report to report by key, looks how to answer, and closes one with what she did', async () => {
    await report('Первое: дата смерти другая.', '+7 700 000 00 12');
    const second = await report('Второе: имя не так.', 'family@example.net');
    const { context, page } = await openDesk(demo.url, 'volunteer@example.org');
    await openReports(page);
    await page.keyboard.press('j');
    await page.locator('#outcome').waitFor();
    for (;;) {
      const url = page.url();
      if (url.includes(second.id)) break;
      await page.keyboard.press('j');
      await page.waitForURL((next) => next.href !== url);
      await page.locator('#outcome').waitFor();
    }
    await page.waitForFunction(() => document.activeElement?.id === 'report');
    await page.getByRole('button', { name: 'Показать, как ответить' }).press('Enter');
    const link = page.getByRole('link', { name: 'family@example.net' });
    expect(await link.getAttribute('href')).to.equal('mailto:family@example.net');
    await page.locator('#report').focus();
    await page.keyboard.press('r');
    await page.keyboard.type('jk: в донесении имя то же, что на странице.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText(/Закрыто: Volunteer/).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).to.equal('report');
    await page.goto(`${demo.url}/desk/reports?state=closed`);
    await page.locator(`.items a[href*="${second.id}"]`).waitFor();
    await page.goto(`${demo.url}/desk/reports?state=open&language=kk`);
    await page.getByText('В этом списке сообщений нет.').waitFor();
    await context.close();
  });

  it('of two volunteers who answer one report the slower is told, and her words stay', async () => {
    const { id } = await report('Третье: место другое.');
    const [one, two] = [
      await openDesk(demo.url, 'volunteer@example.org'),
      await openDesk(demo.url, 'volunteer2@example.org'),
    ];
    for (const { page } of [one, two]) {
      await page.goto(`${demo.url}/desk/reports/${id}`);
      await page.locator('#outcome').fill('Сверено с донесением.');
    }
    await one.page.getByRole('button', { name: 'Закрыть сообщение' }).press('Enter');
    await one.page.getByText(/Закрыто: Volunteer/).waitFor();
    await two.page.getByRole('button', { name: 'Закрыть сообщение' }).press('Enter');
    await two.page.getByText('Это сообщение уже закрыл кто-то другой.').waitFor();
    expect(await two.page.locator('#outcome').inputValue()).to.equal('Сверено с донесением.');
    await Promise.all([one.context.close(), two.context.close()]);
  });

  it('a volunteer goes through findings by key, and says of one that there is nothing in it', async () => {
    const { context, page } = await openDesk(demo.url, 'volunteer@example.org');
    await page.goto(`${demo.url}/desk/findings?kind=several_graves`);
    await page.locator('.findings > li').nth(1).waitFor();
    const stands = () => page.evaluate(() => document.activeElement?.id ?? '');
    await page.keyboard.press('j');
    const first = await stands();
    await page.keyboard.press('j');
    const second = await stands();
    expect([first.startsWith('finding-'), second.startsWith('finding-'), first === second]).to.deep.equal([
      true,
      true,
      false,
    ]);
    await page.keyboard.press('k');
    expect(await stands()).to.equal(first);
    const row = page.locator('.findings > li').first();
    await row.getByText('Здесь всё в порядке').first().press('Enter');
    await row.getByLabel('Почему (обязательно)').fill('Перезахоронен в 1955 году.');
    await row.getByRole('button', { name: 'Здесь всё в порядке' }).press('Enter');
    await page.locator(`#${first}`).waitFor({ state: 'detached' });
    expect(await stands()).to.equal(second);
    await context.close();
  });

  it('a coordinator decides by keyboard on rows that wait, and the screen holds to axe on a phone and a desk', async () => {
    const id = await bringInDoubtful(demo);
    for (const [size, viewport] of Object.entries(SIZES)) {
      const { context, page } = await openDesk(demo.url, 'coordinator@example.org', { viewport, language: 'kk' });
      await page.goto(`${demo.url}/desk/imports/${id}`);
      const rows = page.locator('#quarantine ~ article');
      await rows.first().waitFor();
      expect(await faults(page, size)).to.deep.equal([]);
      const waits = page.locator('#quarantine ~ article form');
      const before = await waits.count();
      const total = page.locator('dl.facts > div', { hasText: 'адам қарайды' }).locator('dd');
      expect(await total.textContent()).to.equal(String(before));
      await waits.first().getByLabel('Неге? (міндетті)').focus();
      await page.keyboard.type('құжатпен салыстырылды');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page
        .getByText(/(Өзгеріссіз қалды|Енгізілмеді): құжатпен/)
        .first()
        .waitFor();
      await page.waitForFunction(
        (many) => document.querySelectorAll('#quarantine ~ article form').length < many,
        before,
      );
      await total.getByText(String(before - 1), { exact: true }).waitFor();
      expect(await page.evaluate(() => document.activeElement?.id)).to.equal('quarantine');
      await context.close();
    }
  });

  it('rows that came again in a newer import stand in the older one under that heading, and nobody waits for them there', async () => {
    const partner = await demo.site.services.partners.create(ADMIN, { code: 'AGAIN', name: 'Archive that mends' });
    const list = (born: string) => `ID;ФИО;Дата рождения\n7;Дүйсенбин Қали;${born}\n8;Ермеков Асқар;1911\n`;
    const older = await bringIn(demo, { partnerId: partner.id, name: 'mended', content: list('1951') });
    await bringIn(demo, { partnerId: partner.id, name: 'mended', content: list('1915') });
    const { context, page } = await openDesk(demo.url, 'coordinator@example.org');
    await page.goto(`${demo.url}/desk/imports/${older}`);
    await page.locator('#quarantine ~ article').waitFor();
    expect(await page.locator('#quarantine').textContent()).to.equal(
      'Строки, которые пришли снова в более новом импорте',
    );
    expect(await page.getByRole('heading', { name: 'Строки, которые ждут человека' }).count()).to.equal(0);
    expect(await page.locator('#quarantine ~ article form').count()).to.equal(0);
    await context.close();
  });

  it('a volunteer comes from a finding to the two soldiers beside each other', async () => {
    const { context, page } = await openDesk(demo.url, 'volunteer@example.org');
    await page.goto(`${demo.url}/desk/findings`);
    const row = page.locator('.findings > li', { hasText: 'Тоқберлинов' });
    const more = page.getByRole('button', { name: 'Ещё', exact: true });
    await page.locator('.findings > li').first().waitFor();
    for (let shown = 0; (await row.count()) === 0 && (await more.count()) > 0; ) {
      shown = await page.locator('.findings > li').count();
      await more.press('Enter');
      await page.waitForFunction((before) => document.querySelectorAll('.findings > li').length > before, shown);
    }
    await row.getByRole('link', { name: 'Сравнить и объединить' }).press('Enter');
    await page.locator('#pair ~ table').waitFor();
    expect(await page.locator('#pair ~ table').textContent()).to.include('Токберлинов');
    await context.close();
  });
});

/** A list in which one number stands twice with different men: those rows wait for a person. */
async function bringInDoubtful(demo: DemoSite): Promise<string> {
  const partner = await demo.site.services.partners.create(ADMIN, { code: 'DOUBT', name: 'Doubtful archive' });
  const content = 'ID;ФИО;Дата смерти\n7;Дүйсенбин Қали;1942\n7;Дуйсенбин Кали;1944\n7;Дүйсенбин Қалы;1943\n';
  return bringIn(demo, { partnerId: partner.id, name: 'doubtful', content });
}

type GivenList = { partnerId: string; name: string; content: string };

async function bringIn({ site }: DemoSite, { partnerId, name, content }: GivenList): Promise<string> {
  const { imports, disk } = site.services;
  const path = join(disk.incomingDir, name);
  await writeFile(path, content);
  const file = { path, name: `${name}.csv`, bytes: Buffer.byteLength(content) };
  const { id } = await imports.create(ADMIN, { partnerId, listName: name, file });
  await imports.apply(ADMIN, id);
  while ((await imports.get(ADMIN, id)).state !== 'applied') await new Promise<void>((done) => setImmediate(done));
  return id;
}

/** One finding of each kind: the first by the site's own run, the others put down as a run leaves them. */
async function notice({ site }: DemoSite, soldierId: string): Promise<void> {
  for (const paper of PAPERS) {
    const row = { ...paper, fate: 'убит', sourceUrl: 'https://obd-memorial.ru/html/info.htm?id=1911' };
    await site.services.foundRecords.add(ADMIN, { row, requestId: null });
  }
  const { id } = await site.services.findings.find(ADMIN);
  for (;;) {
    const job = await site.stores.jobs.findById(id);
    if (job?.state === 'done') break;
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  const graves = { one: 'Калининская обл., д. Полунино', other: 'Крымская обл., г. Керчь' };
  const counts = { problem: 'sum', named: '3', total: '30 000', known: '5 000', unknown: '20 000' };
  const death = { problem: 'off_path', unit: '316 сд', place: 'г. Керчь', date: '20.10.1941' };
  const put = (fields: Pick<NewFinding, 'id' | 'kind' | 'facts'> & Partial<NewFinding>): NewFinding => ({
    soldierIds: [soldierId],
    siteId: null,
    probability: null,
    evidence: [],
    evidenceHash: fields.id,
    ...fields,
  });
  const found = [
    put({ id: stableId('graves1'), kind: 'several_graves', facts: graves }),
    put({ id: stableId('graves2'), kind: 'several_graves', facts: graves }),
    put({ id: stableId('graves3'), kind: 'several_graves', facts: graves }),
    put({ id: stableId('counts1'), kind: 'burial_counts', facts: counts, soldierIds: [], siteId: 'zeithain' }),
    put({ id: stableId('death1'), kind: 'death_off_path', facts: death }),
  ];
  await site.stores.findings.putAll(found, new Date());
}

/** What is folded away is read by somebody too. */
async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('main details')) (details as HTMLDetailsElement).open = true;
  });
}

async function faults(page: Page, name: string): Promise<string[]> {
  const wrong: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const found = await seriousFindings(page, colorScheme === 'light' ? 'all' : 'colours');
    wrong.push(...found.map((one) => `${name}, ${colorScheme}: ${one}`));
  }
  if (await isTooWide(page)) wrong.push(`${name}: wider than the window`);
  wrong.push(...(await walk(page)).map((one) => `${name}, Tab: ${one}`));
  return wrong;
}
