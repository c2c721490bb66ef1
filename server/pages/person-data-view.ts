import type { SoldierSummary } from '../domain/soldier.ts';
import { burialLine, type PageContext } from './page-words.ts';

const DEATHS: ReadonlySet<string> = new Set([
  'killed',
  'died',
  'died_of_wounds',
  'died_of_illness',
  'died_in_captivity',
  'other_death',
]);

/** schema.org Person of what is public, for search engines. It claims no death that no paper states. */
export function personData(id: string, summary: SoldierSummary, page: PageContext): string {
  const { publicUrl, language } = page;
  const { name, names, birth, fateDate, birthPlace } = summary;
  const died = summary.fate !== null && DEATHS.has(summary.fate);
  return dataText({
    '@context': 'https://schema.org',
    '@type': 'Person',
    '@id': `${publicUrl}/${language}/soldiers/${id}`,
    url: `${publicUrl}/${language}/soldiers/${id}`,
    name: name.full,
    alternateName: names.map((form) => form.full).filter((full) => full !== name.full),
    familyName: name.familyName ?? undefined,
    givenName: name.givenName ?? undefined,
    additionalName: name.patronymic ?? undefined,
    gender:
      summary.sex === 'f' ? 'https://schema.org/Female' : summary.sex === 'm' ? 'https://schema.org/Male' : undefined,
    birthDate: isoDate(birth),
    deathDate: died ? isoDate(fateDate) : undefined,
    birthPlace: birthPlace ? { '@type': 'Place', name: birthPlace } : undefined,
    // Where he lies is not always where he died, so it is told as the place of burial only.
    description: burialLine(summary.burial, page) ?? undefined,
  });
}

/** Data as it stands inside a script element: no name in it can end the element. */
export function dataText(data: Record<string, unknown>): string {
  return JSON.stringify(data).replace(/</g, '\\u003c');
}

function isoDate(date: SoldierSummary['birth']): string | undefined {
  if (date?.kind !== 'exact' || !date.earliest) return undefined;
  return {
    day: date.earliest,
    month: date.earliest.slice(0, 7),
    year: date.earliest.slice(0, 4),
    range: undefined,
    open: undefined,
    none: undefined,
  }[date.precision];
}
