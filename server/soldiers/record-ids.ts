import { stableId } from '../ids.ts';

/**
 * The id of a line of a partner's list. The same line has the same id in each version of the list and on each attempt,
 * so an import that was cut off can simply be done again.
 */
export function importedMentionId(partnerId: string, listId: string, rowKey: string): string {
  return stableId('mention', 'import', partnerId, listId, rowKey);
}

/** The id of a curated fact: loading the seed again finds what it loaded before. */
export function referenceMentionId(factId: string): string {
  return stableId('mention', 'reference', factId);
}

/** The soldier a fresh mention gets: his address can be told before anything is stored. */
export function firstSoldierId(mentionId: string): string {
  return stableId('soldier', mentionId);
}
