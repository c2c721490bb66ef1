import type { Soldier } from '../domain/soldier.ts';
import type { SoldierDocument, WrittenName } from './engine.ts';

const year = (day: string | null | undefined): number | null =>
  day === null || day === undefined ? null : Number(day.slice(0, 4));

const tag = (kind: string, values: readonly (string | null | undefined)[]): string[] =>
  values.flatMap((value) => (value === null || value === undefined || value === '' ? [] : [`${kind}:${value}`]));

/** How a camp's tag number is asked for: "№ 12 345/б" and "12345Б" are one number. */
export function tagNumberKey(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Words that are a key only by themselves (a rank, a camp the gazetteer does not know): case and signs do not matter. */
function wordKey(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** Camps are asked for as written: "Шталаг IV B", "stalag 4b". */
export function campKey(text: string): string {
  return wordKey(text);
}

function tagsOf({ summary, example }: Soldier): string[] {
  const { burial } = summary;
  return [
    'state:live',
    ...tag('fate', [summary.fate]),
    ...tag('country', [burial?.country]),
    ...tag('site', [burial?.siteId]),
    ...tag('division', summary.divisionIds),
    ...tag('unit', summary.unitKeys),
    ...tag('oblast', summary.oblastIds),
    ...tag('place', summary.placeKeys),
    ...tag('camp', [summary.camp === null ? null : campKey(summary.camp)]),
    ...tag('tag', [summary.campNumber === null ? null : tagNumberKey(summary.campNumber)]),
    ...(summary.hasRelatives ? ['kin:yes'] : ['kin:no']),
    ...(example ? ['example:yes'] : []),
  ];
}

/**
 * What the index holds of a soldier, or null when he is not to be found in public: merged, withdrawn, or known from
 * sensitive papers only. Made from the summary, which holds nothing sensitive and nothing of a living person.
 */
export function soldierDocument(soldier: Soldier): SoldierDocument | null {
  const { summary } = soldier;
  if (soldier.state !== 'live' || soldier.restricted || summary.names.length === 0) return null;
  const names = summary.names.map(
    ({ full, familyName, givenName, patronymic }): WrittenName => ({
      full,
      familyName: familyName ?? undefined,
      givenName: givenName ?? undefined,
      patronymic: patronymic ?? undefined,
    }),
  );
  return {
    id: soldier.id,
    names,
    bornFrom: year(summary.birth?.earliest),
    bornTo: year(summary.birth?.latest),
    tags: [...new Set(tagsOf(soldier))],
  };
}
