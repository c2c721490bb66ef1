import type { BurialSite } from '../domain/known-burial-site.ts';
import type { Mention } from '../domain/mention.ts';
import { createSiteFinder, graveOf, type SiteFinder } from '../domain/site-finder.ts';
import type { Stores } from './stores.ts';

/**
 * Which burial place of the site's list a paper means, by the places known now. Reading the names of all places takes a tenth of
 * a second, so it is done again only when one of them has changed.
 */
export function createGraves({ burialSites }: Pick<Stores, 'burialSites'>) {
  let made: { of: string; finder: SiteFinder } | null = null;

  const finderOf = (sites: readonly BurialSite[]): SiteFinder => {
    const of = sites.map(({ id, version }) => `${id} ${version}`).join();
    if (made?.of !== of) made = { of, finder: createSiteFinder(sites) };
    return made.finder;
  };

  return {
    siteFinder: async (): Promise<SiteFinder> => finderOf(await burialSites.find({})),

    /** Sites that the papers may mean which name a grave and mean none of ours for sure. */
    async possibleSites(mentions: readonly Mention[]) {
      const unsure = mentions.filter(({ understood, written }) => {
        return understood.burialSiteId === null && (written.burialSite ?? written.burialPlace) !== undefined;
      });
      if (unsure.length === 0) return [];
      const sites = await burialSites.find({});
      const finder = finderOf(sites);
      return unsure.flatMap(({ id, written, understood }) => {
        const may = finder.possible(graveOf(written, understood.burialCountry));
        return sites.filter((site) => may.includes(site.id)).map((site) => ({ mentionId: id, site }));
      });
    },
  };
}
