import type { Actor } from '../domain/roles.ts';
import type { PartnerService } from './partner-service.ts';

/** One version of a list that was brought in. */
export type AppliedVersion = {
  listId: string;
  read: number;
  added: number;
  updated: number;
  listTotal: number;
  appliedAt: Date;
};

/**
 * What became of a partner's lists. `rows`: those that stand now. `matched`: its men whom an open request may well be about.
 * `identified`: its men for whom a family's search is decided.
 */
export type PartnerStatistics = {
  lists: number;
  versions: number;
  rows: number;
  read: number;
  added: number;
  updated: number;
  matched: number;
  identified: number;
  lastAt: Date | null;
};

export type PartnerStatisticsService = { of(actor: Actor, partnerId: string): Promise<PartnerStatistics> };

export type PartnerStatisticsDeps = {
  partners: Pick<PartnerService, 'get'>;
  /** Oldest first. */
  applied(partnerId: string): Promise<AppliedVersion[]>;
  likelySoldiers(): Promise<string[]>;
  concludedSoldiers(): Promise<string[]>;
  /** How many men answer for these addresses that this partner sent a row of. */
  countMen(partnerId: string, soldierIds: string[]): Promise<number>;
};

export function createPartnerStatisticsService(deps: PartnerStatisticsDeps): PartnerStatisticsService {
  return {
    async of(actor, partnerId) {
      // Another partner is told as not there.
      await deps.partners.get(actor, partnerId);
      const versions = await deps.applied(partnerId);
      const standing = new Map(versions.map(({ listId, listTotal }) => [listId, listTotal]));
      const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, one) => all + one, 0);
      const nothing = versions.length === 0;
      return {
        lists: standing.size,
        versions: versions.length,
        rows: sum(standing.values()),
        read: sum(versions.map(({ read }) => read)),
        added: sum(versions.map(({ added }) => added)),
        updated: sum(versions.map(({ updated }) => updated)),
        matched: nothing ? 0 : await deps.countMen(partnerId, await deps.likelySoldiers()),
        identified: nothing ? 0 : await deps.countMen(partnerId, await deps.concludedSoldiers()),
        lastAt: versions.at(-1)?.appliedAt ?? null,
      };
    },
  };
}
