import { readFate } from '../fate.ts';
import type { MentionRow, RowField } from '../row.ts';
import { fieldsOfTarget, type HeaderTarget, mayBeMany, PARTS } from './compounds.ts';
import { serialDayText } from './serial-days.ts';
import { splitCell, takeDate } from './split-cell.ts';

/** Where each column goes, by its place; null keeps a column out of the rows (the file itself is kept). */
export type Mapping = (HeaderTarget | null)[];

/** What a list says of all its rows: where its columns go, what stands before values in the notes, what holds for every row. */
export type RowPlan = {
  mapping: Mapping;
  /** Headers of columns whose values mean nothing without them; empty for the others. */
  labels?: readonly string[];
  /** Columns whose dates are a spreadsheet's day numbers. */
  serialDays?: ReadonlySet<number>;
  /** Columns whose heading says that their date is of a death, and the word for it in the heading's language. */
  deaths?: ReadonlyMap<number, string>;
  constants?: MentionRow;
};

type Kind = 'plain' | 'split' | 'notes' | 'part';
type Column = { at: number; kind: Kind; target: HeaderTarget; field: RowField; label: string; serialDays: boolean };

const fieldOfPart = new Map<string, RowField>(
  Object.entries(PARTS).map(([field, part]) => [part, field as RowField] as const),
);

function columnsOf({ mapping, labels = [], serialDays }: RowPlan): Column[] {
  const joined = new Set(mapping.map((target) => fieldOfPart.get(target ?? '')).filter((field) => field !== undefined));
  return mapping.flatMap((target, at): Column[] => {
    if (target === null) return [];
    const [only, ...more] = fieldsOfTarget(target);
    if (only === undefined) return [];
    const field = fieldOfPart.get(target) ?? only;
    const isPart = joined.has(field) && more.length === 0;
    const kind: Kind = isPart ? 'part' : target === 'notes' ? 'notes' : target === field ? 'plain' : 'split';
    return [{ at, kind, target, field, label: labels[at] ?? '', serialDays: serialDays?.has(at) === true }];
  });
}

/**
 * Reads the lines of one list as rows. Values stay as written; a column of several fields is split, the parts of one field and the
 * notes are joined. A field of its own goes before what was split out of another column; values that hold for the whole list
 * fill what the line leaves open. A date under a heading of death says that he died, where no other word tells what became of him.
 */
export function createRowMapper(plan: RowPlan): (cells: readonly string[]) => MentionRow {
  const columns = columnsOf(plan);
  // Columns of their own first: what is split out of others only fills what they leave open.
  const ordered = [...columns].sort((a, b) => Number(a.kind === 'split') - Number(b.kind === 'split') || a.at - b.at);
  const constants = Object.entries(plan.constants ?? {}) as [RowField, string][];
  return (cells) => {
    const row: MentionRow = {};
    for (const column of ordered) {
      const text = cells[column.at]?.trim() ?? '';
      if (text !== '') fill(row, column, column.serialDays ? serialDayText(text) : text);
    }
    for (const [field, value] of constants) if (row[field] === undefined) row[field] = value;
    for (const [at, word] of plan.deaths ?? []) if (saysDeath(row, cells[at] ?? '')) row.fate = word;
    return row;
  };
}

/** The column tells a date, and neither a fate nor the notes say that he was lost from sight or lived. */
function saysDeath({ fate, fateDate, notes = '' }: MentionRow, cell: string): boolean {
  if (fate !== undefined || fateDate === undefined || cell.trim() === '') return false;
  if (takeDate(fateDate).date === null) return false;
  const { code, outcome } = readFate(`${fateDate} ${notes}`);
  return code !== 'missing' && outcome !== 'alive';
}

function fill(row: MentionRow, { kind, target, field, label }: Column, text: string): void {
  if (kind === 'plain') row[field] ??= text;
  else if (kind === 'notes') addNote(row, label, text);
  else if (kind === 'part')
    row[field] = joinPart(row[field], field === 'grave' && !/\p{L}{2}/u.test(text) ? `${label} ${text}`.trim() : text);
  else {
    for (const [filled, value] of Object.entries(splitCell(target, text)) as [RowField, string][]) {
      if (filled === 'notes') addNote(row, label, value);
      else row[filled] ??= value;
    }
  }
}

function joinPart(before: string | undefined, text: string): string {
  return before === undefined || before === text ? text : `${before}, ${text}`;
}

function addNote(row: MentionRow, label: string, text: string): void {
  const note = label === '' ? text : `${label}: ${text}`;
  row.notes = row.notes === undefined ? note : `${row.notes}; ${note}`;
}

/**
 * Fields that two columns would fill: a mapping a person makes is refused then. Columns for notes and parts of a field may be many,
 * and a column of several fields may stand beside one that has a field of its own.
 */
export function doubledFields(mapping: Mapping): RowField[] {
  const seen = new Set<HeaderTarget>();
  const doubled = new Set<RowField>();
  for (const target of mapping) {
    if (target === null || mayBeMany(target)) continue;
    if (seen.has(target)) for (const field of fieldsOfTarget(target)) doubled.add(field);
    seen.add(target);
  }
  return [...doubled];
}

const NAMED: readonly RowField[] = ['fullName', 'familyName', 'givenName', 'patronymic'];

/** Whether any column says who it is: a list without names is not one. */
export function namesSomebody(mapping: Mapping): boolean {
  return mapping.some((target) => target !== null && fieldsOfTarget(target).some((field) => NAMED.includes(field)));
}
