import type { UnderstoodRow } from './mention.ts';
import type { RequestStatus } from './request-states.ts';
import type { MentionRow } from './row.ts';

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
  enteredBy: string | null;
  example: boolean;
  version: number;
  createdAt: Date;
  changedAt: Date;
  matchedAt: Date | null;
};

/** The applicant. Stored as one sealed value under CONTACT_KEY and opened only for those who may write to the family. */
export type Applicant = {
  name: string;
  relation: string;
  email: string | null;
  phone: string | null;
};
