import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { columnLabels } from '../../server/domain/imports/column-labels.ts';
import type { HeaderTarget } from '../../server/domain/imports/compounds.ts';
import { createDittoReader } from '../../server/domain/imports/ditto.ts';
import { createRowMapper, type Mapping } from '../../server/domain/imports/map-row.ts';
import { createRowSieve } from '../../server/domain/imports/not-a-row.ts';
import { rowPlanOf } from '../../server/domain/imports/row-plan.ts';
import type { MentionRow } from '../../server/domain/row.ts';
import { inspectList, openForReading } from '../../server/imports/inspect-list.ts';
import type { ListChoice, ListForm } from '../../server/imports/read/open-list.ts';
import { UnreadableList } from '../../server/imports/read/sheet.ts';
import { zipOf } from './zip.ts';

export type ReadList = {
  form: ListForm;
  mapping: Record<string, HeaderTarget | null>;
  rows: MentionRow[];
  /** Line numbers in the file, one a row. */
  lines: number[];
};

/** Runs something over a file with this content, named and kept nowhere. */
export async function withFile<T>(content: Uint8Array, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'amanat-list-'));
  try {
    const path = join(folder, 'list');
    await writeFile(path, content);
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A list as the importer reads it before anything is stored: with the columns as guessed. */
export function readList(content: Uint8Array, choice: ListChoice = {}): Promise<ReadList> {
  return withFile(content, async (path) => {
    const { form, firstData, columns, constants } = await inspectList(path, choice);
    const mapping: Mapping = columns.map((column) => column.target);
    const mapRow = createRowMapper(rowPlanOf(columns, mapping, constants));
    const notARow = createRowSieve(
      columns.map((column) => column.header),
      mapping,
    );
    const ditto = createDittoReader();
    const rows: MentionRow[] = [];
    const lines: number[] = [];
    let index = 0;
    for await (const { line, cells } of (await openForReading(path, choice)).lines) {
      index += 1;
      if (index <= firstData) continue;
      const read = ditto(cells);
      if (notARow(read) !== null) continue;
      rows.push(mapRow(read));
      lines.push(line);
    }
    const labels = columnLabels(columns);
    return { form, mapping: Object.fromEntries(labels.map((label, i) => [label, mapping[i] ?? null])), rows, lines };
  });
}

/** Why a file is no list, by the code of what is wrong; `read` for one that is. */
export async function refused(content: Buffer): Promise<string> {
  try {
    await readList(content);
    return 'read';
  } catch (error) {
    return error instanceof UnreadableList ? error.code : String(error);
  }
}

/** Lines of a table as a program saves them, with line ends of Windows. */
export function table(delimiter: string, ...lines: string[][]): string {
  return lines.map((cells) => `${cells.join(delimiter)}\r\n`).join('');
}

export function saved(text: string, encoding: string, options: { addBOM?: boolean } = {}): Buffer {
  return iconv.encode(text, encoding, options);
}

type Cell = string | number | { day: number };

/** A workbook as a spreadsheet program writes it, days as numbers in a date format. */
export function workbook(sheets: Record<string, Cell[][]>): Promise<Buffer> {
  const parts: Record<string, string> = {};
  const names = Object.keys(sheets);
  const ns = 'http://schemas.openxmlformats.org';
  const add = (path: string, xml: string) => {
    parts[path] = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`;
  };
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  add(
    '[Content_Types].xml',
    `<Types xmlns="${ns}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${names.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${type}.worksheet+xml"/>`).join('')}</Types>`,
  );
  add(
    '_rels/.rels',
    `<Relationships xmlns="${ns}/package/2006/relationships"><Relationship Id="rId1" Type="${ns}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  add(
    'xl/workbook.xml',
    `<workbook xmlns="${ns}/spreadsheetml/2006/main" xmlns:r="${ns}/officeDocument/2006/relationships"><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
  );
  add(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${ns}/package/2006/relationships">${names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${ns}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rIdS" Type="${ns}/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
  );
  add(
    'xl/styles.xml',
    `<styleSheet xmlns="${ns}/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  );
  names.forEach((name, i) => {
    const rows = (sheets[name] ?? []).map(
      (cells, r) => `<row r="${r + 1}">${cells.map((c, k) => cellXml(c, r, k)).join('')}</row>`,
    );
    add(
      `xl/worksheets/sheet${i + 1}.xml`,
      `<worksheet xmlns="${ns}/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData></worksheet>`,
    );
  });
  return zipOf(parts);
}

function cellXml(cell: Cell, row: number, column: number): string {
  const ref = `${columnName(column)}${row + 1}`;
  if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') return `<c r="${ref}" s="1"><v>${cell.day}</v></c>`;
  return cell === '' ? '' : `<c r="${ref}" t="inlineStr"><is><t>${cell}</t></is></c>`;
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
