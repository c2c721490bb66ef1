import type { Progress } from '../../parts/progress-text.ts';

export type Counts = Record<
  'read' | 'added' | 'updated' | 'unchanged' | 'duplicate' | 'quarantined' | 'rejected',
  number
>;

export type ImportColumn = {
  column: number;
  header: string;
  label: string;
  target: string | null;
  guess: string | null;
  confidence: number;
  /** One of ours, in a file of rejected rows that came back. */
  own: boolean;
  /** Names of files, though no scans came with the list. */
  namesScans?: true;
  samples: string[];
};

export type ImportState =
  | 'uploaded'
  | 'checking'
  | 'checked'
  | 'applying'
  | 'applied'
  | 'undoing'
  | 'undone'
  | 'failed'
  | 'cancelled';

/** An import as the API tells it. */
export type ImportItem = {
  id: string;
  state: ImportState;
  listName: string;
  fileName: string;
  misnamed: boolean;
  form: { kind: string; encoding: string; encodingSure: boolean; sheet: string | null; sheets: string[] } | null;
  choice: { encoding?: string; delimiter?: string; sheet?: string; header?: boolean };
  firstData: number;
  constants: Record<string, string>;
  asOf: string | null;
  part: boolean;
  scans: number;
  scansFound: number;
  scansKept: number;
  nameless: { siteId: string | null; count: number }[];
  columns: ImportColumn[];
  counts: Counts;
  problemCount: number;
  gone: number | null;
  listTotal: number | null;
  waiting: number;
  stillRejected: number;
  lostLetters: number;
  error: string | null;
  jobId: string | null;
  createdAt: string;
  appliedAt: string | null;
  emptiedAt: string | null;
  takenBack: { at: string; by: string | null; reason: string | null } | null;
  /** When its file goes, because it was never brought in or was taken back. */
  keptUntil: string | null;
};

export type Problem = { line: number; field: string | null; rule: string; text: string };
export type WaitingRow = {
  line: number;
  rule: string;
  text: string;
  row: Record<string, string>;
  stored: Record<string, string> | null;
  differs: string[];
  decision: { verdict: 'taken' | 'dismissed'; reason: string } | null;
  newer: string | null;
};
export type Difference = {
  place: number;
  before: Record<string, string>;
  after: Record<string, string> | null;
  differs: string[];
};
export type ListScan = {
  id: string;
  kind: 'picture' | 'pdf';
  name: string | null;
  line: number | null;
  row: Record<string, string>;
};
export type JobShape = { state: string; progress: Progress };

export const isWorking = (state: ImportState): boolean => state.endsWith('ing');
