import type { BurialSiteStore } from '../server/burial-sites/burial-site-store.ts';
import { burialSiteOfFact } from '../server/domain/known-burial-site.ts';
import type { Gazetteer } from '../server/domain/places/gazetteer.ts';
import { createRowContext } from '../server/domain/row-context.ts';
import { createSiteFinder } from '../server/domain/site-finder.ts';
import { understandRow } from '../server/domain/understand-row.ts';
import type { MentionService, NewMention } from '../server/soldiers/mention-service.ts';
import { firstSoldierId, referenceMentionId } from '../server/soldiers/record-ids.ts';
import { loadBurialSites, loadNotableSoldiers } from './facts.ts';
import { type NotableMention, notableMentions } from './notable-soldiers.ts';

export type ReferenceTarget = {
  burialSites: BurialSiteStore;
  mentions: MentionService;
  gazetteer: Gazetteer;
  clock: () => Date;
  /** Queues the drawing of everybody again: a grave that an older list names may be one of the new places. */
  redrawAll?: () => Promise<unknown>;
};

export type ReferenceLoaded = { burialSites: number; mentions: number };

/**
 * Loads the curated facts that are kept in the store: burial places and documented soldiers. Loading them again adds what is
 * new, renews burial places whose facts changed, and leaves everything that people entered as it is.
 * Places, divisions and hospitals are read with the site and need no loading.
 */
export async function loadReference(target: ReferenceTarget): Promise<ReferenceLoaded> {
  const now = target.clock();
  const sites = loadBurialSites().map((fact) => burialSiteOfFact(fact, now));
  const burialSites = await target.burialSites.putAll(sites);
  // At once: a run that stops later finds the places as they are and would draw nobody again.
  if (burialSites > 0) await target.redrawAll?.();
  const context = createRowContext({ gazetteer: target.gazetteer, siteId: createSiteFinder(sites).find });
  const fresh = loadNotableSoldiers().flatMap((fact) => {
    const [first, ...others] = notableMentions(fact);
    if (first === undefined) return [];
    // The Kazakh and the Russian form of one man are two mentions of one soldier from the start.
    const soldierId = firstSoldierId(referenceMentionId(factIdOf(first)));
    return [first, ...others].map((mention) => toMention(mention, soldierId, context));
  });
  const { added } = await target.mentions.addMentions(fresh);
  return { burialSites, mentions: added };
}

const factIdOf = ({ factId, language }: NotableMention): string => `${factId}/${language}`;

function toMention(
  mention: NotableMention,
  soldierId: string,
  context: ReturnType<typeof createRowContext>,
): NewMention {
  const { row, sources, confidence } = mention;
  const { understood, sensitive } = understandRow(row, context);
  const factId = factIdOf(mention);
  return {
    id: referenceMentionId(factId),
    origin: { kind: 'reference', factId, sources, confidence },
    written: row,
    understood,
    sensitive,
    example: false,
    soldierId,
  };
}
