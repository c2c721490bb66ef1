import type { Language } from '../../client/messages/translate.ts';
import type { BurialSiteProps, BurialSitesProps, SiteRow as ShownRow } from '../../client/pages/burial-site-pages.tsx';
import type { MapProps } from '../../client/parts/coast-map.tsx';
import { factDateText } from '../../client/parts/date-text.ts';
import { type Fact, plainFact } from '../../client/parts/facts.tsx';
import type { MessageKey } from '../../client/parts/say.ts';
import type { SitePage, SitePeople, SiteRow } from '../burial-sites/burial-site-service.ts';
import type { ShownSiteAdditions } from '../burial-sites/site-addition-service.ts';
import { sitePhotographAddress } from '../burial-sites/site-addition-view.ts';
import type { Count } from '../domain/burial-site.ts';
import type { BurialSite } from '../domain/known-burial-site.ts';
import { createCoastMap, dotsOf, type GeoPoint, labelsOf } from './coast-map.ts';
import { dotMark, landmarks } from './map-landmarks.ts';
import { degreesText, geoHref } from './memorial-grave-view.ts';
import { countryName, livedLine, type PageContext, personLine, sourceLink } from './page-words.ts';
import { placeData } from './place-data-view.ts';
import { otherSiteNames, siteName } from './site-words.ts';

export type SitesAsked = { q: string; unknown: boolean; country: string };

/** A list that is no longer than this is read faster than it is opened. */
const SHORT_LIST = 10;

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
  const { compare } = new Intl.Collator(language, { numeric: true });
  const total = list.rows.length;
  return {
    map: mapOfSites(list.rows, say('sites.mapTitle'), page),
    values: asked,
    countries: list.countries
      .map(({ country, count }) => countryLink(country, count, asked, language))
      .sort((a, b) => compare(a.label, b.label)),
    groups: [...groups]
      .map(([country, sites]) => ({
        country: countryName(country, language),
        anchor: `country-${country}`,
        sites: sites.sort((a, b) => compare(a.name, b.name)),
      }))
      .sort((a, b) => compare(a.country, b.country)),
    open: asked.q !== '' || groups.size === 1 || total <= SHORT_LIST,
    total,
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

function rowView({ site, here }: SiteRow, page: PageContext): ShownRow {
  const { say, language, labels } = page;
  const { name, lang } = siteName(site, language);
  return {
    id: site.id,
    name,
    nameLang: lang,
    region: site.region === null ? '' : labels.tell(site.region, language).text,
    kind: say(`siteKind.${site.kind}` as MessageKey),
    known: countText(site.known, page),
    unknown: countText(site.unknown, page),
    total: countText(site.total, page),
    here,
  };
}

const SHORT = 30;

/** A count in the reader's words; what a source tells in a long sentence stands on the page of the place. */
function countText(count: Count | null, { say, language, labels }: PageContext): string | null {
  if (count === null) return null;
  if (count.number === null) {
    const { text } = labels.tell(count.text, language);
    return text.length <= SHORT ? text : say('sites.seePage');
  }
  const number = new Intl.NumberFormat(language).format(count.number);
  if (count.atLeast) return say('sites.atLeast', { count: number });
  return count.about ? say('sites.about', { count: number }) : number;
}

const LABELLED = 14;

function mapOfSites(rows: SiteRow[], title: string, page: PageContext): MapProps {
  const points = rows.flatMap(({ site, here }) => pointsOf(site, page).map((point) => ({ ...point, here })));
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
    labels: labelsOf(map, named, points),
  };
}

