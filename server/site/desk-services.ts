import { createHash } from 'node:crypto';
import type { BurialSite } from '../domain/known-burial-site.ts';
import { createProfileReader } from '../domain/matching/profile-reader.ts';
import type { Mention } from '../domain/mention.ts';
import { drawForDesk } from '../domain/soldier.ts';
import { understandRow } from '../domain/understand-row.ts';
import { errorFields } from '../log.ts';
import { createKinService } from '../requests/kin-service.ts';
import { createMeetingService } from '../requests/meeting-service.ts';
import { createRequestService } from '../requests/request-service.ts';
import { createRetentionRound } from '../requests/retention-round.ts';
import { createRetentionService } from '../requests/retention-service.ts';
import { createStatusCodes } from '../requests/status-code.ts';
import { createLinkService } from '../soldiers/link-service.ts';
import { createRedrawJobs } from '../soldiers/redraw-jobs.ts';
import { answeringAddresses, mentionsByAnswering } from '../soldiers/soldier-drawing.ts';
import { createAlikeService } from '../triage/alike-service.ts';
import { createBurialConflictService } from '../triage/burial-conflict-service.ts';
import { createCaseService } from '../triage/case-service.ts';
import { createDecisionService } from '../triage/decision-service.ts';
import { createFindingService } from '../triage/finding-service.ts';
import { createFoundRecordService } from '../triage/found-record-service.ts';
import { createGatheringService } from '../triage/gathering-service.ts';
import { createMatchingJobs } from '../triage/matching-jobs.ts';
import { createMatchingService } from '../triage/matching-service.ts';
import { createPairService } from '../triage/pair-service.ts';
import { createPlaceMapService } from '../triage/place-map-service.ts';
import { createQueueService } from '../triage/queue-service.ts';
import { createSamePersonService } from '../triage/same-person-service.ts';
import { createSoldierDeskService } from '../triage/soldier-desk-service.ts';
import { createSoldierFinder } from '../triage/soldier-finder.ts';
import { createWeightsService } from '../triage/weights-service.ts';
import type { AccountServices } from './account-services.ts';
import type { MailServices } from './mail-services.ts';
import type { RecordServices } from './record-services.ts';
import type { Stores } from './stores.ts';
import type { WorkServices } from './work-services.ts';
import type { World } from './world.ts';

export type DeskServices = ReturnType<typeof createDeskServices>;

export type DeskNeeds = {
  stores: Stores;
  accounts: AccountServices;
  work: WorkServices;
  records: RecordServices;
  mail: MailServices;
};

async function* once(mentions: Promise<Mention[]>): AsyncGenerator<Mention[]> {
  yield await mentions;
}

/** The mentions of whoever answers for these addresses, with those of everybody merged into him, under his address. */
async function mentionsOfMen(stores: Stores, soldierIds: string[]): Promise<Mention[]> {
  const found = await mentionsByAnswering(stores, soldierIds);
  return [...found].flatMap(([soldierId, mentions]) => mentions.map((mention) => ({ ...mention, soldierId })));
}

function placeOfSite(site: BurialSite | null) {
  if (site === null || site.latitude === null || site.longitude === null) return null;
  const { names, latitude, longitude } = site;
  return { name: names.local ?? names.ru ?? names.en ?? site.id, latitude, longitude };
}

/** Candidates for requests, at once and whenever something new comes in. */
function createMatching(
  { stores, accounts, work, records }: Pick<DeskNeeds, 'stores' | 'accounts' | 'work' | 'records'>,
  { clock }: World,
) {
  const { requests, candidates, decisions, mentions } = stores;
  const allMentions = (): AsyncIterable<Mention[]> => mentions.streamLive();
  const read = createProfileReader(records.gazetteer, records.divisionsByKey);
  const finder = createSoldierFinder({
    read,
    engine: records.engine,
    byTags: async (tags, limit) => {
      const { soldiers: found } = await stores.soldierLists.findByTags({ tags: [tags], limit });
      return found.map(({ id }) => id);
    },
    mentionsOf: (soldierIds) => mentionsOfMen(stores, soldierIds),
    answering: (ids) => answeringAddresses(stores, ids),
    weights: stores.weights.current,
    allMentions,
  });
  const matchedAll = stores.weights.markMatched;
  const logSearch = stores.casePapers.replace;
  const matching = createMatchingService({ ...stores, finder, read, matchedAll, logSearch, clock });
  const matchingJobs = createMatchingJobs({
    jobs: work.jobs,
    runner: work.runner,
    matching,
    async outdated() {
      const { version } = await stores.weights.current();
      const matched = await stores.weights.matchedWith();
      // A site where nothing was ever matched anew only has what its candidates say.
      return matched === null ? candidates.hasOtherVersion(version) : matched !== version;
    },
    mentionsOfImport: (importId) => mentions.streamImport(importId),
    mentionsOfSoldiers: (soldierIds) => once(mentions.findBySoldierIds(soldierIds)),
  });
  const soldierDesk = createSoldierDeskService({
    read,
    finder,
    mentionsByAnswering: (soldierIds) => mentionsByAnswering(stores, soldierIds),
  });
  const alike = createAlikeService({ requests, read, finder });
  const weights = createWeightsService({
    requests,
    candidates,
    decisions,
    finder,
    read,
    weights: stores.weights,
    allMentions,
    rematchAll: matchingJobs.rematchAll,
    audit: accounts.audit,
    clock,
  });
  const findings = createFindingService({
    findings: stores.findings,
    samePersons: createSamePersonService({ read, finder, allMentions, mentionsByIds: mentions.findByIds }),
    burialConflicts: createBurialConflictService({
      read,
      allMentions,
      answering: finder.answering,
      sites: () => stores.burialSites.find({}),
    }),
    answering: finder.answering,
    jobs: work.jobs,
    runner: work.runner,
    audit: accounts.audit,
    clock,
  });
  return { matching, matchingJobs, soldierDesk, alike, weights, findings };
}

