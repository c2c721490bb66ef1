import type { Candidate } from './candidate.ts';
import { LIKELY } from './weights.ts';

/** The words for a probability. Fixed lines: never by rank, never from being the only candidate. */
export type Band = 'very_likely' | 'likely' | 'possible' | 'unlikely';

const VERY_LIKELY = 0.98;
const POSSIBLE = 0.3;

export function bandOf(probability: number): Band {
  if (probability >= VERY_LIKELY) return 'very_likely';
  if (probability >= LIKELY) return 'likely';
  return probability >= POSSIBLE ? 'possible' : 'unlikely';
}

/** Whether a candidate is called fresh: likely, and nobody who had the request has looked at him. One meaning, wherever it is told. */
export function isFresh({ state, probability }: Pick<Candidate, 'state' | 'probability'>): boolean {
  return state === 'fresh' && probability >= LIKELY;
}
