import type { Language } from '../../client/messages/translate.ts';
import type { MemorialProps } from '../../client/pages/memorial-page.tsx';
import type { Fact as ShownFact } from '../../client/parts/facts.tsx';
import type { BurialSite } from '../domain/known-burial-site.ts';
import type { Mention } from '../domain/mention.ts';
import { sourceOf } from './memorial-facts-view.ts';
import type { PageContext } from './page-words.ts';
import { siteName } from './site-words.ts';

type Point = { latitude: number; longitude: number };

const degreeFormat = (language: Language) => new Intl.NumberFormat(language, { maximumFractionDigits: 5 });
// Making one takes longer than a hundred uses of it.
const degreeFormats = { kk: degreeFormat('kk'), ru: degreeFormat('ru'), en: degreeFormat('en') };

/** Degrees as a reader writes them: 51,334° с. ш. */
export function degreesText({ latitude, longitude }: Point, { say, language }: PageContext): string {
  const number = degreeFormats[language];
  const north = say(latitude < 0 ? 'grave.south' : 'grave.north', { degrees: number.format(Math.abs(latitude)) });
  const east = say(longitude < 0 ? 'grave.west' : 'grave.east', { degrees: number.format(Math.abs(longitude)) });
  return `${north}, ${east}`;
}

/** The address that a telephone opens in its own map program. */
export const geoHref = ({ latitude, longitude }: Point): string => `geo:${latitude},${longitude}`;

/** Where the grave is: as a list measured it, else where its burial place is known to lie, and how exact that is. */
export function coordinatesFact(mentions: readonly Mention[], site: BurialSite | null, page: PageContext): ShownFact[] {
  const { say } = page;
  const measured = mentions.find(({ understood }) => understood.latitude !== null && understood.longitude !== null);
  const { latitude, longitude } = measured?.understood ?? { latitude: site?.latitude, longitude: site?.longitude };
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return [];
  const point = { latitude, longitude };
  const town = measured === undefined && site?.precision === 'town';
  const value = {
    text: degreesText(point, page),
    note: town ? say('burialSite.nearestTown') : null,
    link: { text: say('burialSite.openMap'), href: geoHref(point) },
    sources: measured ? [sourceOf(mentions, measured.id, page)] : [],
  };
  return [{ term: say('fact.coordinates'), values: [value] }];
}

/** How to come to the grave, and whom to ask with our conclusion where there is one; only where a grave is known. */
export function visitOf(
  { site, conclusion }: { site: BurialSite | null; conclusion: string | null },
  page: PageContext,
): MemorialProps['visit'] {
  const { say, language } = page;
  if (site === null) return { text: say('grave.visitNoSite'), site: null };
  const { name, lang } = siteName(site, language);
  return {
    text: conclusion === null ? say('grave.visit') : `${say('grave.visit')} ${say('grave.visitEmbassy')}`,
    site: {
      href: `/${language}/burial-sites/${site.id}`,
      name,
      lang: lang === language ? undefined : lang || undefined,
    },
  };
}
