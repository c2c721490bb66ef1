import { createDittoReader } from '../domain/imports/ditto.ts';
import { createRowMapper } from '../domain/imports/map-row.ts';
import { createRowSieve, type NotARow } from '../domain/imports/not-a-row.ts';
import { createOwnColumnReader, type OwnColumnReader } from '../domain/imports/own-columns.ts';
import { contentOf, identityOf } from '../domain/imports/row-identity.ts';
import { rowPlanOf } from '../domain/imports/row-plan.ts';
import { type ScanFinder, scanNamesOf } from '../domain/imports/scan-names.ts';
import type { MentionRow } from '../domain/row.ts';
import { type RowContext, understandRow } from '../domain/understand-row.ts';
import { stableId } from '../ids.ts';
import type { Import, ImportProblem } from './import.ts';
import { hasLostLetters } from './read/lost-letters.ts';
import type { SheetLine } from './read/sheet.ts';
import { ownKeyOf, problemAt, type RunRow } from './run-row.ts';

/**
 * Rows that are judged and written together. Each batch touches nearly every page of the store's indexes, whose keys are hashes, so
 * few large ones cost less than many small ones.
 */
const BATCH = 1500;

/** How the lines of this list are read as rows. */
export type RowReader = OwnColumnReader & {
  map: (cells: readonly string[]) => MentionRow;
  notARow: (cells: readonly string[]) => NotARow | null;
  /** What its cells for scans say. */
  scans: (cells: readonly string[]) => string[];
};

export function readerOf({ columns, mapping, constants }: Import): RowReader {
  return {
    ...createOwnColumnReader(columns),
    map: createRowMapper(rowPlanOf(columns, mapping, constants)),
    notARow: createRowSieve(
      columns.map((column) => column.header),
      mapping,
    ),
    scans: (cells) => mapping.flatMap((target, at) => (target === 'scan' ? scanNamesOf(cells[at] ?? '') : [])),
  };
}

/** Identities that stand in this file with more than one content: two men, as far as anybody can tell. */
export async function findNamesakes(
  item: Import,
  reader: RowReader,
  lines: AsyncIterable<SheetLine>,
): Promise<Set<string>> {
  const first = new Map<string, string>();
  const namesakes = new Set<string>();
  for await (const batch of batches(lines, item.firstData)) {
    for (const line of batch) {
      const cells = reader.bare(line.cells);
      const row = reader.map(cells);
      if (row.externalId || reader.notARow(cells) !== null) continue;
      const identity = stableId('row', identityOf(row));
      const content = stableId('content', contentOf(row));
      const before = first.get(identity);
      if (before === undefined) first.set(identity, content);
      else if (before !== content) namesakes.add(identity);
    }
    await new Promise(setImmediate);
  }
  return namesakes;
}

export async function* batches(lines: AsyncIterable<SheetLine>, skip: number): AsyncGenerator<SheetLine[]> {
  let batch: SheetLine[] = [];
  let index = 0;
  const readDittos = createDittoReader();
  for await (const { line, cells } of lines) {
    index += 1;
    if (index <= skip) continue;
    batch.push({ line, cells: readDittos(cells) });
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

const AT_ONCE = 100;

/** Reads a batch, and lets a waiting page be answered every few hundredths of a second. */
export async function readRows(item: Import, batch: SheetLine[], reading: ReadingRow): Promise<RunRow[]> {
  const rows: RunRow[] = [];
  for (const line of batch) {
    rows.push(readRow(item, line, reading));
    if (rows.length % AT_ONCE === 0) await new Promise(setImmediate);
  }
  return rows;
}

type ReadingRow = { reader: RowReader; context: RowContext; findScan: ScanFinder | null };

function readRow(item: Import, { line, cells: all }: SheetLine, { reader, context, findScan }: ReadingRow): RunRow {
  const cells = reader.bare(all);
  const row = reader.map(cells);
  const notARow = reader.notARow(cells);
  const understanding = understandRow(row, context);
  const identityKey = stableId('row', identityOf(row));
  const contentHash = stableId('content', contentOf(row));
  const problems =
    notARow === null
      ? understanding.problems.map(
          (problem): ImportProblem => ({ line, ...problem, cells: problem.severity === 'doubtful' ? null : cells }),
        )
      : [{ ...problemAt(line, notARow, 'rejects'), cells }];
  if (cells.some(hasLostLetters)) problems.push(problemAt(line, 'letters_lost', 'doubtful'));
  const width = item.columns.length;
  if (width > 0 && cells.slice(width).some((cell) => cell !== ''))
    problems.push(problemAt(line, 'more_cells_than_columns', 'doubtful'));
  const scans: RunRow['scans'] = [];
  if (findScan !== null)
    for (const written of reader.scans(cells)) {
      const scan = findScan(written);
      if (typeof scan === 'object') scans.push({ written, scan });
      else problems.push(problemAt(line, `scan_${scan}`, 'doubtful', { text: written.slice(0, 100) }));
    }
  return {
    line,
    cells,
    sentBack: reader.lineOf(all),
    row,
    identityKey,
    contentKey: row.externalId ? null : ownKeyOf(contentHash),
    rowKey: identityKey,
    contentHash,
    mentionId: '',
    wasLive: false,
    outcome: 'added',
    scans,
    understanding,
    problems,
  };
}
