import type { Evidence } from '../domain/matching/candidate.ts';
import { rememberedCost } from '../domain/matching/candidates-of.ts';
import { explain } from '../domain/matching/explain.ts';
import { type ScoredPair, scoreName, scorePair } from '../domain/matching/score.ts';
import { OPEN_STATUSES } from '../domain/request-states.ts';
import { type Actor, demand } from '../domain/roles.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import type { RequestStore } from '../requests/request-store.ts';
import { getCase } from './case-access.ts';
import { type Reader, readRequest, type SoldierFinder } from './soldier-finder.ts';

/** Another request that may ask for the same soldier. */
export type AlikeRequest = { request: SearchRequest; evidence: Evidence[]; weight: number };

export type AlikeService = {
  /** Other families that may look for the same man, likeliest first. Only a person says that they do. */
  alike(actor: Actor | null, requestId: string): Promise<AlikeRequest[]>;
};

export type AlikeDeps = { requests: RequestStore; read: Reader; finder: SoldierFinder };

const SHOWN = 8;
/** Bits below which a name is another name, and below which all together say too little to bother a person with. */
const NAME_FITS = 4;
const WORTH_A_LOOK = 4;

type Found = { request: SearchRequest; pair: ScoredPair };

/** Requests are few beside soldiers: all that are open are gone through, and nothing has to be kept in step. */
async function alike(deps: AlikeDeps, asked: SearchRequest): Promise<AlikeRequest[]> {
  const tools = { ...(await deps.finder.tools()), cost: rememberedCost() };
  const own = readRequest(deps.read, asked);
  const found: Found[] = [];
  for await (const batch of deps.requests.stream(OPEN_STATUSES)) {
    for (const request of batch) {
      if (request.id === asked.id) continue;
      const other = readRequest(deps.read, request);
      const name = scoreName(own, other, tools);
      if (name === null || name.weight < NAME_FITS) continue;
      const pair = scorePair(own, other, tools, name);
      if (pair.weight >= WORTH_A_LOOK || tiedAlike(asked, request)) found.push({ request, pair });
    }
  }
  found.sort((a, b) => b.pair.weight - a.pair.weight || a.request.number - b.request.number);
  return found.slice(0, SHOWN).map(({ request, pair }) => {
    return { request, weight: pair.weight, evidence: pair.observations.map(explain) };
  });
}

const tiedAlike = (one: SearchRequest, other: SearchRequest): boolean =>
  one.soldierId !== null && one.soldierId === other.soldierId;

/** Finds several relatives of one soldier among the requests. */
export function createAlikeService(deps: AlikeDeps): AlikeService {
  return {
    async alike(actor, requestId) {
      demand(actor, 'request.read');
      const asked = await getCase(deps, requestId);
      const caseId = asked.gathered?.caseId;
      const found = await alike(deps, asked);
      return found.filter(({ request }) => caseId === undefined || request.gathered?.caseId !== caseId);
    },
  };
}
