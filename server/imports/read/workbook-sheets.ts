import type { Worker } from 'node:worker_threads';
import { startWorker } from '../../worker-thread.ts';
import { LIST_LIMITS, type SheetLine, type UnreadableCode, UnreadableList } from './sheet.ts';
import type { WorkbookKind } from './workbook-parts.ts';
import { checkZip } from './zip-check.ts';

type Message =
  | { kind: 'sheet'; name: string }
  | { kind: 'lines'; lines: SheetLine[] }
  | { kind: 'unreadable'; code: UnreadableCode; values: Record<string, string | number> }
  | { kind: 'end' };

/** A sheet of a workbook with its lines that hold something. */
export type Sheet = { name: string; lines: SheetLine[] };

const SECONDS = 60;
const MEMORY_MB = 400;

/** Reads every sheet of a workbook in a thread of its own, within bounds of time and memory. */
export async function readSheets(path: string, kind: WorkbookKind): Promise<Sheet[]> {
  const entries = await checkZip(path);
  const part = kind === 'ods' ? 'content.xml' : 'xl/workbook.xml';
  if (!entries.some((entry) => entry.name === part)) throw new UnreadableList('not_a_list');
  const worker = startWorker(import.meta.url, './workbook-worker', {
    workerData: { path, kind },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  try {
    return await collect(worker);
  } finally {
    await worker.terminate();
  }
}

function collect(worker: Worker): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  let rows = 0;
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new UnreadableList('too_large', { seconds: SECONDS })), SECONDS * 1000);
    const settle = (act: () => void) => {
      clearTimeout(late);
      act();
    };
    worker.on('message', (message: Message) => {
      if (message.kind === 'end') return settle(() => resolve(sheets));
      if (message.kind === 'unreadable') return settle(() => reject(new UnreadableList(message.code, message.values)));
      if (message.kind === 'sheet') return sheets.push({ name: message.name, lines: [] });
      rows += message.lines.length;
      if (rows > LIST_LIMITS.rows)
        return settle(() => reject(new UnreadableList('too_many_rows', { limit: LIST_LIMITS.rows })));
      sheets.at(-1)?.lines.push(...message.lines);
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const code = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too_large' : 'broken_file';
      settle(() => reject(new UnreadableList(code, {}, error)));
    });
    worker.on('exit', () => settle(() => reject(new UnreadableList('broken_file'))));
  });
}
