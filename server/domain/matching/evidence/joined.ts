import type { Observation } from './observation.ts';

/**
 * Several findings of one kind as one piece of evidence: their weights add up, and the one that says most is told.
 * `silent` is what stands when none of them says anything.
 */
export function joined(silent: Observation, findings: readonly (Observation | null)[]): Observation {
  const known = findings.filter((found) => found !== null).filter((found) => found.level !== 'missing');
  const [first] = known;
  if (first === undefined) return silent;
  const told = known.reduce((most, found) => (Math.abs(found.weight) > Math.abs(most.weight) ? found : most), first);
  const join = (pick: (found: Observation) => string | null): string | null =>
    [...new Set(known.map(pick))].filter((text) => text !== null).join(', ') || null;
  return {
    ...first,
    level: known.map((found) => found.level).join('+'),
    weight: known.reduce((sum, found) => sum + found.weight, 0),
    score: known.reduce((sum, found) => sum + (found.score ?? 0), 0) / known.length,
    values: { ...Object.assign({}, ...known.map((found) => found.values)), told: told.level },
    requestValue: join((found) => found.requestValue),
    soldierValue: join((found) => found.soldierValue),
  };
}
