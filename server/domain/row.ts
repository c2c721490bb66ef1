/**
 * A row: one mention of one soldier in one document, every value as text the way the source writes it.
 * The same fields are used by import, export and `link`; the names are part of the published contract.
 */

/** Each field with the longest text it may hold, in characters. Longer text is refused by name, never cut silently. */
export const ROW_FIELD_LIMITS = {
  externalId: 200,
  familyName: 120,
  givenName: 120,
  patronymic: 120,
  fullName: 300,
  sex: 20,
  birthDate: 100,
  birthPlace: 500,
  residence: 500,
  conscriptionDate: 100,
  conscriptionPlace: 500,
  rank: 120,
  unit: 300,
  fate: 200,
  fateDate: 100,
  fatePlace: 500,
  captureDate: 100,
  capturePlace: 500,
  camp: 200,
  campNumber: 60,
  hospital: 200,
  burialSite: 300,
  burialCountry: 120,
  burialRegion: 300,
  burialPlace: 500,
  grave: 200,
  burialLatitude: 40,
  burialLongitude: 40,
  movedFrom: 500,
  relatives: 1000,
  nationality: 100,
  archive: 200,
  fond: 60,
  opis: 60,
  delo: 60,
  sheet: 60,
  documentType: 200,
  sourceUrl: 1000,
  notes: 4000,
} as const;

export type RowField = keyof typeof ROW_FIELD_LIMITS;

/** One mention as written. A missing field and an empty text mean the same: the document does not say. */
export type MentionRow = { [Field in RowField]?: string };

/** A row of `link` also carries the caller's own id. */
export type LinkRow = MentionRow & { id: string };

export type RowProblem = { field: RowField; rule: 'too_long' | 'control_character'; limit?: number };

/** All fields in the order in which they are exported and shown. */
export const ROW_FIELDS = Object.keys(ROW_FIELD_LIMITS) as readonly RowField[];

/** The fields that name the soldier: a row without any of them is not a mention of anybody. */
export const NAME_FIELDS = ['familyName', 'givenName', 'patronymic', 'fullName'] as const satisfies readonly RowField[];

/** Relatives were alive when a paper named them, and notes may say anything: no visitor reads them. */
export const NOT_PUBLIC = ['relatives', 'notes'] as const satisfies readonly RowField[];

// Tab and line breaks stay (a cell may have several lines); other control characters only come from broken files.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is what it is for
const CONTROL_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Whether a text is the name of a row field. */
export function isRowField(name: string): name is RowField {
  return Object.hasOwn(ROW_FIELD_LIMITS, name);
}

/**
 * The row with outer white space removed and empty fields left out. Inner text is untouched: values stay as written.
 * Unknown keys are dropped, so a row read from outside holds contract fields only.
 */
export function tidyRow(raw: Readonly<Record<string, unknown>>): MentionRow {
  const row: MentionRow = {};
  for (const field of ROW_FIELDS) {
    const value = raw[field];
    const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
    if (text !== '') row[field] = text;
  }
  return row;
}

/** What is wrong with the shape of a row, field by field; an empty list when every text fits. */
export function rowProblems(row: MentionRow): RowProblem[] {
  const problems: RowProblem[] = [];
  for (const field of ROW_FIELDS) {
    const text = row[field];
    if (text === undefined) continue;
    const limit = ROW_FIELD_LIMITS[field];
    if (text.length > limit) problems.push({ field, rule: 'too_long', limit });
    if (CONTROL_CHARACTER.test(text)) problems.push({ field, rule: 'control_character' });
  }
  return problems;
}

/** Whether the row names somebody. */
export function hasName(row: MentionRow): boolean {
  return NAME_FIELDS.some((field) => (row[field] ?? '').trim() !== '');
}
