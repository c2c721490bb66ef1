import { parseArchiveReference } from '../archive-reference.ts';
import { readCamp } from '../camp.ts';
import { type MentionRow, type RowField, tidyRow } from '../row.ts';
import { fieldsOfTarget } from './compounds.ts';
import type { Mapping } from './map-row.ts';

const SITE =
  /(?:братск\p{L}* (?:могил|кладбищ|захорон)\p{L}*|воинск\p{L}* (?:захоронени|кладбищ|мемориал)\p{L}*|кладбищ\p{L}+|мемориал\p{L}* (?:кладбищ|комплекс)\p{L}*|бауырластар зират\p{L}*|cmentarz\p{L}*|\p{L}*friedhof|kriegsgräberstätte|(?:\p{L}+ ){0,3}(?:war )?cemetery|krigskirkegård|krigsgravlund).*$/iu;
const CAMP =
  /(?:шталаг|дулаг|офлаг|stalag|dulag|oflag)[\s№#nr.]*[\divxх]+[\s/-]*[a-zа-я]?(?![\p{L}])(?:\s*\([^)]{1,20}\))?/iu;
const HOSPITAL = /(?:эвакогоспитал\p{L}*|эг|хппг|ппг|госпитал\p{L}*)[\s№]*\d{2,5}/iu;
const LONGEST_SITE = 300;

/**
 * What the lines above the header say of every row: the cemetery of a burial list, the camp of a list of the dead, the file that was
 * copied. Only for what no column tells.
 */
export function constantsOfTitles(titles: readonly string[], mapping: Mapping): MentionRow {
  const told = new Set(mapping.flatMap((target) => (target === null ? [] : fieldsOfTarget(target))));
  const none = (...fields: RowField[]) => fields.every((field) => !told.has(field));
  // "Приложение к паспорту захоронения № 67-112" names the paper, not the place.
  const named = titles.filter((title) => !/паспорт|passport|анкет/iu.test(title));
  const first = (pattern: RegExp) =>
    named.map((title) => pattern.exec(title)?.[0]).find((found) => found !== undefined);
  const site = none('burialSite', 'burialPlace') ? first(SITE) : undefined;
  const camp = none('camp', 'campNumber') ? first(CAMP) : undefined;
  const reference = none('archive', 'fond', 'opis', 'delo') ? referenceIn(titles) : {};
  return tidyRow({
    burialSite: site?.replace(/[\s.,;:]+$/, '').slice(0, LONGEST_SITE),
    camp: camp !== undefined && readCamp(camp) !== null ? camp : undefined,
    hospital: none('hospital') ? first(HOSPITAL) : undefined,
    ...reference,
  });
}

function referenceIn(titles: readonly string[]): MentionRow {
  for (const title of titles) {
    if (!/(?:^|[\s,;(])(?:ф(?:онд)?|қор|bestand)[\s.]*\d/iu.test(title)) continue;
    const { archive, fond, opis, delo } = parseArchiveReference(title);
    if (fond !== null && (opis !== null || delo !== null) && /\d/.test(fond))
      return tidyRow({ archive, fond, opis, delo });
  }
  return {};
}
