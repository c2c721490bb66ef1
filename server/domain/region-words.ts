import { keysOfKnown, placeWords } from './grave-words.ts';
import { DISTRICTS_THEN, REGION_NAMES } from './places/region-history.ts';
import { districtsNamed } from './told-region.ts';

type Keys = ReadonlySet<string>;

const words = (text = ''): string[] => text.split(' ').filter((word) => word !== '');

/** Parts of so many names that one by itself says nothing: Санкт-Пельтен is not Санкт-Петербург. */
const IN_MANY_NAMES = /^(?:санкт|северо|южно|восточно|западно)$/u;

/** Names in Latin letters of the table are German, those of the sites are read as in their own countries. */
const keysOf = (names: readonly string[], country = 'DE'): Keys =>
  new Set(names.filter((name) => !IN_MANY_NAMES.test(name)).flatMap((name) => keysOfKnown(name, country)));

/** What the region of a site is: "Калужская область, Барятинский район, Варшавское шоссе" is of Калужская. */
const regionOf = (region: string): string[] => placeWords(region.split(/[,(]/)[0] ?? '');

const namesWith = (word: string): string[] =>
  REGION_NAMES.filter(({ names }) => words(names).includes(word)).flatMap(({ names }) => words(names));

/** Other names of the region and district where a site is: its city, and where it stood in 1941 to 1945. */
export function otherNamesOf(region: string): string[] {
  const own = regionOf(region);
  const rows = REGION_NAMES.filter(({ names }) => words(names).some((name) => own.includes(name)));
  const districts = DISTRICTS_THEN.filter(
    (row) => own.includes(row.region) && districtsNamed(region).includes(row.district),
  );
  const inWar = [...rows, ...districts].flatMap((row) => words(row.inWar));
  return [...rows.flatMap(({ names }) => words(names)), ...inWar, ...inWar.flatMap(namesWith)];
}

/** The regions and the districts that are known: only such a one, told of a grave, says that it is not here. */
export type KnownRegions = { regions: Keys; districts: Keys };

type Site = { region: string | null; country: string };

/** Those of the table and those in which the known sites are. */
export function knownRegions(sites: readonly Site[]): KnownRegions {
  const named = REGION_NAMES.flatMap(({ names, inWar }) => [...words(names), ...words(inWar)]);
  const regions = sites.flatMap(({ region, country }) => [...keysOf(regionOf(region ?? ''), country)]);
  const districts = sites.flatMap(({ region }) => districtsNamed(region ?? ''));
  const inWar = DISTRICTS_THEN.flatMap((row) => [row.district, row.inWar]);
  return { regions: new Set([...keysOf(named), ...regions]), districts: keysOf([...districts, ...inWar]) };
}
