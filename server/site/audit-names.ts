import type { AuditFeatureDeps, AuditName } from '../audit/audit-routes.ts';
import type { AuditThingKind } from '../domain/audit-references.ts';
import type { Soldier } from '../domain/soldier.ts';
import { siteName } from '../pages/site-words.ts';
import type { Stores } from './stores.ts';

type Needs = { stores: Stores; soldiersWith: (ids: string[]) => Promise<ReadonlyMap<string, Soldier>> };

/** What is known by the soldiers it is about, or by its burial site: their names are asked for with all others. */
type Aside = { id: string; soldierIds: readonly string[]; siteId: string | null };

const SCREEN = '/desk/';

/**
 * Each kind is asked for once for a whole page of the audit. Names of soldiers, numbers of requests, and what staff and partners are
 * called here: nothing of an applicant or of whoever sent a report or a memory.
 */
export function createAuditNames({ stores, soldiersWith }: Needs): AuditFeatureDeps['thingsNamed'] {
  return async (wanted, language) => {
    const ids = (kind: AuditThingKind): string[] => [
      ...new Set(wanted.filter((one) => one.kind === kind).map(({ id }) => id)),
    ];
    const [asides, ...own] = await Promise.all([findAsides(stores, ids), ...namedByThemselves(stores, ids)]);
    const about = Object.values(asides).flat();
    const siteIds = [...ids('burial_site'), ...about.flatMap(({ siteId }) => (siteId === null ? [] : [siteId]))];
    const soldierIds = new Set([...ids('soldier'), ...about.flatMap((one) => one.soldierIds)]);
    const [soldiers, sites] = await Promise.all([
      found([...soldierIds], async (wanted) => [...(await soldiersWith(wanted))]),
      found([...new Set(siteIds)], stores.burialSites.findByIds),
    ]);
    const siteNames = new Map(sites.map((site) => [site.id, siteName(site, language).name]));
    const soldierNames = new Map(soldiers.map(([id, { summary }]) => [id, summary.name.full]));
    const named = [
      ...own.flat(),
      ...[...soldierNames].map(([id, name]) => thing('soldier', { id, name, href: `soldiers/${id}` })),
      ...[...siteNames].map(([id, name]) => ({
        kind: 'burial_site' as const,
        id,
        name,
        href: `/${language}/burial-sites/${id}`,
      })),
      ...Object.entries(asides).flatMap(([kind, ofKind]) =>
        ofKind.map((one) => aside(kind as keyof Asides, one, { soldierNames, siteNames })),
      ),
    ];
    return named.filter(({ name }) => name.trim() !== '');
  };
}

const thing = (kind: AuditThingKind, { id, name, href }: { id: string; name: string; href: string }): AuditName => ({
  kind,
  id,
  name,
  href: `${SCREEN}${href}`,
});

type IdsOf = (kind: AuditThingKind) => string[];

/** Asks only where something of the kind stands on the page. */
async function found<T>(ids: string[], find: (ids: string[]) => Promise<T[]>): Promise<T[]> {
  return ids.length === 0 ? [] : find(ids);
}

function namedByThemselves(stores: Stores, ids: IdsOf): Promise<AuditName[]>[] {
  const { requests, imports, partners, apiKeys, users } = stores;
  const of = async <T extends { id: string }>(
    kind: AuditThingKind,
    find: (wanted: string[]) => Promise<T[]>,
    told: (one: T) => { name: string; href: string },
  ) => (await found(ids(kind), find)).map((one) => thing(kind, { id: one.id, ...told(one) }));
  return [
    of('request', requests.findByIds, ({ id, number }) => ({ name: `№ ${number}`, href: `requests/${id}` })),
    of('import', imports.findByIds, ({ id, listName }) => ({ name: listName, href: `imports/${id}` })),
    of('partner', partners.findByIds, ({ name }) => ({ name, href: 'admin/partners' })),
    of('api_key', apiKeys.findByIds, ({ label }) => ({ name: label, href: 'admin/partners' })),
    of('user', users.findByIds, ({ displayName }) => ({ name: displayName, href: 'admin/users' })),
  ];
}

type Asides = Record<'mention' | 'finding' | 'report' | 'memory' | 'site_addition', Aside[]>;

async function findAsides(stores: Stores, ids: IdsOf): Promise<Asides> {
  const [mention, finding, report, memory, addition] = await Promise.all([
    found(ids('mention'), stores.mentions.findByIds),
    found(ids('finding'), stores.findings.findByIds),
    found(ids('report'), stores.reports.findByIds),
    found(ids('memory'), stores.memories.findByIds),
    found(ids('site_addition'), stores.siteAdditions.findByIds),
  ]);
  const ofSoldier = ({ id, soldierId }: { id: string; soldierId: string }) => ({
    id,
    soldierIds: [soldierId],
    siteId: null,
  });
  return {
    mention: mention.map(ofSoldier),
    finding,
    report: report.map(ofSoldier),
    memory: memory.map(ofSoldier),
    site_addition: addition.map(({ id, siteId }) => ({ id, soldierIds: [], siteId })),
  };
}

const ASIDE_SCREENS: Record<keyof Asides, (one: Aside) => string> = {
  mention: ({ soldierIds: [soldierId] }) => `soldiers/${soldierId}`,
  finding: () => 'findings',
  report: ({ id }) => `reports/${id}`,
  memory: () => 'memories',
  site_addition: () => 'burial-sites',
};

type Known = { soldierNames: ReadonlyMap<string, string>; siteNames: ReadonlyMap<string, string> };

function aside(kind: keyof Asides, one: Aside, { soldierNames, siteNames }: Known): AuditName {
  const about = one.soldierIds.map((id) => soldierNames.get(id) ?? '');
  const site = one.siteId === null ? '' : (siteNames.get(one.siteId) ?? '');
  const name = [...about, site].filter((text) => text !== '').join(' · ');
  return thing(kind, { id: one.id, name, href: ASIDE_SCREENS[kind](one) });
}
