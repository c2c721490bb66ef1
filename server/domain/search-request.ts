import type { Gathered, Meeting } from './gathering.ts';
import type { EvidenceLevel } from './matching/candidate.ts';
import type { UnderstoodRow } from './mention.ts';
import type { RequestStatus } from './request-states.ts';
import { type MentionRow, NOT_PUBLIC, type RowField } from './row.ts';

/** A family's question: where does he lie? Who asks is kept apart (`contacts`, encrypted); nothing here names a living person. */
export type SearchRequest = {
  id: string;
  /** Told to the family and said on the telephone. Opens nothing by itself. */
  number: number;
  status: RequestStatus;
  /** The soldier as the family knows him, in the same fields as a mention. */
  soldier: MentionRow;
  understood: UnderstoodRow;
  /** What the family tells in its own words. */
  letter: string | null;
  language: 'kk' | 'ru' | 'en';
  fileIds: string[];
  /** The volunteer who has it, until the lease runs out. */
  assignee: string | null;
  leaseUntil: Date | null;
  /** Candidates above the line that nobody has looked at yet. */
  freshCandidates: number;
  bestProbability: number | null;
  soldierId: string | null;
  /** How well it is proven that he is the one; null while nobody is identified. */
  evidenceLevel: EvidenceLevel | null;
  /** A decision waits for a second person. */
  secondLook: boolean;
  /** What the request was before the first standing decision "same": taking all decisions back leads there. */
  statusBeforeDecision: RequestStatus | null;
  /** Whoever wrote it down for somebody on the telephone; null when the family sent it itself. */
  enteredBy: string | null;
  /** The soldier from whose page the family wrote; what it knows by itself stands in `soldier`. */
  about: string | null;
  /** Which wording the family agreed to, and when; null of requests from before it was kept. */
  consent: { words: string; at: Date } | null;
  /** The case of several families that it was gathered into. */
  gathered: Gathered | null;
  /** What the family said when it was asked whether it wants to meet the others. */
  meeting: Meeting | null;
  example: boolean;
  /** Grows with each change by a person; the ETag and compare-and-set rest on it. */
  version: number;
  /** The last changes, so that whoever comes too late is told what happened meanwhile. */
  changes: RequestChange[];
  createdAt: Date;
  changedAt: Date;
  matchedAt: Date | null;
};

/** What a request is before anybody has looked at it: nobody has it, nothing is found, nothing decided. */
export function untouchedRequest() {
  return {
    fileIds: [],
    assignee: null,
    leaseUntil: null,
    freshCandidates: 0,
    bestProbability: null,
    soldierId: null,
    evidenceLevel: null,
    secondLook: false,
    statusBeforeDecision: null,
    gathered: null,
    meeting: null,
    enteredBy: null,
    version: 1,
  } satisfies Partial<SearchRequest>;
}

/** The shortest number inside a town of Kazakhstan. */
const FEWEST_DIGITS = 5;

/** Whether somebody can be called at what was written as a telephone number. */
export function canBeCalled(phone: string): boolean {
  return (phone.match(/\d/g)?.length ?? 0) >= FEWEST_DIGITS;
}

/** The wording of the consent on the form. A new wording gets a new name, so that it can be told who agreed to what. */
export const CONSENT_WORDS = '2026-11-27';

/** The fields in which a family names people who may be alive. They go when it withdraws; whom it looked for stays. */
export const LIVING = [...NOT_PUBLIC, 'residence'] as const satisfies readonly RowField[];

export function withoutLiving(row: MentionRow): MentionRow {
  const kept = { ...row };
  for (const field of LIVING) delete kept[field];
  return kept;
}

/** A letter of the family in its own words; about ten pages. */
export const MOST_LETTER = 20_000;
/** An answer to a question, or what came to mind later. */
export const MOST_ANSWER = 4000;

/** What led to one version: `claim`, `note`, `decision` … `by` is null for the family and the site itself. */
export type RequestChange = { what: string; by: string | null; at: Date };

/** What happened since a version was read, oldest first; as far back as is kept. */
export function changesSince(request: Pick<SearchRequest, 'version' | 'changes'>, version: number): RequestChange[] {
  let missed = request.version - version;
  const since: RequestChange[] = [];
  for (const change of request.changes.toReversed()) {
    if (missed <= 0) break;
    since.unshift(change);
    if (!TAKES_NO_VERSION.includes(change.what)) missed -= 1;
  }
  return since;
}

/** Steps of the site itself: whoever works on a request meanwhile is not refused because of them. */
const TAKES_NO_VERSION: readonly string[] = ['fresh_candidates'];

/** What brought a request to where it waits now; the last of these is when the waiting began. */
const BEGAN: Readonly<Record<RequestStatus, readonly string[]>> = {
  received: [],
  searching: ['begun', 'answer', 'reopen', 'withdrawal', 'objection'],
  waiting_for_family: ['message'],
  checking_document: ['fresh_candidates', 'decision', 'objection_back'],
  identified: ['confirmation', 'decision'],
  nothing_found: ['close'],
  withdrawn: ['withdrawn'],
  closed: ['close'],
};

/** Since when a request waits where it is: for the family's answer, for a second look, to be searched. */
export function waitsSince({
  status,
  changes,
  createdAt,
}: Pick<SearchRequest, 'status' | 'changes' | 'createdAt'>): Date {
  return changes.findLast(({ what }) => BEGAN[status].includes(what))?.at ?? createdAt;
}

/** The applicant. Stored as one sealed value under CONTACT_KEY and opened only for those who may write to the family. */
export type Applicant = {
  name: string;
  relation: string;
  email: string | null;
  phone: string | null;
};
