import { expect } from 'chai';
import iconv from 'iconv-lite';
import type { Page } from 'playwright-core';
import { csv, scan } from '../imports/scan-packages.ts';
import { zipOf } from '../imports/zip.ts';
import { isTooWide, seriousFindings } from './axe.ts';
import { complaints, PHONE } from './chromium.ts';
import { type DemoSite, startDemo } from './demo-site.ts';
import { openDesk } from './desk-reader.ts';

/** A clerk's list as old Windows saves it: a date that is none, an unknown soldier, a man who is dead before he was born. */
const HEADER = 'ID;Фамилия;Имя;Отчество;Дата рождения;Дата смерти;Звание';
/** Each reader sends a file of her own: of one that is here already the wizard says so. */
const RANK = { kk: 'красноармеец', ru: 'рядовой' };
const first = (language: keyof typeof RANK) => [
  HEADER,
  `1;Каирбеков;Жаксылык;Сеиткалиевич;12.05.1913;14.02.1943;${RANK[language]}`,
  '2;Омаров;Серик;;1915;31.02.1943;сержант',
  '3;Неизвестный;;;;;',
  '4;Ким;Пётр;;1920;1919;рядовой',
  '5;Оспанов;Тлеу;;1911;1942;рядовой',
];
const second = (language: keyof typeof RANK) => [
  HEADER,
  `1;Каирбеков;Жаксылык;Сеиткалиевич;12.05.1914;14.02.1943;${RANK[language]}`,
];
const clerk = (lines: string[]) => ({
  name: 'Список.csv',
  mimeType: 'text/csv',
  buffer: iconv.encode(`${lines.join('\r\n')}\r\n`, 'windows-1251'),
});

