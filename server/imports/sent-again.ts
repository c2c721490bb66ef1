import type { Import } from './import.ts';
import type { QuarantinedRow, QuarantineStore } from './quarantine-store.ts';
import type { RunRow } from './run-row.ts';

/**
 * Finds out which rows that wait in earlier imports of the list this one brings again, mended or as they were, and marks them: people
 * decide on the newer one. A row is known again by its key, its content, or the line that our own file names.
 */
export async function markSentAgain(
  quarantine: Pick<QuarantineStore, 'waitingBefore' | 'markNewer'>,
  item: Pick<Import, 'id' | 'listId'>,
): Promise<(rows: readonly RunRow[]) => Promise<void>> {
  const waiting = await quarantine.waitingBefore(item);
  if (waiting.length === 0) return () => Promise.resolve();
  return async (rows) => {
    const held = new Set(rows.filter(({ outcome }) => outcome !== 'rejected').flatMap(signsOf));
    const again = waiting.filter((row) => namesOf(row).some((name) => held.has(name)));
    await quarantine.markNewer(
      again.map(({ id }) => id),
      item.id,
    );
  };
}

function signsOf({ rowKey, identityKey, contentKey, contentHash, sentBack }: RunRow): string[] {
  const line = sentBack === null ? [] : [lineName(sentBack.importId, sentBack.line)];
  return [rowKey, identityKey, contentKey ?? '', contentHash, ...line];
}

/** A number that two rows have is the key of the first of them: it says nothing of the one that waits. */
function namesOf({ importId, line, rowKey, ownKey, contentHash, rule }: QuarantinedRow): string[] {
  return [...(rule === 'same_key' ? [] : [rowKey]), ownKey, contentHash, lineName(importId, line)];
}

const lineName = (importId: string, line: number): string => `${importId}:${line}`;
