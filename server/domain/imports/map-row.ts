import { parseArchiveReference } from '../archive-reference.ts';
import { parseConscription } from '../conscription.ts';
import { parsePartialDate } from '../partial-date.ts';
import { type MentionRow, type RowField, tidyRow } from '../row.ts';
import { fieldsOfTarget } from './guess-mapping.ts';
import type { HeaderTarget } from './header-synonyms.ts';

/** Where each column goes, by its place; null keeps a column out of the rows (the file itself is kept). */
export type Mapping = (HeaderTarget | null)[];

type Splitter = (text: string) => MentionRow;

const splitters: Partial<Record<HeaderTarget, Splitter>> = {
  conscription: (text) => {
    const { date } = parseConscription(text);
    if (date === null || !text.includes(date.text)) return { conscriptionPlace: text };
    return { conscriptionDate: date.text, conscriptionPlace: without(text, date.text) };
  },
  archiveReference: (text) => {
    const { archive, fond, opis, delo, sheet } = parseArchiveReference(text);
    // A text that is no reference stays whole, as the name of the archive.
    if (fond === null && opis === null && delo === null) return { archive: text };
    return tidyRow({ archive, fond, opis, delo, sheet });
  },
  burialDateAndPlace: (text) => ({ burialPlace: splitDate(text).rest || text }),
  birthDateAndPlace: (text) => {
    const { date, rest } = splitDate(text);
    return { ...(date ? { birthDate: date } : {}), ...(rest ? { birthPlace: rest } : {}) };
  },
  deathDateAndPlace: (text) => {
    const { date, rest } = splitDate(text);
    return { ...(date ? { fateDate: date } : {}), ...(rest ? { fatePlace: rest } : {}) };
  },
  campAndNumber: (text) => {
    const number = /(?:№|nr\.?|no\.?|#|,|;)\s*(\d{3,7})\s*$|\s(\d{4,7})\s*$/iu.exec(text);
    if (!number) return { camp: text };
    return { camp: text.slice(0, number.index).trim(), campNumber: number[1] ?? number[2] ?? '' };
  },
  coordinates: (text) => {
    const parts = text.split(/[;|]|,\s+|\s+(?=[NSEWСЮВЗ]?\s*-?\d)/u).filter((part) => /\d/.test(part));
    const [latitude, longitude] = parts;
    if (parts.length !== 2 || !latitude || !longitude) return { notes: text };
    return { burialLatitude: latitude, burialLongitude: longitude };
  },
};

const DATE = /(?:[\d_]{1,2}[./-]){2}\d{4}|(?:[\d_]{1,2}[./-])?\d{4}/u;

/** The date at either end of a text, and the text without it. */
function splitDate(text: string): { date: string | null; rest: string } {
  const found = DATE.exec(text)?.[0];
  if (!found || parsePartialDate(found).date === null) return { date: null, rest: text };
  return { date: found, rest: without(text, found) };
}

/** The text without its date and the "г." that belongs to it; nothing else of what is written is lost. */
function without(text: string, date: string): string {
  const at = text.indexOf(date);
  const after = text.slice(at + date.length).replace(/^\s?(?:года|год|г|жылы|ж|r)\.?(?!\p{L})/iu, ' ');
  return `${text.slice(0, at)} ${after}`.replace(/\s+/g, ' ').replace(/^[\s,;:.()–-]+|[\s,;:(–-]+$/g, '');
}

/**
 * One line of a list as a row. Values stay as written; a column of several fields is split, several columns of one kind (notes) are
 * joined. Values that hold for the whole list fill what the line leaves open.
 */
export function mapRow(cells: readonly string[], mapping: Mapping, constants: MentionRow = {}): MentionRow {
  const row: MentionRow = {};
  mapping.forEach((target, column) => {
    const text = cells[column]?.trim() ?? '';
    if (target === null || target === 'ignore' || text === '') return;
    const split = splitters[target];
    const values: MentionRow = split ? split(text) : { [target as RowField]: text };
    for (const [field, value] of Object.entries(values) as [RowField, string][]) put(row, field, value);
  });
  return tidyRow({ ...constants, ...row });
}

/** A field of its own goes before what was split out of another column; notes add up. */
function put(row: MentionRow, field: RowField, value: string): void {
  if (field === 'notes' && row.notes) row.notes = `${row.notes}; ${value}`;
  else if (row[field] === undefined) row[field] = value;
}

/** Fields that two columns would fill: a mapping a person makes is refused then. Columns for notes may be many. */
export function doubledFields(mapping: Mapping): RowField[] {
  const seen = new Set<RowField>();
  const doubled = new Set<RowField>();
  for (const target of mapping) {
    if (target === null || target === 'notes') continue;
    for (const field of fieldsOfTarget(target)) {
      if (seen.has(field)) doubled.add(field);
      seen.add(field);
    }
  }
  return [...doubled];
}

const NAMED = ['fullName', 'familyName', 'givenName', 'patronymic'] as const;

/** Whether any column says who it is: a list without names is not one. */
export function namesSomebody(mapping: Mapping): boolean {
  return mapping.some((target) => NAMED.some((field) => field === target));
}
