import type { ColumnRead } from './column-guess.ts';
import { type HeaderTarget, PARTS } from './compounds.ts';
import { foldHeader } from './header-target.ts';
import { isKazakhOblast, share } from './sample-kinds.ts';

const REGION =
  /^(?:республика(?:сы)?|облыс[ыі]?|область|край|район|аудан[ыі]?|регион|аймақ|region|oblast|district|raion|rayon|województwo|wojewodztwo|powiat|kreis|bundesland|fylke|province)$/u;
const TOWN =
  /^(?:сельсовет|с с|село|ауыл[ыі]?|аул|деревня|город|қала(?:сы)?|населенный пункт|нас пункт|елді мекен|village|town|locality|place|gmina|miejscowość|miejscowosc|ort|gemeinde|kommune|sted)$/u;
const OF_GRAVES: readonly HeaderTarget[] = [
  'burialSite',
  'burialPlace',
  'burialCountry',
  'grave',
  'siteAndGrave',
  'burialDateAndPlace',
  'coordinates',
  'burialLatitude',
];
const OF_SOLDIERS: readonly HeaderTarget[] = ['conscription', 'conscriptionPlace', 'conscriptionDate', 'unit', 'fate'];

/**
 * "Область | район | село" without a word of whose: home, where they name oblasts of Kazakhstan or the list has no graves; else the
 * place of the grave.
 */
export function bareLevels(columns: ColumnRead[]): ColumnRead[] {
  const isBare = ({ header }: ColumnRead) => REGION.test(foldHeader(header)) || TOWN.test(foldHeader(header));
  const bare = columns.filter(isBare);
  const others = columns.filter((column) => !isBare(column)).map(({ target }) => target);
  const has = (targets: readonly HeaderTarget[]) =>
    others.some((target) => target !== null && targets.includes(target));
  const ofHome =
    bare.some(({ values }) => share(values, isKazakhOblast) > 0.5) || (!has(OF_GRAVES) && has(OF_SOLDIERS));
  const field = has(['birthPlace', 'birthDateAndPlace']) ? 'residence' : 'birthPlace';
  return columns.map((column) => {
    if (!bare.includes(column)) return column;
    const target = ofHome
      ? column === bare[0]
        ? field
        : PARTS[field]
      : REGION.test(foldHeader(column.header))
        ? 'burialRegion'
        : 'burialPlace';
    return { ...column, target, confidence: 0.6 };
  });
}
