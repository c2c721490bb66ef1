import { expect } from 'chai';
import { openTestSite, type TestSite } from '../site.ts';
import { type ListOnSite, listOf, newList, newPartner } from './import-site.ts';

describe('The difference of a list to the last version of it', () => {
  let site: TestSite;
  let token = '';
  let partnerId = '';
  let list: ListOnSite;
  beforeEach(async () => {
    partnerId = await newPartner(site);
    list = await newList(site, partnerId);
    await list.bringIn(
      listOf(
        { id: '1', name: 'Каирбеков Сейткали', born: '1913', died: '1942' },
        { id: '2', name: 'Иванов Иван', born: '1920' },
        { id: '3', name: 'Оспанов Тлеу', notes: '=1+1' },
        { id: '4', name: 'Есимов Бекен' },
      ),
    );
    token = (await site.signIn('partner', partnerId)).token;
  });
  before(async () => {
    site = await openTestSite();
  });
  after(() => site.close());

  const next = listOf(
    { id: '2', name: 'Иванов Иван', born: '1920' },
    { id: '5', name: 'Петров Пётр' },
    { id: '1', name: 'Каирбеков Сейткали', born: '1914', died: '1942' },
  );
  const get = async (id: string, path: string, who = token) =>
    site.http.get(`/api/imports/${id}/${path}`).set('Authorization', `Bearer ${who}`);

  it('is shown by a dry run: what a row says now, and what it would say', async () => {
    const item = await list.run(await list.send(next), 'check');
    expect(item.counts).to.include({ added: 1, updated: 1, unchanged: 1 });
    const { items } = (await get(item.id, 'changed')).body;
    expect(items).to.have.length(1);
    expect(items[0]).to.deep.include({ place: 4, differs: ['birthDate'] });
    expect([items[0].before.birthDate, items[0].after.birthDate]).to.deep.equal(['1913', '1914']);
  });

  it('tells which rows are gone, page by page and as a file whose cells run nothing, before and after the list is brought in', async () => {
    const item = await list.run(await list.send(next), 'check');
    for (const step of ['check', 'apply'] as const) {
      const done = step === 'check' ? item : await list.run(item, 'apply');
      expect(done.gone).to.equal(2);
      token = (await site.signIn('partner', partnerId)).token;
      const first = (await get(item.id, 'gone?limit=1')).body.items;
      const rest = (await get(item.id, `gone?after=${first[0].place}`)).body.items;
      const names = [...first, ...rest].map(({ before }: { before: { fullName: string } }) => before.fullName);
      expect(names).to.have.members(['Оспанов Тлеу', 'Есимов Бекен']);
      const file = await get(item.id, 'gone.csv');
      expect(file.text)
        .to.match(/Оспанов Тлеу/)
        .and.match(/'=1\+1/);
    }
    expect((await get(item.id, 'changed')).body.items[0].before.birthDate).to.equal('1913');
    expect(await list.stored()).to.have.length(5);
  });

  it('is told anew by the next check, and tells nothing of a list that came for the first time', async () => {
    const item = await list.run(await list.send(next), 'check');
    const again = await list.run(item, 'check');
    expect((await get(again.id, 'gone')).body.items).to.have.length(2);
    const other = await newList(site, partnerId);
    const first = await other.bringIn(next);
    expect([first.gone, (await get(first.id, 'gone')).body.items]).to.deep.equal([0, []]);
  });

  it("is another partner's not to see", async () => {
    const item = await list.run(await list.send(next), 'check');
    const stranger = (await site.signIn('partner', await newPartner(site))).token;
    for (const path of ['changed', 'gone', 'gone.csv'])
      expect((await get(item.id, path, stranger)).status, path).to.equal(404);
  });
});
