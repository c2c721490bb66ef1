/** The kinds of evidence, one file each in `evidence/`. */
export type EvidenceKind =
  | 'name'
  | 'birth_date'
  | 'birthplace'
  | 'residence'
  | 'conscription'
  | 'unit'
  | 'rank'
  | 'fate'
  | 'fate_place'
  | 'camp'
  | 'hospital'
  | 'relatives'
  | 'sex';

/**
 * One piece of evidence for or against "this soldier is the one asked for".
 * `weight` is log2(m/u): positive speaks for, negative against, 0 says nothing (missing on a side).
 * `reason` is a message key with values, so that a volunteer reads it in her language.
 */
export type Evidence = {
  kind: EvidenceKind;
  /** 0 to 1, how well the two values agree; null when a side is missing. */
  score: number | null;
  weight: number;
  reason: { key: string; values: Record<string, string> };
  requestValue: string | null;
  soldierValue: string | null;
};

export type Candidate = {
  requestId: string;
  soldierId: string;
  /** Calibrated probability that the two are one man; never from rank, never from being the only one. */
  probability: number;
  evidence: Evidence[];
  weightsVersion: string;
  /** Changes when the evidence does: a decided pair is offered again only then. */
  evidenceHash: string;
  state: 'fresh' | 'seen' | 'decided';
  foundAt: Date;
};

/** A proven by a chain of documents, B probable, C possible. */
export type EvidenceLevel = 'A' | 'B' | 'C';

export type Verdict = 'same' | 'different' | 'unsure';

/** Why a second person holds a decision for wrong. Like the decision, it stays to be read. */
export type Objection = { by: string; at: Date; reason: string };

/** One that whoever made it took back: then the decision waits for a second person again, and both steps stay to be read. */
export type FormerObjection = Objection & { takenBackAt: Date };

/** Appended, withdrawn, never overwritten. A and B need a second person, who is not the first. */
export type Decision = {
  id: string;
  requestId: string;
  soldierId: string;
  verdict: Verdict;
  reason: string;
  evidenceLevel: EvidenceLevel | null;
  evidence: Evidence[];
  /** Of the evidence at that moment: the pair is offered again only when it changes. */
  evidenceHash: string;
  probability: number | null;
  weightsVersion: string;
  by: string;
  at: Date;
  confirmedBy: string | null;
  confirmedAt: Date | null;
  /** A second person looked and does not agree: then it is no conclusion. */
  objection: Objection | null;
  formerObjections: FormerObjection[];
  withdrawnBy: string | null;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
};
