import type { AuditService } from '../audit/audit-service.ts';
import { type Band, bandOf } from '../domain/matching/bands.ts';
import type { Decision, Verdict } from '../domain/matching/candidate.ts';
import { sameManAmong, type Weighed, weighCandidates, weighTogether } from '../domain/matching/candidates-of.ts';
import { createSample, fixedChance } from '../domain/matching/chance-sample.ts';
import { countAtRandom, countCandidates } from '../domain/matching/count-pairs.ts';
import { isComplete, isSettled } from '../domain/matching/decided.ts';
import { createWeightEstimate } from '../domain/matching/estimate-weights.ts';
import type { EvidenceTools } from '../domain/matching/evidence/observation.ts';
import type { MatchProfile } from '../domain/matching/profile.ts';
import type { MatchStatistics } from '../domain/matching/statistics.ts';
import { countOf, numbersOf, versionOf, type Weights } from '../domain/matching/weights.ts';
import type { Mention } from '../domain/mention.ts';
import { REQUEST_STATUSES } from '../domain/request-states.ts';
import { type Actor, demand } from '../domain/roles.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import { AppError } from '../errors.ts';
import type { Clock } from '../ids.ts';
import type { RequestStore } from '../requests/request-store.ts';
import type { CandidateStore } from './candidate-store.ts';
import type { DecisionStore } from './decision-store.ts';
import { type Reader, readRequest, type SoldierFinder } from './soldier-finder.ts';
import type { WeightsStore } from './weights-store.ts';

/** How a decided pair stands under two versions of the weights. By numbers only: the list may be printed. */
export type DecidedPair = {
  requestNumber: number;
  soldierId: string;
  verdict: Verdict;
  before: { probability: number; band: Band };
  after: { probability: number; band: Band };
};

export type Reweighing = {
  before: Weights;
  after: Weights;
  countedFrom: { randomPairs: number; requests: number; decisions: number };
  /** Decided pairs whose words change, those first that moved most. */
  moved: DecidedPair[];
  kept: boolean;
};

export type WeightsService = {
  /** Counts the next version of the weights from the papers and decisions here. With `keep` it is used from now on. */
  reweigh(actor: Actor | null, keep: boolean): Promise<Reweighing>;
};

export type WeightsDeps = {
  requests: RequestStore;
  candidates: CandidateStore;
  decisions: DecisionStore;
  finder: SoldierFinder;
  read: Reader;
  weights: WeightsStore;
  allMentions: () => AsyncIterable<Mention[]>;
  /** Every open request is matched again with the new weights. */
  rematchAll: () => Promise<void>;
  audit: AuditService;
  clock: Clock;
};

// Pairs at random are nearly all of two men; enough of them to see what is rare once in ten thousand.
const RANDOM_MENTIONS = 3000;
const RANDOM_PAIRS = 60_000;
const MOST_REQUESTS = 4000;
/** Each round weighs with what the round before found; after four nothing moves any more. */
const ROUNDS = 4;

/** One request with everybody who was a candidate or was decided on. */
type AskedCase = {
  request: SearchRequest;
  asked: MatchProfile;
  profiles: Map<string, MatchProfile>;
  standing: Decision[];
};

async function readCase(deps: WeightsDeps, request: SearchRequest): Promise<AskedCase> {
  const [candidates, decisions] = await Promise.all([
    deps.candidates.findOf(request.id),
    deps.decisions.findOf(request.id),
  ]);
  const standing = decisions.filter(isSettled);
  const ids = new Set([...candidates, ...standing].map(({ soldierId }) => soldierId));
  const profiles = await deps.finder.profiles([...ids]);
  const asked = readRequest(deps.read, request);
  return { request, asked, profiles: new Map(profiles.map((profile) => [profile.id, profile])), standing };
}

async function readCases(deps: WeightsDeps, chance: () => number): Promise<AskedCase[]> {
  const sample = createSample<SearchRequest>(MOST_REQUESTS, chance);
  for await (const batch of deps.requests.stream(REQUEST_STATUSES.filter((status) => status !== 'withdrawn'))) {
    for (const request of batch) sample.add(request);
  }
  const cases: AskedCase[] = [];
  for (const request of sample.items) cases.push(await readCase(deps, request));
  return cases;
}

async function readMentions(deps: WeightsDeps, chance: () => number): Promise<MatchProfile[]> {
  const sample = createSample<Mention>(RANDOM_MENTIONS, chance);
  for await (const batch of deps.allMentions()) for (const mention of batch) sample.add(mention);
  return sample.items.map((mention) => deps.read(mention.soldierId, mention.written));
}

