import { createExportService } from '../exports/export-service.ts';
import { forgetUploads } from '../imports/forget-uploads.ts';
import { registerImportJobs } from '../imports/import-jobs.ts';
import { createImportService } from '../imports/import-service.ts';
import { createListScanService } from '../imports/list-scan-service.ts';
import { createQuarantineService } from '../imports/quarantine-service.ts';
import { createScans } from '../imports/scans.ts';
import { unpackList } from '../imports/unpack-list.ts';
import { createDailyRound } from '../jobs/daily-round.ts';
import { errorFields } from '../log.ts';
import type { AccountServices } from './account-services.ts';
import type { DeskServices } from './desk-services.ts';
import type { RecordServices } from './record-services.ts';
import type { Stores } from './stores.ts';
import type { WorkServices } from './work-services.ts';
import type { World } from './world.ts';

type ImportNeeds = {
  stores: Stores;
  accounts: AccountServices;
  work: WorkServices;
  records: RecordServices;
  desk: DeskServices;
};

/** The lists of partners, on their way in and out again. */
export function createImportServices(needs: ImportNeeds, world: World) {
  const { stores, accounts, work, records, desk } = needs;
  const { clock, ids, config } = world;
  const { partners, audit } = accounts;
  const { jobs, runner, files, disk } = work;
  const { mentions, contextFor } = records;
  const undoDays = config.limits.importUndoDays;
  const scans = createScans({ imports: stores.imports, files, disk, newId: ids.newId, undoDays });
  const imports = createImportService({
    imports: stores.imports,
    partners,
    files,
    disk,
    unpackList,
    scans,
    jobs,
    mentions,
    quarantine: stores.quarantine,
    audit,
    ids,
    clock,
    undoDays,
    keepDays: config.limits.importKeepDays,
  });
  registerImportJobs(runner, {
    imports: stores.imports,
    quarantine: stores.quarantine,
    differences: stores.differences,
    settledRows: (listId) => stores.quarantine.settled(listId),
    disk,
    scans,
    mentions,
    contextFor,
    decidedSoldiers: (soldierIds) => stores.decisions.findDecided(soldierIds),
    async onChanged(importId) {
      await desk.matchingJobs.rematch({ importId });
      await desk.findings.queue();
    },
    clock,
  });
  const quarantine = createQuarantineService({
    imports,
    lists: stores.imports,
    quarantine: stores.quarantine,
    mentions,
    keepScans: (item, ties) => scans.keep({ item, ties }),
    contextFor,
    onChanged: (soldierIds) => desk.matchingJobs.rematch({ soldierIds }),
    audit,
    clock,
  });
  return {
    imports,
    scans,
    listScans: createListScanService({ imports, files, mentions }),
    quarantine,
    uploadRound: createUploadRound(needs, world),
    exports: createExportService({ imports, mentions }),
  };
}

/** Clears away, once a day, the files of lists that nobody brought in. */
function createUploadRound({ stores, accounts, work, records }: ImportNeeds, { clock, config, log }: World) {
  const { imports, quarantine, differences } = stores;
  const deps = {
    imports,
    quarantine,
    differences,
    mentions: records.mentions,
    files: work.files,
    audit: accounts.audit,
    keepDays: config.limits.importKeepDays,
    clock,
  };
  return createDailyRound({
    jobs: work.jobs,
    runner: work.runner,
    kind: 'forget-uploads',
    round: async () => ({ imports: await forgetUploads(deps) }),
    failed: (error) => log.error(errorFields(error), 'the clearing away of unused lists could not be queued'),
  });
}
