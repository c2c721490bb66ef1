import type { Language } from '../../client/messages/translate.ts';
import type { BurialSiteProps, BurialSitesProps, SiteRow as ShownRow } from '../../client/pages/burial-site-pages.tsx';
import type { MapProps } from '../../client/parts/coast-map.tsx';
import { type Fact, plainFact } from '../../client/parts/facts.tsx';
import type { MessageKey } from '../../client/parts/say.ts';
import type { SitePage, SitePeople, SiteRow } from '../burial-sites/burial-site-service.ts';
import type { Count } from '../domain/burial-site.ts';
import type { BurialSite } from '../domain/known-burial-site.ts';
import { createCoastMap, dotsOf, type GeoPoint, labelsOf } from './coast-map.ts';
import { countryName, lifeLine, type PageContext } from './page-words.ts';
import { siteName } from './site-words.ts';

export type SitesAsked = { q: string; unknown: boolean; country: string };

type SiteList = { rows: SiteRow[]; countries: { country: string; count: number }[] };

export function burialSitesView(
  list: SiteList,
  asked: SitesAsked,
  page: PageContext,
): Omit<BurialSitesProps, 'say' | 'language' | 'publicUrl' | 'example'> {
  const { language, say } = page;
  const groups = new Map<string, ShownRow[]>();
  for (const row of list.rows) {
    const rows = groups.get(row.site.country) ?? [];
    groups.set(row.site.country, [...rows, rowView(row, page)]);
  }
  const countries = [...list.countries].sort((a, b) => b.count - a.count);
  return {
    map: mapOfSites(list.rows, say('sites.mapTitle')),
    values: asked,
    countries: countries.map(({ country, count }) => countryLink(country, count, asked, language)),
    groups: [...groups].map(([country, sites]) => ({
      country: countryName(country, language),
      anchor: `country-${country}`,
      sites,
    })),
    total: list.rows.length,
  };
}

function countryLink(country: string, count: number, asked: SitesAsked, language: Language) {
  const chosen = asked.country === country;
  const query = new URLSearchParams({
    ...(asked.q ? { q: asked.q } : {}),
    ...(asked.unknown ? { unknown: '1' } : {}),
    ...(chosen ? {} : { country }),
  });
  return { label: countryName(country, language), count, chosen, href: `/${language}/burial-sites?${query}` };
}

function rowView({ site, here }: SiteRow, { say, language }: PageContext): ShownRow {
  const { name, lang } = siteName(site, language);
  return {
    id: site.id,
    name,
    nameLang: lang,
    region: site.region ?? '',
    kind: say(`siteKind.${site.kind}` as MessageKey),
    known: countText(site.known, { say, language }),
    unknown: countText(site.unknown, { say, language }),
    total: countText(site.total, { say, language }),
    here,
  };
}

const SHORT = 30;

/** A count in the reader's words; what a source tells in a long sentence stands on the page of the place. */
function countText(count: Count | null, { say, language }: Pick<PageContext, 'say' | 'language'>): string | null {
  if (count === null) return null;
  if (count.number === null) return count.text.length <= SHORT ? count.text : say('sites.seePage');
  const number = new Intl.NumberFormat(language).format(count.number);
  if (count.atLeast) return say('sites.atLeast', { count: number });
  return count.about ? say('sites.about', { count: number }) : number;
}

const LABELLED = 14;

function mapOfSites(rows: SiteRow[], title: string): MapProps {
  const points = rows.flatMap(({ site, here }) => pointsOf(site).map((point) => ({ ...point, here })));
  const map = createCoastMap(points, { width: 360, height: 380 });
  // Places where most of our people lie are named first; where labels would run over each other the rest is in the list.
  const named = [...points].sort((a, b) => b.here - a.here).slice(0, LABELLED);
  return {
    id: 'sites-map',
    title,
    width: map.width,
    height: map.height,
    land: map.land,
    dots: dotsOf(map, points),
    labels: labelsOf(map, named),
  };
}

function pointsOf({ latitude, longitude, region }: BurialSite): GeoPoint[] {
  if (latitude === null || longitude === null) return [];
  const label = region?.split(',')[0]?.trim();
  return [{ latitude, longitude, ...(label ? { label } : {}) }];
}

export function burialSiteView(
  { site, here }: SitePage,
  people: SitePeople,
  page: PageContext,
): Omit<BurialSiteProps, 'say' | 'language' | 'publicUrl' | 'example'> {
  const { say, language } = page;
  const { name, lang } = siteName(site, language);
  const { latitude, longitude } = site;
  return {
    id: site.id,
    name,
    nameLang: lang,
    facts: siteFacts(site, here, page),
    map: mapOfSite(site, say('burialSite.mapTitle', { name })),
    geoHref: latitude === null || longitude === null ? null : `geo:${latitude},${longitude}`,
    sources: site.sources.map((source) => ({ label: `${source.site}: ${source.title}`, href: source.url ?? '' })),
    people: people.soldiers.map((soldier) => ({
      href: `/${language}/soldiers/${soldier.id}`,
      name: soldier.summary.name.full,
      life: lifeLine(soldier.summary, page),
      example: soldier.example,
    })),
    nextHref: people.next
      ? `/${language}/burial-sites/${site.id}?${new URLSearchParams({ cursor: people.next })}`
      : null,
  };
}

function siteFacts(site: BurialSite, here: number, { say, language }: PageContext): Fact[] {
  const { latitude, longitude, precision, names } = site;
  const shown = siteName(site, language).name;
  const others = [...new Set([names.kk, names.ru, names.en, names.local])]
    .filter((other) => other && other !== shown)
    .join('; ');
  const place =
    latitude === null || longitude === null
      ? null
      : `${latitude}, ${longitude}. ${precision === 'town' ? say('burialSite.nearestTown') : ''}`.trim();
  return [
    ...plainFact(say('burialSite.country'), countryName(site.country, language)),
    ...plainFact(say('burialSite.region'), site.region),
    ...plainFact(say('burialSite.kind'), say(`siteKind.${site.kind}` as MessageKey)),
    ...plainFact(say('sites.known'), site.known?.text),
    ...plainFact(say('sites.unknown'), site.unknown?.text),
    ...plainFact(say('sites.total'), site.total?.text),
    ...plainFact(say('sites.here'), String(here)),
    ...plainFact(say('burialSite.coordinates'), place),
    ...plainFact(say('burialSite.otherNames'), others),
    ...plainFact(say('burialSite.relevance'), site.relevance),
  ];
}

function mapOfSite(site: BurialSite, title: string): MapProps | null {
  const points = pointsOf(site);
  if (points.length === 0) return null;
  const map = createCoastMap(points, { width: 360, height: 220 });
  return {
    id: 'site-map',
    title,
    width: map.width,
    height: map.height,
    land: map.land,
    dots: dotsOf(map, points),
    labels: labelsOf(map, points),
  };
}
