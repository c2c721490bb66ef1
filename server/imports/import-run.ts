import { createDittoReader } from '../domain/imports/ditto.ts';
import { createRowMapper } from '../domain/imports/map-row.ts';
import { createRowSieve, type NotARow } from '../domain/imports/not-a-row.ts';
import { contentOf, identityOf } from '../domain/imports/row-identity.ts';
import { rowPlanOf } from '../domain/imports/row-plan.ts';
import type { MentionRow } from '../domain/row.ts';
import { type RowContext, type RowUnderstanding, understandRow } from '../domain/understand-row.ts';
import { stableId } from '../ids.ts';
import type { MentionService, NewMention } from '../soldiers/mention-service.ts';
import type { KnownRow } from '../soldiers/mention-store.ts';
import { importedMentionId } from '../soldiers/record-ids.ts';
import { type Import, type ImportCounts, type ImportProblem, noCounts, type Outcome } from './import.ts';
import type { QuarantinedRow, QuarantineVerdict } from './quarantine-store.ts';
import { hasLostLetters } from './read/lost-letters.ts';
import type { SheetLine } from './read/sheet.ts';

/** One line of the file with what became of it. */
export type RunRow = {
  line: number;
  cells: string[];
  row: MentionRow;
  /** By who he is, and (null where he has the partner's number) by all the row says: `judge` decides which is its key in the list. */
  identityKey: string;
  contentKey: string | null;
  rowKey: string;
  contentHash: string;
  mentionId: string;
  outcome: Outcome;
  understanding: RowUnderstanding;
  problems: ImportProblem[];
};

export type RunBatch = { rows: RunRow[]; counts: ImportCounts; lostLetters: number };

export type RunDeps = {
  mentions: Pick<MentionService, 'hasRows' | 'findRows' | 'findVersions' | 'addMentions' | 'updateMentions'>;
  /** Of these soldiers, those about whom a person has decided: a list does not change what was decided on. */
  decidedSoldiers(ids: string[]): Promise<Set<string>>;
  /** What people said of quarantined rows of this list before, by the row's content. */
  settledRows(listId: string): Promise<Map<string, QuarantineVerdict>>;
};

/**
 * Rows that are judged and written together. Each batch touches nearly every page of the store's indexes, whose keys are hashes, so
 * few large ones cost less than many small ones.
 */
const BATCH = 1500;

/** A file may be read twice: namesakes without a number of their own must be known before the first of them is judged. */
export type Reading = { lines: () => AsyncIterable<SheetLine>; context: RowContext };

/**
 * Reads the lines and says of each what becomes of it: the same function for the dry run and for the real one, which only writes
 * what this yields. Reading the file again after a crash gives the same outcomes, for a row this import has written already is
 * counted as what it was then.
 */
export async function* runRows(item: Import, { lines, context }: Reading, deps: RunDeps): AsyncGenerator<RunBatch> {
  const reader = readerOf(item);
  const isNew = !(await deps.mentions.hasRows(item.listId));
  const namesakes = remembered(() => findNamesakes(item, reader, lines()));
  const settled = await deps.settledRows(item.listId);
  const seen = new Map<string, number>();
  let counts = noCounts;
  let lostLetters = 0;
  for await (const batch of batches(lines(), item.firstData)) {
    const rows = await readRows(item, batch, { reader, context });
    const known: Map<string, Known> = isNew ? new Map() : await knownRows(item, rows, deps);
    // Where the partner numbers his rows nobody has to read the file for namesakes first.
    const doubled = rows.every(({ row }) => row.externalId) ? NOBODY : await namesakes();
    for (const row of rows) {
      judge(row, { item, seen, known, namesakes: doubled, settled });
      counts = { ...counts, read: counts.read + 1, [row.outcome]: counts[row.outcome] + 1 };
      if (row.problems.some((problem) => problem.rule === 'letters_lost')) lostLetters += 1;
    }
    yield { rows, counts, lostLetters };
  }
}

const NOBODY: ReadonlySet<string> = new Set();

function remembered<T>(find: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | null = null;
  return () => {
    found ??= find();
    return found;
  };
}

/** How the lines of this list are read as rows. */
type RowReader = {
  map: (cells: readonly string[]) => MentionRow;
  notARow: (cells: readonly string[]) => NotARow | null;
};

function readerOf({ columns, mapping, constants }: Import): RowReader {
  return {
    map: createRowMapper(rowPlanOf(columns, mapping, constants)),
    notARow: createRowSieve(
      columns.map((column) => column.header),
      mapping,
    ),
  };
}

