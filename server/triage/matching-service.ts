import { isFresh } from '../domain/matching/bands.ts';
import type { Candidate, Evidence } from '../domain/matching/candidate.ts';
import {
  CUTS,
  type Offered,
  offer,
  rememberedCost,
  sameManAmong,
  weighCandidates,
} from '../domain/matching/candidates-of.ts';
import { stateAfter } from '../domain/matching/decided.ts';
import { evidenceHash } from '../domain/matching/evidence-hash.ts';
import { explain } from '../domain/matching/explain.ts';
import { nameTextOf } from '../domain/matching/name-form.ts';
import { scorePair } from '../domain/matching/score.ts';
import { LIKELY } from '../domain/matching/weights.ts';
import type { Mention } from '../domain/mention.ts';
import { canMove, MATCHED_AGAIN, REQUEST_STATUSES } from '../domain/request-states.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import { type Clock, orderedIdsFrom, stableId } from '../ids.ts';
import type { CasePaper } from '../requests/case-paper-store.ts';
import type { RequestStore } from '../requests/request-store.ts';
import { eachOf } from '../turns.ts';
import type { CandidateStore } from './candidate-store.ts';
import type { PairEvidence } from './decision-service.ts';
import type { DecisionStore } from './decision-store.ts';
import { type Reader, readRequest, type SoldierFinder } from './soldier-finder.ts';
import { readOpenRequests, type Touch, type Touched, touchBy } from './touched-requests.ts';

export type MatchingService = {
  /** Matches one request against everything the search knows; `whole` when it knew everything that was stored then. */
  matchRequest(requestId: string): Promise<{ candidates: number; fresh: number; whole: boolean }>;
  /** Matches the open requests that these mentions may answer. Returns how many requests were looked at again. */
  rematchFor(
    mentions: AsyncIterable<Mention[]>,
    options?: RematchOptions,
  ): Promise<{ mentions: number; requests: number }>;
  /** Matches every open request again: after a new version of the weights. */
  rematchAll(progress?: RematchProgress): Promise<{ requests: number }>;
  pairEvidence(request: SearchRequest, soldierId: string): Promise<PairEvidence>;
};

export type RematchProgress = (done: number, total: number | null) => Promise<void>;

/**
 * `counted`: the mentions were here before and only belong to other men now, so how common their names are does not change.
 * `regrouped`: whose papers they were until now may be a candidate too, so each request is matched against everybody.
 */
export type RematchOptions = { progress?: RematchProgress; counted?: boolean; regrouped?: boolean };

export type MatchingDeps = {
  requests: RequestStore;
  candidates: CandidateStore;
  decisions: DecisionStore;
  finder: SoldierFinder;
  read: Reader;
  /** Lets the index read what others stored, and says whether it now has everything. */
  indexCaughtUp: () => Promise<boolean>;
  /** Notes that every open request was matched with this version of the weights. */
  matchedAll: (weightsVersion: string) => Promise<void>;
  logSearch: (paper: CasePaper) => Promise<void>;
  clock: Clock;
};

/** Evidence of the better candidates is kept; what is all but impossible helps nobody. */
const KEPT_FROM = 0.001;

const rounded = (probability: number): number => Math.round(probability * 1e4) / 1e4;

type Found = { request: SearchRequest; known: Candidate[]; offered: Offered[]; weightsVersion: string };

