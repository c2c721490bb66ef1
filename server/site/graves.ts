import type { Mention } from '../domain/mention.ts';
import { createSiteFinder, graveOf } from '../domain/site-finder.ts';
import type { Stores } from './stores.ts';

/** Which burial place of the site's list a paper means, by the places known now. */
export const siteFinderOf = async ({ burialSites }: Stores) => createSiteFinder(await burialSites.find({}));

/** Sites that the papers may mean which name a grave and mean none of ours for sure. */
export async function possibleSites({ burialSites }: Stores, mentions: readonly Mention[]) {
  const unsure = mentions.filter(({ understood, written }) => {
    return understood.burialSiteId === null && (written.burialSite ?? written.burialPlace) !== undefined;
  });
  if (unsure.length === 0) return [];
  const sites = await burialSites.find({});
  const finder = createSiteFinder(sites);
  return unsure.flatMap(({ id, written, understood }) => {
    const may = finder.possible(graveOf(written, understood.burialCountry));
    return sites.filter((site) => may.includes(site.id)).map((site) => ({ mentionId: id, site }));
  });
}
