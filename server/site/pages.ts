import { Router } from 'express';
import { siteProblemMessages } from '../../client/messages/desk-sites.ts';
import { importRowMessages } from '../../client/messages/import-rows.ts';
import { importMessages } from '../../client/messages/imports.ts';
import { memoryMessages } from '../../client/messages/memories.ts';
import { problemMessages } from '../../client/messages/problems.ts';
import { recordMessages } from '../../client/messages/records.ts';
import { reportMessages } from '../../client/messages/reports.ts';
import { requestFormMessages } from '../../client/messages/request-form.ts';
import { requestProblemMessages } from '../../client/messages/request-problems.ts';
import { statusMessages } from '../../client/messages/status.ts';
import type { MessageTable } from '../../client/messages/translate.ts';
import { dayText } from '../../client/parts/date-text.ts';
import type { Config } from '../config.ts';
import { saysNoFate } from '../domain/fate.ts';
import { createSayProblem } from '../http/problem.ts';
import type { Clock, Ids } from '../ids.ts';
import { createAssetRouter, createIconRouter } from '../pages/asset-routes.ts';
import { createKinPages } from '../pages/kin-routes.tsx';
import { createMailPages } from '../pages/mail-routes.tsx';
import { createMemorialPages, type MemorialPageDeps } from '../pages/memorial-routes.tsx';
import { createMemoryPages } from '../pages/memory-routes.tsx';
import { aboutSoldier } from '../pages/page-words.ts';
import { createPublicPages } from '../pages/public-routes.tsx';
import { createReferencePages } from '../pages/reference-routes.tsx';
import { createRequestPages } from '../pages/request-routes.tsx';
import { createRobotRoutes } from '../pages/robots-routes.ts';
import { createSeekingPages } from '../pages/seeking-routes.tsx';
import { createPartnerNames } from '../partners/partner-names.ts';
import { createLabels, districtOblasts, townAt } from './labels.ts';
import type { Services } from './services.ts';
import { createSitemap } from './sitemap.ts';
import type { Stores } from './stores.ts';

/** Texts that an error of the API may name. A feature whose messages stand in a table of their own adds it here. */
export const PROBLEM_TABLES: readonly MessageTable[] = [
  problemMessages,
  requestFormMessages,
  requestProblemMessages,
  memoryMessages,
  siteProblemMessages,
  statusMessages,
  importMessages,
  importRowMessages,
  recordMessages,
  reportMessages,
];

export type PageNeeds = { services: Services; stores: Stores; config: Config; ids: Ids; clock: Clock };

/** What pages of many kinds are drawn with. */
function siteOf(stores: Stores, { publicUrl, demo }: Config, clock: Clock) {
  return { publicUrl, demo, labels: createLabels(), partnerNames: createPartnerNames(stores.partners, clock) };
}

/** The public pages at the root of the site. */
export function createPages({ services, stores, config, ids, clock }: PageNeeds): Router {
  const helpPhone = config.helpPhone ?? null;
  const site = siteOf(stores, config, clock);
  const { search, soldiers, burialSites, divisions, hospitals, statistics, requests, reports, receiveFiles } = services;
  const router = Router();
  router.use('/assets', createAssetRouter());
  router.use(createIconRouter());
  router.use(createRobotRoutes(createSitemap(services, stores, config.publicUrl)));
  router.use(createReferencePages({ ...site, divisions, hospitals, burialSites, townAt, statistics }));
  router.use(
    createRequestPages({
      ...site,
      requests,
      receiveFiles,
      limits: { files: config.limits.files, fileBytes: config.limits.fileBytes },
      say: createSayProblem(PROBLEM_TABLES),
      newToken: ids.newCode,
      clock,
      soldierNamed: async (id, page) => {
        const [found] = await soldiers.findPublic([id]);
        return found ? aboutSoldier(found, page) : null;
      },
      helpPhone,
      kin: services.kin,
      meetings: services.meetings,
    }),
  );
  router.use(createKinPages({ ...site, kin: services.kin, meetings: services.meetings, helpPhone }));
  router.use(createMailPages({ ...site, subscriptions: services.subscriptions }));
  router.use(
    createMemoryPages({
      ...site,
      memories: services.memories,
      soldiers,
      receiveFiles,
      fileBytes: config.limits.fileBytes,
      say: createSayProblem(PROBLEM_TABLES),
      newToken: ids.newCode,
      clock,
      helpPhone,
    }),
  );
  router.use(
    createMemorialPages({
      ...site,
      soldiers,
      burialSites,
      divisions,
      reports,
      memories: services.memories,
      conclusionOf: createConclusions(stores),
      mergedAt: createMergedAt(stores),
      clock,
      helpPhone,
    }),
  );
  router.use(createSeekingPages({ ...site, seeking: services.seeking, oblastsOf: districtOblasts }));
  router.use(createPublicPages({ ...site, search, burialSites, siteAdditions: services.siteAdditions }));
  return router;
}

/** How it was decided that these papers are about one man: the level and the day, never who decided. */
function createConclusions({ decisions }: Stores): MemorialPageDeps['conclusionOf'] {
  return async (addresses, fate, { say, language }) => {
    const decision = await decisions.findConclusion(addresses);
    if (!decision) return null;
    const when = dayText(decision.confirmedAt ?? decision.at, language);
    if (decision.evidenceLevel === 'A' && saysNoFate(fate)) return say('memorial.decidedAOpen', { when });
    return say(`memorial.decided${decision.evidenceLevel ?? 'B'}`, { when });
  };
}

/** When another address was last found to be this man; null when none was, or it was taken back. */
function createMergedAt({ links }: Stores): MemorialPageDeps['mergedAt'] {
  return async (soldierId) => {
    const found = await links.findOfSoldier(soldierId);
    const standing = found.find(
      (link) => link.kind === 'merge' && link.intoId === soldierId && link.withdrawnAt === null,
    );
    return standing?.at ?? null;
  };
}
