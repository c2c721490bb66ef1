import { expect } from 'chai';
import { openTestSite, type TestSite } from '../site.ts';
import { type ListOnSite, newList } from './import-site.ts';
import { csv, scan, scansOf, zipOf } from './scan-packages.ts';

describe('The scans beside the rows of a list', () => {
  let site: TestSite;
  let red: Buffer;
  let blue: Buffer;
  let list: ListOnSite;
  before(async () => {
    site = await openTestSite();
    [red, blue] = [await scan('#ff0000'), await scan('#0000ff')];
  });
  after(() => site.close());
  beforeEach(async () => {
    list = await newList(site);
  });

  const rulesOf = async (id: string) =>
    (await site.stores.imports.listProblems(id, -1, 100)).map(({ line, rule }) => `${line} ${rule}`);

  async function decide(importId: string, line: number, verdict: 'taken' | 'dismissed'): Promise<void> {
    const { token } = await site.signIn('coordinator');
    await site.http
      .post(`/api/imports/${importId}/quarantine/${line}`)
      .set('Authorization', `Bearer ${token}`)
      .send({ verdict, reason: 'так в карточке' })
      .expect(200);
  }

  it('are never those of another folder than the row writes', async () => {
    const item = await list.bringIn(
      await zipOf({
        'a.csv': csv(['1', 'Каирбеков Сейткали', '1942', '1942/12.jpg'], ['2', 'Иванов Иван', '1943', '1943/12.jpg']),
        '1943/12.jpg': red,
      }),
    );
    expect(await scansOf(site, list)).to.deep.equal({ 'Иванов Иван': ['1943/12.jpg'] });
    expect(await rulesOf(item.id)).to.deep.equal(['2 scan_missing']);
  });

  it('are not taken from an earlier package where one came with the list', async () => {
    await list.bringIn(await zipOf({ 'a.csv': csv(['1', 'Каирбеков Сейткали', '1942', '12.jpg']), '12.jpg': red }));
    const rows = csv(['1', 'Каирбеков Сейткали', '1942', '1.jpg'], ['2', 'Иванов Иван', '1943', '12.jpg']);
    const item = await list.bringIn(await zipOf({ 'a.csv': rows, '1.jpg': blue }));
    expect(await rulesOf(item.id)).to.deep.equal(['3 scan_missing']);
    expect(Object.keys(await scansOf(site, list))).to.deep.equal(['Каирбеков Сейткали']);
  });

  it('of a row that a person dismissed are not those of the man who has its number', async () => {
    const zip = await zipOf({
      'a.csv': csv(['7', 'Оспанов Тлеу', '1942', 'a.jpg'], ['7', 'Петров Пётр', '1943', 'b.jpg']),
      'a.jpg': red,
      'b.jpg': blue,
    });
    const first = await list.bringIn(zip);
    expect(first.counts).to.include({ added: 1, quarantined: 1 });
    await decide(first.id, 3, 'dismissed');
    const again = await list.bringIn(zip);
    expect([again.counts.unchanged, again.scansKept]).to.deep.equal([2, 1]);
    expect(await scansOf(site, list)).to.deep.equal({ 'Оспанов Тлеу': ['a.jpg'] });
  });

  it('of a row that could not be true and was dismissed belong to nobody', async () => {
    const zip = await zipOf({ 'a.csv': csv(['7', 'Оспанов Тлеу', '31.02.1942', 'a.jpg']), 'a.jpg': red });
    await decide((await list.bringIn(zip)).id, 2, 'dismissed');
    const again = await list.bringIn(zip);
    expect([again.counts.unchanged, again.scansKept]).to.deep.equal([1, 0]);
  });
});
