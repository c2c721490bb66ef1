import { findWaitingRows, sumOf } from '../imports/waiting-rows.ts';
import { createHomeService } from '../triage/home-service.ts';
import { createAccountServices } from './account-services.ts';
import { createDeskServices } from './desk-services.ts';
import { createFamilyServices } from './family-services.ts';
import { createImportServices } from './import-services.ts';
import { createMailServices } from './mail-services.ts';
import { createPartnerServices } from './partner-services.ts';
import { createRecordServices } from './record-services.ts';
import type { Stores } from './stores.ts';
import { createWorkServices } from './work-services.ts';
import type { World } from './world.ts';

export type Services = Awaited<ReturnType<typeof createServices>>;

/** Puts the services together, each given what it needs. A new feature adds its lines to the group it belongs to. */
export async function createServices(stores: Stores, world: World) {
  const accounts = createAccountServices(stores, world);
  const work = await createWorkServices(stores, world);
  const records = createRecordServices(stores, world);
  const mail = createMailServices(stores, accounts, world);
  const desk = createDeskServices({ stores, accounts, work, records, mail }, world);
  const family = createFamilyServices({ stores, accounts, work, records }, world);
  const imports = createImportServices({ stores, accounts, work, records, desk }, world);
  const partners = createPartnerServices(stores, accounts, work);
  const home = createHomeService({
    requests: stores.requests,
    decisions: stores.decisions,
    countReports: () => stores.reports.countOpen(),
    countMemories: () => stores.memories.countWaiting(),
    countSiteAdditions: () => stores.siteAdditions.countWaiting(),
    countImportRows: async () => sumOf(await findWaitingRows(stores)),
    countFailedJobs: async () => (await stores.jobs.countByState()).failed,
    countLetters: () => stores.letters.countWaiting(),
    workSince: accounts.audit.countSince,
    clock: world.clock,
  });
  return { home, ...accounts, ...work, ...records, ...mail, ...desk, ...family, ...imports, ...partners };
}
