import { foldWords, keysOfWritten, placeWords, withoutCountry } from './grave-words.ts';
import { type KnownRegions, knownRegions } from './region-words.ts';
import { remembering } from './remembering.ts';
import type { MentionRow } from './row.ts';
import { type Keys, type KnownSite, knownSite, knows, type NamedSite, namesOf, namesWithin } from './site-names.ts';
import { regionInText, regionOfField, type ToldRegion } from './told-region.ts';

/** What a paper writes of a grave: only the fields of the burial, never where he died. */
export type WrittenGrave = {
  site?: string | undefined;
  place?: string | undefined;
  region?: string | undefined;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
};

/** The grave of a row whose country was read. */
export const graveOf = (row: MentionRow, country: string | null): WrittenGrave => ({
  site: row.burialSite,
  place: row.burialPlace,
  region: row.burialRegion,
  country,
});

export type SiteFinder = {
  /** The known site that the paper means, or null: a wrong grave is worse than a name that stands as written. */
  find(grave: WrittenGrave): string | null;
  /** Those that it may mean, for a person to look at: the one found, or all that share a name of a place with it. */
  possible(grave: WrittenGrave): string[];
};

/** Towns with war graves in several places, of which the list of sites knows one: the name alone does not say which. */
const OF_SEVERAL_GRAVES: Keys = new Set(['kerch-military', 'gyor']);

/** A paper's words of the grave, each under its keys; those around it only have to fit. */
type Asked = { words: string[][]; around: string[][]; country: string | null; told: ToldRegion[] };

/** A list names few graves many times. */
const readText = remembering((text) => {
  const { rest, country } = withoutCountry(text.slice(0, 500));
  return { words: placeWords(rest).map(keysOfWritten), country, rest };
});

function askedOf({ site, place, region, country }: WrittenGrave): Asked | null {
  const parts = [site, place, region].map((text) => readText(text ?? ''));
  const told = [country, ...parts.map((part) => part.country)].filter((code) => code !== null);
  // A grave in two countries is none that we can find.
  if (new Set(told).size > 1) return null;
  const [named = [], placed = [], around = []] = parts.map(({ words }) => words);
  const [inSite = '', inPlace = '', inRegion = ''] = parts.map(({ rest }) => rest);
  const regions = [regionInText(inSite), regionInText(inPlace), regionOfField(inRegion)];
  const asked = { country: told[0] ?? null, told: regions };
  // "Воинское захоронение" names none: then the place beside it does.
  return named.length > 0
    ? { ...asked, words: named, around: [...placed, ...around] }
    : { ...asked, words: placed, around };
}

const covers = (words: readonly string[][], core: readonly Keys[]): boolean =>
  core.every((keys) => words.some((word) => knows(keys, word)));

/** Whether the paper says nothing that this site does not have: another village, a district, a number, "под". */
function saysNothingElse(site: KnownSite, asked: Asked): boolean {
  const mayBeOwn = ownDistricts(site, asked);
  return [...asked.words, ...asked.around].every(
    (word) => knows(site.explained, word) || (word[0] !== undefined && mayBeOwn.has(word[0])),
  );
}

/** Districts told beside its own region, where of a site only the region is known: one of them is its district. */
function ownDistricts({ isVillageGrave, hasDistrict, ownRegions }: KnownSite, { told }: Asked): Keys {
  const inOwn = told.some(({ regions }) => regions.some((word) => knows(ownRegions, word)));
  if (isVillageGrave || hasDistrict || !inOwn) return new Set();
  return new Set(told.flatMap(({ districts }) => districts.flatMap((word) => word.slice(0, 1))));
}

/** Whether the paper means this site when these words of its names stand in it: a village of one word only with its district. */
function fits(site: KnownSite, asked: Asked, core: readonly Keys[]): boolean {
  const { words, around } = asked;
  if (!saysNothingElse(site, asked)) return false;
  if (!site.isVillageGrave || core.length > 1) return true;
  const others = [...words, ...around].filter((word) => !core.some((keys) => knows(keys, word)));
  return others.some((word) => knows(site.regionWords, word));
}

