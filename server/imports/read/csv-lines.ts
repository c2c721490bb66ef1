import { createReadStream } from 'node:fs';
import { CsvError, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import type { Encoding } from './encoding.ts';
import { checkedLine, LIST_LIMITS, type SheetLine, UnreadableList } from './sheet.ts';

export type CsvForm = { encoding: Encoding; delimiter: string; quoted: boolean };

const delimiters = [';', ',', '\t', '|'] as const;

/**
 * The sign that parts the cells: the one that parts the first lines into the most columns, and into the same number of them.
 * Quoted text is skipped, so that commas inside an address do not count.
 */
export function guessDelimiter(beginning: string): string {
  const lines = beginning
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 30);
  const scores = delimiters.map((delimiter) => ({ delimiter, score: columnScore(lines, delimiter) }));
  scores.sort((a, b) => b.score - a.score);
  const best = scores[0];
  return best && best.score > 0 ? best.delimiter : ';';
}

function columnScore(lines: string[], delimiter: string): number {
  const counts = lines
    .map((line) => line.replace(/"[^"]*"/g, '').split(delimiter).length - 1)
    .filter((count) => count > 0);
  if (counts.length === 0) return 0;
  const sorted = [...counts].sort((a, b) => a - b);
  const usual = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const alike = counts.filter((count) => count === usual).length / lines.length;
  return usual * alike;
}

/**
 * Excel writes quotes only where they are needed and always in pairs. A list typed by hand has single ones ("д. Большой "Луг"):
 * then quotes are letters like any other.
 */
export function usesQuotes(beginning: string, delimiter: string): boolean {
  const edge = delimiter === '|' ? '\\|' : delimiter;
  return new RegExp(`(?:^|[\\r\\n]|${edge})"`).test(beginning);
}

/** The lines of a CSV file, read as a stream. Empty lines are passed over and still counted. */
export async function* readCsvLines(path: string, form: CsvForm): AsyncGenerator<SheetLine> {
  const parser = parse({
    delimiter: form.delimiter,
    quote: form.quoted ? '"' : null,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: LIST_LIMITS.cellCharacters * 20,
  });
  const source = createReadStream(path);
  const decoded = source.pipe(iconv.decodeStream(form.encoding));
  source.on('error', (error) => parser.destroy(error));
  decoded.on('error', (error: Error) => parser.destroy(error));
  decoded.pipe(parser);
  let line = 1;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      if (cells.length > 1 || cells[0] !== '') yield checkedLine({ line, cells: cells.map(withoutOuterQuotes) });
      // A cell may hold line breaks: the next record begins so many lines further down.
      line += 1 + cells.reduce((breaks, cell) => breaks + lineBreaks(cell), 0);
    }
  } catch (error) {
    throw asUnreadable(error, line);
  } finally {
    source.destroy();
  }
}

/** `"д. Большой "Луг""` was quoted by hand: the parser leaves all its marks, and only the outer pair is none of the text. */
function withoutOuterQuotes(cell: string): string {
  if (!cell.startsWith('"') || !cell.endsWith('"') || cell.length < 3) return cell;
  const inner = cell.slice(1, -1);
  const marks = inner.split('"').length - 1;
  return marks >= 2 && marks % 2 === 0 ? inner : cell;
}

function lineBreaks(cell: string): number {
  return cell.includes('\n') || cell.includes('\r') ? (cell.match(/\r\n|\n|\r/g)?.length ?? 0) : 0;
}

function asUnreadable(error: unknown, line: number): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return new UnreadableList('open_quote', { line }, error);
  if (error.code === 'CSV_MAX_RECORD_SIZE') return new UnreadableList('cell_too_long', { line }, error);
  return new UnreadableList('broken_file', { line }, error);
}
