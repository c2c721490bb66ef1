import type { MentionRow } from '../domain/row.ts';

/** A name as a paper writes it. */
export function nameOf({ fullName, familyName, givenName, patronymic }: MentionRow): string {
  return fullName ?? [familyName, givenName, patronymic].filter(Boolean).join(' ');
}

/** Which paper it is: its kind, where it lies, its address on the web. Empty when the row says none of these. */
export function documentOf({ documentType, archive, fond, opis, delo, sheet, sourceUrl }: MentionRow): string {
  const place = [archive, fond, opis, delo, sheet].filter(Boolean).join('/');
  return [documentType, place, sourceUrl].filter(Boolean).join(', ');
}
