import type { Connection } from 'mongoose';
import { createAuditStore } from '../audit/audit-store.ts';
import { createBurialSiteStore } from '../burial-sites/burial-site-store.ts';
import { createSiteAdditionStore } from '../burial-sites/site-addition-store.ts';
import { createContactStore } from '../contacts/contact-store.ts';
import { createFileStore } from '../files/file-store.ts';
import { createDifferenceStore } from '../imports/difference-store.ts';
import { createImportStore } from '../imports/import-store.ts';
import { createQuarantineStore } from '../imports/quarantine-store.ts';
import { createJobStore } from '../jobs/job-store.ts';
import { createLetterStore } from '../mail/letter-store.ts';
import { createSubscriberStore } from '../mail/subscriber-store.ts';
import { createMemoryStore } from '../memories/memory-store.ts';
import { createApiKeyStore } from '../partners/api-key-store.ts';
import { createPartnerStore } from '../partners/partner-store.ts';
import { createReportStore } from '../reports/report-store.ts';
import { createCasePaperStore } from '../requests/case-paper-store.ts';
import { createRequestStore } from '../requests/request-store.ts';
import { createIndexMarkStore } from '../search/index-mark-store.ts';
import { INDEX_VERSION } from '../search/meilisearch/meilisearch-settings.ts';
import { createDrawingMarkStore } from '../soldiers/drawing-mark-store.ts';
import { createLinkStore } from '../soldiers/link-store.ts';
import { createMentionStore } from '../soldiers/mention-store.ts';
import { createSoldierListStore } from '../soldiers/soldier-list-store.ts';
import { createSoldierStore } from '../soldiers/soldier-store.ts';
import { createStatisticsStore } from '../statistics/statistics-store.ts';
import { createCandidateStore } from '../triage/candidate-store.ts';
import { createDecisionStore } from '../triage/decision-store.ts';
import { createFindingStore } from '../triage/finding-store.ts';
import { createWeightsStore } from '../triage/weights-store.ts';
import { createSessionStore } from '../users/session-store.ts';
import { createUserStore } from '../users/user-store.ts';

export type Stores = ReturnType<typeof createStores>;

/** Everything that is kept, each by its feature. A new feature adds its line here. */
export function createStores(connection: Connection) {
  return {
    apiKeys: createApiKeyStore(connection),
    audit: createAuditStore(connection),
    burialSites: createBurialSiteStore(connection),
    candidates: createCandidateStore(connection),
    casePapers: createCasePaperStore(connection),
    contacts: createContactStore(connection),
    decisions: createDecisionStore(connection),
    drawingMarks: createDrawingMarkStore(connection),
    files: createFileStore(connection),
    imports: createImportStore(connection),
    quarantine: createQuarantineStore(connection),
    differences: createDifferenceStore(connection),
    indexMarks: createIndexMarkStore(connection, `meilisearch ${INDEX_VERSION}`),
    jobs: createJobStore(connection),
    letters: createLetterStore(connection),
    links: createLinkStore(connection),
    memories: createMemoryStore(connection),
    mentions: createMentionStore(connection),
    partners: createPartnerStore(connection),
    reports: createReportStore(connection),
    requests: createRequestStore(connection),
    sessions: createSessionStore(connection),
    siteAdditions: createSiteAdditionStore(connection),
    soldierLists: createSoldierListStore(connection),
    soldiers: createSoldierStore(connection),
    statistics: createStatisticsStore(connection),
    subscribers: createSubscriberStore(connection),
    findings: createFindingStore(connection),
    users: createUserStore(connection),
    weights: createWeightsStore(connection),
  };
}

/** Makes every index before anything is asked, so that no first visitor waits for one and no duplicate slips in. */
export async function prepareIndexes(connection: Connection): Promise<void> {
  for (const model of Object.values(connection.models)) await model.init();
}
