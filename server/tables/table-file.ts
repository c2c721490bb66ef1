import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { ZipFile } from 'yazl';
import { type MentionRow, ROW_FIELDS } from '../domain/row.ts';
import { harmlessCell } from './harmless-cell.ts';

export const TABLE_FORMATS = ['csv', 'xlsx', 'ndjson'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

export const TABLE_TYPES: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ndjson: 'application/x-ndjson; charset=utf-8',
};

/** Lines of cells as Excel in our part of the world opens them at a double click: UTF-8 with a mark, semicolons. */
export function csvFile(lines: AsyncIterable<string[]>): Readable {
  const csv = stringify({ delimiter: ';', bom: true, record_delimiter: 'windows' });
  // Either end closes the other: a download that is cancelled leaves no cursor open in the store. Who reads is told of errors.
  return pipeline(Readable.from(lines), csv, () => {});
}

async function* linesOf(rows: AsyncIterable<MentionRow>): AsyncGenerator<string[]> {
  yield [...ROW_FIELDS];
  for await (const row of rows) yield ROW_FIELDS.map((field) => harmlessCell(row[field] ?? ''));
}

/** Rows of the contract as a file, written while they are read: the fields are the columns, in their fixed order. */
export function rowsFile(rows: AsyncIterable<MentionRow>, format: TableFormat): Readable {
  if (format === 'csv') return csvFile(linesOf(rows));
  if (format === 'xlsx') return workbookFile(linesOf(rows));
  return Readable.from(ndjsonOf(rows));
}

async function* ndjsonOf(rows: AsyncIterable<MentionRow>): AsyncGenerator<string> {
  for await (const row of rows) {
    const fields = ROW_FIELDS.filter((field) => row[field] !== undefined).map((field) => [field, row[field]]);
    yield `${JSON.stringify(Object.fromEntries(fields))}\n`;
  }
}

/** A sheet of Excel has 1,048,576 lines; each further sheet begins with the header again. */
const LINES_PER_SHEET = 1_000_000;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * A workbook of text cells, packed while it is written. Twenty lines of XML against a library of many megabytes: there is
 * nothing here but text, which no spreadsheet runs.
 */
function workbookFile(lines: AsyncGenerator<string[]>): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const closed = new AbortController();
  output.once('close', () => closed.abort());
  zip.on('error', (error) => output.destroy(error));
  addSheets(zip, lines, closed.signal)
    // Cancelled in the middle, the rows still hold a cursor of the store.
    .finally(() => lines.return(undefined))
    .then(
      () => zip.end(),
      (error: Error) => output.destroy(error),
    );
  return output;
}

type Position = { header: string[]; next: IteratorResult<string[]> };

async function addSheets(zip: ZipFile, lines: AsyncGenerator<string[]>, closed: AbortSignal): Promise<void> {
  const first = await lines.next();
  const at: Position = { header: first.done ? [] : first.value, next: await lines.next() };
  let count = 0;
  do {
    count += 1;
    const sheet = Readable.from(sheetXml(at, lines), { signal: closed });
    zip.addReadStream(sheet, `xl/worksheets/sheet${count}.xml`);
    await new Promise((resolve, reject) => sheet.once('close', resolve).once('error', reject));
  } while (!at.next.done);
  addFrame(zip, count);
}

async function* sheetXml(at: Position, lines: AsyncGenerator<string[]>): AsyncGenerator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rowXml(at.header, 1)}`;
  for (let count = 1; !at.next.done && count < LINES_PER_SHEET; count += 1) {
    yield rowXml(at.next.value, count + 1);
    at.next = await lines.next();
  }
  yield '</sheetData></worksheet>';
}

function rowXml(cells: readonly string[], line: number): string {
  const xml = cells.map((cell, column) =>
    cell === ''
      ? ''
      : `<c r="${columnName(column)}${line}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`,
  );
  return `<row r="${line}">${xml.join('')}</row>`;
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

function escaped(text: string): string {
  // XML knows no way to write control characters; a row that has one was refused when it came.
  return text.replace(/[^\P{Cc}\t\n\r]/gu, '').replace(/[&<>\r]/g, (sign) => ENTITIES[sign] ?? sign);
}

function addFrame(zip: ZipFile, sheets: number): void {
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  const add = (path: string, xml: string) => zip.addBuffer(Buffer.from(HEAD + xml), path);
  const parts = numbers.map(
    (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  add(
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${parts.join('')}</Types>`,
  );
  add(
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  const names = numbers.map((n) => `<sheet name="Rows${n === 1 ? '' : ` ${n}`}" sheetId="${n}" r:id="rId${n}"/>`);
  add('xl/workbook.xml', `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.join('')}</sheets></workbook>`);
  const relations = numbers.map(
    (n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  );
  add(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`,
  );
}