/** Requests of families, their matching, and the work of the volunteers on them. */
export function createDeskServices({ stores, accounts, work, records, mail }: DeskNeeds, world: World) {
  const { clock, ids, config, log } = world;
  const { audit, contacts } = accounts;
  const { requests, casePapers: papers, candidates, decisions, soldiers } = stores;
  const nameOf = async (id: string): Promise<string> => (await stores.users.findById(id))?.displayName ?? id;

  const { matching, matchingJobs, soldierDesk, alike, weights, findings } = createMatching(
    { stores, accounts, work, records },
    world,
  );
  const access = { requests, clock, nameOf };
  const desk = { ...access, audit, ids };
  const queue = createQueueService(desk);
  const cases = createCaseService({
    ...desk,
    decisions,
    candidates,
    papers,
    contacts,
    answering: (soldierIds) => answeringAddresses(stores, soldierIds),
  });
  const answering = async (id: string): Promise<string | null> =>
    (await answeringAddresses(stores, [id])).get(id) ?? null;
  const decisionService = createDecisionService({
    ...desk,
    decisions,
    answering,
    pairEvidence: matching.pairEvidence,
    forgetCandidates: (requestId) => candidates.replaceOf(requestId, []),
    setKin: records.mentions.setKin,
  });

  const gatherings = createGatheringService({ ...desk, settle: decisionService.settle });
  const pairs = createPairService({ requests, answering, pairEvidence: matching.pairEvidence });
  const foundRecords = createFoundRecordService({
    requests,
    mentions: records.mentions,
    understand: async (row) => understandRow(row, await records.contextFor({})),
    decidedSoldiers: (soldierIds) => decisions.findDecided(soldierIds),
    rematch: (soldierIds, counted) => matchingJobs.rematch({ soldierIds, counted }),
    audit,
    ids,
    clock,
  });
  const placeMaps = createPlaceMapService({
    requests,
    gazetteer: records.gazetteer,
    mentionsOf: (soldierIds) => mentionsOfMen(stores, soldierIds),
    siteAt: async (siteId) => placeOfSite(await stores.burialSites.findById(siteId)),
  });

  const links = createLinkService({
    soldiers,
    mentions: stores.mentions,
    links: stores.links,
    index: records.index,
    corrected: (soldierIds) => matchingJobs.rematch({ soldierIds, counted: true }),
    audit,
    ids,
    clock,
  });

  // A key of its own, so that the contacts' key is used for one thing only.
  const codeSecret = createHash('sha256').update('status codes').update(config.jwtSecret).digest();
  const requestService = createRequestService({
    requests,
    papers,
    contacts,
    audit,
    files: work.files,
    mail: mail.subscriptions,
    understand: records.understand,
    codeOf: createStatusCodes(codeSecret),
    match: matchingJobs.match,
    takenBack: decisionService.takenBack,
    forget: async (before) => {
      await decisionService.forget(before);
      await gatherings.familyLeft(before.id);
    },
    ids,
    clock,
  });

  const retention = createRetentionRound({
    jobs: work.jobs,
    runner: work.runner,
    retention: createRetentionService({
      requests,
      contacts,
      mail: mail.subscriptions,
      audit,
      keepDays: config.limits.contactKeepDays,
      clock,
    }),
    failed: (error) => log.error(errorFields(error), 'the erasing of old contacts could not be queued'),
  });

  return {
    retention,
    requests: requestService,
    queue,
    cases,
    decisions: decisionService,
    pairs,
    alike,
    gatherings,
    meetings: createMeetingService({ requests, contacts, clock }),
    kin: createKinService({ requests, getPage: records.soldiers.getPage }),
    foundRecords,
    placeMaps,
    links,
    matching,
    matchingJobs,
    redrawJobs: createRedrawJobs({
      jobs: work.jobs,
      runner: work.runner,
      mentions: records.mentions,
      countSoldiers: soldiers.countAll,
      marks: stores.drawingMarks,
    }),
    weights,
    findings,
    soldierDesk,
    async peopleNamed(userIds: string[]): Promise<ReadonlyMap<string, string>> {
      return new Map(await Promise.all(userIds.map(async (id) => [id, await nameOf(id)] as const)));
    },
    /** For the desk: who is known from painful papers only has his name here, and nowhere in public. */
    async soldiersWith(soldierIds: string[]) {
      const found = await soldiers.findByIds(soldierIds);
      const restricted = found.filter((soldier) => soldier.restricted).map(({ id }) => id);
      const papers = await mentionsByAnswering(stores, restricted);
      return new Map(
        found.map((soldier) => {
          const mentions = papers.get(soldier.id)?.filter(({ state }) => state === 'live');
          return [soldier.id, mentions ? { ...soldier, summary: drawForDesk(mentions) } : soldier];
        }),
      );
    },
  };
}
