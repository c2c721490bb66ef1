import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import type { Import } from '../../server/imports/import.ts';
import { openTestSite, type TestSite } from '../site.ts';
import { listOf, newList } from './import-site.ts';
import { saved, table } from './read-list.ts';

describe('The file of the rows that were kept out', () => {
  let site: TestSite;
  let token = '';
  before(async () => {
    site = await openTestSite();
  });
  after(() => site.close());

  beforeEach(async () => {
    token = (await site.signIn('coordinator')).token;
  });
  const as = (method: 'get' | 'post', path: string) =>
    site.http[method](`/api/imports/${path}`).set('Authorization', `Bearer ${token}`);
  const fileOf = async (item: Import): Promise<string> => (await as('get', `${item.id}/report.csv?language=ru`)).text;
  /** Each line with the beginning of its reason. */
  const told = async (item: Import): Promise<string[]> => {
    const [, ...rows]: string[][] = parse(await fileOf(item), { delimiter: ';', bom: true });
    return rows.map((cells) => `${cells.at(-3)} ${cells.at(-1)?.split(':')[0]}`);
  };
  const numbers = async (item: Import) => {
    const { stillRejected, waiting } = (await as('get', item.id)).body;
    return [stillRejected, waiting];
  };

  const men = [
    { id: '1', name: 'Каирбеков Сейткали', born: '1913', died: '14.02.1942' },
    { id: '2', name: '', born: '1920' },
    { id: '3', name: 'Омаров Тлеу', born: '1901', died: '12.03.1899' },
    { id: '4', name: '', born: '1915' },
  ];

  it('says of each whether it was rejected or waits, and the page how many of both', async () => {
    const list = await newList(site);
    const first = await list.bringIn(listOf(...men));
    expect(await told(first)).to.deep.equal(['3 Отклонена', '4 Ждёт человека', '5 Отклонена']);
    expect(await numbers(first)).to.deep.equal([2, 1]);
  });

  it('leaves out what a later part has mended under its number, until that part is taken back', async () => {
    const list = await newList(site);
    const first = await list.bringIn(listOf(...men));
    const part = await list.bringIn(
      listOf({ id: '2', name: 'Иванов Иван', born: '1920' }, { id: '3', name: 'Омаров Тлеу', died: '12.03.1943' }),
    );
    expect(await told(first)).to.deep.equal(['5 Отклонена']);
    expect(await numbers(first)).to.deep.equal([1, 0]);
    await list.run(part, 'undo');
    expect(await told(first)).to.deep.equal(['3 Отклонена', '4 Ждёт человека', '5 Отклонена']);
    expect(await numbers(first)).to.deep.equal([2, 1]);
  });

  it('leaves out what a person has decided on', async () => {
    const list = await newList(site);
    const first = await list.bringIn(listOf(...men));
    await as('post', `${first.id}/quarantine/4`).send({ verdict: 'dismissed', reason: 'нет в донесении' });
    expect(await told(first)).to.deep.equal(['3 Отклонена', '5 Отклонена']);
  });

  it('has a row without a number no more once it came again in our own file, mended or not: then in the newer one', async () => {
    const list = await newList(site);
    const header = ['ФИО', 'Год рождения', 'Дата смерти'];
    const rows = [
      ['Каирбеков Сейткали', '1913', '1942'],
      ['', '1920', '1943'],
      ['', '1901', '1944'],
    ];
    const first = await list.bringIn(saved(table(';', header, ...rows), 'utf-8'));
    expect(await told(first)).to.deep.equal(['3 Отклонена', '4 Отклонена']);
    // Only one of them is mended; the other comes back as it was.
    const back = (await fileOf(first)).replace(/^;1920/m, 'Иванов Иван;1920');
    const second = await list.bringIn(Buffer.from(back));
    expect(second.counts).to.include({ added: 1, rejected: 1 });
    expect([await told(first), await numbers(first)]).to.deep.equal([[], [0, 0]]);
    expect(await told(second)).to.deep.equal(['3 Отклонена']);
    await list.run(second, 'undo');
    expect(await told(first)).to.deep.equal(['3 Отклонена', '4 Отклонена']);
  });

  it('is not offered once the import was taken back or its file cleared away, and no row is said to wait', async () => {
    const list = await newList(site);
    const first = await list.bringIn(listOf(...men));
    const waits = async () => (await as('get', `${first.id}/problems`).set('Accept-Language', 'ru')).text;
    expect(await waits()).to.include('должен посмотреть человек');
    await list.run(first, 'undo');
    expect(await waits())
      .to.include('раньше даты рождения')
      .and.to.not.include('должен посмотреть человек');
    await site.stores.imports.save(first.id, { emptiedAt: site.clock() });
    expect(await numbers(first)).to.deep.equal([0, 0]);
  });

  it('goes on to have what another list says to have mended', async () => {
    const [list, other] = [await newList(site), await newList(site)];
    const first = await list.bringIn(listOf(...men));
    await other.bringIn(Buffer.from(await fileOf(first)));
    expect(await numbers(first)).to.deep.equal([2, 1]);
  });

  it('keeps a line of column numbers, though a man has the number', async () => {
    const list = await newList(site);
    const first = await list.bringIn(
      saved(table(';', ['ID', 'ФИО', 'Год рождения'], ['7', 'Каирбеков', '1913'], ['1', '2', '3']), 'utf-8'),
    );
    expect(await told(first)).to.deep.equal(['3 Отклонена']);
    await list.bringIn(listOf({ id: '1', name: 'Иванов Иван', born: '1920' }));
    expect(await told(first)).to.deep.equal(['3 Отклонена']);
  });
});
