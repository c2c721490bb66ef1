import { LIKELY } from '../domain/matching/weights.ts';
import { createAgreementService } from '../partners/agreement-service.ts';
import { createPartnerStatisticsService } from '../partners/partner-statistics-service.ts';
import { mentionsByAnswering } from '../soldiers/soldier-drawing.ts';
import type { AccountServices } from './account-services.ts';
import type { Stores } from './stores.ts';
import type { WorkServices } from './work-services.ts';

const AT_ONCE = 500;

/** How many men answer for these addresses that this partner sent a row of. */
async function countMen(stores: Stores, partnerId: string, soldierIds: string[]): Promise<number> {
  let count = 0;
  for (let start = 0; start < soldierIds.length; start += AT_ONCE) {
    const men = await mentionsByAnswering(stores, soldierIds.slice(start, start + AT_ONCE));
    for (const mentions of men.values()) {
      const sent = mentions.some(({ state, origin }) => {
        return state === 'live' && origin.kind === 'import' && origin.partnerId === partnerId;
      });
      if (sent) count += 1;
    }
  }
  return count;
}

/** What stands between us and a partner: its papers, and what became of its lists. */
export function createPartnerServices(stores: Stores, { partners, audit }: AccountServices, { files }: WorkServices) {
  return {
    agreements: createAgreementService({ partners, files, audit }),
    partnerStatistics: createPartnerStatisticsService({
      partners,
      async applied(partnerId) {
        const imports = await stores.imports.listApplied(partnerId);
        return imports.map(({ listId, counts: { read, added, updated }, listTotal, appliedAt, createdAt }) => {
          return { listId, read, added, updated, listTotal: listTotal ?? 0, appliedAt: appliedAt ?? createdAt };
        });
      },
      likelySoldiers: () => stores.candidates.soldiersOffered(LIKELY),
      concludedSoldiers: () => stores.decisions.concludedSoldiers(),
      countMen: (partnerId, soldierIds) => countMen(stores, partnerId, soldierIds),
    }),
  };
}