/** What these weights say of a case. `decided` pairs are what people said, whatever the weights say. */
function weigh({ asked, profiles, standing }: AskedCase, tools: EvidenceTools, followPeople: boolean): Weighed {
  const pairs = weighCandidates(asked, [...profiles.values()], tools);
  const weighed = weighTogether(pairs, tools, sameManAmong(asked, profiles, tools));
  if (!followPeople) return weighed;
  const chances = new Map(weighed.chances);
  const found = standing.some(isComplete);
  for (const { soldierId } of pairs) {
    const own = standing.filter((decision) => decision.soldierId === soldierId);
    if (own.some(isComplete)) chances.set(soldierId, 1);
    else if (found || own.some((decision) => decision.verdict === 'different')) chances.set(soldierId, 0);
  }
  return { pairs, chances, evidenceOfPresence: found ? Number.POSITIVE_INFINITY : evidenceLeft(weighed, chances) };
}

/** What those speak for his being here whom nobody has found to be another. */
function evidenceLeft({ chances, evidenceOfPresence }: Weighed, left: ReadonlyMap<string, number>): number {
  const sum = (of: ReadonlyMap<string, number>): number =>
    [...of.values()].reduce((total, chance) => total + chance, 0);
  const before = sum(chances);
  return before === 0 ? evidenceOfPresence : (evidenceOfPresence * sum(left)) / before;
}

type Material = { cases: AskedCase[]; mentions: MatchProfile[]; statistics: MatchStatistics };

/** Expectation and maximisation in turn: what the weights hold for one man is counted, and gives the next weights. */
function estimated(begun: Weights, { cases, mentions, statistics }: Material) {
  let weights = begun;
  const estimate = createWeightEstimate(begun);
  const sides = { asked: mentions, found: mentions, most: RANDOM_PAIRS };
  const randomPairs = countAtRandom(estimate, sides, { statistics, weights });
  for (let round = 0; round < ROUNDS; round += 1) {
    estimate.nextRound();
    for (const one of cases) countCandidates(estimate, weigh(one, { statistics, weights }, true));
    weights = estimate.weights(versionOf(countOf(begun.version) + 1));
  }
  return { weights, randomPairs };
}

const rounded = (probability: number): number => Math.round(probability * 1e4) / 1e4;

function movedIn(one: AskedCase, before: EvidenceTools, after: EvidenceTools): DecidedPair[] {
  if (one.standing.length === 0) return [];
  const [then, now] = [weigh(one, before, false), weigh(one, after, false)];
  return one.standing.flatMap(({ soldierId, verdict }): DecidedPair[] => {
    const told = ({ chances }: Weighed): DecidedPair['before'] => {
      const said = rounded(chances.get(soldierId) ?? 0);
      return { probability: said, band: bandOf(said) };
    };
    const pair = { requestNumber: one.request.number, soldierId, verdict, before: told(then), after: told(now) };
    return pair.before.band === pair.after.band ? [] : [pair];
  });
}

async function keepNew(deps: WeightsDeps, actor: Actor, made: Reweighing): Promise<void> {
  const { after, before, countedFrom } = made;
  const kept = await deps.weights.append({ ...numbersOf(after), madeAt: deps.clock(), countedFrom });
  if (!kept) throw new AppError('conflict', 'Somebody else made this version at the same moment; look at it first');
  const subject = { kind: 'weights', id: after.version } as const;
  await deps.audit.record(actor, 'weights.make', subject, {
    before: { version: before.version },
    after: { version: after.version, ...countedFrom },
  });
  await deps.rematchAll();
}

/** New versions of the weights, counted from this database. The old ones stay: decisions name the one they rest on. */
export function createWeightsService(deps: WeightsDeps): WeightsService {
  return {
    async reweigh(actor, keep) {
      demand(actor, 'weights.make');
      const chance = fixedChance();
      const [before, statistics] = [await deps.weights.current(), await deps.finder.statistics()];
      const [cases, mentions] = [await readCases(deps, chance), await readMentions(deps, chance)];
      const { weights: after, randomPairs } = estimated(before, { cases, mentions, statistics });
      const decisions = cases.reduce((sum, { standing }) => sum + standing.length, 0);
      const moved = cases
        .flatMap((one) => movedIn(one, { statistics, weights: before }, { statistics, weights: after }))
        .sort((a, b) => distance(b) - distance(a));
      const countedFrom = { randomPairs, requests: cases.length, decisions };
      const made: Reweighing = { before, after, countedFrom, moved, kept: keep };
      if (keep) await keepNew(deps, actor, made);
      return made;
    },
  };
}

const distance = ({ before, after }: DecidedPair): number => Math.abs(after.probability - before.probability);
