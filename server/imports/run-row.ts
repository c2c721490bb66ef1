import type { SentBackLine } from '../domain/imports/own-columns.ts';
import type { FoundScan } from '../domain/imports/scan-names.ts';
import type { MentionRow } from '../domain/row.ts';
import type { RowUnderstanding } from '../domain/understand-row.ts';
import { stableId } from '../ids.ts';
import type { ImportCounts, ImportProblem, Outcome } from './import.ts';

/** One line of the file with what became of it. */
export type RunRow = {
  line: number;
  cells: string[];
  /** Which line of which import it was before the partner mended it, where our own file came back. */
  sentBack: SentBackLine | null;
  row: MentionRow;
  /** By who he is, and (null where he has the partner's number) by all the row says: `judge` decides which is its key in the list. */
  identityKey: string;
  contentKey: string | null;
  rowKey: string;
  contentHash: string;
  mentionId: string;
  /** Whether the list had this mention before this import. */
  wasLive: boolean;
  outcome: Outcome;
  /** The scans it names, as written, and where they are found. */
  scans: { written: string; scan: FoundScan }[];
  understanding: RowUnderstanding;
  problems: ImportProblem[];
};

export type RunBatch = { rows: RunRow[]; counts: ImportCounts; lostLetters: number };

/** The key of a row whose own number turned out to be another man's: all it says. */
export const ownKeyOf = (contentHash: string): string => stableId('row', contentHash);

/** Something wrong with a whole line. */
export function problemAt(
  line: number,
  rule: string,
  severity: ImportProblem['severity'],
  values: ImportProblem['values'] = {},
): ImportProblem {
  return { line, field: null, rule, severity, key: `import.row.${rule}`, values, cells: null };
}
