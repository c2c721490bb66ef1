import { createHash } from 'node:crypto';
import type { BurialSite } from '../domain/known-burial-site.ts';
import { drawForDesk } from '../domain/soldier.ts';
import { understandRow } from '../domain/understand-row.ts';
import { createDailyRound } from '../jobs/daily-round.ts';
import { errorFields } from '../log.ts';
import { createKinService } from '../requests/kin-service.ts';
import { createMeetingService } from '../requests/meeting-service.ts';
import { createRequestService } from '../requests/request-service.ts';
import { createRetentionService } from '../requests/retention-service.ts';
import { createStatusCodes } from '../requests/status-code.ts';
import { createLinkService } from '../soldiers/link-service.ts';
import { createRedrawJobs } from '../soldiers/redraw-jobs.ts';
import { answeringAddresses, mentionsByAnswering } from '../soldiers/soldier-drawing.ts';
import { createCaseService } from '../triage/case-service.ts';
import { createDecisionService } from '../triage/decision-service.ts';
import { createFoundRecordService } from '../triage/found-record-service.ts';
import { createGatheringService } from '../triage/gathering-service.ts';
import { createPairService } from '../triage/pair-service.ts';
import { createPlaceMapService } from '../triage/place-map-service.ts';
import { createQueueService } from '../triage/queue-service.ts';
import { oneByOne } from '../turns.ts';
import type { AccountServices } from './account-services.ts';
import type { MailServices } from './mail-services.ts';
import { createMatchingServices, type MatchingServices, mentionsOfMen } from './matching-services.ts';
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

/** What the parts of the desk need besides: its matching, made before them. */
type WithMatching = DeskNeeds & Pick<MatchingServices, 'matching' | 'matchingJobs'>;

function placeOfSite(site: BurialSite | null) {
  if (site === null || site.latitude === null || site.longitude === null) return null;
  const { names, latitude, longitude } = site;
  return { name: names.local ?? names.ru ?? names.en ?? site.id, latitude, longitude };
}

/** For the desk: who is known from painful papers only has his name here, and nowhere in public. */
async function soldiersWith(stores: Stores, soldierIds: string[]) {
  const found = await stores.soldiers.findByIds(soldierIds);
  const restricted = found.filter((soldier) => soldier.restricted).map(({ id }) => id);
  const papers = await mentionsByAnswering(stores, restricted);
  return new Map(
    found.map((soldier) => {
      const mentions = papers.get(soldier.id)?.filter(({ state }) => state === 'live');
      return [soldier.id, mentions ? { ...soldier, summary: drawForDesk(mentions) } : soldier];
    }),
  );
}

/** A request in the hands of volunteers: who has it, what is in it, what they conclude. */
function createCaseWork({ stores, accounts, records, matching }: WithMatching, { clock, ids }: World) {
  const { audit, contacts } = accounts;
  const { requests, casePapers: papers, candidates, decisions } = stores;
  const nameOf = async (id: string): Promise<string> => (await stores.users.findById(id))?.displayName ?? id;
  const desk = { requests, clock, nameOf, audit, ids };
  const queue = createQueueService(desk);
  const answering = (soldierIds: readonly string[]) => answeringAddresses(stores, soldierIds);
  const cases = createCaseService({
    ...desk,
    decisions,
    candidates,
    papers,
    contacts,
    answering,
  });
  const inTurn = oneByOne();
  const decisionService = createDecisionService({
    ...desk,
    inTurn,
    decisions,
    answering,
    pairEvidence: matching.pairEvidence,
    forgetCandidates: (requestId) => candidates.replaceOf(requestId, []),
    setKin: records.mentions.setKin,
  });

  const gatherings = createGatheringService({
    ...desk,
    inTurn,
    settle: decisionService.settle,
    mustAgree: decisionService.mustAgree,
  });
  const pairs = createPairService({ requests, answering, pairEvidence: matching.pairEvidence });

  return {
    queue,
    cases,
    decisions: decisionService,
    pairs,
    gatherings,
    async peopleNamed(userIds: string[]): Promise<ReadonlyMap<string, string>> {
      const found = new Map((await stores.users.findByIds(userIds)).map(({ id, displayName }) => [id, displayName]));
      return new Map(userIds.map((id) => [id, found.get(id) ?? id]));
    },
  };
}

/** What volunteers say of papers: a record found elsewhere, two soldiers who are one, and the places on a map. */
function createPaperWork({ stores, accounts, records, matchingJobs }: WithMatching, { clock, ids }: World) {
  const { audit } = accounts;
  const { requests, decisions, soldiers } = stores;
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
  return { foundRecords, placeMaps, links };
}

/** What a family sends and changes; what it takes back is taken back from the work of the volunteers too. */
function createRequests(
  { stores, accounts, work, records, mail, matchingJobs }: WithMatching,
  { decisions, gatherings, queue }: Pick<ReturnType<typeof createCaseWork>, 'decisions' | 'gatherings' | 'queue'>,
  { clock, ids, config }: World,
) {
  const { audit, contacts } = accounts;
  const { requests, casePapers: papers } = stores;
  // A key of its own, so that the contacts' key is used for one thing only.
  const codeSecret = createHash('sha256').update('status codes').update(config.jwtSecret).digest();
  return createRequestService({
    requests,
    papers,
    contacts,
    audit,
    files: work.files,
    mail: mail.subscriptions,
    understand: records.understand,
    codeOf: createStatusCodes(codeSecret),
    match: matchingJobs.match,
    endings: decisions.endings,
    lookAgain: decisions.lookAgain,
    isHeld: queue.isHeld,
    forget: async (before) => {
      await decisions.forget(before);
      await gatherings.familyLeft(before.id);
    },
    ids,
    clock,
  });
}

/** Erases the contacts of requests that are over long enough. */
function createRetention({ stores, accounts, work, mail }: DeskNeeds, { clock, config, log }: World) {
  const { audit, contacts } = accounts;
  const { requests } = stores;
  const keepDays = config.limits.contactKeepDays;
  const retention = createRetentionService({ requests, contacts, mail: mail.subscriptions, audit, keepDays, clock });
  return createDailyRound({
    jobs: work.jobs,
    runner: work.runner,
    kind: 'forget-contacts',
    round: async () => ({ contacts: await retention.forgetOld() }),
    failed: (error) => log.error(errorFields(error), 'the erasing of old contacts could not be queued'),
  });
}

function createRedraw({ stores, work, records }: DeskNeeds) {
  return createRedrawJobs({
    jobs: work.jobs,
    runner: work.runner,
    mentions: records.mentions,
    countSoldiers: stores.soldiers.countAll,
    marks: stores.drawingMarks,
    siteFinder: records.siteFinder,
  });
}

/** Requests of families, their matching, and the work of the volunteers on them. */
export function createDeskServices(needs: DeskNeeds, world: World) {
  const { stores, accounts, records } = needs;
  const { requests } = stores;
  const matchingServices = createMatchingServices(needs, world);
  const withMatching = { ...needs, ...matchingServices };
  const caseWork = createCaseWork(withMatching, world);
  return {
    ...matchingServices,
    ...caseWork,
    ...createPaperWork(withMatching, world),
    requests: createRequests(withMatching, caseWork, world),
    retention: createRetention(needs, world),
    redrawJobs: createRedraw(needs),
    meetings: createMeetingService({ requests, contacts: accounts.contacts, clock: world.clock }),
    kin: createKinService({ requests, getPage: records.soldiers.getPage }),
    soldiersWith: (soldierIds: string[]) => soldiersWith(stores, soldierIds),
  };
}
