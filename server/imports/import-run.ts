import type { ScanFinder } from '../domain/imports/scan-names.ts';
import type { RowContext } from '../domain/understand-row.ts';
import { remembered } from '../remembered.ts';
import type { MentionService } from '../soldiers/mention-service.ts';
import { type Import, noCounts } from './import.ts';
import { judge, type Known } from './judge-row.ts';
import type { QuarantineVerdict } from './quarantine-store.ts';
import type { SheetLine } from './read/sheet.ts';
import { batches, findNamesakes, readerOf, readRows } from './read-rows.ts';
import type { RunBatch, RunRow } from './run-row.ts';

export type RunDeps = {
  mentions: Pick<MentionService, 'hasRows' | 'findRows' | 'findVersions' | 'addMentions' | 'updateMentions'>;
  /** Of these soldiers, those about whom a person has decided: a list does not change what was decided on. */
  decidedSoldiers(ids: string[]): Promise<Set<string>>;
  /** What people said of quarantined rows of this list before, by the row's content. */
  settledRows(listId: string): Promise<Map<string, QuarantineVerdict>>;
};

/** A file may be read twice: namesakes without a number of their own must be known before the first of them is judged. */
export type Reading = { lines: () => AsyncIterable<SheetLine>; context: RowContext; findScan: ScanFinder | null };

/**
 * Reads the lines and says of each what becomes of it: the same function for the dry run and for the real one, which only writes
 * what this yields. Reading the file again after a crash gives the same outcomes, for a row this import has written already is
 * counted as what it was then.
 */
export async function* runRows(item: Import, reading: Reading, deps: RunDeps): AsyncGenerator<RunBatch> {
  const { lines, context, findScan } = reading;
  const reader = readerOf(item);
  const isNew = !(await deps.mentions.hasRows(item.listId));
  const namesakes = remembered(() => findNamesakes(item, reader, lines()));
  const settled = await deps.settledRows(item.listId);
  const seen = new Map<string, number>();
  let counts = noCounts;
  let lostLetters = 0;
  for await (const batch of batches(lines(), item.firstData)) {
    const rows = await readRows(item, batch, { reader, context, findScan });
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
