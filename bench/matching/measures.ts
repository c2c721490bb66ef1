/** A candidate as `link` answers it; what evidence it has does not matter here. */
export type Answer = { id: string; candidates: { id: string; probability: number }[] };

export type Measures = {
  requests: number;
  foundAt20: number;
  precisionAtLine: number;
  recallAtLine: number;
  recallAtPrecision: number;
  squaredError: number;
  squaredErrorOfNothing: number;
  falseAlarms: number;
  /** Ten bins of probability: how many pairs, their mean probability, the share that is true. */
  bins: { pairs: number; said: number; true: number }[];
};

const OFFERED = 20;
const LINE = 0.9;
const PRECISION = 0.98;

type Pair = { probability: number; right: boolean };

function binsOf(pairs: readonly Pair[]): Measures['bins'] {
  return Array.from({ length: 10 }, (_, bin) => {
    const inside = pairs.filter(({ probability }) => Math.min(9, Math.floor(probability * 10)) === bin);
    const mean = (value: (pair: Pair) => number): number =>
      inside.length === 0 ? 0 : inside.reduce((sum, pair) => sum + value(pair), 0) / inside.length;
    return { pairs: inside.length, said: mean((pair) => pair.probability), true: mean((pair) => Number(pair.right)) };
  });
}

/** The greatest recall among all lines at which this share of the offered pairs is right. */
function recallAt(precision: number, pairs: readonly Pair[], mentions: number): number {
  let right = 0;
  let best = 0;
  pairs.forEach((pair, index) => {
    right += Number(pair.right);
    if (right / (index + 1) >= precision) best = right / mentions;
  });
  return best;
}

/**
 * Scores answers against the truth. Recall counts mentions: a man of two papers is found twice or half. Squared error is
 * summed over the offered pairs and the mentions that were not offered, for each request.
 */
export function measure(answers: readonly Answer[], truth: ReadonlyMap<string, ReadonlySet<string>>): Measures {
  const pairs: Pair[] = [];
  const counts = { present: 0, found: 0, absent: 0, alarms: 0, mentions: 0, error: 0 };
  for (const { id, candidates } of answers) {
    const own = truth.get(id) ?? new Set<string>();
    const offered = candidates.slice(0, OFFERED);
    const named = new Set(offered.map((candidate) => candidate.id));
    counts.mentions += own.size;
    if (own.size === 0) {
      counts.absent += 1;
      counts.alarms += Number(offered.some((candidate) => candidate.probability >= LINE));
    } else {
      counts.present += 1;
      counts.found += Number(offered.some((candidate) => own.has(candidate.id)));
    }
    for (const candidate of offered) {
      const right = own.has(candidate.id);
      pairs.push({ probability: candidate.probability, right });
      counts.error += (candidate.probability - Number(right)) ** 2;
    }
    counts.error += [...own].filter((mention) => !named.has(mention)).length;
  }
  pairs.sort((a, b) => b.probability - a.probability);
  const likely = pairs.filter((pair) => pair.probability >= LINE);
  const hits = likely.filter((pair) => pair.right).length;
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  return {
    requests: answers.length,
    foundAt20: share(counts.found, counts.present),
    precisionAtLine: share(hits, likely.length),
    recallAtLine: share(hits, counts.mentions),
    recallAtPrecision: recallAt(PRECISION, pairs, counts.mentions),
    squaredError: share(counts.error, answers.length),
    squaredErrorOfNothing: share(counts.mentions, answers.length),
    falseAlarms: share(counts.alarms, counts.absent),
    bins: binsOf(pairs),
  };
}
