import type { HospitalProps, HospitalsProps } from '../../client/pages/hospital-pages.tsx';
import { factSpanText } from '../../client/parts/date-text.ts';
import type { Fact } from '../../client/parts/facts.tsx';
import type { HospitalFact } from '../domain/hospital.ts';
import type { BurialSite } from '../domain/known-burial-site.ts';
import type { HospitalPage, HospitalRow } from '../hospitals/hospital-service.ts';
import { createCoastMap, dotsOf, type GeoPoint, labelsOf } from './coast-map.ts';
import { lifeLine, type PageContext, personLine, sourceLink } from './page-words.ts';
import { siteName } from './site-words.ts';

type Bare<Props> = Omit<Props, 'say' | 'language' | 'publicUrl' | 'example'>;

function townOf({ city_then, city_now }: HospitalFact, { labels, language, say }: PageContext): string {
  const was = labels.tell(city_then, language).text;
  const now = labels.tell(city_now, language).text;
  return was === now ? now : say('division.placeNow', { was, now });
}

function nameOf(hospital: HospitalFact, { labels, language, say }: PageContext): string {
  const kind = labels.tell(hospital.kind, language).text;
  const name = hospital.number === null ? kind : say('hospital.name', { kind, number: hospital.number });
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Burial places of the hospital's town that hold men who died in hospitals. */
function cemeteriesOf(hospital: HospitalFact, sites: readonly BurialSite[]): BurialSite[] {
  return sites.filter(
    ({ kind, region }) => kind === 'hospital_cemetery' && (region ?? '').startsWith(hospital.city_now),
  );
}

export function hospitalsView(
  rows: readonly HospitalRow[],
  at: (town: string) => GeoPoint | null,
  page: PageContext,
): Bare<HospitalsProps> {
  const { language } = page;
  const towns = new Map<string, HospitalRow[]>();
  for (const row of rows) {
    const town = row.hospital.city_now;
    towns.set(town, [...(towns.get(town) ?? []), row]);
  }
  return {
    map: mapOfTowns([...towns.keys()], at, page),
    towns: [...towns.values()].map((inTown, index) => {
      const first = inTown[0]?.hospital;
      return {
        anchor: `town-${index + 1}`,
        name: first ? townOf(first, page) : '',
        hospitals: inTown.map(({ hospital, here }) => ({
          href: `/${language}/hospitals/${hospital.id}`,
          name: nameOf(hospital, page),
          building: hospital.building ? page.labels.tell(hospital.building, language).text : '',
          when: factSpanText(hospital.from, hospital.to, language),
          here,
        })),
      };
    }),
  };
}

function mapOfTowns(towns: string[], at: (town: string) => GeoPoint | null, page: PageContext): HospitalsProps['map'] {
  const points = towns.flatMap((town) => {
    const point = at(town);
    return point ? [{ ...point, label: page.labels.tell(town, page.language).text }] : [];
  });
  if (points.length === 0) return null;
  const map = createCoastMap(points, { width: 360, height: 220 });
  const { width, height, land } = map;
  const title = page.say('hospitals.mapTitle');
  return { id: 'hospitals-map', title, width, height, land, dots: dotsOf(map, points), labels: labelsOf(map, points) };
}

export function hospitalView(
  { hospital, here, people }: HospitalPage,
  sites: readonly BurialSite[],
  page: PageContext,
): Bare<HospitalProps> {
  const { say, labels, language } = page;
  const told = (term: string, text: string | null): Fact[] => {
    if (!text) return [];
    const { text: shown, lang } = labels.tell(text, language);
    return [{ term, values: [{ text: shown, lang, sources: [] }] }];
  };
  return {
    id: hospital.id,
    name: nameOf(hospital, page),
    facts: [
      ...told(say('hospital.town'), townOf(hospital, page)),
      ...told(say('hospital.building'), hospital.building),
      ...told(say('hospital.when'), factSpanText(hospital.from, hospital.to, language)),
      ...told(say('hospital.profile'), hospital.profile),
      ...told(say('hospital.chief'), hospital.chief),
    ],
    notes: (hospital.notes ?? []).map((note) => labels.tell(note, language)),
    cemeteries: cemeteriesOf(hospital, sites).map((site) => {
      const { name, lang } = siteName(site, language);
      return {
        href: `/${language}/burial-sites/${site.id}`,
        name,
        lang: lang === language ? undefined : lang || undefined,
      };
    }),
    here,
    people: people.map((soldier) => personLine(soldier, lifeLine(soldier.summary, page), page)),
    sources: hospital.sources.map((source) => sourceLink(source, page)),
  };
}
