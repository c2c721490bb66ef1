import { type BurialSiteFact, type Count, readCount, type SiteKind, siteKind } from './burial-site.ts';
import type { Source } from './mention.ts';

/** A burial place or memorial of the site's own list. Known, unknown and total are what sources say; they need not add up. */
export type BurialSite = {
  id: string;
  names: { kk: string | null; ru: string | null; en: string | null; local: string | null };
  /** ISO 3166-1 alpha-2. */
  country: string;
  region: string | null;
  kind: SiteKind;
  /** The source's own words for what it is. */
  description: string | null;
  latitude: number | null;
  longitude: number | null;
  /** `town`: the nearest town, good for a map at small scale and not for finding the grave. */
  precision: 'site' | 'town' | null;
  known: Count | null;
  unknown: Count | null;
  total: Count | null;
  /** Year or month the place was opened, shortened to what is known. */
  opened: string | null;
  relevance: string | null;
  /** Who looks after it; null while no source says so. */
  custodian: string | null;
  notes: string[];
  confidence: 'sourced' | 'partly' | 'unverified';
  unverifiedFields: string[];
  sources: Source[];
  version: number;
  changedAt: Date;
};

/** A burial place of the facts file as the site keeps it. What its sources did not confirm stays named. */
export function burialSiteOfFact(fact: BurialSiteFact, now: Date): BurialSite {
  const { id, names, country, region, coordinates, buried, confidence, sources } = fact;
  // "nearest town or village (not the site)": a dot for a map of Europe, never directions to a grave.
  const precision = coordinates === null ? null : fact.coordinates_precision === 'site' ? 'site' : 'town';
  const reported = buried === null ? null : readCount(buried.as_reported);
  return {
    id,
    names: { kk: names.kk ?? null, ru: names.ru, en: names.en, local: names.local ?? null },
    country,
    region,
    kind: siteKind(fact.type),
    description: fact.type,
    latitude: coordinates?.lat ?? null,
    longitude: coordinates?.lon ?? null,
    precision,
    known: null,
    unknown: null,
    // The words often hold several numbers; which of them is the total, the compiler of the facts has decided.
    total: reported === null ? null : { ...reported, number: buried?.count ?? null },
    opened: fact.opened ?? null,
    relevance: fact.relevance_kz ?? null,
    custodian: fact.custodian ?? null,
    notes: fact.notes ?? [],
    confidence,
    unverifiedFields: fact.unverified_fields ?? [],
    sources,
    version: 1,
    changedAt: now,
  };
}
