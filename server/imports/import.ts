import type { ColumnGuess } from '../domain/imports/column-guess.ts';
import type { Mapping } from '../domain/imports/map-row.ts';
import type { MentionRow, RowField } from '../domain/row.ts';
import type { ListForm } from './read/open-list.ts';

/** `uploaded` → `checked` (a dry run is done) → `applied` → perhaps `undone`. The words with -ing are a job's. */
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

/** In which nothing of an import stands in the base, unless it was stopped half way. */
export const UNUSED_STATES: readonly ImportState[] = ['uploaded', 'checked', 'failed', 'cancelled', 'undone'];

/** What became of the lines of a file. `read` is the sum of the others. */
export type ImportCounts = {
  read: number;
  added: number;
  updated: number;
  unchanged: number;
  duplicate: number;
  quarantined: number;
  rejected: number;
};

export type Outcome = Exclude<keyof ImportCounts, 'read'>;

export const noCounts: ImportCounts = {
  read: 0,
  added: 0,
  updated: 0,
  unchanged: 0,
  duplicate: 0,
  quarantined: 0,
  rejected: 0,
};

/** Lines of an earlier import that came again in our own file of the rows that were kept out of it. */
export type LinesAgain = { importId: string; lines: number[] };

export type NamelessAtSite = { siteId: string | null; count: number };

/** One version of a partner's list on its way in. */
export type Import = {
  id: string;
  partnerId: string;
  listId: string;
  listName: string;
  fileName: string;
  sha256: string;
  bytes: number;
  /** The ZIP in which the list came with its scans, and how many these are. */
  packed: { sha256: string; scans: number } | null;
  /** Scans for which a row of the file was found. */
  scansFound: number;
  /** Scans that lie beside their rows now. */
  scansKept: number;
  state: ImportState;
  form: ListForm | null;
  /** What a person chose over what was guessed. */
  choice: {
    encoding?: string | undefined;
    delimiter?: string | undefined;
    sheet?: string | undefined;
    /** Whether the list has a header. */
    header?: boolean | undefined;
  };
  /** Index of the first line of data among the lines that hold something. */
  firstData: number;
  columns: ColumnGuess[];
  mapping: Mapping;
  constants: MentionRow;
  /** When the list was drawn up (`1943`, `1943-05`): ages are counted from it. */
  asOf: string | null;
  /** What a person said of it: only some rows of the list were sent, or all of it. */
  saidPart: boolean | null;
  /** Whether it brings only some rows of its list: then it says nothing of the others. */
  part: boolean;
  counts: ImportCounts;
  problemCount: number;
  /** Rows of the partner's last version that this file no longer has. Kept, only told. A part of a list says nothing of them: null. */
  gone: number | null;
  /** How many mentions of this list the store holds. */
  listTotal: number | null;
  /** Rows about unknown soldiers: nobody is added, they are counted at their burial site. */
  nameless: NamelessAtSite[];
  /** What it brought again of earlier imports, as far as the file itself says so. */
  again: LinesAgain[];
  /** Lines whose Kazakh letters were lost before the file came. */
  lostLetters: number;
  jobId: string | null;
  /** Why it could not be read, as a message key with values. */
  error: { key: string; values: Record<string, string | number> } | null;
  createdBy: string;
  example: boolean;
  version: number;
  createdAt: Date;
  appliedAt: Date | null;
  undoneAt: Date | null;
  /** Who took it back and why, as far as it was said; `partnerId` where it was the partner itself. */
  takenBack: { by: string; partnerId: string | null; reason: string | null } | null;
  /** When the file was cleared away, because it was never brought in or was taken back. */
  emptiedAt: Date | null;
};

/** A text that is called a workbook: some programs name what they write so. It is read, and the reader is told. */
export function isMisnamed({ fileName, form }: Pick<Import, 'fileName' | 'form'>): boolean {
  return form?.kind === 'csv' && /\.(?:xlsx?|ods)$/i.test(fileName);
}

/** One thing wrong or doubtful in a line. `rule` is stable for programs; `key` is the text a person reads. */
export type ImportProblem = {
  line: number;
  field: RowField | null;
  rule: string;
  severity: 'rejects' | 'quarantines' | 'doubtful';
  key: string;
  values: Record<string, string | number>;
  /** The line as it stood, for the file of rejected rows; only with problems that keep it out. */
  cells: string[] | null;
};

/** A partner's list: its imports are its versions. */
export type PartnerList = {
  id: string;
  partnerId: string;
  name: string;
  /** Offered again for the next version. */
  lastMapping: Record<string, string | null> | null;
  createdAt: Date;
};
