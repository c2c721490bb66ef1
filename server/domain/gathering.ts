import { isOver } from './request-states.ts';
import type { SearchRequest } from './search-request.ts';

/**
 * Several relatives ask for one soldier. Their requests are gathered into one case, so that the work is done once: one of
 * them leads and stands in the queue, all share what was decided and where was searched. Each family keeps its own page,
 * letters and contact, and knows nothing of the others until both have agreed to meet.
 */
export type Gathered = {
  /** The id of the request with which the case began; it stays the same when another one leads. */
  caseId: string;
  lead: boolean;
  by: string;
  at: Date;
  reason: string;
};

/** Whether a family wants to meet the others of its case. */
export type Meeting = {
  askedAt: Date;
  answer: 'yes' | 'no' | null;
  answeredAt: Date | null;
  /** The requests whose families it was introduced to. Their contact is never copied, only looked up while both agree. */
  introducedTo: string[];
};

type Member = Pick<SearchRequest, 'id' | 'number' | 'status' | 'gathered'>;

/** The case a request belongs to; one that was never gathered is a case of its own. */
export function caseIdOf({ id, gathered }: Pick<Member, 'id' | 'gathered'>): string {
  return gathered?.caseId ?? id;
}

/** Who holds the lease for all of a case. A case whose lead is gone for a moment is led by the oldest. */
export function leadOf<T extends Member>(members: readonly T[]): T | undefined {
  return members.find(({ gathered }) => gathered?.lead === true) ?? oldestOpen(members);
}

function oldestOpen<T extends Member>(members: readonly T[]): T | undefined {
  const byAge = [...members].sort((a, b) => a.number - b.number);
  return byAge.find((member) => !isOver(member)) ?? byAge[0];
}

/**
 * Who leads when one of the case leaves it or was withdrawn by its family: the same as before if it is another one, else the
 * oldest, one that is still open before one that is closed. Null when nobody is left to lead.
 */
export function leadWithout<T extends Member>(members: readonly T[], leavingId: string): T | null {
  const staying = members.filter(({ id, status }) => id !== leavingId && status !== 'withdrawn');
  const lead = staying.find(({ gathered }) => gathered?.lead === true);
  return lead ?? oldestOpen(staying) ?? null;
}

type Family = Pick<SearchRequest, 'id' | 'status' | 'gathered' | 'meeting'>;

/** Whether both families have agreed to meet, and neither has taken that back or left. */
export function mayMeet(one: Family, other: Family): boolean {
  return (
    one.id !== other.id &&
    one.gathered !== null &&
    other.gathered !== null &&
    one.gathered.caseId === other.gathered.caseId &&
    [one, other].every(({ meeting, status }) => meeting?.answer === 'yes' && status !== 'withdrawn')
  );
}

/** The families whose contact this one may see: introduced to each other by a person, and both still agree. */
export function introducedTo<T extends Family>(family: Family, others: readonly T[]): T[] {
  return others.filter(
    (other) =>
      mayMeet(family, other) &&
      family.meeting?.introducedTo.includes(other.id) === true &&
      other.meeting?.introducedTo.includes(family.id) === true,
  );
}
