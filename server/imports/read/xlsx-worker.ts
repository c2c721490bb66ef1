import { parentPort, workerData } from 'node:worker_threads';
import readExcelFile from 'read-excel-file/node';

// Runs in a thread of its own, with its own memory limit: a hostile workbook ends this thread and nothing else.

type Cell = string | number | boolean | Date | null | undefined;

const CHUNK = 2000;

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return dayText(cell);
  return typeof cell === 'boolean' ? String(cell) : String(cell).trim();
}

/** A date cell as a clerk writes a day. Workbooks keep days as midnight UTC. */
function dayText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(date.getUTCDate())}.${pad(date.getUTCMonth() + 1)}.${date.getUTCFullYear()}`;
}

function rowText(row: Cell[]): string[] {
  const cells = row.map(cellText);
  while (cells.length > 0 && cells.at(-1) === '') cells.pop();
  return cells;
}

async function run(): Promise<void> {
  const { path } = workerData as { path: string };
  const sheets = await readExcelFile(path);
  for (const { sheet, data } of sheets) {
    parentPort?.postMessage({ kind: 'sheet', name: sheet });
    for (let from = 0; from < data.length; from += CHUNK) {
      const rows = data.slice(from, from + CHUNK).map((row) => rowText(row as Cell[]));
      parentPort?.postMessage({ kind: 'rows', from, rows });
    }
  }
  parentPort?.postMessage({ kind: 'end' });
}

await run();
