import { saysNoFate } from '../domain/fate.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import { AppError } from '../errors.ts';
import { secretHash } from '../ids.ts';
import type { FoundPage, Reader, SoldierPage } from '../soldiers/soldier-service.ts';
import type { RequestStore } from './request-store.ts';

/** `hard`: news that hurts. `fateOpen`: no paper says what became of him. Both false where there is no page for kin. */
export type KinNews = { hard: boolean; fateOpen: boolean };

export type KinService = {
  /**
   * The soldier's page with everything that only kin may see, for the family whose man he was proven or probably to be.
   * @throws AppError `not_found` for everybody else
   */
  open(code: string): Promise<SoldierPage>;
  /** What that page holds, to be told beforehand. */
  newsOf(code: string): Promise<KinNews>;
};

export type KinDeps = {
  requests: RequestStore;
  getPage: (id: string, reader: Reader) => Promise<FoundPage>;
};

const unknown = (): AppError => new AppError('not_found', 'There is no such page');

/** Confirmed kin: a second person agreed that he is their man. "Possible" is not enough to be told another family's grief. */
function confirmedSoldier({ status, soldierId, evidenceLevel }: SearchRequest): string | null {
  return status === 'identified' && (evidenceLevel === 'A' || evidenceLevel === 'B') ? soldierId : null;
}

async function pageFor(deps: KinDeps, request: SearchRequest): Promise<SoldierPage | null> {
  const soldierId = confirmedSoldier(request);
  if (soldierId === null) return null;
  const kinOf = [soldierId];
  const found = await deps.getPage(soldierId, { actor: null, kinOf });
  if (found.kind === 'page') return found.page;
  // Merged since: the man of both addresses is theirs.
  const moved = await deps.getPage(found.to, { actor: null, kinOf: [found.to] });
  return moved.kind === 'page' ? moved.page : null;
}

/** The summary keeps quiet of a painful fate; kin read it in the papers. */
function newsIn({ soldier, mentions }: SoldierPage): KinNews {
  const hard = mentions.filter((mention) => mention.sensitive);
  const open = saysNoFate(soldier.summary.fate) && hard.every((one) => saysNoFate(one.understood.fate));
  return { hard: hard.length > 0, fateOpen: open };
}

/** What confirmed kin may see beyond everybody else. */
export function createKinService(deps: KinDeps): KinService {
  const pageOf = async (code: string): Promise<SoldierPage | null> => {
    const request = await deps.requests.findByCode(secretHash(code));
    return request === null ? null : pageFor(deps, request);
  };
  return {
    async open(code) {
      const page = await pageOf(code);
      if (page === null) throw unknown();
      return page;
    },
    async newsOf(code) {
      const page = await pageOf(code).catch((error: unknown) => {
        // His last paper was withdrawn: there is nothing to be told.
        if (error instanceof AppError && (error.code === 'gone' || error.code === 'not_found')) return null;
        throw error;
      });
      return page === null ? { hard: false, fateOpen: false } : newsIn(page);
    },
  };
}
