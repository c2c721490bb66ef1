import type { ColumnGuess } from './column-guess.ts';
import { guessColumns } from './guess-columns.ts';
import { foldHeader, targetOfHeader } from './header-target.ts';
import { isDate, isRunningNumber } from './sample-kinds.ts';

export type TableGuess = {
  /** Index of the first line of data among the lines given. */
  firstData: number;
  columns: ColumnGuess[];
  /** The lines above the header: what holds for the whole list often stands there. */
  titles: string[];
};

const LINES_LOOKED_AT = 40;

/**
 * Finds the header among the first lines and guesses each column. Titles above the header, a header in two or three lines
 * ("Захоронение" over "страна | место") and a line of column numbers (1, 2, 3) below it are all usual.
 * @param lines the first lines of the list, cells as text
 * @param header what a person said: false, the list has none; true, it has one, if only words nobody knows
 */
export function guessTable(lines: string[][], header?: boolean): TableGuess {
  if (header === false) return { firstData: 0, columns: guessColumns([], lines), titles: [] };
  const scores = lines.slice(0, LINES_LOOKED_AT).map(headerScore);
  const best = Math.max(0, ...scores);
  const at = best > 0 ? scores.indexOf(best) : header === true ? 0 : unknownHeader(lines);
  if (at === -1) return { firstData: 0, columns: guessColumns([], lines), titles: [] };
  const { first, last } = headerLines(lines, at);
  const numbered = isColumnNumbers(lines[last + 1] ?? []) ? 1 : 0;
  const firstData = last + 1 + numbered;
  const headers = joinHeaders(lines.slice(first, last + 1));
  const titles = lines.slice(0, first).map((cells) => cells.filter(Boolean).join(' '));
  return { firstData, columns: guessColumns(headers, lines.slice(firstData)), titles };
}

function headerScore(cells: string[]): number {
  const known = cells
    .map((cell) => (isHeaderLike(cell) ? targetOfHeader(cell) : null))
    .filter((guess) => guess !== null);
  // A single known word may stand in a title ("Кладбище Лесное"); a header has two or more, or is the only cell.
  if (known.length < 2 && cells.filter(Boolean).length > 1) return 0;
  const filled = cells.filter(Boolean).length;
  return known.reduce((sum, guess) => sum + guess.confidence, 0) * (0.5 + (0.5 * known.length) / filled);
}

/** A header is short and is no value: no date, no sentence. */
function isHeaderLike(cell: string): boolean {
  return cell !== '' && cell.length <= 120 && !/\d{3}/.test(cell);
}

/** A first line that is no line of data, although none of its words is known: where dates or numbers stand below, it has words. */
function unknownHeader(lines: string[][]): number {
  const [first = [], ...rest] = lines;
  const ofData = first.map((cell, column) => {
    const below = rest
      .map((cells) => cells[column] ?? '')
      .filter(Boolean)
      .slice(0, 20);
    const figures =
      below.length > 1 && (below.every(isDate) || isRunningNumber(below) || below.every((one) => /^\d+$/.test(one)));
    return figures && cell !== '' && !/\d/.test(cell);
  });
  return ofData.some(Boolean) ? 0 : -1;
}

const MOST_HEADER_LINES = 3;

/** The best line may be the middle one of a header: the group names above and the details below belong to it. */
function headerLines(lines: string[][], at: number): { first: number; last: number } {
  let [first, last] = [at, at];
  while (last - first + 1 < MOST_HEADER_LINES && isDetailLine(lines[last] ?? [], lines[last + 1] ?? [])) last += 1;
  while (last - first + 1 < MOST_HEADER_LINES && first > 0 && isGroupLine(lines[first - 1] ?? [], lines[first] ?? []))
    first -= 1;
  return { first, last };
}

/** A line below the header belongs to it when it fills what the header leaves open, with words and without figures. */
function isDetailLine(upper: string[], lower: string[]): boolean {
  const filled = lower.map((cell, column) => ({ cell, column })).filter(({ cell }) => cell !== '');
  if (filled.length < 2 || isColumnNumbers(lower)) return false;
  if (filled.some(({ cell }) => /\d{2}/.test(cell) || isDate(cell) || cell.length > 60)) return false;
  const known = filled.filter(({ cell }) => targetOfHeader(cell) !== null || foldHeader(cell).length < 3).length;
  const fillsOpen = filled.filter(({ column }) => (upper[column] ?? '') === '').length;
  return known >= filled.length / 2 && (fillsOpen > 0 || known === filled.length);
}

/** Group names above the header: fewer cells, and where they are open the header goes on. */
function isGroupLine(upper: string[], lower: string[]): boolean {
  const filled = upper.filter(Boolean);
  if (filled.length < 2 || filled.length >= lower.filter(Boolean).length) return false;
  if (filled.some((cell) => /\d{2}/.test(cell) || cell.length > 60)) return false;
  return filled.some((cell) => targetOfHeader(cell) !== null);
}

function isColumnNumbers(cells: string[]): boolean {
  const filled = cells.filter(Boolean);
  return filled.length > 2 && filled.every((cell, index) => cell.replace(/[().]/g, '') === String(index + 1));
}

/** Words that ask for something without saying of what: the line above says it. */
const BARE =
  /^(?:дата|год|день|число|время|место|где|когда|страна|регион|область|район|населенный пункт|город|село|название|наименование|номер|№|нөмірі|күні|жылы|жері|орны|елі|атауы|облысы|ауданы|date|year|place|country|region|name|number|datum|jahr|tag|ort|land|nr|data|rok|miejsce|kraj|nazwa|numer|dato|år|sted)$/u;

/** "Захоронение" over "страна": together they say more; the upper word stands over every open cell to its right. */
function joinHeaders(lines: string[][]): string[] {
  return lines.reduce((upper, lower, index) => (index === 0 ? lower : joined(upper, lower)), [] as string[]);
}

function joined(upper: string[], lower: string[]): string[] {
  const width = Math.max(upper.length, lower.length);
  let over = '';
  return Array.from({ length: width }, (_, column) => {
    if (upper[column]) over = upper[column] ?? '';
    const below = lower[column] ?? '';
    if (below === '') return upper[column] ?? '';
    if (over === '') return below;
    const together = `${over} ${below}`;
    const alone = targetOfHeader(below);
    if (alone !== null && alone.confidence === 1 && !BARE.test(foldHeader(below))) return below;
    return (targetOfHeader(together)?.confidence ?? 0) >= 0.5 || alone === null ? together : below;
  });
}
