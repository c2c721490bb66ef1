import { placeToday } from '../domain/places/place-today.ts';
import type { GeoPoint } from '../pages/coast-map.ts';
import type { Labels } from '../pages/page-words.ts';
import { siteName } from '../pages/site-words.ts';
import { readReference } from './reference.ts';

/** Words of the reference facts for the pages, in each language. */
export function createLabels(): Labels {
  const { gazetteer, divisionsByKey, sites, translations } = readReference();
  const place: Labels['place'] = (id, language) => {
    const names = gazetteer.byId.get(id)?.names;
    const shown = names && { kk: names.kk, ru: names.ru, en: names.latin }[language];
    return shown?.[0] ?? names?.ru[0] ?? names?.kk[0] ?? null;
  };
  const labels: Labels = {
    division: (id, language) => divisionsByKey.byId(id)?.names[language] ?? null,
    site(id, language) {
      const site = sites.get(id);
      if (site === undefined) return null;
      const [region = ''] = labels.tell(site.region, language).text.split(/[,(]/);
      return { name: siteName(site, language).name, region: region.trim() };
    },
    oblast: place,
    place,
    today: (keys) => placeToday(keys, gazetteer),
    tell(text, language) {
      const told = translations[text];
      const own = told?.[language];
      if (own !== undefined) return { text: own };
      // A text that has translations is written in the one language it has none of.
      const lang = told ? writtenIn(told) : languageOf(text);
      return lang === null || lang === language ? { text } : { text, lang };
    },
  };
  return labels;
}

function writtenIn(told: { kk?: string; ru?: string; en?: string }): string | null {
  const missing = (['en', 'ru', 'kk'] as const).filter((language) => told[language] === undefined);
  // Alike in two languages (Астана): no need to say which of them it is.
  return missing.length === 1 ? (missing[0] ?? null) : null;
}

function languageOf(text: string): string | null {
  if (/[әғқңөұүһі]/i.test(text)) return 'kk';
  if (/\p{Script=Cyrillic}/u.test(text)) return 'ru';
  return /[a-z]{3}/i.test(text) ? 'en' : null;
}

/** In which oblasts of the war years a district stood. */
export function districtOblasts(id: string): readonly string[] {
  return readReference().gazetteer.byId.get(id)?.oblastIds ?? [];
}

/** Where a town of Kazakhstan lies, by its name of today. */
export function townAt(name: string): GeoPoint | null {
  const town = [...readReference().gazetteer.byId.values()].find(({ today }) => today === name);
  if (!town || town.latitude === null || town.longitude === null) return null;
  return { latitude: town.latitude, longitude: town.longitude };
}
