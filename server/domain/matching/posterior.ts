import type { ScoredPair } from './score.ts';

/** How likely a mention is of the man of these others, 0 to 1; asked only for candidates of one request. */
export type SameMan = (his: readonly ScoredPair[], paper: ScoredPair) => number;

type Group = { leader: ScoredPair; papers: ScoredPair[]; joins: Map<string, number> };

/** The best men only: a paper that is not of one of these is of nobody who is likely. */
const GROUPS_ASKED = 6;
// A paper more likely than not of the same man competes with him no longer.
const JOINED = 0.5;
// What such a paper tells is known of him: a third paper may agree with the second alone.
const SURELY_HIS = 0.9;

/** Puts each candidate to the man it is most likely a paper of, and keeps how likely it is one of each other. */
function groupsOf(pairs: readonly ScoredPair[], sameMan: SameMan): Group[] {
  const groups: Group[] = [];
  for (const pair of pairs) {
    let best: Group | null = null;
    for (const group of groups.slice(0, GROUPS_ASKED)) {
      const joins = sameMan(group.papers, pair);
      group.joins.set(pair.soldierId, joins);
      if (joins >= JOINED && joins > (best?.joins.get(pair.soldierId) ?? 0)) best = group;
    }
    if (best === null) groups.push({ leader: pair, papers: [pair], joins: new Map([[pair.soldierId, 1]]) });
    else if ((best.joins.get(pair.soldierId) ?? 0) >= SURELY_HIS) best.papers.push(pair);
  }
  return groups;
}

export type Posterior = {
  /** The probability of each candidate, by the id of the soldier. */
  chances: Map<string, number>;
  /** How much likelier it makes what was found that the man is here than that he is not, before it is asked how many are. */
  evidenceOfPresence: number;
};

/**
 * The probability of each candidate of one request. A request has at most one man: his mentions stand together, every
 * other man competes with him, and so does the possibility that he is not in the database at all. A candidate is the
 * man's if its own group is the man, or if it is a paper of whoever else is.
 * @param pairs best first
 * @param men how many men the database holds, and how likely the man asked for is among them at all
 */
export function posterior(
  pairs: readonly ScoredPair[],
  { men, present }: { men: number; present: number },
  sameMan: SameMan,
): Posterior {
  const groups = groupsOf(pairs, sameMan);
  const ratios = groups.map((group) => 2 ** Math.min(group.leader.weight, 60) / Math.max(men, 1));
  const evidenceOfPresence = ratios.reduce((sum, value) => sum + value, 0);
  const total = present * evidenceOfPresence + 1 - present;
  const chances = new Map<string, number>();
  groups.forEach((group, index) => {
    const his = (present * (ratios[index] ?? 0)) / total;
    for (const pair of pairs) {
      const joins = group.joins.get(pair.soldierId) ?? 0;
      if (joins > 0) chances.set(pair.soldierId, Math.min(1, (chances.get(pair.soldierId) ?? 0) + his * joins));
    }
  });
  return { chances, evidenceOfPresence };
}

const ROUNDS = 100;
const SETTLED = 1e-5;

/**
 * The share of those asked for who are here at all, from what was found for each: the share that makes the findings most
 * likely. Requests that were counted before stand for `worth` more of the share before, so that a few tell little.
 * @param evidence `evidenceOfPresence` of each request; Infinity for a man who was found for sure
 */
export function sharePresent(evidence: readonly number[], before: { share: number; worth: number }): number {
  let present = before.share;
  for (let round = 0; round < ROUNDS; round += 1) {
    const known = evidence.reduce((sum, ratio) => sum + presence(ratio, present), 0);
    const next = (known + before.worth * before.share) / (evidence.length + before.worth);
    if (Math.abs(next - present) < SETTLED) return next;
    present = next;
  }
  return present;
}

function presence(ratio: number, present: number): number {
  return ratio === Number.POSITIVE_INFINITY ? 1 : (present * ratio) / (present * ratio + 1 - present);
}
