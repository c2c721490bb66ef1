import { OWN_COLUMNS, ownColumnOf } from '../domain/imports/own-columns.ts';
import { harmlessCell } from '../tables/harmless-cell.ts';
import type { Import } from './import.ts';
import { type ImportReader, importReasons } from './import-view.ts';
import type { KeptOutLine } from './kept-out.ts';

/**
 * The lines that are kept out, as the partner sent them, with the line, its import and the reason after them: ready to be mended and
 * sent again. One record a line, however many reasons it has; the reason begins with whether it was rejected or waits. Of a file that
 * was sent back already our own columns are made anew.
 */
export async function* keptOutRows(
  item: Import,
  lines: AsyncIterable<KeptOutLine>,
  reader: ImportReader,
): AsyncGenerator<string[]> {
  const { say, language } = reader;
  const theirs = item.columns.filter(({ header }) => ownColumnOf(header) === null);
  const headings = [OWN_COLUMNS.line, OWN_COLUMNS.import, OWN_COLUMNS.reason].map((name) => name[language]);
  yield [...theirs.map(({ header }) => header), ...headings];
  for await (const { problems, waits } of lines) {
    const [first] = problems;
    const cells = theirs.map(({ column }) => first.cells?.[column] ?? '');
    const why = importReasons(problems, reader, item.form);
    const reason = say(`import.row.is_${waits ? 'waiting' : 'rejected'}`, language, { why }) ?? why;
    yield [...cells, String(first.line), item.id, reason].map(harmlessCell);
  }
}
