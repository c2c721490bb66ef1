import type { NamelessAtSite } from './import.ts';
import type { RunRow } from './run-row.ts';

/** What is counted over all rows of a file beside their outcomes. */
export type RunTally = {
  add(rows: readonly RunRow[]): void;
  /** Mentions of the list that stood before and that this file still names, whatever becomes of the row. */
  stillNamed: ReadonlySet<string>;
  /** Unknown soldiers by the burial site of their rows, the fullest first; null where no known site is named. */
  nameless(): NamelessAtSite[];
};

export function createTally(): RunTally {
  const stillNamed = new Set<string>();
  const nameless = new Map<string | null, number>();
  return {
    stillNamed,
    add(rows) {
      for (const row of rows) {
        if (row.wasLive) stillNamed.add(row.mentionId);
        if (!row.problems.some(({ rule }) => rule === 'name.unknown_soldier')) continue;
        const { burialSiteId } = row.understanding.understood;
        nameless.set(burialSiteId, (nameless.get(burialSiteId) ?? 0) + 1);
      }
    },
    nameless: () =>
      [...nameless].map(([siteId, count]) => ({ siteId, count })).sort((one, other) => other.count - one.count),
  };
}
