import { harmlessCell } from '../tables/harmless-cell.ts';
import type { Import, ImportProblem } from './import.ts';
import type { ImportStore } from './import-store.ts';
import { type ImportReader, importProblemView } from './import-view.ts';

const headings: Record<ImportReader['language'], [line: string, reason: string]> = {
  kk: ['Жол', 'Себебі'],
  ru: ['Строка', 'Причина'],
  en: ['Line', 'Reason'],
};

/**
 * The lines that were kept out, as the partner sent them, with the line and the reason after them: ready to be mended and sent again.
 * One record a line, however many reasons it has.
 */
export async function* rejectedRows(
  item: Import,
  imports: ImportStore,
  reader: ImportReader,
): AsyncGenerator<string[]> {
  yield [...item.columns.map((column) => column.header), ...headings[reader.language]];
  let waiting: { problem: ImportProblem; reasons: string[] } | null = null;
  for await (const problem of imports.streamProblems(item.id)) {
    if (problem.cells === null) continue;
    const reason = importProblemView(problem, reader, item.form).text;
    if (waiting && waiting.problem.line === problem.line) {
      waiting.reasons.push(reason);
      continue;
    }
    if (waiting) yield recordOf(item, waiting);
    waiting = { problem, reasons: [reason] };
  }
  if (waiting) yield recordOf(item, waiting);
}

function recordOf(item: Import, { problem, reasons }: { problem: ImportProblem; reasons: string[] }): string[] {
  const width = item.columns.length;
  const cells = Array.from({ length: width }, (_, column) => problem.cells?.[column] ?? '');
  return [...cells, String(problem.line), reasons.join(' ')].map(harmlessCell);
}
