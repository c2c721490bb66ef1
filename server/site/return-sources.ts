import { caseIdOf } from '../domain/gathering.ts';
import { stateAfter } from '../domain/matching/decided.ts';
import { LIKELY } from '../domain/matching/weights.ts';
import { MATCHED_AGAIN } from '../domain/request-states.ts';
import type { ReturnDeps } from '../imports/return-file.ts';
import type { MentionService } from '../soldiers/mention-service.ts';
import { mentionsByAnswering } from '../soldiers/soldier-drawing.ts';
import type { Offer } from '../triage/candidate-store.ts';
import type { Stores } from './stores.ts';

/**
 * Of these soldiers, those whom an open request may well be about: offered as likely, or decided and not yet confirmed. What
 * people decided against, and what a family no longer asks, is told to nobody.
 */
async function searchedFor({ candidates, decisions, requests }: Stores, ids: string[]): Promise<Set<string>> {
  const [offers, said] = await Promise.all([candidates.likelyOffers(ids, LIKELY), decisions.findUndisputed(ids)]);
  const asking = await requests.findByIds([...new Set([...offers, ...said].map(({ requestId }) => requestId))]);
  const open = new Set(asking.filter(({ status }) => MATCHED_AGAIN.includes(status)).map(({ id }) => id));
  // What is decided in the request of one family of a case holds for the others.
  const caseOf = new Map(asking.map((request) => [request.id, caseIdOf(request)]));
  const against = said.filter(({ verdict }) => verdict === 'different');
  const isOffered = (offer: Offer) => {
    const inCase = against.filter(({ requestId }) => caseOf.get(requestId) === caseOf.get(offer.requestId));
    return stateAfter(offer, inCase) !== 'decided';
  };
  const searched = [...offers.filter(isOffered), ...said.filter(({ verdict }) => verdict === 'same')];
  return new Set(searched.filter(({ requestId }) => open.has(requestId)).map(({ soldierId }) => soldierId));
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
    cameAt: stores.imports.cameAt,
    publicUrl,
  };
}
