import { LIST_LIMITS, UnreadableList } from './sheet.ts';
import type { SheetsTold, Workbook } from './workbook-parts.ts';

type Attributes = Readonly<Record<string, string>>;

/** Attributes by their name alone: `table:` is what every program writes, and none has to. */
function attribute(attributes: Attributes, name: string): string | undefined {
  return Object.entries(attributes).find(([key]) => key === name || key.endsWith(`:${name}`))?.[1];
}

const times = (attributes: Attributes, name: string): number =>
  Math.max(1, Math.trunc(Number(attribute(attributes, name) ?? 1)) || 1);

/** A day, a number or the words, as `xlsx-sheet.ts` tells them. */
function cellText(attributes: Attributes, text: string): string {
  const type = attribute(attributes, 'value-type');
  const [year, month, day] = (attribute(attributes, 'date-value') ?? '').slice(0, 10).split('-');
  if (type === 'date' && year && month && day) return `${day}.${month}.${year}`;
  const number = Number(attribute(attributes, 'value') ?? Number.NaN);
  return type === 'float' && !Number.isNaN(number) ? String(number) : text.trim();
}

/** Inside these stands what is no content of a sheet: remarks on cells, and cells as they were before a change. */
const ASIDE = new Set(['annotation', 'tracked-changes', 'shapes']);

/**
 * The sheets of an OpenDocument table, element by element as they are unpacked. Empty lines and cells, which programs write as one with
 * a count up to a million, cost nothing; lines with something in them are repeated as often as the file says, up to what a list holds.
 */
export async function readOdsSheets(workbook: Workbook, told: SheetsTold): Promise<void> {
  let line = 0;
  let cells: string[] = [];
  let column = 0;
  let rowTimes = 1;
  let cell: { attributes: Attributes; text: string; paragraphs: number } | null = null;
  let inText = false;
  let aside = 0;
  const putCell = ({ attributes, text }: { attributes: Attributes; text: string }) => {
    const value = cellText(attributes, text);
    const repeated = times(attributes, 'number-columns-repeated');
    if (value !== '') {
      if (value.length > LIST_LIMITS.cellCharacters) throw new UnreadableList('cell_too_long', { line: line + 1 });
      if (column + repeated > LIST_LIMITS.columns)
        throw new UnreadableList('too_many_columns', { line: line + 1, columns: column + repeated });
      while (cells.length < column) cells.push('');
      for (let time = 0; time < repeated; time += 1) cells.push(value);
    }
    column += repeated;
  };
  const putRow = () => {
    if (cells.length > 0 && rowTimes > LIST_LIMITS.rows)
      throw new UnreadableList('too_many_rows', { limit: LIST_LIMITS.rows });
    if (cells.length > 0) for (let time = 1; time <= rowTimes; time += 1) told.line(line + time, cells);
    line += rowTimes;
  };
  await workbook.read('content.xml', {
    open(name, attributes) {
      if (ASIDE.has(name)) aside += 1;
      if (aside > 0) return;
      if (name === 'table') {
        line = 0;
        told.sheet(attribute(attributes, 'name') ?? '');
      } else if (name === 'table-row') {
        [cells, column] = [[], 0];
        rowTimes = times(attributes, 'number-rows-repeated');
      } else if (name === 'table-cell' || name === 'covered-table-cell') cell = { attributes, text: '', paragraphs: 0 };
      else if (cell && name === 'p') {
        if (cell.paragraphs > 0) cell.text += '\n';
        cell.paragraphs += 1;
        inText = true;
      } else if (cell && name === 's') cell.text += ' ';
      else if (cell && (name === 'line-break' || name === 'tab')) cell.text += name === 'tab' ? '\t' : '\n';
    },
    text(piece) {
      // Between the elements of a cell stands only what indents them.
      if (cell && aside === 0 && inText) cell.text += piece;
    },
    close(name) {
      if (ASIDE.has(name)) aside -= 1;
      else if (aside > 0) return;
      else if (name === 'p') inText = false;
      else if (cell && (name === 'table-cell' || name === 'covered-table-cell')) {
        putCell(cell);
        cell = null;
      } else if (name === 'table-row') putRow();
    },
  });
}