/**
 * Whether the paper names another district or region than the site's: one that is known, for a word that nobody knows may be a name of
 * its own. Where only its region is known, any district may be its own.
 */
function isElsewhere(site: KnownSite, { told }: Asked, known: KnownRegions): boolean {
  const another = (keys: Keys) => (word: readonly string[]) => knows(keys, word) && !knows(site.explained, word);
  return told.some(({ regions, districts }) => {
    return regions.some(another(known.regions)) || (site.hasDistrict && districts.some(another(known.districts)));
  });
}

/** Whether the words that find one site stand in the names of another as well. */
const sharesName = (other: KnownSite, words: readonly string[][], core: readonly Keys[]): boolean =>
  words.filter((word) => core.some((keys) => knows(keys, word))).every((word) => knows(other.named, word));

/**
 * A finder over the known sites: by a whole name of the site in any language, or by the words of it that say where it is, when
 * nothing else is said that the site does not have, and no other site of that country has these words too.
 */
export function createSiteFinder(sites: readonly NamedSite[]): SiteFinder {
  const known = sites.map(knownSite);
  const regions = knownRegions(sites);
  const byKey = new Map<string, Set<KnownSite>>();
  for (const site of known) {
    for (const key of site.places) byKey.set(key, (byKey.get(key) ?? new Set()).add(site));
  }
  const byName = wholeNames(known);
  const near = ({ words, country }: Asked): KnownSite[] => {
    const found = new Set(words.flat().flatMap((key) => [...(byKey.get(key) ?? [])]));
    return [...found].filter((site) => country === null || site.country === country);
  };
  const byPlace = (asked: Asked): KnownSite | null => {
    const candidates = near(asked);
    const found = candidates.flatMap((site) => {
      if (site.kind === 'memorial' || OF_SEVERAL_GRAVES.has(site.id)) return [];
      const core = site.cores.find((one) => covers(asked.words, one) && fits(site, asked, one));
      return core === undefined ? [] : [{ site, core }];
    });
    const [only] = found;
    if (only === undefined || found.length > 1) return null;
    const shared = candidates.some(
      (other) =>
        other !== only.site && !isElsewhere(other, asked, regions) && sharesName(other, asked.words, only.core),
    );
    return shared ? null : only.site;
  };
  const find = ({ site, place }: WrittenGrave, asked: Asked): KnownSite | null =>
    byWholeName(byName, site ?? place ?? '', asked, regions) ?? byPlace(asked);
  return {
    find(grave) {
      const asked = askedOf(grave);
      return asked === null ? null : (find(grave, asked)?.id ?? null);
    },
    possible(grave) {
      const asked = askedOf(grave);
      if (asked === null) return [];
      const found = find(grave, asked);
      if (found !== null) return [found.id];
      return near({ ...asked, words: [...asked.words, ...asked.around] }).map(({ id }) => id);
    },
  };
}

/** Whole names by their folded text. */
function wholeNames(sites: readonly KnownSite[]): ReadonlyMap<string, KnownSite[]> {
  const byName = new Map<string, KnownSite[]>();
  for (const site of sites) {
    // "Трубино, братская могила" is written of each Трубино that has one.
    if (site.isVillageGrave && site.cores.every(({ length }) => length === 1)) continue;
    for (const name of new Set(namesOf(site).flatMap(namesWithin))) {
      byName.set(name, [...(byName.get(name) ?? []), site]);
    }
  }
  return byName;
}

/** By its whole name, or by all that stands before the first comma, unless the rest says that it is elsewhere. */
function byWholeName(
  byName: ReadonlyMap<string, KnownSite[]>,
  text: string,
  asked: Asked,
  regions: KnownRegions,
): KnownSite | null {
  const found = byName.get(foldWords(text)) ?? byName.get(foldWords(text.split(/[,(]/)[0] ?? '')) ?? [];
  const there = found.filter(({ country }) => asked.country === null || country === asked.country);
  const [only] = there;
  if (only === undefined || there.length > 1 || isElsewhere(only, asked, regions)) return null;
  // Of a village's name there are many: nothing may be told that this one does not have.
  return only.isVillageGrave && !saysNothingElse(only, asked) ? null : only;
}
