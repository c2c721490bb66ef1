import type { Language } from '../../client/messages/translate.ts';

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
