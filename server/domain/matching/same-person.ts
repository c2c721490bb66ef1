import type { MatchProfile } from './profile.ts';

/** Mentions one man has beside the one at hand, on average: the prior that two papers are one man's. */
const OTHER_MENTIONS = 0.33;

/**
 * How likely two papers are one man's, 0 to 1.
 * @param weight bits of all their evidence
 * @param men how many men the database holds: among more men more are alike by chance
 */
export function sameManProbability(weight: number, men: number): number {
  const odds = (OTHER_MENTIONS / Math.max(men, 1)) * 2 ** Math.min(weight, 60);
  return odds / (1 + odds);
}

/** From here on a person looks whether two soldiers are one man. */
export const WORTH_A_LOOK = 0.5;

/**
 * Keys that two papers of one man share, for comparing a whole database with itself: two words of the name, one word in
 * the village, the tag number. One word alone would compare all Ахметовs with each other.
 */
export function pairKeys(profile: MatchProfile, keys: ReadonlySet<string>): Set<string> {
  const strong = [...keys].filter((key) => key.startsWith('2') || key.startsWith('v') || key.startsWith('t'));
  // Who has one word only, and no home and no number, can be told from nobody.
  return new Set(profile.names.length > 0 ? strong : []);
}
