import type { MatchProfile } from '../../domain/matching/profile.ts';
import type { ScoredPair } from '../../domain/matching/score.ts';
import type { MatchStatistics } from '../../domain/matching/statistics.ts';
import type { Weights } from '../../domain/matching/weights.ts';
import type { FileSize } from './rows.ts';

/** What the command is asked to do, and how large the file of the soldiers is. */
export type LinkTask = {
  soldiers: string;
  size: FileSize;
  requests: string;
  threads: number;
  weightsFile: string | undefined;
};

export type LinkSummary = {
  docs: number;
  queries: number;
  buildMs: number;
  rssMb: number;
  p50Ms: number;
  p95Ms: number;
};

/** What the thread that does the work tells the command. */
export type FromWork =
  | { kind: 'progress'; text: string }
  | { kind: 'done'; summary: LinkSummary }
  /** What cannot be read, in words for whoever asked. */
  | { kind: 'refused'; message: string };

/** One line of the requests, by its number in the file. */
export type Asked = { number: number; line: string };

/** What is offered for a request. */
export type Offer = { number: number; soldierIds: string[] };

/** What that thread and those that each keep a share of the soldiers tell each other. */
export type ToShard =
  | { kind: 'soldiers'; lines: string[] }
  | { kind: 'loaded' }
  | { kind: 'statistics'; statistics: MatchStatistics; weights: Weights }
  /** `by`: the blocks are quick and nearly always hold the man; the engine bears more distortion and takes longer. */
  | { kind: 'requests'; by: 'blocks' | 'engine'; requests: Asked[] }
  /** Why these are offered. What was found for these requests is forgotten with the answer. */
  | { kind: 'evidence'; offers: Offer[] }
  /** The same, as it was observed: to learn from. */
  | { kind: 'pairs'; offers: Offer[] }
  /** Weighs with these from the next request on. */
  | { kind: 'weights'; weights: Weights };

/**
 * A candidate of one share. `profile` comes with those strong enough to be tied to others; the evidence stays where it was
 * found until it is known who is offered, for copying it costs as much as finding it.
 */
export type ShardCandidate = Pick<ScoredPair, 'soldierId' | 'weight'> & { profile: MatchProfile | null };

export type FromShard =
  | { kind: 'took'; rows: number }
  | { kind: 'statistics'; statistics: MatchStatistics }
  | { kind: 'ready' }
  | { kind: 'answers'; answers: ShardCandidate[][]; ms: number[] }
  /** For each offer the evidence of those who are in this share, as JSON. */
  | { kind: 'evidence'; evidence: Map<string, string>[] }
  | { kind: 'pairs'; pairs: ScoredPair[][] };
