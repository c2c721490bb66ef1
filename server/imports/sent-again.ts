import type { Import, LinesAgain } from './import.ts';
import type { QuarantineStore, WaitingKeys } from './quarantine-store.ts';
import type { RunRow } from './run-row.ts';

/** Remembers what the rows of a file bring again, and marks it once all of the file is in. */
export type SentAgain = {
  see(rows: readonly RunRow[]): void;
  mark(): Promise<void>;
  /** The lines that our own file names, also of rows that are kept out once more: they stand in the newer import's file. */
  lines(): LinesAgain[];
};

/**
 * Finds out which rows that wait in earlier imports of the list this one brings again, mended or as they were, and marks them: people
 * decide on the newer one. A row is known again by the partner's number, its content, or the line that our own file names; that he has
 * the same name and birth is not enough, for he may be a namesake.
 */
export async function findSentAgain(
  quarantine: Pick<QuarantineStore, 'waitingBefore' | 'markNewer'>,
  item: Pick<Import, 'id' | 'listId'>,
): Promise<SentAgain> {
  const waiting = new Map<string, string[]>();
  for (const keys of await quarantine.waitingBefore(item))
    for (const name of namesOf(keys)) waiting.set(name, [...(waiting.get(name) ?? []), keys.id]);
  const again = new Set<string>();
  const lines = new Map<string, Set<number>>();
  return {
    see(rows) {
      for (const row of rows) {
        const { sentBack } = row;
        if (sentBack) lines.set(sentBack.importId, (lines.get(sentBack.importId) ?? new Set()).add(sentBack.line));
        if (row.outcome === 'rejected' || waiting.size === 0) continue;
        for (const sign of signsOf(row)) for (const id of waiting.get(sign) ?? []) again.add(id);
      }
    },
    mark: () => quarantine.markNewer([...again], item.id),
    lines: () => [...lines].map(([importId, ofImport]) => ({ importId, lines: [...ofImport] })),
  };
}

function signsOf({ rowKey, contentKey, contentHash, sentBack }: RunRow): string[] {
  const line = sentBack === null ? [] : [lineName(sentBack.importId, sentBack.line)];
  return [rowKey, contentKey ?? '', contentHash, ...line];
}

/**
 * Without a number his key is only who he seems to be. A number that two rows have is the key of the first of them: it says nothing of
 * the one that waits.
 */
function namesOf({ importId, line, rowKey, ownKey, contentHash, rule, numbered }: WaitingKeys): string[] {
  return [...(numbered && rule !== 'same_key' ? [rowKey] : []), ownKey, contentHash, lineName(importId, line)];
}

const lineName = (importId: string, line: number): string => `${importId}:${line}`;
