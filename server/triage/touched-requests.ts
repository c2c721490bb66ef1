import { rememberedCost } from '../domain/matching/candidates-of.ts';
import type { EvidenceTools } from '../domain/matching/evidence/observation.ts';
import { createNameBlocks, type NameBlocks } from '../domain/matching/name-blocks.ts';
import type { MatchProfile } from '../domain/matching/profile.ts';
import { scorePair } from '../domain/matching/score.ts';
import type { Mention } from '../domain/mention.ts';
import { MATCHED_AGAIN } from '../domain/request-states.ts';
import type { RequestStore } from '../requests/request-store.ts';
import { takeTurns } from '../turns.ts';
import type { CandidateStore } from './candidate-store.ts';
import { type Reader, readRequest } from './soldier-finder.ts';

/** The open requests in memory, to be asked the other way round: which of them may this mention answer? */
export type OpenRequests = { blocks: NameBlocks; profiles: MatchProfile[] };

export async function readOpenRequests(requests: Pick<RequestStore, 'stream'>, read: Reader): Promise<OpenRequests> {
  const open: OpenRequests = { blocks: createNameBlocks(), profiles: [] };
  const turn = takeTurns();
  for await (const batch of requests.stream(MATCHED_AGAIN)) {
    for (const request of batch) {
      const profile = readRequest(read, request);
      open.blocks.add(profile);
      open.profiles.push(profile);
      await turn();
    }
  }
  return open;
}

/** Requests compared with one mention. */
const REQUESTS_PER_MENTION = 25;

/**
 * The bits from which a request is worth matching again. Among few men little is needed to be the likeliest of them: four bits below
 * what makes a newcomer as likely as not.
 */
const worthMatching = (men: number): number => Math.min(8, Math.log2(Math.max(men, 1)) - 4);

/**
 * Why a request is matched again: soldiers who may be its man and were not among its candidates; `changed`: something came of one of
 * its candidates, so that those who were not offered beside him may count now.
 */
export type Touch = { fresh: Set<string>; changed: boolean };

export type Touched = Map<string, Touch>;

function touchOf(touched: Touched, requestId: string): Touch {
  const touch = touched.get(requestId) ?? { fresh: new Set<string>(), changed: false };
  touched.set(requestId, touch);
  return touch;
}

type Touching = {
  open: OpenRequests;
  touched: Touched;
  tools: EvidenceTools;
  read: Reader;
  candidates: Pick<CandidateStore, 'requestsOffered'>;
};

/** Adds the requests that these mentions may answer, and those to which their soldiers are offered already. */
export async function touchBy(mentions: readonly Mention[], { open, touched, tools, read, candidates }: Touching) {
  const known = { ...tools, cost: rememberedCost() };
  const turn = takeTurns();
  const worth = worthMatching(tools.statistics.men);
  for (const mention of mentions) {
    if (mention.state !== 'live') continue;
    await turn();
    const soldier = read(mention.soldierId, mention.written);
    for (const position of open.blocks.find(soldier, REQUESTS_PER_MENTION)) {
      const request = open.profiles[position];
      if (request === undefined || touched.get(request.id)?.fresh.has(soldier.id)) continue;
      if (scorePair(request, soldier, known).weight >= worth) touchOf(touched, request.id).fresh.add(soldier.id);
    }
  }
  // Who was a candidate before may be none now: corrected, tied to another, taken back.
  const soldierIds = [...new Set(mentions.map(({ soldierId }) => soldierId))];
  for (const requestId of await candidates.requestsOffered(soldierIds)) touchOf(touched, requestId).changed = true;
}
