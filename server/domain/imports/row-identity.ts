import { type MentionRow, ROW_FIELDS } from '../row.ts';

/**
 * By what a row is known again in the next version of its list: the partner's own number, else who he is and when he was born and died.
 * The place in the file says nothing, for lists are sorted anew.
 */
export function identityOf(row: MentionRow): string {
  if (row.externalId) return `id ${row.externalId.trim()}`;
  const parts = [
    row.familyName,
    row.givenName,
    row.patronymic,
    row.fullName,
    row.birthDate,
    row.fateDate,
    row.campNumber,
  ];
  return `row ${JSON.stringify(parts.map((part) => fold(part ?? '')))}`;
}

/** Everything a row says, in one text: two rows with the same content are the same row sent twice. */
export function contentOf(row: MentionRow): string {
  return JSON.stringify(ROW_FIELDS.map((field) => row[field] ?? ''));
}

// Spaces and capitals are mended between two versions of a list; letters and figures are what it says.
function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
