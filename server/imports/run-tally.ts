import type { NamelessAtSite, Outcome } from './import.ts';
import type { RunRow } from './run-row.ts';
import type { ScanTie } from './scans.ts';

/** What is counted over all rows of a file beside their outcomes. */
export type RunTally = {
  add(rows: readonly RunRow[]): void;
  /** Mentions of the list that stood before and that this file still names, whatever becomes of the row. */
  stillNamed: ReadonlySet<string>;
  /** Unknown soldiers by the burial site of their rows, the fullest first; null where no known site is named. */
  nameless(): NamelessAtSite[];
  /** Scans of rows that are in the list. */
  ties: readonly ScanTie[];
  /** The same with those of rows that wait: their scans come in with them. */
  scansFound(): number;
};

const IS_IN: ReadonlySet<Outcome> = new Set(['added', 'updated', 'unchanged']);

export function createTally(): RunTally {
  const stillNamed = new Set<string>();
  const ties: ScanTie[] = [];
  let ofWaiting = 0;
  const nameless = new Map<string | null, number>();
  return {
    stillNamed,
    ties,
    scansFound: () => ties.length + ofWaiting,
    add(rows) {
      for (const row of rows) {
        if (row.wasLive) stillNamed.add(row.mentionId);
        if (IS_IN.has(row.outcome))
          for (const scan of row.scans) ties.push({ mentionId: row.mentionId, line: row.line, ...scan });
        if (row.outcome === 'quarantined') ofWaiting += row.scans.length;
        if (!row.problems.some(({ rule }) => rule === 'name.unknown_soldier')) continue;
        const { burialSiteId } = row.understanding.understood;
        nameless.set(burialSiteId, (nameless.get(burialSiteId) ?? 0) + 1);
      }
    },
    nameless: () =>
      [...nameless].map(([siteId, count]) => ({ siteId, count })).sort((one, other) => other.count - one.count),
  };
}
