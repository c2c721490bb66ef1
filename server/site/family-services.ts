import { createHash } from 'node:crypto';
import { createSiteAdditionService } from '../burial-sites/site-addition-service.ts';
import { addressesOf } from '../domain/soldier.ts';
import { AppError } from '../errors.ts';
import { createMemoryService } from '../memories/memory-service.ts';
import { createModerationService } from '../memories/moderation-service.ts';
import { createStatusCodes } from '../requests/status-code.ts';
import type { SoldierPage, SoldierService } from '../soldiers/soldier-service.ts';
import type { AccountServices } from './account-services.ts';
import type { RecordServices } from './record-services.ts';
import type { Stores } from './stores.ts';
import type { WorkServices } from './work-services.ts';
import type { World } from './world.ts';

export type FamilyServices = ReturnType<typeof createFamilyServices>;

type FamilyNeeds = { stores: Stores; accounts: AccountServices; work: WorkServices; records: RecordServices };

/** What families leave beside the record and volunteers beside the facts of a burial place, once somebody looked at it. */
export function createFamilyServices({ stores, accounts, work, records }: FamilyNeeds, { clock, ids, config }: World) {
  const { audit, contacts } = accounts;
  // A key of its own, so that no code of a request ever opens a memory.
  const codeSecret = createHash('sha256').update('memory codes').update(config.jwtSecret).digest();
  const publicPage = (id: string) => findPublicPage(records.soldiers, id);
  const memories = createMemoryService({
    memories: stores.memories,
    contacts,
    files: work.files,
    publicSoldier: async (id) => (await publicPage(id))?.soldier.id ?? null,
    codeOf: createStatusCodes(codeSecret),
    ids,
    clock,
  });
  return {
    memories,
    moderation: createModerationService({ memories: stores.memories, contacts, audit, clock }),
    siteAdditions: createSiteAdditionService({
      additions: stores.siteAdditions,
      sites: records.burialSites,
      files: work.files,
      audit,
      ids,
      clock,
    }),
    async addressesOf(soldierId: string): Promise<string[]> {
      const page = await publicPage(soldierId);
      return page ? addressesOf(page) : [];
    },
    async soldiersNamed(soldierIds: string[]): Promise<ReadonlyMap<string, string>> {
      const found = await stores.soldiers.findByIds(soldierIds);
      return new Map(found.map(({ id, summary }) => [id, summary.name.full]));
    },
  };
}

/** The page a visitor sees at an address, wherever it moved to; null when there is none for her. */
async function findPublicPage(soldiers: SoldierService, id: string): Promise<SoldierPage | null> {
  try {
    const found = await soldiers.getPage(id, { actor: null });
    return found.kind === 'moved' ? findPublicPage(soldiers, found.to) : found.page;
  } catch (error) {
    if (error instanceof AppError && (error.code === 'not_found' || error.code === 'gone')) return null;
    throw error;
  }
}