function pointsOf({ latitude, longitude, region }: BurialSite, { labels, language }: PageContext): GeoPoint[] {
  if (latitude === null || longitude === null) return [];
  const label = region === null ? undefined : labels.tell(region, language).text.split(/[,(]/)[0]?.trim();
  return [{ latitude, longitude, ...(label ? { label } : {}) }];
}

export function burialSiteView(
  { site, here, letters, nameless }: SitePage,
  { people, letter, added }: { people: SitePeople; letter: string | undefined; added: ShownSiteAdditions },
  page: PageContext,
): Omit<BurialSiteProps, 'say' | 'language' | 'publicUrl' | 'example'> {
  const { say, language, labels } = page;
  const { name, lang } = siteName(site, language);
  const { latitude, longitude } = site;
  const address = `/${language}/burial-sites/${site.id}`;
  const next =
    people.next === null ? null : new URLSearchParams({ ...(letter ? { letter } : {}), cursor: people.next });
  return {
    id: site.id,
    name,
    nameLang: lang,
    otherNames: otherSiteNames(site, language),
    facts: [
      ...siteFacts(site, { here, nameless }, page),
      ...custodianFact(site, added, page),
      ...relevanceFact(site, page),
    ],
    map: mapOfSite(site, say('burialSite.mapTitle', { name }), page),
    geoHref: latitude === null || longitude === null ? null : geoHref({ latitude, longitude }),
    notes: site.notes.map((note) => labels.tell(note, language)),
    sources: site.sources.map((source) => sourceLink(source, page)),
    photographs: photographsOf(added, name, page),
    here,
    letters: letters.map((one) => ({
      ...one,
      chosen: one.letter === letter,
      href: `${address}?${new URLSearchParams({ letter: one.letter })}#names`,
    })),
    people: people.soldiers.map((soldier) => personLine(soldier, livedLine(soldier.summary, page), page)),
    nextHref: next === null ? null : `${address}?${next}#names`,
    jsonLd: placeData(site, page),
  };
}

function siteFacts(
  site: BurialSite,
  { here, nameless }: { here: number; nameless: number },
  page: PageContext,
): Fact[] {
  const { say, language, labels } = page;
  const { latitude, longitude, precision } = site;
  const told = (term: string, text: string | null | undefined): Fact[] => {
    if (!text) return [];
    const { text: said, lang } = labels.tell(text, language);
    return plainFact(term, said, lang);
  };
  const degrees = latitude === null || longitude === null ? null : degreesText({ latitude, longitude }, page);
  return [
    ...plainFact(say('burialSite.country'), countryName(site.country, language)),
    ...told(say('burialSite.region'), site.region),
    ...told(say('burialSite.kind'), site.description ?? say(`siteKind.${site.kind}` as MessageKey)),
    ...openedFact(site, page),
    ...told(say('sites.known'), site.known?.text),
    ...told(say('sites.unknown'), site.unknown?.text),
    ...told(say('sites.total'), site.total?.text),
    ...plainFact(say('sites.here'), new Intl.NumberFormat(language).format(here)),
    ...(nameless === 0
      ? []
      : plainFact(
          say('sites.nameless'),
          say('sites.atLeast', { count: new Intl.NumberFormat(language).format(nameless) }),
        )),
    ...(degrees === null
      ? []
      : [
          {
            term: say('burialSite.coordinates'),
            values: [{ text: degrees, sources: [], note: precision === 'town' ? say('burialSite.nearestTown') : null }],
          },
        ]),
  ];
}

/** Who looks after it: as the facts say, else as somebody asked there. Nobody asked, nothing said. */
function custodianFact(
  site: BurialSite,
  { custodian }: ShownSiteAdditions,
  { say, language, labels }: PageContext,
): Fact[] {
  const term = say('burialSite.custodian');
  if (site.custodian !== null) {
    const { text, lang } = labels.tell(site.custodian, language);
    return plainFact(term, text, lang);
  }
  return custodian === null ? [] : plainFact(term, custodian);
}

function relevanceFact({ relevance }: BurialSite, { say, language, labels }: PageContext): Fact[] {
  if (relevance === null) return [];
  const { text, lang } = labels.tell(relevance, language);
  return plainFact(say('burialSite.relevance'), text, lang);
}

function photographsOf({ photographs }: ShownSiteAdditions, name: string, { say }: PageContext) {
  return photographs.map(({ id, credit }, index) => ({
    large: sitePhotographAddress(id, 'large'),
    small: sitePhotographAddress(id, 'small'),
    alt: say('burialSite.photograph', { name, number: String(index + 1) }),
    credit,
  }));
}

/** A date of the facts in words; what a source tells in a sentence stays one. */
function openedFact({ opened }: BurialSite, { say, language, labels }: PageContext): Fact[] {
  if (opened === null) return [];
  const date = /^\d{4}(?:-\d{2}){0,2}$/.test(opened);
  const { text, lang } = date ? { text: factDateText(opened, language) } : labels.tell(opened, language);
  return plainFact(say('burialSite.opened'), text, lang);
}

function mapOfSite(site: BurialSite, title: string, page: PageContext): MapProps | null {
  const points = pointsOf(site, page);
  if (points.length === 0) return null;
  const map = createCoastMap(points, { width: 360, height: 220 });
  const { width, height, land } = map;
  const own = labelsOf(map, points);
  // Towns around it, so that a reader sees where in the world it is; its own name keeps its room.
  const around = landmarks(map, dotsOf(map, points).map(dotMark), page.language, own);
  return {
    id: 'site-map',
    title,
    width,
    height,
    land,
    dots: [...dotsOf(map, points), ...around.dots],
    labels: [...own, ...around.labels],
  };
}
