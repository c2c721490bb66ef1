import { expect } from 'chai';
import { OPERATOR, openTestSite, type TestSite } from '../site.ts';
import { newPartner } from './import-site.ts';
import { saved, table, workbook } from './read-list.ts';

describe('What a person says of a list', () => {
  let site: TestSite;
  let token = '';
  before(async () => {
    site = await openTestSite();
  });
  beforeEach(async () => {
    token = (await site.signIn('partner', await newPartner(site))).token;
  });
  after(() => site.close());

  const send = async (content: Buffer, name = 'list.csv') =>
    (await site.http.post('/api/imports').set('Authorization', `Bearer ${token}`).attach('file', content, name)).body;
  /** A list that is being checked is looked at again when that is done. */
  const put = async ({ id }: { id: string }, body: object) => {
    await site.services.runner.drain();
    const { version } = await get(id);
    return site.http
      .put(`/api/imports/${id}/mapping`)
      .set('Authorization', `Bearer ${token}`)
      .set('If-Match', `"v${version}"`)
      .send(body);
  };
  const get = async (id: string) =>
    (await site.http.get(`/api/imports/${id}`).set('Authorization', `Bearer ${token}`)).body;
  const rows = async (importId: string) => {
    const found = [];
    for await (const batch of site.services.mentions.streamImport(importId)) found.push(...batch);
    return found;
  };
  const bringIn = async (id: string) => {
    await site.services.runner.drain();
    await site.http.post(`/api/imports/${id}/apply`).set('Authorization', `Bearer ${token}`).expect(202);
    await site.services.runner.drain();
    return get(id);
  };

  it('tells of a text that is called a workbook, and reads it', async () => {
    const content = saved(table(';', ['ФИО', 'Звание'], ['Иванов Иван', 'рядовой']), 'utf-8');
    const told = await Promise.all(
      ['a.xlsx', 'b.XLS', 'c.ods', 'd.csv', 'xlsx.txt'].map((name) => send(content, name)),
    );
    expect(told.map(({ misnamed, form }) => [misnamed, form.kind])).to.deep.equal([
      [true, 'csv'],
      [true, 'csv'],
      [true, 'csv'],
      [false, 'csv'],
      [false, 'csv'],
    ]);
    expect((await send(await workbook({ Лист: [['ФИО'], ['Иванов Иван']] }), 'e.xlsx')).misnamed).to.equal(false);
  });

  it('stands in the audit as what was changed, and no word of a first row with it', async () => {
    const item = await send(
      saved(table(';', ['Оспанов Тлеу', '1913', 'рядовой'], ['Иванов Иван', '1920', 'сержант']), 'utf-8'),
    );
    const labels = (await get(item.id)).columns.map(({ label }: { label: string }) => label);
    const named = { [labels[0]]: 'fullName', [labels[1]]: 'birthDate', [labels[2]]: 'rank' };
    const first = (await put(item, { mapping: named })).body;
    const second = (await put(first, { mapping: { ...named, [labels[1]]: null }, constants: { burialCountry: 'DE' } }))
      .body;
    await put(second, { mapping: { ...named, [labels[1]]: null } });
    const found = { subjectKind: 'import', subjectId: item.id, action: 'import.map' };
    const { items } = await site.services.audit.list(OPERATOR, found, null, 10);
    const [same, changed] = items;
    expect([same?.before, same?.after]).to.deep.equal([null, null]);
    expect([changed?.before, changed?.after]).to.deep.equal([
      { mapping: { '#2': 'birthDate' }, constants: { burialCountry: null } },
      { mapping: { '#2': null }, constants: { burialCountry: 'DE' } },
    ]);
    expect(JSON.stringify(items)).to.not.include('Оспанов');
  });

  it('makes a header of a first line whose words nobody knows, and a row of it again', async () => {
    const item = await send(
      saved(table(';', ['щщ', 'ыы'], ['Иванов Иван', 'рядовой'], ['Ахметов Сапар', 'сержант']), 'utf-8'),
    );
    expect(item.firstData).to.equal(0);
    const headed = (await put(item, { choice: { header: true } })).body;
    expect([headed.firstData, headed.columns.map(({ label }: { label: string }) => label)]).to.deep.equal([
      1,
      ['щщ', 'ыы'],
    ]);
    const bare = (await put(headed, { choice: { header: false } })).body;
    expect([bare.firstData, bare.columns[0].label]).to.deep.equal([0, '#1']);
    const again = (await put(bare, { choice: { header: true } })).body;
    const mapped = (await put(again, { mapping: { щщ: 'fullName', ыы: 'rank' } })).body;
    expect(mapped.state).to.equal('checking');
    expect((await bringIn(item.id)).counts).to.include({ read: 2, added: 2 });
  });

  it('holds for each row: the country and the site, and the date from which ages count', async () => {
    const item = await send(
      saved(
        table(
          ';',
          ['ФИО', 'Возраст', 'Страна захоронения'],
          ['Иванов Иван', '28', ''],
          ['Ахметов Сапар', '30', 'Польша'],
        ),
        'utf-8',
      ),
    );
    const said = { constants: { burialCountry: 'Германия', burialSite: 'Цайтхайн' }, asOf: '1943' };
    const changed = (
      await put(item, { mapping: { ФИО: 'fullName', Возраст: 'age', 'Страна захоронения': 'burialCountry' }, ...said })
    ).body;
    expect([changed.constants, changed.asOf]).to.deep.equal([said.constants, '1943']);
    await bringIn(item.id);
    const men = (await rows(item.id)).sort((a, b) =>
      (a.written.fullName ?? '').localeCompare(b.written.fullName ?? '', 'ru'),
    );
    expect(men.map(({ written }) => [written.fullName, written.burialCountry, written.burialSite])).to.deep.equal([
      ['Ахметов Сапар', 'Польша', 'Цайтхайн'],
      ['Иванов Иван', 'Германия', 'Цайтхайн'],
    ]);
    expect(men.map(({ understood }) => understood.birth?.edtf)).to.deep.equal(['1912/1914', '1914/1916']);
  });

  it('holds for the next version of the list too, whose rows are then unchanged', async () => {
    const content = saved(table(';', ['ФИО', 'Возраст'], ['Иванов Иван', '28'], ['Ахметов Сапар', '30']), 'utf-8');
    const first = await send(content);
    const said = { constants: { burialCountry: 'Германия' }, asOf: '1943' };
    await put(first, { mapping: { ФИО: 'fullName', Возраст: 'age' }, ...said });
    await bringIn(first.id);
    const next = await send(content);
    expect([next.constants, next.asOf]).to.deep.equal([said.constants, '1943']);
    expect((await bringIn(next.id)).counts).to.include({ unchanged: 2, updated: 0 });
  });

  it('is refused where it is no date, and forgotten when it is taken back', async () => {
    const item = await send(saved(table(';', ['ФИО'], ['Иванов Иван']), 'utf-8'));
    for (const asOf of ['43', '1943-13', 'вчера', '1943-05-12T00:00'])
      expect((await put(item, { asOf })).status, asOf).to.equal(400);
    const set = (await put(item, { asOf: '1943-05', choice: { header: true } })).body;
    expect(set.asOf).to.equal('1943-05');
    await site.services.runner.drain();
    const cleared = (await put(await get(item.id), { asOf: null })).body;
    expect(cleared.asOf).to.equal(null);
  });
});