async function candidatesFrom(deps: MatchingDeps, found: Found): Promise<Candidate[]> {
  const { request, offered, weightsVersion } = found;
  const decisions = await deps.decisions.findOf(request.id);
  const known = new Map(found.known.map((candidate) => [candidate.soldierId, candidate]));
  const answering = await deps.finder.answering(decisions.map(({ soldierId }) => soldierId));
  return offered
    .filter(({ probability }, index) => index === 0 || probability >= KEPT_FROM)
    .map(({ pair, probability }) => {
      const evidence = pair.observations.map(explain);
      const hash = evidenceHash(evidence);
      const { soldierId } = pair;
      const seen = known.get(soldierId);
      const unchanged = seen !== undefined && seen.evidenceHash === hash;
      const kept = unchanged ? seen.state : 'fresh';
      return {
        requestId: request.id,
        soldierId,
        evidenceHash: hash,
        probability: rounded(probability),
        evidence,
        weightsVersion,
        state: stateAfter({ soldierId, evidenceHash: hash, state: kept }, decisions, answering),
        foundAt: unchanged ? seen.foundAt : deps.clock(),
      };
    });
}

/** A request that stands here is put back on the desk when somebody likely turns up. */
const PUT_BACK = REQUEST_STATUSES.filter((status) => canMove(status, 'checking_document', 'standing_search'));

/** Telling how far it is makes the store write to the disk once more, which takes as long as matching a request. */
const TOLD_EVERY = 25;

/** Requests matched at once by a standing search: one is weighed while others wait for the disk. */
const AT_ONCE = 3;

/** Keeps what was found on the request; a fresh likely one puts it back on the desk and on the family's page. */
async function tellRequest(deps: MatchingDeps, requestId: string, found: readonly Candidate[]): Promise<number> {
  const open = found.filter((candidate) => candidate.state !== 'decided');
  const fresh = open.filter(isFresh).length;
  const bestProbability = open[0]?.probability ?? null;
  await deps.requests.note(requestId, { freshCandidates: fresh, bestProbability, matchedAt: deps.clock() });
  const entry = { what: 'fresh_candidates', by: null, at: deps.clock() };
  if (fresh > 0) await deps.requests.moveUnasked(requestId, { from: PUT_BACK, to: 'checking_document' }, entry);
  return fresh;
}

/** Soldiers who may be the man beside those that are known: all that the search finds, and these, whom its index may not have yet. */
async function soughtAnew({ finder }: MatchingDeps, { soldier }: SearchRequest, fresh: Iterable<string>) {
  return [...new Set([...(await finder.find(soldier)), ...fresh])];
}

type Matched = { request: SearchRequest; candidates: Candidate[]; fresh: number };

const EVERYBODY: Touch = { fresh: new Set(), changed: true };

/** Null for a request that is matched no more. */
async function matchOne(deps: MatchingDeps, requestId: string, touch: Touch): Promise<Matched | null> {
  const request = await deps.requests.findById(requestId);
  if (request === null || !MATCHED_AGAIN.includes(request.status)) return null;
  const candidates = await weighAgain(deps, request, touch);
  return { request, candidates, fresh: await tellRequest(deps, request.id, candidates) };
}

/** The standing search: matched because of something new, and written into the search log. */
async function rematchOne(deps: MatchingDeps, requestId: string, touch: Touch): Promise<void> {
  const matched = await matchOne(deps, requestId, touch);
  if (matched !== null) await deps.logSearch(searchPaper(matched.request, matched.candidates, deps.clock()));
}

const OWN_DATABASE = 'Amanat';

