import { foldWords, keysOfKnown, keysOfWritten, placeWords } from './grave-words.ts';
import type { BurialSite } from './known-burial-site.ts';
import { otherNamesOf } from './region-words.ts';
import { districtsNamed } from './told-region.ts';

export type NamedSite = Pick<BurialSite, 'id' | 'names' | 'country' | 'region' | 'description' | 'kind'>;

export type Keys = ReadonlySet<string>;

export type KnownSite = NamedSite & {
  /** For each of its names the words that must stand in a text: all of them, each under its keys. */
  cores: Keys[][];
  /** Every word of its names. */
  named: Keys;
  /** Those that may be the name of its place. */
  places: Keys;
  /** Every word that its page explains: names, region under all its names, what it is. */
  explained: Keys;
  region: string | null;
  regionWords: Keys;
  /** The words of its region and those of its other names: of its city and of 1941 to 1945. */
  ownRegions: Keys;
  isVillageGrave: boolean;
  /** Its district is known, not only its region. */
  hasDistrict: boolean;
};

/** Says which of the graves of a town it is or what stands there, but not where. */
const QUALITY =
  /^(?:памятн|monument|ескерткіш|комплекс|центральн|гарнизон|мавзоле|орталық|кесене|central|garrison|garnison|zentral|mausoleum|mauzoleum)/u;

/** "Братская могила": the grave of a village, of whose name there are many. */
const VILLAGE_GRAVE = /братск|common grave|mass grave|бауырласт/iu;

export const knows = (keys: Keys, word: readonly string[]): boolean => word.some((key) => keys.has(key));

const SHORTEST_NAME = 4;

export const namesOf = ({ names: { kk, ru, en, local } }: Pick<NamedSite, 'names'>): string[] =>
  [kk, ru, en, local].filter((name) => name !== null);

const keysOf = (words: readonly string[], country: string): Keys =>
  new Set(words.flatMap((word) => keysOfKnown(word, country)));

/** The words of a name that begin with a capital letter: people and places. */
const properWords = (name: string): string[] => placeWords((name.match(/\p{Lu}\p{L}+/gu) ?? []).join(' '));

/** What a name is without "(Шталаг X B)"; where only the bracket says where, what stands in it. */
function coreWords(name: string): string[] {
  const camp = /(?:шталаг\p{L}*|stalag)\s+[\dIVX]+(?:\s+[IVX]+)?(?:\s+[A-ZА-Я](?!\p{L}))?/giu;
  const bare = name.replace(camp, ' ');
  const outside = placeWords(bare.replace(/\([^)]*\)/g, ' '));
  return outside.length > 0 ? outside : placeWords(bare);
}

/**
 * Where the people of the place call it by one part of a double name, that part is enough in the other languages too:
 * "Stukenbrock" for Штукенброк-Зенне, "Oerbke" for Фаллингбостель-Эрбке.
 */
function calledThere({ kk, ru, en, local }: NamedSite['names']): string[][] {
  const [english, own] = [en, local].map((name) => coreWords(name ?? ''));
  const isOwn = (english ?? []).map((word) => own?.includes(word) === true);
  if (!isOwn.includes(true) || !isOwn.includes(false) || english?.some((word) => QUALITY.test(word))) return [];
  const alike = [kk, ru].map((name) => coreWords(name ?? '')).filter(({ length }) => length === isOwn.length);
  return alike.map((words) => words.filter((_word, index) => isOwn[index]));
}

/** The words that tell this site from others. The town beside the name of a cemetery may be left out. */
function coreOf(words: readonly string[], regionWords: Keys): string[] {
  const own = words.filter((word) => !knows(regionWords, keysOfWritten(word)));
  const kept = own.some((word) => !QUALITY.test(word)) ? own : words;
  return kept.some(isNameOfPlace) ? [...kept] : [];
}

const isNameOfPlace = (word: string): boolean =>
  word.length >= SHORTEST_NAME && !QUALITY.test(word) && /\p{L}/u.test(word);

/** What of a site's names a text is compared with, worked out once. */
export function knownSite(site: NamedSite): KnownSite {
  const { country } = site;
  const names = namesOf(site);
  const region = site.region ?? '';
  const regionWords = keysOf(placeWords(region), country);
  const ownRegions = keysOf([...placeWords(region), ...otherNamesOf(region)], country);
  const named = keysOf(names.flatMap(placeWords), country);
  const cores = [...names.map(coreWords), ...calledThere(site.names)].map((words) => coreOf(words, regionWords));
  return {
    ...site,
    cores: cores.filter(({ length }) => length > 0).map((core) => core.map((word) => keysOf([word], country))),
    named,
    places: keysOf([...cores.flat(), ...names.flatMap(properWords)].filter(isNameOfPlace), country),
    explained: new Set([...named, ...ownRegions, ...keysOf(placeWords(site.description ?? ''), country)]),
    regionWords,
    ownRegions,
    isVillageGrave: names.some((name) => VILLAGE_GRAVE.test(name)),
    hasDistrict: districtsNamed(region).length > 0,
  };
}

/**
 * A whole name, folded, and what stands before its first comma or bracket where that says more than what it is ("Воинское
 * кладбище"). A single word is the name of a place and is looked up as one.
 */
export function namesWithin(name: string): string[] {
  const short = name.split(/[,(]/)[0] ?? name;
  const says = properWords(short).some(isNameOfPlace) && !VILLAGE_GRAVE.test(name);
  return [foldWords(name), ...(says ? [foldWords(short)] : [])].filter((folded) => folded.includes(' '));
}
