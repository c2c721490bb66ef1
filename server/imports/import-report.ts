import { OWN_COLUMNS, ownColumnOf } from '../domain/imports/own-columns.ts';
import { harmlessCell } from '../tables/harmless-cell.ts';
import type { Import, ImportProblem } from './import.ts';
import type { ImportStore } from './import-store.ts';
import { type ImportReader, importReasons } from './import-view.ts';

/**
 * The lines that were kept out, as the partner sent them, with the line, its import and the reason after them: ready to be mended and
 * sent again. One record a line, however many reasons it has. Of a file that was sent back already our own columns are made anew.
 */
export async function* rejectedRows(
  item: Import,
  imports: ImportStore,
  reader: ImportReader,
): AsyncGenerator<string[]> {
  const theirs = item.columns.filter(({ header }) => ownColumnOf(header) === null);
  const headings = [OWN_COLUMNS.line, OWN_COLUMNS.import, OWN_COLUMNS.reason].map((name) => name[reader.language]);
  yield [...theirs.map(({ header }) => header), ...headings];
  const recordOf = ([first, ...rest]: [ImportProblem, ...ImportProblem[]]): string[] => {
    const cells = theirs.map(({ column }) => first.cells?.[column] ?? '');
    const reason = importReasons([first, ...rest], reader, item.form);
    return [...cells, String(first.line), item.id, reason].map(harmlessCell);
  };
  let ofLine: [ImportProblem, ...ImportProblem[]] | null = null;
  for await (const problem of imports.streamProblems(item.id)) {
    if (problem.cells === null) continue;
    if (ofLine?.[0].line === problem.line) {
      ofLine.push(problem);
      continue;
    }
    if (ofLine) yield recordOf(ofLine);
    ofLine = [problem];
  }
  if (ofLine) yield recordOf(ofLine);
}
