import { type Actor, demand } from '../domain/roles.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import { AppError } from '../errors.ts';
import type { RequestStore } from '../requests/request-store.ts';
import { getCase } from './case-access.ts';
import type { PairEvidence } from './decision-service.ts';

export type Pair = PairEvidence & { soldierId: string };

export type PairService = {
  /** The evidence on one soldier for one request, whether he is among its candidates or somebody found him elsewhere. */
  pair(actor: Actor | null, requestId: string, soldierId: string): Promise<Pair>;
};

export type PairDeps = {
  requests: RequestStore;
  answering: (soldierIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  pairEvidence: (request: SearchRequest, soldierId: string) => Promise<PairEvidence>;
};

/** One pair looked at by itself. */
export function createPairService(deps: PairDeps): PairService {
  return {
    async pair(actor, requestId, wanted) {
      demand(actor, 'request.read');
      const request = await getCase(deps, requestId);
      const soldierId = (await deps.answering([wanted])).get(wanted);
      if (soldierId === undefined) throw new AppError('not_found', 'There is no such soldier');
      return { soldierId, ...(await deps.pairEvidence(request, soldierId)) };
    },
  };
}
