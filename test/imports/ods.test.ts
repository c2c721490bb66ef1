import { expect } from 'chai';
import { readPackage } from '../../server/imports/read/list-package.ts';
import { readList, refused, withFile } from './read-list.ts';
import { zipOf } from './zip.ts';

const SPREADSHEET = 'application/vnd.oasis.opendocument.spreadsheet';
const NS = ['office', 'table', 'text', 'dc']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

/** A table as LibreOffice saves it: the kind of file first and not packed, then the sheets in one part. */
function ods(sheets: Record<string, string>): Promise<Buffer> {
  const tables = Object.entries(sheets).map(
    ([name, rows]) =>
      `<table:table table:name="${name}"><table:table-column table:number-columns-repeated="16384"/>${rows}</table:table>`,
  );
  const content = `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content ${NS}><office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document-content>`;
  const parts = { mimetype: SPREADSHEET, 'content.xml': content, 'META-INF/manifest.xml': '<x/>' };
  return zipOf(parts, { stored: ['mimetype'] });
}

const text = (...paragraphs: string[]) =>
  `<table:table-cell office:value-type="string">${paragraphs.map((one) => `<text:p>${one}</text:p>`).join('\n  ')}</table:table-cell>`;
const day = (value: string, shown: string) =>
  `<table:table-cell office:value-type="date" office:date-value="${value}"><text:p>${shown}</text:p></table:table-cell>`;
const number = (value: string, shown = value) =>
  `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${shown}</text:p></table:table-cell>`;
const open = (count: number) => `<table:table-cell table:number-columns-repeated="${count}"/>`;
const row = (...cells: string[]) => `<table:table-row>${cells.join('')}${open(16_380)}</table:table-row>`;
const emptyRows = (count: number) =>
  `<table:table-row table:number-rows-repeated="${count}">${open(16_384)}</table:table-row>`;

const HEADER = row(text('Фамилия'), text('Имя'), text('Год рождения'), text('Дата смерти'), text('Место рождения'));

describe('A table of LibreOffice', () => {
  it('is read with days as days, numbers as numbers and the lines counted as its program counts them', async () => {
    const { form, rows, lines } = await readList(
      await ods({
        Титул: row(text('Список')),
        Список: `${HEADER}${row(text('Каирбеков'), text('Сейткали'), number('1913', '1 913'), day('1942-02-14', '14 февр. 42'), text('Акмолинская<text:s/>обл.', 'Қорғалжын'))}${emptyRows(2)}${row(text('Иванов'), text('Иван'), open(1), day('1943-01-02T00:00:00', '02.01.43'), open(1))}${emptyRows(1_048_000)}`,
      }),
    );
    expect([form.kind, form.sheet, form.sheets]).to.deep.equal(['ods', 'Список', ['Титул', 'Список']]);
    expect(rows).to.deep.equal([
      {
        familyName: 'Каирбеков',
        givenName: 'Сейткали',
        birthDate: '1913',
        // What the heading "date of death" says of every date under it.
        fate: 'умер',
        fateDate: '14.02.1942',
        birthPlace: 'Акмолинская обл.\nҚорғалжын',
      },
      { familyName: 'Иванов', givenName: 'Иван', fate: 'умер', fateDate: '02.01.1943' },
    ]);
    expect(lines).to.deep.equal([2, 5]);
  });

  it('tells nothing of remarks on cells and of cells as they were before a change', async () => {
    const remark = '<office:annotation><dc:creator>Айгүл</dc:creator><text:p>сверить</text:p></office:annotation>';
    const changes = `<table:tracked-changes><table:cell-content-change><table:table-cell><text:p>Петров</text:p></table:table-cell></table:cell-content-change></table:tracked-changes>`;
    const { rows } = await readList(
      await ods({
        A: `${changes}${HEADER}${row(`<table:table-cell office:value-type="string">${remark}<text:p>Ива<text:span>нов</text:span></text:p></table:table-cell>`, text('Иван'), number('1913'))}`,
      }),
    );
    expect(rows).to.deep.equal([{ familyName: 'Иванов', givenName: 'Иван', birthDate: '1913' }]);
  });

  it('takes lines in a header group, and one line that is written once for several', async () => {
    const twice = `<table:table-row table:number-rows-repeated="2">${text('Иванов')}${text('Иван')}</table:table-row>`;
    const { rows, lines } = await readList(
      await ods({ A: `<table:table-header-rows>${HEADER}</table:table-header-rows>${twice}` }),
    );
    expect(rows).to.have.length(2);
    expect(lines).to.deep.equal([2, 3]);
  });

  it('is refused when it claims a million full lines, more columns than a list has, or is damaged', async () => {
    const full = `<table:table-row table:number-rows-repeated="1048576">${text('Иванов')}</table:table-row>`;
    expect(await refused(await ods({ A: `${HEADER}${full}` }))).to.equal('too_many_rows');
    const wide = `<table:table-row><table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row>`;
    expect(await refused(await ods({ A: `${HEADER}${wide}` }))).to.equal('too_many_columns');
    const whole = await ods({ A: HEADER });
    expect(await refused(await ods({ A: '<table:table-row><table:table-cell>' }))).to.equal('broken_file');
    expect(await refused(whole.subarray(0, whole.length - 60))).to.equal('broken_file');
    expect(await refused(await ods({ A: '' }))).to.equal('empty_file');
  });

  it('of Excel before 2007 is refused with the way out', async () => {
    const xls = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)]);
    expect(await refused(xls)).to.equal('save_as_xlsx');
  });

  it('stands in a ZIP with its scans like any list', async () => {
    const packed = await zipOf({ 'список.ods': await ods({ A: HEADER }), '1.jpg': 'x' });
    const found = await withFile(packed, readPackage);
    expect([found?.list, found?.scans.map(({ name }) => name)]).to.deep.equal(['список.ods', ['1.jpg']]);
    expect(await withFile(await ods({ A: HEADER }), readPackage)).to.equal(null);
  });
});
