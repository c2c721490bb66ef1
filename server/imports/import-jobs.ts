import { columnLabels } from '../domain/imports/column-labels.ts';
import { isSentBack } from '../domain/imports/own-columns.ts';
import type { MentionRow } from '../domain/row.ts';
import type { RowContext } from '../domain/understand-row.ts';
import { AppError, textsOf } from '../errors.ts';
import type { FileDisk } from '../files/file-disk.ts';
import type { Clock } from '../ids.ts';
import type { JobHandler, JobRun } from '../jobs/job.ts';
import type { JobRunner } from '../jobs/job-runner.ts';
import type { MentionService } from '../soldiers/mention-service.ts';
import type { DifferenceStore } from './difference-store.ts';
import { keepGone, sampleChanges } from './find-differences.ts';
import type { Import, ImportState } from './import.ts';
import { type Reading, type RunDeps, runRows } from './import-run.ts';
import type { ImportStore } from './import-store.ts';
import { openForReading } from './inspect-list.ts';
import type { QuarantineStore } from './quarantine-store.ts';
import { UnreadableList } from './read/sheet.ts';
import { problemAt, type RunBatch } from './run-row.ts';
import { createTally } from './run-tally.ts';
import type { Scans, ScanTie } from './scans.ts';
import { findSentAgain, type SentAgain } from './sent-again.ts';
import { undoImport } from './undo-import.ts';
import { quarantinedRows, writeRows } from './write-rows.ts';

export type ImportJobDeps = RunDeps & {
  imports: ImportStore;
  quarantine: Pick<QuarantineStore, 'insert' | 'removeOf' | 'waitingBefore' | 'markNewer' | 'unmarkNewer'>;
  disk: Pick<FileDisk, 'path'>;
  scans: Scans;
  differences: DifferenceStore;
  mentions: MentionService;
  contextFor(constants: MentionRow, asOf?: string): Promise<RowContext>;
  /** The import changed what is known: open requests are matched against it again. */
  onChanged(importId: string): Promise<void>;
  clock: Clock;
};

/** The long work of imports. Each job reads the file from its beginning, so that one that was cut off is simply done again. */
export function registerImportJobs(runner: JobRunner, deps: ImportJobDeps): void {
  runner.handle(
    'import.check',
    'heavy',
    step(deps, (item, run) => checkImport(deps, item, run)),
  );
  runner.handle(
    'import.apply',
    'heavy',
    step(deps, (item, run) => applyImport(deps, item, run)),
  );
  runner.handle(
    'import.undo',
    'heavy',
    step(deps, (item, run) => undo(deps, item, run)),
  );
}

type Step = (item: Import, run: JobRun) => Promise<Partial<Import>>;

/** Runs one step and keeps how it ended; a file that turns out to be no list ends it with words, not as a fault of ours. */
function step(deps: ImportJobDeps, act: Step): JobHandler {
  return async (payload, run) => {
    const id = String(payload.importId);
    const item = await deps.imports.findById(id);
    if (!item) throw new AppError('not_found', 'There is no such import');
    try {
      await deps.imports.save(id, await act(item, run));
    } catch (error) {
      const ended = endedBy(error, run.signal, item.state);
      // Not applied it holds no row of an earlier version: one whose taking back was stopped half way, neither.
      if (ended.state !== undefined && ended.state !== 'applied') await deps.quarantine.unmarkNewer(item);
      await deps.imports.save(id, ended);
      // What a person can act on is told on the import's page; trying again would say the same.
      if (error instanceof UnreadableList || error instanceof AppError) return { importId: id, failed: error.code };
      throw error;
    }
    return { importId: id };
  };
}

/** How an import stands after a step that did not reach its end. What is written stays: applying again goes on with the rest. */
function endedBy(error: unknown, signal: AbortSignal, state: ImportState): Partial<Import> {
  if (signal.aborted) return signal.reason === 'cancelled' ? { state: 'cancelled' } : {};
  if (error instanceof UnreadableList)
    return { state: 'failed', error: { key: `import.file.${error.code}`, values: error.values } };
  const back: ImportState = state === 'undoing' ? 'applied' : 'failed';
  if (error instanceof AppError)
    return { state: back, error: { key: error.messageKey ?? 'import.file.internal', values: textsOf(error.details) } };
  return { state: back, error: { key: 'import.file.internal', values: {} } };
}

async function readingOf(deps: ImportJobDeps, item: Import): Promise<Reading> {
  const path = deps.disk.path(item.sha256);
  const context = await deps.contextFor(item.constants, item.asOf ?? undefined);
  return {
    context,
    findScan: await deps.scans.finderFor(item),
    lines: async function* () {
      yield* (await openForReading(path, item.choice, item.form)).lines;
    },
  };
}

async function checkImport(deps: ImportJobDeps, item: Import, run: JobRun): Promise<Partial<Import>> {
  const { result } = await runThrough(deps, item, run, { write: false });
  return { ...result, state: 'checked' };
}

async function applyImport(deps: ImportJobDeps, item: Import, run: JobRun): Promise<Partial<Import>> {
  const { result, ties, again } = await runThrough(deps, item, run, { write: true });
  await deps.mentions.redrawDue();
  const broken = await keepScans(deps, item, ties, run);
  result.scansKept = ties.length - broken;
  result.problemCount = (result.problemCount ?? 0) + broken;
  await deps.imports.rememberMapping(
    item.listId,
    Object.fromEntries(columnLabels(item.columns).map((label, column) => [label, item.mapping[column] ?? null])),
  );
  await deps.onChanged(item.id);
  // Last: stopped before, the earlier versions still hold what waits in them.
  await again?.mark();
  return { ...result, again: again?.lines() ?? [], state: 'applied', appliedAt: deps.clock() };
}