/** One line a day, of its last run: a week of imports must not bury what people tried. */
function searchPaper(request: SearchRequest, found: readonly Candidate[], at: Date): CasePaper {
  const day = new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`);
  const id = orderedIdsFrom(day) + stableId('standing search', request.id).slice(0, 10);
  const hits = found.filter(({ probability }) => probability >= LIKELY).length;
  const what = nameTextOf(request.soldier).full;
  return { id, requestId: request.id, by: null, at, kind: 'search', where: OWN_DATABASE, what, hits, url: null };
}

async function weighAgain(deps: MatchingDeps, request: SearchRequest, touch: Touch): Promise<Candidate[]> {
  const { finder, read } = deps;
  const tools = await finder.tools();
  const known = await deps.candidates.findOf(request.id);
  const beside = standBeside(request, known, tools.weights.version) && !touch.changed;
  const soldierIds = beside
    ? [...new Set([...known.map(({ soldierId }) => soldierId), ...touch.fresh])]
    : await soughtAnew(deps, request, touch.fresh);
  const profiles = await finder.profiles(soldierIds);
  const asked = readRequest(read, request);
  const pairs = weighCandidates(asked, profiles, tools);
  const byId = new Map(profiles.map((profile) => [profile.id, profile]));
  const offered = offer(pairs, tools, sameManAmong(asked, byId, tools));
  const candidates = await candidatesFrom(deps, { request, known, offered, weightsVersion: tools.weights.version });
  await deps.candidates.replaceOf(request.id, candidates, known);
  return candidates;
}

/**
 * Whether a newcomer need only be weighed against the candidates that a request has: it was matched against everything before, by the
 * same weights, and whoever is not among them was all but impossible. With as many as are offered at most, more may stand behind.
 */
function standBeside(request: SearchRequest, known: readonly Candidate[], weightsVersion: string): boolean {
  if (request.matchedAt === null || known.length >= CUTS.offered) return false;
  return known.every((candidate) => candidate.weightsVersion === weightsVersion);
}

async function pairEvidence(deps: MatchingDeps, request: SearchRequest, soldierId: string): Promise<PairEvidence> {
  const known = await deps.candidates.find(request.id, soldierId);
  if (known !== null) return known;
  const tools = { ...(await deps.finder.tools()), cost: rememberedCost() };
  const [soldier] = await deps.finder.profiles([soldierId]);
  const evidence: Evidence[] =
    soldier === undefined ? [] : scorePair(readRequest(deps.read, request), soldier, tools).observations.map(explain);
  // Somebody brought him from elsewhere: he never competed with the other candidates, so there is no probability.
  return { evidence, probability: null, weightsVersion: tools.weights.version };
}

/** Candidates for requests, and requests for new mentions. A score never changes a record; a person decides. */
export function createMatchingService(deps: MatchingDeps): MatchingService {
  return {
    async matchRequest(requestId) {
      const whole = await deps.indexCaughtUp();
      const matched = await matchOne(deps, requestId, EVERYBODY);
      return { candidates: matched?.candidates.length ?? 0, fresh: matched?.fresh ?? 0, whole };
    },
    async rematchFor(mentions, { progress, counted = false, regrouped = false } = {}) {
      const open = await readOpenRequests(deps.requests, deps.read);
      // Counted later, the new ones will be among all the others.
      const countedBefore = deps.finder.hasCounted();
      if (open.profiles.length === 0 && !countedBefore) return { mentions: 0, requests: 0 };
      const touched: Touched = new Map();
      const { read, candidates } = deps;
      let seen = 0;
      for await (const batch of mentions) {
        if (countedBefore && !counted) await deps.finder.countIn(batch);
        await touchBy(batch, { open, touched, read, candidates, tools: await deps.finder.tools() });
        seen += batch.length;
        await progress?.(seen, null);
      }
      let done = 0;
      await eachOf(touched, AT_ONCE, async ([id, touch]) => {
        await rematchOne(deps, id, { fresh: touch.fresh, changed: touch.changed || regrouped });
        done += 1;
        if (done % TOLD_EVERY === 0 || done === touched.size) await progress?.(done, touched.size);
      });
      return { mentions: seen, requests: touched.size };
    },
    async rematchAll(progress) {
      // As at the beginning: should the weights change meanwhile, all are matched once more.
      const { weights } = await deps.finder.tools();
      let done = 0;
      for await (const batch of deps.requests.stream(MATCHED_AGAIN)) {
        await eachOf(batch, AT_ONCE, ({ id }) => rematchOne(deps, id, EVERYBODY));
        done += batch.length;
        await progress?.(done, null);
      }
      await deps.matchedAll(weights.version);
      return { requests: done };
    },
    pairEvidence: (request, soldierId) => pairEvidence(deps, request, soldierId),
  };
}
