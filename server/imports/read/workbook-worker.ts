import { parentPort, workerData } from 'node:worker_threads';
import { readOdsSheets } from './ods-sheets.ts';
import { UnreadableList } from './sheet.ts';
import { openWorkbook, type WorkbookKind } from './workbook-parts.ts';
import { readXlsxSheets } from './xlsx-sheets.ts';

// Runs in a thread of its own, with its own memory limit: a hostile workbook ends this thread and nothing else.

const CHUNK = 2000;

async function run(): Promise<void> {
  const { path, kind } = workerData as { path: string; kind: WorkbookKind };
  const workbook = await openWorkbook(path);
  const { end, ...told } = sender();
  await (kind === 'ods' ? readOdsSheets : readXlsxSheets)(workbook, told);
  end();
  workbook.close();
  parentPort?.postMessage({ kind: 'end' });
}

/** Sends lines over to the other thread, many at a time. */
function sender() {
  let lines: { line: number; cells: string[] }[] = [];
  const end = () => {
    if (lines.length > 0) parentPort?.postMessage({ kind: 'lines', lines });
    lines = [];
  };
  return {
    sheet(name: string) {
      end();
      parentPort?.postMessage({ kind: 'sheet', name });
    },
    line(line: number, cells: string[]) {
      lines.push({ line, cells });
      if (lines.length === CHUNK) end();
    },
    end,
  };
}

try {
  await run();
} catch (error) {
  // An error loses its class on the way between threads; what a person is told goes over as what it is.
  if (!(error instanceof UnreadableList)) throw error;
  parentPort?.postMessage({ kind: 'unreadable', code: error.code, values: error.values });
}
