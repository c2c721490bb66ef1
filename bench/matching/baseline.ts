import { yearOf } from '../../server/domain/dates/date-agreement.ts';
import { dateOrNull } from '../../server/domain/partial-date.ts';
import type { LinkRow } from '../../server/domain/row.ts';
import type { Answer } from './measures.ts';

/**
 * The plain way, for comparison: surname equal after folding case, hard signs and Kazakh letters; year of birth within
 * one, or not known. The probability is one in the number of those who fit, which is what such a search would say.
 */
const KAZAKH: Readonly<Record<string, string>> = {
  ә: 'а',
  і: 'и',
  ң: 'н',
  ғ: 'г',
  ү: 'у',
  ұ: 'у',
  қ: 'к',
  ө: 'о',
  һ: 'х',
  ё: 'е',
};

function folded(row: LinkRow): string {
  const surname = row.familyName ?? row.fullName?.split(/\s+/u)[0] ?? '';
  return [...surname.toLowerCase()]
    .map((letter) => KAZAKH[letter] ?? letter)
    .join('')
    .replace(/[^\p{L}]|[ъь]/gu, '');
}

const bornIn = (row: LinkRow): number | null => yearOf(dateOrNull(row.birthDate));

export function baseline(soldiers: readonly LinkRow[], requests: readonly LinkRow[]): Answer[] {
  const bySurname = new Map<string, LinkRow[]>();
  for (const soldier of soldiers) {
    const key = folded(soldier);
    bySurname.set(key, [...(bySurname.get(key) ?? []), soldier]);
  }
  return requests.map((request) => {
    const year = bornIn(request);
    const fitting = (bySurname.get(folded(request)) ?? []).filter((soldier) => {
      const born = bornIn(soldier);
      return year === null || born === null || Math.abs(year - born) <= 1;
    });
    const probability = 1 / Math.max(fitting.length, 1);
    return { id: request.id, candidates: fitting.slice(0, 20).map(({ id }) => ({ id, probability })) };
  });
}
