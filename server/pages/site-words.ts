import { type Language, languages } from '../../client/messages/translate.ts';
import { namesOfCountry } from '../domain/country.ts';
import type { BurialSite } from '../domain/known-burial-site.ts';
import { countryName, type Labels } from './page-words.ts';

/** A burial place by its names, as the store or the reference facts have it. */
export type NamedSite = { id: string; names: { [key in Language | 'local']?: string | null } };

export type SiteNameShown = { name: string; lang: string };

const ORDER: Record<Language, readonly (Language | 'local')[]> = {
  kk: ['kk', 'ru', 'en', 'local'],
  ru: ['ru', 'kk', 'en', 'local'],
  en: ['en', 'local', 'ru', 'kk'],
};

/** The name of a burial place that a reader of this language knows best, and the language it is in. */
export function siteName({ names, id }: NamedSite, language: Language): SiteNameShown {
  for (const key of ORDER[language]) {
    const name = names[key];
    if (name) return { name, lang: key === 'local' ? '' : key };
  }
  return { name: id, lang: '' };
}

/** What else it is called: by its gate first, then in Russian papers; whoever goes there has to ask for it by these names. */
export function otherSiteNames(site: NamedSite, language: Language): SiteNameShown[] {
  const told = new Set([siteName(site, language).name]);
  return (['local', 'ru', 'en', 'kk'] as const).flatMap((key) => {
    const name = site.names[key];
    if (!name || told.has(name)) return [];
    told.add(name);
    return [{ name, lang: key === 'local' ? '' : key }];
  });
}

/** All that a page in any language calls a burial place, its region and its country: by each of these it is found. */
export function siteTexts({ names, region, country }: BurialSite, { tell }: Pick<Labels, 'tell'>): string[] {
  const regions = region === null ? [] : [region, ...languages.map((language) => tell(region, language).text)];
  const countries = [...languages.map((language) => countryName(country, language)), ...namesOfCountry(country)];
  const own = [names.kk, names.ru, names.en, names.local].filter((name) => name !== null);
  return [...new Set([...own, ...regions, ...countries])];
}