describe('A partner sends a list from a telephone', function () {
  this.timeout(240_000);
  let demo: DemoSite;
  before(async function () {
    demo = await startDemo(this);
  });
  afterEach(() => {
    expect(complaints.splice(0)).to.deep.equal([]);
  });

  it('and is asked anew of each file that is dropped whether it is meant, though the one before was here already', async () => {
    const { context, page } = await openDesk(demo.url, 'partner@example.org', { language: 'ru' });
    const form = page.locator('main form');
    const drop = (name: string, text: string) =>
      form.evaluate(
        (on, [fileName, content]) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([content ?? ''], fileName ?? ''));
          on.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
        },
        [name, text],
      );
    const [one, other] = ['Фамилия;Имя\nСадвакасов;Ахмет\n', 'Фамилия;Имя\nСадвакасов;Мурат\n'];
    const send = form.locator('button[type=submit]');
    for (const text of [one, other]) {
      await page.goto(`${demo.url}/desk/imports/new`);
      await page.locator('#list').fill(`Сброшенный ${text.length}${text.at(-3)}`);
      await drop('list.csv', text);
      await send.click();
      await page.waitForURL(/\/columns$/);
    }
    await page.goto(`${demo.url}/desk/imports/new`);
    await page.locator('#list').fill('Ещё один');
    const warning = form.locator('.notice.alert');
    for (const text of [one, other]) {
      await drop('list.csv', text);
      expect(await warning.count()).to.equal(0);
      await send.click();
      await warning.waitFor();
    }
    await context.close();
  });

  for (const language of ['kk', 'ru'] as const) {
    it(`from the file to the dry run, brings it in, and sees what its next version changes (${language})`, async () => {
      const { context, page } = await openDesk(demo.url, 'partner@example.org', { viewport: PHONE, language });
      const wrong: string[] = [];
      const look = async (name: string) => wrong.push(...(await lookAt(page, `wizard-${name}-${language}`)));
      const send = async (lines: string[]) => {
        await page.goto(`${demo.url}/desk/imports/new`);
        await page.locator('#list').fill(`Список ${language}`);
        await page.locator('#file').setInputFiles(clerk(lines));
        await page.locator('main button[type=submit]').click();
      };
      const columns = async () => {
        await page.waitForURL(/\/columns$/);
        await page.locator('#encoding').waitFor();
      };
      await page.goto(`${demo.url}/desk/imports/new`);
      await page.locator('#file').waitFor();
      await look('upload');
      await send(first(language));
      await columns();
      expect(await page.locator('#encoding').inputValue()).to.equal('windows-1251');
      expect(await page.locator('#header').isChecked()).to.equal(true);
      await page.locator('details summary').last().click();
      await page.locator('#whole-burialCountry').fill('Германия');
      await look('columns');
      await page.locator('main form > button[type=submit]').click();
      await page.waitForURL(/\/check$/);
      await page.locator('#problems ~ table td').first().waitFor();
      await look('check');
      const countOf = (index: number) => page.locator('dl.facts dd').nth(index).textContent();
      // Read, added … held for a person, rejected.
      expect([await countOf(0), await countOf(1), await countOf(5), await countOf(6)]).to.deep.equal([
        '5',
        '2',
        '2',
        '1',
      ]);
      await page.locator('main .actions button').first().click();
      await page.locator('#quarantine').waitFor();
      await look('result');
      await send(first(language));
      await page.locator('main .notice.alert a.row').waitFor();
      await look('sent-before');
      await page.locator('main button[type=submit]').click();
      await columns();
      await send(second(language));
      await columns();
      await page.locator('main form > button[type=submit]').click();
      await page.locator('#changed ~ table td').first().waitFor();
      await page.locator('#gone ~ ul li').first().waitFor();
      await look('changes');
      expect(await page.locator('#changed ~ table').first().textContent()).to.match(/12\.05\.1913.*12\.05\.1914/s);
      expect(await page.locator('#gone ~ ul').first().textContent()).to.include('Оспанов');
      await context.close();
      expect(wrong).to.deep.equal([]);
    });
  }

  it('with scans in a ZIP, sees whose they are before and after, and takes all of it back with a reason', async () => {
    const { context, page } = await openDesk(demo.url, 'partner@example.org', { viewport: PHONE, language: 'ru' });
    const wrong: string[] = [];
    const look = async (name: string) => wrong.push(...(await lookAt(page, `scans-${name}`)));
    const list = csv(['1', 'Оспанов Тлеу', '1942', '12.jpg'], ['2', 'Есимов Бекен', '31.02.1943', '13.jpg']);
    const buffer = await zipOf({ 'Карточки.csv': list, '12.jpg': await scan('silver'), '13.jpg': await scan('gray') });
    await page.goto(`${demo.url}/desk/imports/new`);
    await page.locator('#list').fill('Карточки');
    await page.locator('#file').setInputFiles({ name: 'Карточки.zip', mimeType: 'application/zip', buffer });
    await page.locator('main button[type=submit]').click();
    await page.waitForURL(/\/columns$/);
    await page.locator('#part').waitFor();
    await look('columns');
    await page.locator('main form > button[type=submit]').click();
    await page.waitForURL(/\/check$/);
    await page.getByText('узнано, к каким они строкам: 2').waitFor();
    await look('check');
    await page.locator('main .actions button').first().click();
    await page.waitForURL(/\/result$/);
    await page.locator('#scans ~ ul img').first().waitFor();
    await look('result');
    await page.locator('main details summary', { hasText: 'Отменить этот импорт' }).click();
    await page.locator('#reason-undo').fill('прислали не тот файл');
    await look('undo');
    await page.locator('main details form button').click();
    await page.getByText('Карточки.zip: отменён').waitFor();
    await page.getByText('Причина: прислали не тот файл').waitFor();
    // Nothing of it is offered any more: no steps, no file, no taking back.
    expect(await page.locator('main a, main form, main details').count()).to.equal(0);
    await look('undone');
    await context.close();
    expect(wrong).to.deep.equal([]);
  });
});

async function lookAt(page: Page, name: string): Promise<string[]> {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
  const wrong = await seriousFindings(page);
  return [...wrong, ...((await isTooWide(page)) ? ['too wide'] : [])].map((finding) => `${name}: ${finding}`);
}
