import { LIKELY } from '../domain/matching/weights.ts';
import { MATCHED_AGAIN } from '../domain/request-states.ts';
import type { ReturnDeps } from '../imports/return-file.ts';
import type { MentionService } from '../soldiers/mention-service.ts';
import { mentionsByAnswering } from '../soldiers/soldier-drawing.ts';
import type { Stores } from './stores.ts';

/** Of these soldiers, those whom an open request may well be about: offered as likely, or decided and not yet confirmed. */
async function searchedFor({ candidates, decisions, requests }: Stores, ids: string[]): Promise<Set<string>> {
  const [offers, decided] = await Promise.all([candidates.likelyOffers(ids, LIKELY), decisions.findDecided(ids)]);
  const asking = await requests.findByIds([...new Set(offers.map(({ requestId }) => requestId))]);
  const open = new Set(asking.filter(({ status }) => MATCHED_AGAIN.includes(status)).map(({ id }) => id));
  const offered = offers.filter(({ requestId }) => open.has(requestId)).map(({ soldierId }) => soldierId);
  return new Set([...decided, ...offered]);
}

/** Where the file that a partner gets back reads what it tells. */
export function returnSources(stores: Stores, mentions: MentionService, publicUrl: string): ReturnDeps {
  return {
    mentions,
    mentionsByAnswering: (ids) => mentionsByAnswering(stores, ids),
    async men(ids) {
      const soldiers = await stores.soldiers.findByIds(ids);
      return new Map(
        soldiers.map(({ id, state, restricted, summary }) => {
          return [id, { isPublic: state !== 'withdrawn' && !restricted, hasFamily: summary.hasRelatives }];
        }),
      );
    },
    searchedFor: (ids) => searchedFor(stores, ids),
    findings: (ids) => stores.findings.openOf(ids),
    problemsAt: stores.imports.problemsAt,
    publicUrl,
  };
}
