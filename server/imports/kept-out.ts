import { identityOf } from '../domain/imports/row-identity.ts';
import { stableId } from '../ids.ts';
import type { MentionService } from '../soldiers/mention-service.ts';
import type { Import, ImportProblem } from './import.ts';
import type { ImportStore } from './import-store.ts';
import type { QuarantineStore } from './quarantine-store.ts';
import { readerOf } from './read-rows.ts';

export type KeptOutDeps = {
  imports: Pick<ImportStore, 'streamKeepingOut' | 'hasLater' | 'linesAgain'>;
  quarantine: Pick<QuarantineStore, 'waitingLines'>;
  mentions: Pick<MentionService, 'findRows'>;
};

/** A line that is not in the base, with all that keeps it out. `waits`: a person is asked about it; else it is no row as it stands. */
export type KeptOutLine = { problems: [ImportProblem, ...ImportProblem[]]; waits: boolean };

/** Lines that are looked up in the store together. */
const BATCH = 500;

/**
 * The lines of an import that are kept out to this day, in their order. Left out is what a person has decided on, and what came again
 * with a later version or part of the list that stands: in our own file, or under the partner's number.
 */
export async function* keptOut(item: Import, deps: KeptOutDeps): AsyncGenerator<KeptOutLine> {
  const waiting = await deps.quarantine.waitingLines(item.id);
  const isOpen = await openRejected(item, deps);
  for await (const batch of batchesOf(linesOf(deps.imports.streamKeepingOut(item.id)))) {
    const rejected = await isOpen(batch.filter(isRejected));
    for (const problems of batch) {
      const waits = !isRejected(problems);
      if (waits ? waiting.has(problems[0].line) : rejected.has(problems)) yield { problems, waits };
    }
  }
}

/** How many rejected lines the partner has still to mend. */
export async function countRejected(item: Import, deps: KeptOutDeps): Promise<number> {
  // With its file the copies of its lines went too.
  if (item.emptiedAt !== null) return 0;
  if (item.counts.rejected === 0 || !(await deps.imports.hasLater(item))) return item.counts.rejected;
  let count = 0;
  for await (const { waits } of keptOut(item, deps)) if (!waits) count += 1;
  return count;
}

type OfLine = KeptOutLine['problems'];

const isRejected = (problems: OfLine): boolean => problems.some(({ severity }) => severity === 'rejects');

/** Says which of these lines have not come again. */
async function openRejected(item: Import, deps: KeptOutDeps): Promise<(lines: OfLine[]) => Promise<Set<OfLine>>> {
  if (!(await deps.imports.hasLater(item))) return async (lines) => new Set(lines);
  const again = await deps.imports.linesAgain(item);
  const keyOf = numberKeyOf(item);
  return async (lines) => {
    const keys = new Map(lines.map((problems) => [problems, keyOf(problems)]));
    const wanted = [...new Set([...keys.values()].filter((key) => key !== null))];
    const stored = wanted.length === 0 ? [] : await deps.mentions.findRows(item.listId, wanted);
    const brought = new Set(
      stored.filter(({ state, importId }) => state === 'live' && importId > item.id).map(({ rowKey }) => rowKey),
    );
    return new Set(lines.filter((problems) => !again.has(problems[0].line) && !brought.has(keys.get(problems) ?? '')));
  };
}

/** The key of a line by the partner's own number; of a heading or a line of totals, which may stand beside a number, none. */
function numberKeyOf(item: Import): (problems: OfLine) => string | null {
  const { map } = readerOf(item);
  return (problems) => {
    const [{ cells }] = problems;
    if (cells === null || problems.some(({ field, severity }) => field === null && severity === 'rejects')) return null;
    const row = map(cells);
    return row.externalId ? stableId('row', identityOf(row)) : null;
  };
}

/** All problems of a line together. */
async function* linesOf(problems: AsyncIterable<ImportProblem>): AsyncGenerator<OfLine> {
  let ofLine: OfLine | null = null;
  for await (const problem of problems) {
    if (ofLine?.[0].line === problem.line) ofLine.push(problem);
    else {
      if (ofLine) yield ofLine;
      ofLine = [problem];
    }
  }
  if (ofLine) yield ofLine;
}

async function* batchesOf<T>(all: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const one of all) {
    batch.push(one);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
