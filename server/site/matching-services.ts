import { createProfileReader } from '../domain/matching/profile-reader.ts';
import type { Mention } from '../domain/mention.ts';
import { answeringAddresses, mentionsByAnswering } from '../soldiers/soldier-drawing.ts';
import { createAlikeService } from '../triage/alike-service.ts';
import { createBurialConflictService } from '../triage/burial-conflict-service.ts';
import { createFindingService } from '../triage/finding-service.ts';
import { createMatchingJobs } from '../triage/matching-jobs.ts';
import { createMatchingService } from '../triage/matching-service.ts';
import { createSamePersonService } from '../triage/same-person-service.ts';
import { createSoldierDeskService } from '../triage/soldier-desk-service.ts';
import { createSoldierFinder, type Reader, type SoldierFinder } from '../triage/soldier-finder.ts';
import { createWeightsService } from '../triage/weights-service.ts';
import type { AccountServices } from './account-services.ts';
import type { RecordServices } from './record-services.ts';
import type { Stores } from './stores.ts';
import type { WorkServices } from './work-services.ts';
import type { World } from './world.ts';

export type MatchingServices = ReturnType<typeof createMatchingServices>;

type MatchingNeeds = { stores: Stores; accounts: AccountServices; work: WorkServices; records: RecordServices };

async function* once(mentions: Promise<Mention[]>): AsyncGenerator<Mention[]> {
  yield await mentions;
}

/** The mentions of whoever answers for these addresses, with those of everybody merged into him, under his address. */
export async function mentionsOfMen(stores: Stores, soldierIds: string[]): Promise<Mention[]> {
  const found = await mentionsByAnswering(stores, soldierIds);
  return [...found].flatMap(([soldierId, mentions]) => mentions.map((mention) => ({ ...mention, soldierId })));
}

/** Finds men like somebody: among all, with the weights of now, each under the address that answers for him. */
function createFinder(stores: Stores, engine: RecordServices['engine'], read: Reader) {
  return createSoldierFinder({
    read,
    engine,
    byTags: async (tags, limit) => {
      const { soldiers: found } = await stores.soldierLists.findByTags({ tags: [tags], limit });
      return found.map(({ id }) => id);
    },
    mentionsOf: (soldierIds) => mentionsOfMen(stores, soldierIds),
    answering: (ids) => answeringAddresses(stores, ids),
    weights: stores.weights.current,
    allMentions: () => stores.mentions.streamLive(),
  });
}

/** What is likely wrong in the papers themselves: one man kept as two, two graves of one man. */
function createFindings(
  { stores, accounts, work }: Omit<MatchingNeeds, 'records'>,
  { read, finder, clock }: { read: Reader; finder: SoldierFinder; clock: World['clock'] },
) {
  const { mentions } = stores;
  const allMentions = (): AsyncIterable<Mention[]> => mentions.streamLive();
  return createFindingService({
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
}

/** Candidates for requests, at once and whenever something new comes in. */
export function createMatchingServices({ stores, accounts, work, records }: MatchingNeeds, { clock }: World) {
  const { requests, candidates, decisions, mentions } = stores;
  const read = createProfileReader(records.gazetteer, records.divisionsByKey);
  const finder = createFinder(stores, records.engine, read);
  const matchedAll = stores.weights.markMatched;
  const logSearch = stores.casePapers.replace;
  const indexCaughtUp = async (): Promise<boolean> => {
    await records.index.follow();
    return records.index.isSettled();
  };
  const matching = createMatchingService({ ...stores, finder, read, indexCaughtUp, matchedAll, logSearch, clock });
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
    allMentions: () => mentions.streamLive(),
    rematchAll: matchingJobs.rematchAll,
    audit: accounts.audit,
    clock,
  });
  const findings = createFindings({ stores, accounts, work }, { read, finder, clock });
  return { matching, matchingJobs, soldierDesk, alike, weights, findings };
}
