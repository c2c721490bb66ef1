import { createAuditFeature } from '../audit/audit-routes.ts';
import type { Config } from '../config.ts';
import { createFileFeature } from '../files/file-routes.ts';
import type { ApiFeature } from '../http/openapi.ts';
import { createJobFeature } from '../jobs/job-routes.ts';
import { createApiKeyFeature } from '../partners/api-key-routes.ts';
import { createPartnerFeature } from '../partners/partner-routes.ts';
import { createSessionFeature } from '../users/session-routes.ts';
import { createUserFeature } from '../users/user-routes.ts';
import type { Services } from './services.ts';

/** The doors of the API, one a feature. A new feature adds its line here. */
export function createFeatures(services: Services, config: Config): ApiFeature[] {
  const secureCookies = config.publicUrl.startsWith('https:');
  return [
    createSessionFeature({ sessions: services.sessions, users: services.users, secureCookies }),
    createUserFeature(services.users),
    createPartnerFeature(services.partners),
    createApiKeyFeature(services.apiKeys),
    createAuditFeature(services.audit),
    createJobFeature(services.jobs),
    createFileFeature(services.files),
  ];
}
