import type { WeighedRow } from './evidence-rows.ts';

export type Step = {
  from: number;
  to: number;
  kind: 'for' | 'against' | 'base';
  weight: number;
  bound?: '≥ ' | '≤ ' | undefined;
};

export type Waterfall = {
  /** The chance before any evidence, with the other candidates already thought of. */
  start: Step;
  steps: (Step & { row: WeighedRow })[];
  end: Step;
  /** Where the line "likely" stands, in bits. */
  likely: number;
  /** From bits to 0…1 of the width. */
  scale: (bits: number) => number;
};

/** A probability of 0.90, the line "likely" of the About page, as log2 of the odds. */
const LIKELY = Math.log2(0.9 / 0.1);
/** The server rounds a probability to four places; beyond them only "at least" can be said. */
const MOST = 0.9999;

/**
 * Lays the evidence end to end. The server gives each weight in bits and the probability that comes out; what lies between
 * their sum and the odds of that probability is the chance at the start: one man of all in the database, and the rivals.
 */
export function waterfall(rows: readonly WeighedRow[], probability: number): Waterfall {
  const held = Math.min(Math.max(probability, 1 - MOST), MOST);
  const end = Math.log2(held / (1 - held));
  const start = end - rows.reduce((sum, { weight }) => sum + weight, 0);
  const bound = probability >= MOST ? '≥ ' : probability <= 1 - MOST ? '≤ ' : undefined;
  let sum = start;
  const steps = rows.map((row) => {
    const { weight } = row;
    const from = sum;
    sum += weight;
    return { from, to: sum, kind: kindOf(weight), weight, row };
  });
  const reached = [start, end, 0, LIKELY, ...steps.map(({ to }) => to)];
  const [low, high] = [Math.min(...reached) - 1, Math.max(...reached) + 1];
  return {
    start: { from: 0, to: start, kind: 'base', weight: start, bound },
    steps,
    end: { from: 0, to: end, kind: kindOf(end), weight: end, bound },
    likely: LIKELY,
    scale: (bits) => (bits - low) / (high - low),
  };
}

/** A tick, not a bar, for what weighs nothing. */
function kindOf(bits: number): Step['kind'] {
  if (Math.abs(bits) < 0.05) return 'base';
  return bits > 0 ? 'for' : 'against';
}
