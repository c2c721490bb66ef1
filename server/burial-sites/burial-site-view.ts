import type { BurialSite } from '../domain/known-burial-site.ts';
import type { SitePage, SiteRow } from './burial-site-service.ts';

function siteView(site: BurialSite) {
  const {
    id,
    names,
    country,
    region,
    kind,
    description,
    latitude,
    longitude,
    precision,
    known,
    unknown,
    total,
    confidence,
  } = site;
  const coordinates = latitude === null || longitude === null ? null : { latitude, longitude, precision };
  return { id, names, country, region, kind, description, coordinates, counts: { known, unknown, total }, confidence };
}

export function siteRowView({ site, here }: SiteRow) {
  return { ...siteView(site), here };
}

export function sitePageView({ site, here, letters, nameless }: SitePage) {
  const { opened, relevance, custodian, notes, unverifiedFields, sources, version, changedAt } = site;
  const more = {
    opened,
    relevance,
    custodian,
    notes,
    unverifiedFields,
    sources,
    version,
    changedAt: changedAt.toISOString(),
  };
  return { ...siteView(site), here, letters, nameless, ...more };
}
