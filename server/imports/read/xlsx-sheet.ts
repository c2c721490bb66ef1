import { LIST_LIMITS, UnreadableList } from './sheet.ts';
import type { Workbook } from './workbook-parts.ts';
import { dayText } from './xlsx-values.ts';

/** What cells of a sheet refer to. */
export type SheetValues = { shared: readonly string[]; dateStyles: ReadonlySet<number>; from1904: boolean };

type Cell = { column: number; type: string; style: number; value: string };

/** Before the first cell of a line. */
const EMPTY: Cell = { column: -1, type: 'n', style: 0, value: '' };

/** "AB12" stands in column 27, counted from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}

function textOf({ type, style, value }: Cell, { shared, dateStyles, from1904 }: SheetValues): string {
  if (value === '' || type === 'e') return '';
  if (type === 's') return (shared[Number(value)] ?? '').trim();
  if (type === 'b') return value === '1' ? 'true' : 'false';
  if (type !== 'n') return value.trim();
  const number = Number(value);
  if (Number.isNaN(number)) return value.trim();
  return dateStyles.has(style) && number > 0 ? dayText(number, from1904) : String(number);
}

/**
 * The lines of one sheet that hold something, told one by one while the sheet is unpacked. Formulas are not looked at: what counts is
 * the value that was last shown. Empty lines and cells cost nothing, however many a file claims.
 */
export async function readSheet(
  workbook: Workbook,
  path: string,
  values: SheetValues,
  tell: (line: number, cells: string[]) => void,
): Promise<void> {
  let line = 0;
  let cells: string[] = [];
  let cell = { ...EMPTY };
  let taking = false;
  let width = 0;
  const put = () => {
    const text = textOf(cell, values);
    if (text === '') return;
    if (text.length > LIST_LIMITS.cellCharacters) throw new UnreadableList('cell_too_long', { line });
    width = Math.max(width, cell.column + 1);
    if (width > LIST_LIMITS.columns) return;
    while (cells.length < cell.column) cells.push('');
    cells[cell.column] = text;
  };
  await workbook.read(path, {
    open(name, attributes) {
      if (name === 'row') {
        line = attributes.r === undefined ? line + 1 : Number(attributes.r);
        cells = [];
        width = 0;
        cell = { ...EMPTY };
      } else if (name === 'c') {
        const column = attributes.r === undefined ? cell.column + 1 : columnOf(attributes.r);
        cell = { column, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '' };
      } else if (name === 'v' || name === 't') taking = true;
    },
    text(piece) {
      if (taking) cell.value += piece;
    },
    close(name) {
      if (name === 'v' || name === 't') taking = false;
      else if (name === 'c') put();
      else if (name === 'row') {
        if (width > LIST_LIMITS.columns) throw new UnreadableList('too_many_columns', { line, columns: width });
        if (cells.length > 0) tell(line, cells);
      }
    },
  });
}
