import { alphabetKey } from '../domain/alphabet.ts';
import type { BurialSite } from '../domain/known-burial-site.ts';
import { siteSearch } from '../domain/site-search.ts';
import type { Soldier } from '../domain/soldier.ts';
import { AppError } from '../errors.ts';
import type { SoldierListStore } from '../soldiers/soldier-list-store.ts';
import type { Box, BurialSiteStore } from './burial-site-store.ts';

export type SiteQuestion = {
  q?: string | undefined;
  country?: string | undefined;
  box?: Box | undefined;
  /** Only places where dead without a name lie. */
  unknownOnly?: boolean | undefined;
};

/** `here`: how many soldiers of this database have their grave there; not what any source counts. */
export type SiteRow = { site: BurialSite; here: number };

/** `nameless`: unknown soldiers whom partners' lists name there, at least. */
export type SitePage = SiteRow & { letters: { letter: string; count: number }[]; nameless: number };

export type SitePeople = { soldiers: Soldier[]; next: string | null };

export type BurialSiteService = {
  list(question: SiteQuestion): Promise<{ rows: SiteRow[]; countries: { country: string; count: number }[] }>;
  /** The place alone, without counting who lies there; null when there is none. */
  find(id: string): Promise<BurialSite | null>;
  /** @throws AppError `not_found` */
  get(id: string): Promise<SitePage>;
  /** Those who lie there in the order of the alphabet, from a letter on. @throws AppError `not_found` */
  people(
    id: string,
    page: { letter?: string | undefined; after?: string | undefined; limit: number },
  ): Promise<SitePeople>;
};

export type BurialSiteServiceDeps = {
  sites: BurialSiteStore;
  soldiers: SoldierListStore;
  countNameless(siteId: string): Promise<number>;
  /** By which texts a place may be asked for: whatever the pages call it, its region and its country. */
  textsOf(site: BurialSite): string[];
};

// The number of people here is for a reader, not for a balance: beyond it the page says "more than".
const MOST_COUNTED = 100_000;

/** A source says so, or counts more dead than names. Sources rarely count the nameless, so what is not said is not excluded. */
function hasUnknown({ unknown, known, total }: BurialSite): boolean {
  if (unknown !== null) return unknown.number !== 0;
  if (known?.number == null || total?.number == null) return true;
  return total.number > known.number;
}

async function getSite(sites: BurialSiteStore, id: string): Promise<BurialSite> {
  const site = await sites.findById(id);
  if (site === null) throw new AppError('not_found', 'There is no such burial place');
  return site;
}

/** Burial places, and who of this database lies there. */
export function createBurialSiteService({
  sites,
  soldiers,
  countNameless,
  textsOf,
}: BurialSiteServiceDeps): BurialSiteService {
  const count = (id: string): Promise<number> => soldiers.countByTags({ tags: [[`site:${id}`]] }, MOST_COUNTED);
  return {
    async list({ q, country, box, unknownOnly }) {
      const means = q === undefined ? null : siteSearch(q);
      const inBox = (await sites.find({ box })).filter(
        (site) =>
          (means === null || means({ country: site.country, texts: textsOf(site) })) &&
          (unknownOnly !== true || hasUnknown(site)),
      );
      const countries = new Map<string, number>();
      for (const site of inBox) countries.set(site.country, (countries.get(site.country) ?? 0) + 1);
      const chosen = country === undefined ? inBox : inBox.filter((site) => site.country === country);
      const rows = await Promise.all(chosen.map(async (site) => ({ site, here: await count(site.id) })));
      return { rows, countries: [...countries].map(([code, number]) => ({ country: code, count: number })) };
    },
    find: (id) => sites.findById(id),
    async get(id) {
      const site = await getSite(sites, id);
      const [letters, nameless] = await Promise.all([soldiers.lettersOfSite(id), countNameless(id)]);
      // Everybody stands under one letter.
      const here = letters.reduce((sum, letter) => sum + letter.count, 0);
      return { site, here, letters, nameless };
    },
    async people(id, { letter, after, limit }) {
      await getSite(sites, id);
      const fromKey = letter === undefined ? undefined : alphabetKey(letter);
      return soldiers.findByTags({ tags: [[`site:${id}`]], after, fromKey, limit });
    },
  };
}
