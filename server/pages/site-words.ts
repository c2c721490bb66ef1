import type { Language } from '../../client/messages/translate.ts';
import type { BurialSite } from '../domain/known-burial-site.ts';

const ORDER: Record<Language, readonly (Language | 'local')[]> = {
  kk: ['kk', 'ru', 'en', 'local'],
  ru: ['ru', 'kk', 'en', 'local'],
  en: ['en', 'local', 'ru', 'kk'],
};

/** The name of a burial place that a reader of this language knows best, and the language it is in. */
export function siteName({ names, id }: BurialSite, language: Language): { name: string; lang: string } {
  for (const key of ORDER[language]) {
    const name = names[key];
    if (name) return { name, lang: key === 'local' ? '' : key };
  }
  return { name: id, lang: '' };
}
