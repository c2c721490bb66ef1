import { dateAgreement } from '../../dates/date-agreement.ts';
import { type FateCode, fatesAgree } from '../../fate.ts';
import type { PartialDate } from '../../partial-date.ts';
import type { MatchProfile } from '../profile.ts';
import { type MatchStatistics, share } from '../statistics.ts';
import { WEIGHTS } from '../weights.ts';
import { bestPair, bits, missing, type Observation } from './observation.ts';

function compareFates(request: FateCode, soldier: FateCode, statistics: MatchStatistics): Observation {
  const level = fatesAgree(request, soldier);
  if (level === 'unknown') return missing('fate', request, soldier);
  const { m, u, byValue } = WEIGHTS.fate[level];
  const score = { same: 1, compatible: 0.6, differ: 0.3, contradict: 0 }[level];
  return {
    kind: 'fate',
    level,
    weight: bits(m, byValue ? share(statistics.fates, request, u) : u),
    score,
    values: {},
    requestValue: request,
    soldierValue: soldier,
  };
}

function compareFateDates(request: PartialDate, soldier: PartialDate): Observation {
  const { level, comparedAt } = dateAgreement(request, soldier);
  if (level === 'unknown' || comparedAt === 'span') return missing('fate', request.text, soldier.text);
  const monthAgrees = level === 'same_day' || level === 'same_month';
  const found = monthAgrees ? 'same_month' : level === 'years_apart' ? 'year_differs' : 'same_year';
  const { m, u } = WEIGHTS.fate[found];
  return {
    kind: 'fate',
    level: found,
    weight: bits(m, u),
    score: monthAgrees ? 1 : found === 'same_year' ? 0.7 : 0,
    values: {},
    requestValue: request.text,
    soldierValue: soldier.text,
  };
}

/** What became of him, and when. An open fate (missing, captured) goes with any death; dead and alive exclude each other. */
export function fateEvidence(request: MatchProfile, soldier: MatchProfile, statistics: MatchStatistics): Observation {
  const fate = bestPair({ request: request.fates, soldier: soldier.fates }, (a, b) => compareFates(a, b, statistics));
  const date = bestPair({ request: request.fateDates, soldier: soldier.fateDates }, compareFateDates);
  const known = [fate, date].filter((found) => found !== null && found.level !== 'missing') as Observation[];
  const first = known[0];
  if (first === undefined) return missing('fate', request.fates[0] ?? null, soldier.fates[0] ?? null);
  const told = known.reduce((most, found) => (Math.abs(found.weight) > Math.abs(most.weight) ? found : most), first);
  const join = (pick: (found: Observation) => string | null): string => known.map(pick).join(', ');
  return {
    ...first,
    level: known.map((found) => found.level).join('+'),
    weight: known.reduce((sum, found) => sum + found.weight, 0),
    score: known.reduce((sum, found) => sum + (found.score ?? 0), 0) / known.length,
    values: { told: told.level },
    requestValue: join((found) => found.requestValue),
    soldierValue: join((found) => found.soldierValue),
  };
}
