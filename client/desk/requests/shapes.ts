import type { Language } from '../../messages/translate.ts';
import type { MapDot, MapLabel } from '../../parts/coast-map.tsx';

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

export type Person = { id: string; name: string };

export type QueueItem = {
  id: string;
  number: number;
  status: RequestStatus;
  name: string;
  /** Who has it now, and until when; a lease that ran out is not told. */
  assignee: Person | null;
  leaseUntil: string | null;
  freshCandidates: number;
  bestProbability: number | null;
  secondLook: boolean;
  /** How well it is proven who he is; set when the decision is complete. */
  evidenceLevel: 'A' | 'B' | 'C' | null;
  /** Since when it waits where it is now. */
  since: string;
  /** How many families ask for him together. */
  families: number;
  createdAt: string;
  example: boolean;
};

export type Evidence = {
  kind: string;
  /** 0 to 1; null when a side does not say. */
  score: number | null;
  /** In bits, one decimal. */
  weight: number;
  reason: { key: string; values: Record<string, string> };
  requestValue: string | null;
  soldierValue: string | null;
};

export type Band = 'very_likely' | 'likely' | 'possible' | 'unlikely';

export type CandidateItem = {
  soldierId: string;
  name: string;
  life: string;
  /** Known from papers that only confirmed kin and the desk may see. */
  restricted: boolean;
  probability: number;
  band: Band;
  evidence: Evidence[];
  /** Likely, and nobody who had the request has looked at him: the queue counts these. */
  fresh: boolean;
};

/** A candidate, or one whom somebody brought: then there may be no probability, and he is not fresh. */
export type PairItem = Pick<CandidateItem, 'soldierId' | 'name' | 'life' | 'restricted' | 'evidence'> & {
  probability: number | null;
  band: Band | null;
  fresh?: boolean;
};

type Objection = { by: Person; at: string; reason: string };

export type DecisionItem = {
  id: string;
  soldierId: string;
  soldierName: string;
  verdict: 'same' | 'different' | 'unsure';
  reason: string;
  evidenceLevel: 'A' | 'B' | 'C' | null;
  evidence: Evidence[];
  probability: number | null;
  by: Person;
  at: string;
  confirmedBy: Person | null;
  objection: Objection | null;
  formerObjections: (Objection & { takenBackAt: string })[];
  withdrawnBy: Person | null;
  withdrawnAt: string | null;
  withdrawnReason: string | null;
};

export type RequestDetail = QueueItem & {
  soldier: Record<string, string>;
  letter: string | null;
  language: 'kk' | 'ru' | 'en';
  relation: string | null;
  /** From whose page the family wrote. */
  about: string | null;
  files: { id: string; kind: string }[];
  decisions: DecisionItem[];
  notes: { id: string; number: number; text: string; by: Person; at: string }[];
  messages: { id: string; direction: 'to_family' | 'from_family'; text: string; at: string }[];
  searches: {
    id: string;
    number: number;
    where: string;
    what: string;
    hits: number;
    /** The standing search ran and found nothing new, which is not "nobody found". */
    nothingNew: boolean;
    url: string | null;
    at: string;
  }[];
  matchedAt: string | null;
  gathered: { caseId: string; by: Person; at: string; reason: string; families: FamilyItem[] } | null;
};

/** One request of a case of several families. */
export type FamilyItem = {
  id: string;
  number: number;
  name: string;
  status: RequestStatus;
  lead: boolean;
  freshCandidates: number;
  meeting: 'not_asked' | 'asked' | 'yes' | 'no' | 'introduced';
};

/** Another request that may ask for the same soldier. */
export type AlikeItem = {
  id: string;
  number: number;
  status: RequestStatus;
  name: string;
  caseId: string | null;
  weight: number;
  evidence: Evidence[];
};

export type PlaceMap = {
  map: {
    width: number;
    height: number;
    land: string;
    pins: { numbers: number[]; x: number; y: number }[];
    landmarks: Record<Language, { dots: MapDot[]; labels: MapLabel[] }>;
  } | null;
  places: {
    number: number;
    side: 'asked' | 'found';
    field: string;
    text: string;
    exact: string;
    km: number | null;
  }[];
};

export type Contact = { name: string; relation: string; email: string | null; phone: string | null };

export type Template = { id: string; question: boolean; kk: string; ru: string; en: string };
