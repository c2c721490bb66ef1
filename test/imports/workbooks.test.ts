import { expect } from 'chai';
import { readList, refused, workbook } from './read-list.ts';
import { zipOf } from './zip.ts';

const NS = 'http://schemas.openxmlformats.org';
const OFFICE = `${NS}/officeDocument/2006/relationships`;

/** A workbook of one sheet with this XML, and what else stands in it. */
function bookOf(sheet: string, more: Record<string, string> = {}): Promise<Buffer> {
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="${NS}/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    'xl/workbook.xml': `<workbook xmlns:r="${OFFICE}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  });
}

const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
const sheetOf = (...rows: string[]) => `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
const HEADER = `<row r="1">${text('A1', 'Фамилия')}${text('B1', 'Имя')}${text('C1', 'Дата смерти')}</row>`;

describe('Workbooks', () => {
  it('take texts from where cells name them, days by their format, and leave reading aids and errors out', async () => {
    const shared = '<sst><si><t>Иванов</t></si><si><r><t>Пё</t></r><r><t>тр</t></r><rPh><t>x</t></rPh></si></sst>';
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd&quot;д&quot;mm.yyyy"/><numFmt numFmtId="171" formatCode="0.00&quot;дм&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>';
    const rows = [
      '<row r="4"><c r="A4" t="s"><v>0</v></c><c r="B4" t="s"><v>1</v></c><c r="C4" s="1"><v>15453</v></c></row>',
      `<row r="5">${text('A5', 'Ким')}<c r="B5" t="e"><v>#REF!</v></c><c r="C5" s="2"><v>1942</v></c></row>`,
    ];
    const book = await bookOf(sheetOf(HEADER, ...rows), { 'xl/sharedStrings.xml': shared, 'xl/styles.xml': styles });
    const read = await readList(book);
    // Day 15453 of a spreadsheet is 22 April 1942.
    expect(read.rows).to.deep.equal([
      { familyName: 'Иванов', givenName: 'Пётр', fate: 'умер', fateDate: '22.04.1942' },
      { familyName: 'Ким', fate: 'умер', fateDate: '1942' },
    ]);
    expect(read.lines).to.deep.equal([4, 5]);
  });

  it('count days from 1904 where they say so, and cells that do not say where they stand', async () => {
    const frame = `<workbook xmlns:r="${OFFICE}"><workbookPr date1904="1"/><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`;
    const cell = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
    const rows = [
      `<row>${cell('Фамилия')}${cell('Имя')}${cell('Дата смерти')}</row>`,
      `<row>${cell('Иванов')}<c/><c s="1"><v>13991</v></c></row>`,
    ];
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const read = await readList(await bookOf(sheetOf(...rows), { 'xl/workbook.xml': frame, 'xl/styles.xml': styles }));
    // 13991 days after 1 January 1904 is 22 April 1942.
    expect(read.rows).to.deep.equal([{ familyName: 'Иванов', fate: 'умер', fateDate: '22.04.1942' }]);
  });

  it('give the value last shown of a formula, and never follow a link to another file', async () => {
    const row = `<row r="2">${text('A2', 'Иванов')}<c r="B2" t="str"><f>[1]Лист!A1</f><v>Иван</v></c></row>`;
    const link = { 'xl/externalLinks/externalLink1.xml': '<externalLink/>' };
    expect((await readList(await bookOf(sheetOf(HEADER, row), link))).rows).to.deep.equal([
      { familyName: 'Иванов', givenName: 'Иван' },
    ]);
  });

  it('with a million empty lines are the two lines that hold something', async () => {
    const rows = Array.from({ length: 1_048_574 }, (_, i) => `<row r="${i + 3}"/>`).join('');
    const row = `<row r="2">${text('A2', 'Иванов')}${text('B2', 'Иван')}</row>`;
    expect((await readList(await bookOf(sheetOf(HEADER, row, rows)))).rows).to.have.length(1);
  }).timeout(60_000);

  it('that no list is are refused by what is wrong with them', async () => {
    const corner = `<row r="1048576">${text('XFD1048576', 'x')}</row>`;
    const entities = `<!DOCTYPE x [<!ENTITY a "a">]>${sheetOf(HEADER, `<row r="2">${text('A2', '&a;')}</row>`)}`;
    const long = `<row r="2">${text('A2', 'а'.repeat(20_001))}</row>`;
    const blanks = `${sheetOf(HEADER)}${' '.repeat(12_000_000)}`;
    expect([
      await refused(await bookOf(sheetOf(HEADER, corner))),
      await refused(await bookOf(entities)),
      await refused(await bookOf(sheetOf(HEADER, long))),
      await refused(await bookOf('<worksheet><sheetData><row>')),
      await refused(await bookOf(blanks)),
      await refused(await bookOf(sheetOf())),
    ]).to.deep.equal(['too_many_columns', 'broken_file', 'cell_too_long', 'broken_file', 'too_large', 'empty_file']);
  });

  it('of many sheets keep their names and order', async () => {
    const book = await workbook({
      Титул: [['x']],
      Список: [
        ['Фамилия', 'Имя'],
        ['Иванов', 'Иван'],
      ],
    });
    expect((await readList(book)).form.sheets).to.deep.equal(['Титул', 'Список']);
  });
});
