import type { KnownRow } from '../soldiers/mention-store.ts';
import { importedMentionId } from '../soldiers/record-ids.ts';
import type { Import, ImportProblem, Outcome } from './import.ts';
import type { QuarantineVerdict } from './quarantine-store.ts';
import { ownKeyOf, problemAt, type RunRow } from './run-row.ts';

/** What is stored of a row already. `wasLive`: before this import touched it. */
export type Known = KnownRow & { decided: boolean; byThisImport: boolean; wasLive: boolean };

export type Judging = {
  item: Import;
  seen: Map<string, number>;
  known: Map<string, Known>;
  namesakes: ReadonlySet<string>;
  settled: ReadonlyMap<string, QuarantineVerdict>;
};

/** Says what becomes of a row, from the file so far, from the store and from what people said of it before. */
export function judge(row: RunRow, judging: Judging): void {
  const { item, known } = judging;
  row.rowKey = keyOf(row, judging);
  row.mentionId = importedMentionId(item.partnerId, item.listId, row.rowKey);
  row.wasLive = known.get(row.rowKey)?.wasLive === true;
  row.outcome = outcomeInFile(row, judging.seen) ?? outcomeAgainstStore(row, known.get(row.rowKey));
  if (row.outcome === 'quarantined') settle(row, judging.settled.get(row.contentHash), item);
  // A row that is stored just so, or is kept out for another reason, waits for nobody.
  else row.problems = row.problems.map(asDoubtful);
}

function asDoubtful(problem: ImportProblem): ImportProblem {
  return problem.severity === 'quarantines' ? { ...problem, severity: 'doubtful', cells: null } : problem;
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
function settle(row: RunRow, verdict: QuarantineVerdict | undefined, { partnerId, listId }: Import): void {
  if (verdict === undefined) return;
  if (verdict === 'taken') {
    // With a number that is another man's he was taken in under a key of his own.
    if (row.problems.some(({ rule }) => rule === 'same_key')) {
      row.rowKey = ownKeyOf(row.contentHash);
      row.mentionId = importedMentionId(partnerId, listId, row.rowKey);
    }
    row.wasLive = true;
  } else {
    // What stands under its key is another man, or another word on him: its scans are no papers of his.
    row.scans = [];
  }
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
  const isStored = known?.wasLive === true && !known.byThisImport && known.contentHash === row.contentHash;
  if (isStored) return 'unchanged';
  // Whoever takes a row in that cannot be true is told, too, that it would change what a decision rests on.
  if (known?.wasLive && !known.byThisImport && known.decided)
    row.problems.push({ ...problemAt(row.line, 'decided', 'quarantines'), cells: row.cells });
  if (row.problems.some(({ severity }) => severity === 'quarantines')) return 'quarantined';
  return known?.wasLive ? 'updated' : 'added';
}
