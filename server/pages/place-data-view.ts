import type { BurialSite } from '../domain/known-burial-site.ts';
import type { PageContext } from './page-words.ts';
import { dataText } from './person-data-view.ts';
import { otherSiteNames, siteName } from './site-words.ts';

const CEMETERIES: ReadonlySet<BurialSite['kind']> = new Set(['grave', 'camp_cemetery', 'hospital_cemetery']);

/** schema.org of a burial place, for search engines. Coordinates that are the nearest town's are not said to be its own. */
export function placeData(site: BurialSite, { publicUrl, language, labels }: PageContext): string {
  const { latitude, longitude, precision, region, country, id } = site;
  const address = `${publicUrl}/${language}/burial-sites/${id}`;
  return dataText({
    '@context': 'https://schema.org',
    '@type': CEMETERIES.has(site.kind) ? 'Cemetery' : 'Place',
    '@id': address,
    url: address,
    name: siteName(site, language).name,
    alternateName: otherSiteNames(site, language).map(({ name }) => name),
    address: {
      '@type': 'PostalAddress',
      addressCountry: country,
      addressRegion: region === null ? undefined : labels.tell(region, language).text,
    },
    geo: precision === 'site' ? { '@type': 'GeoCoordinates', latitude, longitude } : undefined,
  });
}
