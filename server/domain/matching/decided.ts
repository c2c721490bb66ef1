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

/** When a decision became a conclusion: with the second person, where one is needed. */
const concludedAt = ({ at, confirmedAt }: Ended): Date => confirmedAt ?? at;

type Ended = Standing & Pick<Decision, 'requestId' | 'confirmedAt'>;

type Reader = { id: string; gathered: { at: Date } | null };

const latest = (day: Date, other: Date | null): Date => (other !== null && other > day ? other : day);

/** When the family that reads had this conclusion replaced by that one; null where it never had, or had that one before. */
function replacedAt(one: Ended, by: Ended, { gathered }: Reader): Date | null {
  if (byProof(by, one) >= 0) return null;
  // What another family had been told holds for this one from the day they were gathered.
  const gatheredAt = by.requestId === one.requestId ? null : (gathered?.at ?? null);
  const at = latest(concludedAt(by), gatheredAt);
  return at > concludedAt(one) ? at : null;
}

/** A conclusion that the family had been told and that no longer holds: taken back, or another man is proven better. */
export type Ending = { at: Date; how: 'withdrawn' | 'replaced' };

/**
 * How conclusions ended that the family had been told, oldest first: it reads that too. What no second person had looked at, it
 * never knew; and of other families' conclusions only those of its time in the case.
 * @param answering who answers for an address now: two addresses of one man are no two men
 */
export function endingsFor(
  reader: Reader,
  decisions: readonly Ended[],
  answering: ReadonlyMap<string, string> = new Map(),
): Ending[] {
  const { id, gathered } = reader;
  const who = ({ soldierId }: Ended) => answering.get(soldierId) ?? soldierId;
  const conclusions = decisions.filter(isComplete);
  const endingsOf = (one: Ended): Ending[] => {
    const others = conclusions.filter((other) => who(other) !== who(one));
    const replaced = others.flatMap((other) => replacedAt(one, other, reader) ?? []);
    const ends = [
      ...replaced.map((at) => ({ at, how: 'replaced' as const })),
      ...(one.withdrawnAt === null ? [] : [{ at: one.withdrawnAt, how: 'withdrawn' as const }]),
    ];
    return ends.sort(byDay).slice(0, 1);
  };
  const isKnown = (one: Ended, { at }: Ending) => one.requestId === id || (gathered !== null && gathered.at <= at);
  return decisions
    .filter((one) => isComplete({ ...one, withdrawnAt: null }))
    .flatMap((one) => endingsOf(one).filter((ending) => isKnown(one, ending)))
    .sort(byDay);
}

const byDay = (a: Ending, b: Ending): number => a.at.getTime() - b.at.getTime();

/** A decision as people spoke on it, with days as the store has them or as the desk reads them. */
type Said<T extends Date | string> = Pick<Decision, 'soldierId' | 'verdict'> & {
  at: T;
  objection: { at: T } | null;
  withdrawnAt: T | null;
};

/** Said of the same man after the objection, and neither taken back nor objected to: the question has its answer. */
function answers<T extends Date | string>(later: Said<T>, { soldierId, objection }: Said<T>): boolean {
  if (later.soldierId !== soldierId || later.verdict === 'unsure') return false;
  return objection !== null && later.at > objection.at && later.withdrawnAt === null && later.objection === null;
}

/** The decisions that a second person did not agree with, as long as nobody has answered. */
export function disputedOf<T extends Date | string, D extends Said<T>>(decisions: readonly D[]): D[] {
  const disputed = decisions.filter(({ objection, withdrawnAt }) => objection !== null && withdrawnAt === null);
  return disputed.filter((one) => !decisions.some((later) => answers<T>(later, one)));
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
