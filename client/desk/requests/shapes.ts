/** What the desk's part of the API answers. The server's views are the source; these are the fields the desk reads. */

export type RequestStatus =
  | 'received'
  | 'searching'
  | 'waiting_for_family'
  | 'checking_document'
  | 'identified'
  | 'nothing_found'
  | 'withdrawn'
  | 'closed';

export type QueueItem = {
  id: string;
  number: number;
  status: RequestStatus;
  name: string;
  assignee: { id: string; name: string } | null;
  leaseUntil: string | null;
  freshCandidates: number;
  bestProbability: number | null;
  createdAt: string;
  example: boolean;
};

export type QueuePage = { items: QueueItem[]; next: string | null };

export type Evidence = {
  kind: string;
  score: number | null;
  weight: number;
  reason: { key: string; values: Record<string, string> };
  requestValue: string | null;
  soldierValue: string | null;
};

export type CandidateItem = {
  soldierId: string;
  name: string;
  life: string;
  probability: number;
  band: 'very_likely' | 'likely' | 'possible' | 'unlikely';
  evidence: Evidence[];
  state: 'fresh' | 'seen' | 'decided';
};

export type DecisionItem = {
  id: string;
  soldierId: string;
  soldierName: string;
  verdict: 'same' | 'different' | 'unsure';
  reason: string;
  evidenceLevel: 'A' | 'B' | 'C' | null;
  by: { id: string; name: string };
  at: string;
  confirmedBy: { id: string; name: string } | null;
  withdrawnAt: string | null;
};

export type RequestDetail = QueueItem & {
  soldier: Record<string, string>;
  letter: string | null;
  language: 'kk' | 'ru' | 'en';
  relation: string | null;
  files: { id: string; kind: string }[];
  decisions: DecisionItem[];
  notes: { id: string; text: string; by: { name: string }; at: string }[];
  messages: { id: string; direction: 'to_family' | 'from_family'; text: string; at: string }[];
  searches: { id: string; where: string; what: string; hits: number; at: string }[];
  matchedAt: string | null;
};
