import { createAuditFeature } from '../audit/audit-routes.ts';
import { createBurialSiteFeature } from '../burial-sites/burial-site-routes.ts';
import type { Config } from '../config.ts';
import { createDivisionFeature } from '../divisions/division-routes.ts';
import { createFileFeature } from '../files/file-routes.ts';
import type { ApiFeature } from '../http/openapi.ts';
import type { SayProblem } from '../http/problem.ts';
import type { Clock } from '../ids.ts';
import { createImportFeature } from '../imports/import-routes.ts';
import { createJobFeature } from '../jobs/job-routes.ts';
import { createMemoryFeature } from '../memories/memory-routes.ts';
import { createApiKeyFeature } from '../partners/api-key-routes.ts';
import { createPartnerFeature } from '../partners/partner-routes.ts';
import { createPlaceFeature } from '../places/place-routes.ts';
import { createRequestFeature } from '../requests/request-routes.ts';
import { createLinkFeature } from '../soldiers/link-routes.ts';
import { mentionsByAnswering } from '../soldiers/soldier-drawing.ts';
import { createSoldierFeature } from '../soldiers/soldier-routes.ts';
import { createStatisticsFeature } from '../statistics/statistics-routes.ts';
import { createTriageFeature } from '../triage/triage-routes.ts';
import { createSessionFeature } from '../users/session-routes.ts';
import { createUserFeature } from '../users/user-routes.ts';
import type { Services } from './services.ts';
import type { Stores } from './stores.ts';

type Surroundings = { stores: Stores; config: Config; say: SayProblem; clock: Clock };

/** The doors of the API, one a feature. A new feature adds its line here. */
export function createFeatures(services: Services, { stores, config, say, clock }: Surroundings): ApiFeature[] {
  const { publicUrl, limits } = config;
  const { receiveFiles, partners } = services;
  const secureCookies = publicUrl.startsWith('https:');
  return [
    createSoldierFeature({ soldiers: services.soldiers, search: services.search }),
    createLinkFeature(services.links),
    createBurialSiteFeature(services.burialSites),
    createDivisionFeature(services.divisions),
    createPlaceFeature(services.places),
    createStatisticsFeature(services.statistics),
    createRequestFeature({ requests: services.requests, receiveFiles, publicUrl, limits }),
    createTriageFeature({ ...services, clock }),
    createMemoryFeature(services),
    createImportFeature({
      imports: services.imports,
      store: stores.imports,
      partners,
      receiveFiles,
      say,
      listBytes: limits.listBytes,
      returned: {
        mentions: services.mentions,
        mentionsByAnswering: (ids) => mentionsByAnswering(stores, ids),
        decidedSoldiers: (ids) => stores.decisions.findDecided(ids),
        publicUrl,
      },
    }),
    createSessionFeature({ sessions: services.sessions, users: services.users, secureCookies }),
    createUserFeature(services.users),
    createPartnerFeature(partners),
    createApiKeyFeature(services.apiKeys),
    createAuditFeature(services.audit),
    createJobFeature(services.jobs),
    createFileFeature(services.files),
  ];
}
