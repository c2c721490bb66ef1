import { languages } from '../../client/messages/translate.ts';
import { createAuditFeature } from '../audit/audit-routes.ts';
import { createBurialSiteFeature } from '../burial-sites/burial-site-routes.ts';
import { createSiteAdditionFeature } from '../burial-sites/site-addition-routes.ts';
import type { Config } from '../config.ts';
import { createDivisionFeature } from '../divisions/division-routes.ts';
import { createExportFeature } from '../exports/export-routes.ts';
import { createFileFeature } from '../files/file-routes.ts';
import type { ApiFeature } from '../http/openapi.ts';
import type { SayProblem } from '../http/problem.ts';
import type { Clock } from '../ids.ts';
import { createDifferenceFeature } from '../imports/difference-routes.ts';
import { createImportFeature } from '../imports/import-routes.ts';
import { createListScanFeature } from '../imports/list-scan-routes.ts';
import { createQuarantineFeature } from '../imports/quarantine-routes.ts';
import { createJobFeature } from '../jobs/job-routes.ts';
import { createMemoryFeature } from '../memories/memory-routes.ts';
import { createCoastMap, type GeoPoint } from '../pages/coast-map.ts';
import { landmarks, pinMark } from '../pages/map-landmarks.ts';
import { createAgreementFeature } from '../partners/agreement-routes.ts';
import { createApiKeyFeature } from '../partners/api-key-routes.ts';
import { createPartnerFeature } from '../partners/partner-routes.ts';
import { createPlaceFeature } from '../places/place-routes.ts';
import { createReportFeature } from '../reports/report-routes.ts';
import { createKinFeature } from '../requests/kin-routes.ts';
import { createMeetingFeature } from '../requests/meeting-routes.ts';
import { createRequestFeature } from '../requests/request-routes.ts';
import { createSuggestionFeature } from '../search/suggestion-routes.ts';
import { createLinkFeature } from '../soldiers/link-routes.ts';
import { createSoldierFeature } from '../soldiers/soldier-routes.ts';
import { createStatisticsFeature } from '../statistics/statistics-routes.ts';
import { createFindingFeature } from '../triage/finding-routes.ts';
import { createFoundRecordFeature } from '../triage/found-record-routes.ts';
import { createGatheringFeature } from '../triage/gathering-routes.ts';
import { createHomeFeature } from '../triage/home-routes.ts';
import { createSoldierDeskFeature } from '../triage/soldier-desk-routes.ts';
import { createTriageFeature } from '../triage/triage-routes.ts';
import { createSessionFeature } from '../users/session-routes.ts';
import { createUserFeature } from '../users/user-routes.ts';
import { createAuditNames } from './audit-names.ts';
import { returnSources } from './return-sources.ts';
import type { Services } from './services.ts';
import type { Stores } from './stores.ts';

type Surroundings = { stores: Stores; config: Config; say: SayProblem; clock: Clock };

const DESK_MAP = { width: 480, height: 300 };

function drawMap(points: GeoPoint[]) {
  const map = createCoastMap(points, DESK_MAP);
  const spots = points.map(map.project);
  const pins = spots.filter((spot) => spot !== null);
  const marks = pins.map((pin) => pinMark({ ...pin, label: '' }));
  const named = languages.map((language) => [language, landmarks(map, marks, language)] as const);
  return { ...DESK_MAP, land: map.land, spots, landmarks: Object.fromEntries(named) };
}

/** The doors of the API, one a feature. A new feature adds its line here. */
export function createFeatures(services: Services, { stores, config, say, clock }: Surroundings): ApiFeature[] {
  const { publicUrl, limits } = config;
  const { receiveFiles, partners } = services;
  const secureCookies = publicUrl.startsWith('https:');
  return [
    createSoldierFeature({ soldiers: services.soldiers, search: services.search }),
    createLinkFeature(services),
    createSoldierDeskFeature(services.soldierDesk),
    createFoundRecordFeature(services.foundRecords),
    createSuggestionFeature(services.suggestions),
    createBurialSiteFeature(services.burialSites),
    createDivisionFeature(services.divisions),
    createPlaceFeature(services.places),
    createStatisticsFeature(services.statistics),
    createRequestFeature({ requests: services.requests, receiveFiles, publicUrl, limits }),
    createTriageFeature({ ...services, clock, drawMap }),
    createGatheringFeature(services),
    createFindingFeature(services),
    createMeetingFeature(services.meetings),
    createHomeFeature({ ...services, clock }),
    createKinFeature(services.kin),
    createMemoryFeature(services),
    createSiteAdditionFeature({ ...services, fileBytes: limits.fileBytes }),
    createImportFeature({
      imports: services.imports,
      authenticate: services.authenticate,
      partners,
      receiveFiles,
      say,
      peopleNamed: services.peopleNamed,
      listBytes: limits.listBytes,
      returned: returnSources(stores, services.mentions, publicUrl),
    }),
    createQuarantineFeature(services.quarantine, say),
    createDifferenceFeature({ imports: services.imports, differences: stores.differences }),
    createListScanFeature(services.listScans),
    createExportFeature(services.exports),
    createSessionFeature({ ...services, secureCookies }),
    createUserFeature({ users: services.users, passwords: services.passwords, publicUrl }),
    createPartnerFeature(partners),
    createAgreementFeature({ ...services, fileBytes: limits.fileBytes }),
    createApiKeyFeature(services.apiKeys),
    createAuditFeature({ ...services, thingsNamed: createAuditNames({ stores, ...services }) }),
    createReportFeature(services),
    createJobFeature(services.jobs, services.authenticate),
    createFileFeature(services.files),
  ];
}
