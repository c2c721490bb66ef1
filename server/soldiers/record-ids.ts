import { createHash } from 'node:crypto';

// 80 bits: among ten million records the chance that any two share an id is about one in 10^10.
const DIGITS = 20;

const idOf = (prefix: string, parts: readonly string[]): string =>
  prefix + createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, DIGITS);

/**
 * The id of a line of a partner's list. The same line has the same id in each version of the list and on each attempt,
 * so an import that was cut off can simply be done again.
 */
export function importedMentionId(partnerId: string, listId: string, rowKey: string): string {
  return idOf('m', ['import', partnerId, listId, rowKey]);
}

/** The id of a curated fact: loading the seed again finds what it loaded before. */
export function referenceMentionId(factId: string): string {
  return idOf('m', ['reference', factId]);
}

/** The id of what a volunteer wrote down, from a random part that the form carries: sending it twice adds it once. */
export function volunteerMentionId(userId: string, nonce: string): string {
  return idOf('m', ['volunteer', userId, nonce]);
}

/** The soldier a fresh mention gets: his address can be told before anything is stored. */
export function firstSoldierId(mentionId: string): string {
  return idOf('s', ['soldier', mentionId]);
}

/** What an id of a soldier or mention looks like: anything else is not found without asking the store. */
export const RECORD_ID = /^[a-z0-9][a-z0-9-]{0,63}$/;
