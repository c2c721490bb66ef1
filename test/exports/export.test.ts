import { expect } from 'chai';
import fc from 'fast-check';
import { type MentionRow, ROW_FIELDS, type RowField } from '../../server/domain/row.ts';
import { cellAsWritten, harmlessCell } from '../../server/tables/harmless-cell.ts';
import { TABLE_FORMATS } from '../../server/tables/table-file.ts';
import { newList, newPartner } from '../imports/import-site.ts';
import { openTestSite, type TestSite } from '../site.ts';

const ndjson = (rows: MentionRow[]) => Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'));

describe('Rows that leave the site', () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site.close());

  const get = (path: string, token: string) =>
    site.http
      .get(`/api${path}`)
      .set('Authorization', `Bearer ${token}`)
      .buffer(true)
      .parse((res, done) => {
        const pieces: Buffer[] = [];
        res.on('data', (piece: Buffer) => pieces.push(piece));
        res.on('end', () => done(null, Buffer.concat(pieces)));
      });

  const text = fc.constantFrom(
    'Қайырбеков',
    '=1+1',
    '-погиб',
    '@x',
    "'=уже с апострофом",
    '+7',
    '-48.2',
    'а;б"в"',
    'д. "Луг", ул. 1',
    'две\nстроки',
    '<тег> & знак',
    '4880',
    '22.04.1942, Смоленск',
    '№ 5',
    '?',
  );
  const others = ROW_FIELDS.filter((field) => field !== 'externalId' && field !== 'familyName');
  const rows = fc
    .array(fc.tuple(fc.constantFrom('Иванов', '=Оспанов'), fc.dictionary(fc.constantFrom(...others), text)), {
      minLength: 1,
      maxLength: 12,
    })
    .map((list) =>
      list.map(([familyName, more], index): MentionRow => ({ externalId: `n${index}`, familyName, ...more })),
    );

  for (const format of TABLE_FORMATS) {
    it(`come back as the same rows when a list's ${format.toUpperCase()} is brought in elsewhere`, async () => {
      const property = fc.asyncProperty(rows, async (list) => {
        const partnerId = await newPartner(site);
        const { token } = await site.signIn('partner', partnerId);
        const first = await newList(site, partnerId);
        const item = await first.bringIn(ndjson(list));
        const { body, status } = await get(`/imports/${item.id}/rows.${format}`, token);
        expect(status).to.equal(200);
        const second = await newList(site);
        const copy = await second.bringIn(body);
        const written = async (from: typeof first) => (await from.stored()).map((one) => one.written);
        expect(copy.counts.added).to.equal(item.counts.added);
        expect(await written(second)).to.deep.equal(await written(first));
      });
      await fc.assert(property, { seed: 7, numRuns: 6 });
    });
  }

  it('hold no cell that a spreadsheet would run, and numbers as they are', () => {
    expect(['=1', '+x', '-x', '@x', '-48.2', '+7', 'а=1'].map(harmlessCell)).to.deep.equal([
      "'=1",
      "'+x",
      "'-x",
      "'@x",
      '-48.2',
      '+7',
      'а=1',
    ]);
    fc.assert(fc.property(fc.string(), (cell) => cellAsWritten(harmlessCell(cell)) === cell));
  });

  it('tell a volunteer nothing of relatives, of notes and of what is for confirmed kin only', async () => {
    const list = await newList(site);
    await list.bringIn(
      ndjson([
        { externalId: 'pub-1', fullName: 'Выгрузкин Пётр', relatives: 'жена Айша', notes: 'от соседа', fate: 'убит' },
        { externalId: 'pub-2', fullName: 'Выгрузкин Иван', fate: 'расстрелян' },
      ]),
    );
    const { token } = await site.signIn('volunteer');
    const { body } = await get('/rows.ndjson', token);
    const found = String(body)
      .split('\n')
      .filter((line) => line.includes('Выгрузкин'))
      .map((line): Partial<Record<RowField, string>> => JSON.parse(line));
    expect(found).to.deep.equal([{ externalId: 'pub-1', fullName: 'Выгрузкин Пётр', fate: 'убит' }]);
  });

  it('are not for visitors and relatives, and another partner is told that there is no such list', async () => {
    const item = await (await newList(site)).bringIn(ndjson([{ fullName: 'Иванов Иван' }]));
    const { token } = await site.signIn('partner', await newPartner(site));
    expect((await get(`/imports/${item.id}/rows.csv`, token)).status).to.equal(404);
    expect((await get('/rows.csv', token)).status).to.equal(403);
    expect((await site.http.get('/api/rows.csv')).status).to.equal(401);
    expect((await get(`/imports/${item.id}/rows.pdf`, token)).status).to.equal(404);
  });
});
