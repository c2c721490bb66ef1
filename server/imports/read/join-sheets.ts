import { guessTable } from '../../domain/imports/guess-mapping.ts';
import { foldHeader } from '../../domain/imports/header-target.ts';
import type { SheetLine } from './sheet.ts';
import type { Sheet } from './workbook-sheets.ts';

/** From which line of the joined list on a sheet's lines are counted. */
export type SheetStart = { sheet: string; before: number };

const LOOKED_AT = 60;
/** A header of fewer words may stand on any sheet. */
const SMALLEST_HEADER = 3;

const foldLine = (cells: readonly string[]): string =>
  cells.map((cell) => (cell === '' ? '' : foldHeader(cell))).join('\t');

/**
 * A list that goes on from sheet to sheet ("А", "Б", "В" …) is read as one: the sheets whose header is that of the largest, in the
 * order of the workbook, the largest first if its title lines or header stand on it alone. Other sheets are left out.
 */
export function joinSheets(sheets: readonly Sheet[], largest: Sheet): { lines: SheetLine[]; starts: SheetStart[] } {
  const { firstData } = guessTable(largest.lines.slice(0, LOOKED_AT).map((line) => line.cells));
  const header = largest.lines[firstData - 1];
  const starts: SheetStart[] = [{ sheet: largest.name, before: 0 }];
  if (!header || header.cells.filter(Boolean).length < SMALLEST_HEADER) return { lines: largest.lines, starts };
  const wanted = foldLine(header.cells);
  const lines = [...largest.lines];
  let before = lines.at(-1)?.line ?? 0;
  for (const sheet of sheets) {
    if (sheet === largest) continue;
    const at = sheet.lines.slice(0, LOOKED_AT).findIndex((line) => foldLine(line.cells) === wanted);
    if (at === -1) continue;
    starts.push({ sheet: sheet.name, before });
    for (const { line, cells } of sheet.lines.slice(at + 1)) lines.push({ line: before + line, cells });
    before = lines.at(-1)?.line ?? before;
  }
  return { lines, starts };
}
