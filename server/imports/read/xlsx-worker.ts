import { parentPort, workerData } from 'node:worker_threads';
import { readOdsSheets } from './ods-sheets.ts';
import { UnreadableList } from './sheet.ts';
import { openWorkbook, type Workbook } from './xlsx-parts.ts';
import { readSheet } from './xlsx-sheet.ts';
import { readDateStyles, readSharedTexts } from './xlsx-values.ts';

// Runs in a thread of its own, with its own memory limit: a hostile workbook ends this thread and nothing else.

const CHUNK = 2000;

type SheetPart = { name: string; path: string };

/** The sheets in the order of the workbook, and from which day it counts. */
async function readFrame(workbook: Workbook): Promise<{ sheets: SheetPart[]; from1904: boolean }> {
  const targets = new Map<string, string>();
  await workbook.read('xl/_rels/workbook.xml.rels', {
    open(name, { Id, Target }) {
      if (name === 'Relationship' && Id !== undefined && Target !== undefined) targets.set(Id, Target);
    },
  });
  const sheets: SheetPart[] = [];
  let from1904 = false;
  await workbook.read('xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const target = targets.get(id);
      if (target === undefined) return;
      sheets.push({ name: attributes.name ?? '', path: target.startsWith('/') ? target.slice(1) : `xl/${target}` });
    },
  });
  return { sheets, from1904 };
}

async function run(): Promise<void> {
  const { path, kind } = workerData as { path: string; kind: 'xlsx' | 'ods' };
  const workbook = await openWorkbook(path);
  const { begin, line, end } = sender();
  if (kind === 'ods') await readOdsSheets(workbook, { sheet: begin, line });
  else await readXlsx(workbook, begin, line);
  end();
  workbook.close();
  parentPort?.postMessage({ kind: 'end' });
}

async function readXlsx(
  workbook: Workbook,
  begin: (sheet: string) => void,
  line: (line: number, cells: string[]) => void,
): Promise<void> {
  const { sheets, from1904 } = await readFrame(workbook);
  const values = { shared: await readSharedTexts(workbook), dateStyles: await readDateStyles(workbook), from1904 };
  for (const sheet of sheets) {
    begin(sheet.name);
    await readSheet(workbook, sheet.path, values, line);
  }
}

/** Sends lines over to the other thread, many at a time. */
function sender() {
  let lines: { line: number; cells: string[] }[] = [];
  const end = () => {
    if (lines.length > 0) parentPort?.postMessage({ kind: 'lines', lines });
    lines = [];
  };
  return {
    begin(name: string) {
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