/** Identities that stand in this file with more than one content: two men, as far as anybody can tell. */
async function findNamesakes(item: Import, reader: RowReader, lines: AsyncIterable<SheetLine>): Promise<Set<string>> {
  const first = new Map<string, string>();
  const namesakes = new Set<string>();
  for await (const batch of batches(lines, item.firstData)) {
    for (const { cells } of batch) {
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

async function* batches(lines: AsyncIterable<SheetLine>, skip: number): AsyncGenerator<SheetLine[]> {
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
async function readRows(item: Import, batch: SheetLine[], reading: ReadingRow): Promise<RunRow[]> {
  const rows: RunRow[] = [];
  for (const line of batch) {
    rows.push(readRow(item, line, reading));
    if (rows.length % AT_ONCE === 0) await new Promise(setImmediate);
  }
  return rows;
}

type ReadingRow = { reader: RowReader; context: RowContext };

function readRow(item: Import, { line, cells }: SheetLine, { reader, context }: ReadingRow): RunRow {
  const row = reader.map(cells);
  const notARow = reader.notARow(cells);
  const understanding = understandRow(row, context);
  const identityKey = stableId('row', identityOf(row));
  const contentHash = stableId('content', contentOf(row));
  const problems =
    notARow === null
      ? understanding.problems.map(
          (problem): ImportProblem => ({ line, ...problem, cells: problem.severity === 'rejects' ? cells : null }),
        )
      : [{ ...problemAt(line, notARow, 'rejects'), cells }];
  if (cells.some(hasLostLetters)) problems.push(problemAt(line, 'letters_lost', 'doubtful'));
  const width = item.columns.length;
  if (width > 0 && cells.slice(width).some((cell) => cell !== ''))
    problems.push(problemAt(line, 'more_cells_than_columns', 'doubtful'));
  return {
    line,
    cells,
    row,
    identityKey,
    contentKey: row.externalId ? null : stableId('row', contentHash),
    rowKey: identityKey,
    contentHash,
    mentionId: '',
    outcome: 'added',
    understanding,
    problems,
  };
}

function problemAt(
  line: number,
  rule: string,
  severity: ImportProblem['severity'],
  values: ImportProblem['values'] = {},
): ImportProblem {
  return { line, field: null, rule, severity, key: `import.row.${rule}`, values, cells: null };
}

/** What is stored of a row already. `wasLive`: before this import touched it. */
type Known = KnownRow & { decided: boolean; byThisImport: boolean; wasLive: boolean };

async function knownRows(item: Import, rows: RunRow[], deps: RunDeps): Promise<Map<string, Known>> {
  // A row without a number may be stored under either key: an earlier version of the list may have had his namesake.
  const keys = rows.flatMap(({ identityKey, contentKey }) =>
    contentKey === null ? identityKey : [identityKey, contentKey],
  );
  const found = await deps.mentions.findRows(item.listId, [...new Set(keys)]);
  const decided = await deps.decidedSoldiers(found.map((one) => one.soldierId));
  const touched = found.filter((one) => one.importId === item.id && one.version > 1);
  const before = new Map<string, boolean>();
  for (const version of await deps.mentions.findVersions(touched.map((one) => one.id))) {
    // Oldest first: the last one kept is the content that stood before this import.
    if (version.origin.kind === 'import' && version.origin.importId !== item.id)
      before.set(version.id, version.state === 'live');
  }
  return new Map(
    found.map((one) => {
      const byThisImport = one.importId === item.id;
      const wasLive = byThisImport ? (before.get(one.id) ?? false) : one.state === 'live';
      return [one.rowKey, { ...one, byThisImport, wasLive, decided: decided.has(one.soldierId) }];
    }),
  );
}

type Judging = {
  item: Import;
  seen: Map<string, number>;
  known: Map<string, Known>;
  namesakes: ReadonlySet<string>;
  settled: ReadonlyMap<string, QuarantineVerdict>;
};

function judge(row: RunRow, judging: Judging): void {
  const { item, known } = judging;
  row.rowKey = keyOf(row, judging);
  row.mentionId = importedMentionId(item.partnerId, item.listId, row.rowKey);
  row.outcome = outcomeInFile(row, judging.seen) ?? outcomeAgainstStore(row, known.get(row.rowKey));
  if (row.outcome === 'quarantined') settle(row, judging.settled.get(row.contentHash));
}

/**
 * The partner's own number, where there is one, is the key. Else who he is, unless the file has namesakes that only differ in the
 * rest: then all the row says. A row that is stored already keeps the key it has.
 */
function keyOf(row: RunRow, { known, namesakes }: Judging): string {
  const { identityKey, contentKey, contentHash } = row;
  if (contentKey === null || known.get(identityKey)?.contentHash === contentHash) return identityKey;
  return known.has(contentKey) || namesakes.has(identityKey) ? contentKey : identityKey;
}

/** A person was asked about this very row before: it stays as it was decided, and nobody is asked again. */
function settle(row: RunRow, verdict: QuarantineVerdict | undefined): void {
  if (verdict === undefined) return;
  row.problems = row.problems.filter((problem) => problem.severity !== 'quarantines');
  row.problems.push(problemAt(row.line, `settled_${verdict}`, 'doubtful'));
  row.outcome = 'unchanged';
}

/** What the file alone says: a row that is none, the same row twice, one number for two different rows. */
function outcomeInFile(row: RunRow, seen: Map<string, number>): Outcome | null {
  if (row.problems.some((problem) => problem.severity === 'rejects')) return 'rejected';
  const twin = seen.get(`${row.rowKey} ${row.contentHash}`);
  if (twin !== undefined) {
    row.problems.push(problemAt(row.line, 'duplicate', 'doubtful', { first: twin }));
    return 'duplicate';
  }
  const sameKey = seen.get(row.rowKey);
  seen.set(`${row.rowKey} ${row.contentHash}`, row.line);
  if (sameKey === undefined) {
    seen.set(row.rowKey, row.line);
    return null;
  }
  row.problems.push({ ...problemAt(row.line, 'same_key', 'quarantines', { first: sameKey }), cells: row.cells });
  return 'quarantined';
}

function outcomeAgainstStore(row: RunRow, known: Known | undefined): Outcome {
  if (!known?.wasLive) return 'added';
  if (known.byThisImport) return 'updated';
  if (known.contentHash === row.contentHash) return 'unchanged';
  if (!known.decided) return 'updated';
  row.problems.push({ ...problemAt(row.line, 'decided', 'quarantines'), cells: row.cells });
  return 'quarantined';
}

/** Writes what a batch changes. Writing it again after a crash changes nothing more. */
export async function writeRows(item: Import, rows: RunRow[], mentions: RunDeps['mentions']): Promise<void> {
  const added = rows.filter((row) => row.outcome === 'added').map((row) => toMention(item, row));
  const updated = rows.filter((row) => row.outcome === 'updated').map((row) => toMention(item, row));
  const result = await mentions.addMentions(added);
  // A mention that was taken back once is there already: it comes back with its new content.
  const back = result.added < added.length ? added : [];
  const changed = await stillToWrite(item, [...back, ...updated], mentions);
  if (changed.length > 0) await mentions.updateMentions(changed);
}

async function stillToWrite(
  item: Import,
  candidates: NewMention[],
  mentions: RunDeps['mentions'],
): Promise<NewMention[]> {
  if (candidates.length === 0) return [];
  const keys = candidates.map((one) => (one.origin.kind === 'import' ? one.origin.rowKey : ''));
  const stored = new Map((await mentions.findRows(item.listId, keys)).map((one) => [one.id, one]));
  return candidates.filter((one) => {
    const now = stored.get(one.id);
    return !(now?.importId === item.id && now.state === 'live');
  });
}

function toMention(item: Import, row: RunRow): NewMention {
  const { partnerId, listId, id: importId } = item;
  const { line, rowKey, contentHash, understanding } = row;
  return {
    id: row.mentionId,
    origin: { kind: 'import', partnerId, listId, importId, line, rowKey, contentHash },
    written: row.row,
    understood: understanding.understood,
    sensitive: understanding.sensitive,
    example: item.example,
  };
}

/** The rows that wait for a person, as they are kept. */
export function quarantinedRows(item: Import, rows: RunRow[]): QuarantinedRow[] {
  return rows
    .filter((row) => row.outcome === 'quarantined')
    .map(({ line, mentionId, rowKey, contentHash, row, problems }) => ({
      id: `${item.id}:${line}`,
      importId: item.id,
      listId: item.listId,
      line,
      mentionId,
      rowKey,
      ownKey: stableId('row', contentHash),
      contentHash,
      row,
      decision: null,
      rule: problems.find((problem) => problem.severity === 'quarantines')?.rule ?? '',
    }));
}
