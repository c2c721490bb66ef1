import { readCamp, readTagNumber } from '../domain/camp.ts';
import type { Soldier } from '../domain/soldier.ts';
import type { SoldierDocument, WrittenName } from './engine.ts';

const year = (day: string | null | undefined): number | null =>
  day === null || day === undefined ? null : Number(day.slice(0, 4));

const tag = (kind: string, values: readonly (string | null | undefined)[]): string[] =>
  values.flatMap((value) => (value === null || value === undefined || value === '' ? [] : [`${kind}:${value}`]));

/** The digits of a camp's tag number: "№ 12 345" and "12345" are one number. */
export function tagNumberKeys(text: string): string[] {
  const digits = readTagNumber(text)?.digits;
  return digits === undefined ? [] : [digits];
}

/** The keys of a camp ("Шталаг IV B", "stalag 4b"); a camp of no known kind is its own words. */
export function campKeys(text: string): string[] {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return readCamp(text)?.keys ?? [words];
}

/** A paper says where he lies; the country alone is not a place that anybody could come to. */
function isBurialNamed({ burial }: Soldier['summary']): boolean {
  return burial !== null && [burial.siteId, burial.siteName, burial.place].some((named) => Boolean(named));
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
    ...tag('hospital', summary.hospitals),
    ...tag('camp', summary.camp === null ? [] : campKeys(summary.camp)),
    ...tag('tag', summary.campNumber === null ? [] : tagNumberKeys(summary.campNumber)),
    ...(isBurialNamed(summary) ? ['buried:named'] : []),
    ...(summary.hasRelatives ? ['kin:yes'] : ['kin:no']),
    ...(summary.toldOf ? ['told:yes'] : []),
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