/** Puts the scans beside their rows and tells of those that cannot be opened; answers how many these are. */
async function keepScans(deps: ImportJobDeps, item: Import, ties: readonly ScanTie[], run: JobRun): Promise<number> {
  const onDone = async (done: number) => {
    run.signal.throwIfAborted();
    await run.progress({ done, total: ties.length, text: 'import.progress.scans' });
  };
  const broken = await deps.scans.keep({ item, ties, onDone });
  await deps.scans.forgetReplaced(deps.clock());
  const problems = broken.map(({ line, written }) =>
    problemAt(line, 'scan_broken', 'doubtful', { text: written.slice(0, 100) }),
  );
  await deps.imports.insertProblems(item.id, problems);
  return problems.length;
}

type Through = { result: Partial<Import>; ties: readonly ScanTie[]; again: SentAgain | null };

async function runThrough(
  deps: ImportJobDeps,
  item: Import,
  run: JobRun,
  { write }: { write: boolean },
): Promise<Through> {
  const reading = await readingOf(deps, item);
  await deps.imports.clearFindings(item.id);
  await deps.quarantine.removeOf(item);
  await deps.differences.removeOf(item.id, 'gone');
  // Applied, what stood before is no longer there to be shown: what the check found stays.
  if (!write) await deps.differences.removeOf(item.id, 'changed');
  const sample = sampleChanges(deps, item);
  const again = write ? await findSentAgain(deps.quarantine, item) : null;
  const liveBefore = await deps.mentions.countLive(item.listId);
  const tally = createTally();
  const total = await countRows(item, reading);
  let problemCount = 0;
  let { counts, lostLetters } = { counts: item.counts, lostLetters: 0 };
  // The store writes one batch while the next is read and understood: no two batches touch the same row.
  const writer = oneBehind((batch: RunBatch) => writeRows(item, batch.rows, deps.mentions));
  try {
    for await (const batch of runRows(item, reading, deps)) {
      run.signal.throwIfAborted();
      if (write) await writer.begin(batch);
      else await sample(batch.rows);
      again?.see(batch.rows);
      tally.add(batch.rows);
      const problems = batch.rows.flatMap((row) => row.problems);
      problemCount += problems.length;
      await deps.imports.insertProblems(item.id, problems);
      await deps.quarantine.insert(quarantinedRows(item, batch.rows));
      ({ counts, lostLetters } = batch);
      await run.progress({
        done: counts.read,
        total,
        text: write ? 'import.progress.applying' : 'import.progress.checking',
      });
    }
  } finally {
    // However it ends: nothing more is written once the import says that it has failed or was cancelled.
    await writer.settled();
  }
  await writer.end();
  const listTotal = await deps.mentions.countLive(item.listId);
  // Applied, the live ones are those of this file and those that the partner no longer has; dry, those before count.
  const before = write ? listTotal - counts.added : liveBefore;
  const part = item.saidPart ?? isPartOf(item, { named: tally.stillNamed.size, before });
  const gone = part ? null : Math.max(0, before - tally.stillNamed.size);
  if (gone) await keepGone(deps, item, tally.stillNamed);
  const nameless = tally.nameless();
  const { ties } = tally;
  const result = { counts, lostLetters, problemCount, part, gone, listTotal, nameless, scansFound: tally.scansFound() };
  return { result, ties, again };
}

/** Of a list that has been sent before, a file that names fewer rows than this share is hardly all of it. */
const LEAST_OF_WHOLE = 1 / 3;

/** Whether a file brings only some rows of its list, as the mended ones of our own file: docs/decisions/0041. */
function isPartOf({ columns }: Import, { named, before }: { named: number; before: number }): boolean {
  return isSentBack(columns) || named < before * LEAST_OF_WHOLE;
}

/** How many rows there are to do: as the check counted them, else the file is read for it, which takes a moment. */
async function countRows({ counts, firstData }: Import, { lines }: Reading): Promise<number> {
  if (counts.read > 0) return counts.read;
  let count = 0;
  for await (const _line of lines()) count += 1;
  return Math.max(0, count - firstData);
}

/** Begins one piece of work when the one before is done, and lets the caller go on meanwhile. */
function oneBehind<T>(work: (piece: T) => Promise<void>): {
  begin(piece: T): Promise<void>;
  end(): Promise<void>;
  /** Done, whether it failed or not. */
  settled(): Promise<void>;
} {
  let current: Promise<{ error: unknown } | null> = Promise.resolve(null);
  const end = async () => {
    const failed = await current;
    if (failed) throw failed.error;
  };
  return {
    async begin(piece) {
      await end();
      // Kept as a value until somebody asks: a rejection that nobody waits for yet would end the process.
      current = work(piece).then(
        () => null,
        (error: unknown) => ({ error }),
      );
    },
    end,
    async settled() {
      await current;
    },
  };
}

async function undo(deps: ImportJobDeps, item: Import, run: JobRun): Promise<Partial<Import>> {
  await undoImport(item, deps, run);
  // What was decided on its rows goes with them: sent again, they are asked about again.
  await deps.quarantine.removeOf(item);
  await deps.scans.takeBack(item.id);
  await deps.onChanged(item.id);
  const listTotal = await deps.mentions.countLive(item.listId);
  return { state: 'undone', undoneAt: deps.clock(), listTotal, scansKept: 0 };
}
