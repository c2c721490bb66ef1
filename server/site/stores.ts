import type { Connection } from 'mongoose';
import { createAuditStore } from '../audit/audit-store.ts';
import { createContactStore } from '../contacts/contact-store.ts';
import { createFileStore } from '../files/file-store.ts';
import { createJobStore } from '../jobs/job-store.ts';
import { createApiKeyStore } from '../partners/api-key-store.ts';
import { createPartnerStore } from '../partners/partner-store.ts';
import { createSessionStore } from '../users/session-store.ts';
import { createUserStore } from '../users/user-store.ts';

export type Stores = ReturnType<typeof createStores>;

/** Everything that is kept, each by its feature. A new feature adds its line here. */
export function createStores(connection: Connection) {
  return {
    apiKeys: createApiKeyStore(connection),
    audit: createAuditStore(connection),
    contacts: createContactStore(connection),
    files: createFileStore(connection),
    jobs: createJobStore(connection),
    partners: createPartnerStore(connection),
    sessions: createSessionStore(connection),
    users: createUserStore(connection),
  };
}

/** Makes every index before anything is asked, so that no first visitor waits for one and no duplicate slips in. */
export async function prepareIndexes(connection: Connection): Promise<void> {
  for (const model of Object.values(connection.models)) await model.init();
}
