import type { ScoredPair } from './score.ts';
import { PRESENT } from './weights.ts';

/** How likely two mentions are of one man, 0 to 1; asked only for candidates of one request. */
export type SameMan = (a: ScoredPair, b: ScoredPair) => number;

type Group = { leader: ScoredPair; members: Array<{ pair: ScoredPair; joins: number }> };

/** The best men only: a paper that is not of one of these is of nobody who is likely. */
const GROUPS_ASKED = 6;

function groupsOf(pairs: readonly ScoredPair[], sameMan: SameMan): Group[] {
  const groups: Group[] = [];
  for (const pair of pairs) {
    let joined: { group: Group; joins: number } | null = null;
    for (const group of groups.slice(0, GROUPS_ASKED)) {
      const joins = sameMan(group.leader, pair);
      if (joins >= 0.5 && (joined === null || joins > joined.joins)) joined = { group, joins };
    }
    if (joined === null) groups.push({ leader: pair, members: [{ pair, joins: 1 }] });
    else joined.group.members.push({ pair, joins: joined.joins });
  }
  return groups;
}

/**
 * The probability of each candidate of one request. A request has at most one man: his mentions stand together, every
 * other man competes with him, and so does the possibility that he is not in the database at all.
 * @param pairs best first
 * @param men how many men the database holds
 */
export function posterior(pairs: readonly ScoredPair[], men: number, sameMan: SameMan): Map<string, number> {
  const groups = groupsOf(pairs, sameMan);
  const each = PRESENT / Math.max(men, 1);
  const odds = groups.map((group) => each * 2 ** Math.min(group.leader.weight, 60));
  const total = odds.reduce((sum, value) => sum + value, 1 - PRESENT);
  const chances = new Map<string, number>();
  groups.forEach((group, index) => {
    const his = (odds[index] ?? 0) / total;
    for (const { pair, joins } of group.members) chances.set(pair.soldierId, his * joins);
  });
  return chances;
}
