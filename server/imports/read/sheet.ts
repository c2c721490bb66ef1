/** One line of a list: its number in the file, counted as the partner's own program counts it, and its cells as text. */
export type SheetLine = { line: number; cells: string[] };

/** What cannot be read at all, as a code that a text of `client/messages` explains. */
export type UnreadableCode =
  | 'empty_file'
  | 'not_a_list'
  | 'open_quote'
  | 'too_many_columns'
  | 'too_many_rows'
  | 'cell_too_long'
  | 'too_large'
  | 'broken_file'
  | 'broken_json'
  | 'no_such_sheet'
  | 'too_many_entries'
  | 'zip_paths'
  | 'zip_nested'
  | 'zip_password'
  | 'zip_method'
  | 'zip_no_list'
  | 'zip_several_lists'
  | 'zip_other_file'
  | 'zip_scan_too_large'
  | 'save_as_xlsx';

/** A file, or one line of it, that is no list. `line` is where reading stopped. */
export class UnreadableList extends Error {
  readonly code: UnreadableCode;
  readonly values: Record<string, string | number>;

  constructor(code: UnreadableCode, values: Record<string, string | number> = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(values)}`, { cause });
    this.name = 'UnreadableList';
    this.code = code;
    this.values = values;
  }
}

/** Limits that keep a broken or hostile file from costing more than a real list ever does. */
export const LIST_LIMITS = {
  bytes: 64 * 1024 * 1024,
  unpackedBytes: 512 * 1024 * 1024,
  rows: 300_000,
  columns: 300,
  cellCharacters: 20_000,
  sharedCharacters: 60_000_000,
  /** Files in a ZIP: a list and its scans, or the parts of a workbook. */
  zipEntries: 10_000,
  scanBytes: 25 * 1024 * 1024,
} as const;

/** Refuses a line that no list of people has. */
export function checkedLine(line: SheetLine): SheetLine {
  if (line.cells.length > LIST_LIMITS.columns)
    throw new UnreadableList('too_many_columns', { line: line.line, columns: line.cells.length });
  return line;
}
