import { isOfKazakhstan } from '../domain/division.ts';
import type { SitemapDeps } from '../pages/robots-routes.ts';
import { readReference } from './reference.ts';
import type { Services } from './services.ts';
import type { Stores } from './stores.ts';

const FIXED = [
  '/',
  '/burial-sites',
  '/divisions',
  '/hospitals',
  '/seeking-relatives',
  '/requests/new',
  '/words',
  '/about',
  '/statistics',
];

/** What the sitemap lists: every page of reference, and the soldiers part by part. */
export function createSitemap({ burialSites }: Services, stores: Stores, publicUrl: string): SitemapDeps {
  const { divisionFacts, hospitals } = readReference();
  return {
    publicUrl,
    async pages() {
      const { rows } = await burialSites.list({});
      return [
        ...FIXED,
        ...rows.map(({ site }) => `/burial-sites/${site.id}`),
        ...divisionFacts.filter(isOfKazakhstan).map(({ id }) => `/divisions/${id}`),
        ...hospitals.map(({ id }) => `/hospitals/${id}`),
      ];
    },
    countSoldiers: () => stores.soldiers.countIndexed(),
    soldierIds: (beginning) => stores.soldierLists.streamIds(beginning),
  };
}
