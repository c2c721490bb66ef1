import type { BurialSite } from '../server/domain/known-burial-site.ts';

/** A burial place of which nothing but its names is known. */
export const aBurialSite = (id: string, names: Partial<BurialSite['names']>): BurialSite => ({
  id,
  names: { kk: null, ru: null, en: null, local: null, ...names },
  country: 'RU',
  region: null,
  kind: 'grave',
  description: null,
  latitude: null,
  longitude: null,
  precision: null,
  known: null,
  unknown: null,
  total: null,
  opened: null,
  relevance: null,
  custodian: null,
  notes: [],
  confidence: 'sourced',
  unverifiedFields: [],
  sources: [],
  version: 1,
  changedAt: new Date('2026-01-01'),
});
