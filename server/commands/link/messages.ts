import type { MatchProfile } from '../../domain/matching/profile.ts';
import type { ScoredPair } from '../../domain/matching/score.ts';
import type { MatchStatistics } from '../../domain/matching/statistics.ts';
import type { Weights } from '../../domain/matching/weights.ts';

/** What the command and its worker threads tell each other. Each worker keeps a share of the soldiers. */
export type ToShard =
  | { kind: 'soldiers'; lines: string[] }
  | { kind: 'loaded' }
  | { kind: 'statistics'; statistics: MatchStatistics; weights: Weights }
  /** `by`: the blocks are quick and nearly always hold the man; the engine bears more distortion and takes longer. */
  | { kind: 'requests'; by: 'blocks' | 'engine'; lines: string[] };

/** A candidate of one share. `profile` comes with those strong enough to be tied to others. */
export type ShardCandidate = ScoredPair & { profile: MatchProfile | null };

export type FromShard =
  | { kind: 'took'; rows: number }
  | { kind: 'statistics'; statistics: MatchStatistics; rssMb: number }
  | { kind: 'ready' }
  | { kind: 'answers'; answers: ShardCandidate[][]; ms: number[] };
