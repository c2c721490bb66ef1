import { isOver, type RequestStatus } from '../request-states.ts';
import type { Candidate, Decision, EvidenceLevel } from './candidate.ts';

/** What the standing decisions of a request say together. */
export type Decided = {
  /** The man the family asked for; set only when the decision is complete. */
  soldierId: string | null;
  evidenceLevel: EvidenceLevel | null;
  /** Somebody decided "same" on level A or B and a second person has not looked yet. */
  secondLook: boolean;
};

type Standing = Pick<
  Decision,
  'soldierId' | 'verdict' | 'evidenceLevel' | 'confirmedBy' | 'objection' | 'withdrawnAt' | 'at' | 'id'
>;

/** Whether a decision needs a second person: "same" on a level that calls the man identified. */
export function needsSecondPerson(decision: Pick<Decision, 'verdict' | 'evidenceLevel'>): boolean {
  return decision.verdict === 'same' && decision.evidenceLevel !== 'C';
}

/** A decision as far as people spoke on it; the desk, too, which has names and texts where the server has ids and days. */
type Spoken = Pick<Decision, 'verdict' | 'evidenceLevel'> &
  Record<'confirmedBy' | 'objection' | 'withdrawnAt', unknown>;

/** Whether a second person has still to look: nobody confirmed it, and nobody spoke against it. */
export function waitsForSecond(decision: Spoken): boolean {
  const looked = decision.confirmedBy !== null || decision.objection !== null;
  return needsSecondPerson(decision) && decision.withdrawnAt === null && !looked;
}

/** Whether a decision stands by itself: not withdrawn, and confirmed where that is needed. */
export function isComplete(decision: Standing): boolean {
  if (decision.verdict !== 'same' || decision.withdrawnAt !== null) return false;
  return !needsSecondPerson(decision) || decision.confirmedBy !== null;
}

const LEVELS: readonly (EvidenceLevel | null)[] = ['A', 'B', 'C', null];

/** Better proven before less, then the later one: there is one man, and the best decision says who. */
function byProof(a: Standing, b: Standing): number {
  const level = LEVELS.indexOf(a.evidenceLevel) - LEVELS.indexOf(b.evidenceLevel);
  return level || b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1);
}

/** The outcome of all decisions of a request; it depends on nothing else, so taking them back takes it back. */
export function decidedBy(decisions: readonly Standing[]): Decided {
  const same = decisions.filter((one) => one.verdict === 'same' && one.withdrawnAt === null);
  const best = same.filter(isComplete).sort(byProof)[0];
  return {
    soldierId: best?.soldierId ?? null,
    evidenceLevel: best?.evidenceLevel ?? null,
    secondLook: same.some(waitsForSecond),
  };
}

type Ended = Standing & Pick<Decision, 'requestId'>;

/**
 * When a conclusion that the family had been told was taken back, oldest first: it reads that too. What no second person
 * had looked at, it never knew; and of other families' conclusions only those of its time in the case.
 */
export function takenBackFrom(
  { id, gathered }: { id: string; gathered: { at: Date } | null },
  decisions: readonly Ended[],
): Date[] {
  const known = ({ requestId, withdrawnAt }: Ended) =>
    requestId === id || (gathered !== null && withdrawnAt !== null && gathered.at <= withdrawnAt);
  return decisions
    .filter((one) => isComplete({ ...one, withdrawnAt: null }) && known(one))
    .flatMap(({ withdrawnAt }) => (withdrawnAt === null ? [] : [withdrawnAt]))
    .sort((a, b) => a.getTime() - b.getTime());
}

type Progress = { status: RequestStatus; statusBeforeDecision: RequestStatus | null };

/**
 * The status that follows from the decisions. The status of before is remembered while any "same" stands and comes back
 * when the last is withdrawn; a request that the family withdrew or that was closed stays so.
 */
export function statusAfter(now: Progress, decided: Decided): Progress {
  if (isOver(now)) return now;
  const standing = decided.soldierId !== null || decided.secondLook;
  if (!standing) {
    return now.statusBeforeDecision === null ? now : { status: now.statusBeforeDecision, statusBeforeDecision: null };
  }
  // Whoever decides has begun the search: nothing leads back to `received`.
  const before = now.statusBeforeDecision ?? (now.status === 'received' ? 'searching' : now.status);
  return { status: decided.soldierId === null ? 'checking_document' : 'identified', statusBeforeDecision: before };
}

/** Whether a person's word on a pair holds: said for or against, not taken back, and nobody spoke against it. */
export function isSettled({ verdict, objection, withdrawnAt }: Omit<OnPair, 'soldierId' | 'evidenceHash'>): boolean {
  return verdict !== 'unsure' && objection === null && withdrawnAt === null;
}

type Pair = Pick<Candidate, 'soldierId' | 'evidenceHash'>;
type OnPair = Pick<Decision, 'soldierId' | 'verdict' | 'objection' | 'withdrawnAt' | 'evidenceHash'>;

/**
 * Whether people have decided on this pair as it is now: it is not offered again until its evidence changes. "Unsure"
 * decides nothing, a decision that was withdrawn is none, and where two people disagree the question is open.
 * @param answering who answers for an address now: a decision follows the man when his address is merged
 */
function isDecided(
  candidate: Pair,
  decisions: readonly OnPair[],
  answering: ReadonlyMap<string, string> = new Map(),
): boolean {
  return decisions.some(
    (decision) =>
      isSettled(decision) &&
      (answering.get(decision.soldierId) ?? decision.soldierId) === candidate.soldierId &&
      decision.evidenceHash === candidate.evidenceHash,
  );
}

/**
 * The state of a candidate as the decisions stand now. One whose decision was withdrawn is open again, and already seen:
 * whoever decided on it has looked at it.
 * @param candidate with the state it was kept in
 */
export function stateAfter(
  candidate: Pair & Pick<Candidate, 'state'>,
  decisions: readonly OnPair[],
  answering?: ReadonlyMap<string, string>,
): Candidate['state'] {
  if (isDecided(candidate, decisions, answering)) return 'decided';
  return candidate.state === 'decided' ? 'seen' : candidate.state;
}
