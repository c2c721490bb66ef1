import { type DateAgreement, dateAgreement, yearOf } from '../../dates/date-agreement.ts';
import type { PartialDate } from '../../partial-date.ts';
import type { MatchProfile } from '../profile.ts';
import { share } from '../statistics.ts';
import type { LevelOf } from '../weights.ts';
import { bestPair, bits, type EvidenceTools, missing, type Observation } from './observation.ts';

export type BirthLevel = LevelOf<'birth_date'>;

/** Ages were counted from different days, and guessed. */
const SPAN_NEAR = 2;

function apartLevel(years: number | null): BirthLevel {
  const apart = Math.abs(years ?? 99);
  if (apart <= 1) return 'year_1';
  if (apart === 2) return 'year_2';
  if (apart <= 5) return 'year_5';
  return apart <= 14 ? 'year_far' : 'year_hopeless';
}

/** The level of the weights that an agreement of two birth dates is; null when a side says nothing. */
export function birthLevel(agreement: DateAgreement): BirthLevel | null {
  const { level, comparedAt, years } = agreement;
  if (level === 'unknown') return null;
  if (comparedAt === 'span' && level === 'overlap') return 'overlap';
  if (comparedAt === 'span') return Math.abs(years ?? 99) <= SPAN_NEAR ? 'span_near' : 'span_apart';
  if (level === 'years_apart') return agreement.sameDayAndMonth ? 'same_month' : apartLevel(years);
  if (level === 'same_year') return comparedAt === 'year' ? 'same_year' : 'day_differs';
  if (level === 'same_month') return comparedAt === 'month' ? 'month_agrees' : 'same_month';
  return level === 'swapped' ? 'swapped' : 'same_day';
}

/** The men of the war were born in some twenty-five years; the middle ones had more. */
const ONE_YEAR = 0.045;
const MONTHS = 12;

type Births = { request: PartialDate; soldier: PartialDate };

/** The years in which somebody is born whose date, as long as the soldier's, meets the request's; null where a side is open. */
function yearsThatMeet({ request, soldier }: Births): { from: number; to: number } | null {
  const yearIn = (day: string | null): number | null => (day === null ? null : Number(day.slice(0, 4)));
  const [from, to] = [yearIn(request.earliest), yearIn(request.latest)];
  const [begin, end] = [yearIn(soldier.earliest), yearIn(soldier.latest)];
  if (from === null || to === null || begin === null || end === null) return null;
  return { from: from - (end - begin), to };
}

function chanceOf(level: BirthLevel, births: Births, { statistics, weights }: EvidenceTools): number {
  const { u, byValue } = weights.levels.birth_date[level];
  if (level === 'overlap') {
    const years = yearsThatMeet(births);
    if (years === null) return u;
    let sum = 0;
    for (let born = years.from; born <= years.to; born += 1) sum += share(statistics.years, String(born), ONE_YEAR);
    return Math.min(1, sum);
  }
  const year = yearOf(births.request);
  if (!byValue || year === null) return u;
  const shareOf = (offset: number): number => share(statistics.years, String(year + offset), ONE_YEAR);
  if (level === 'year_1') return shareOf(1) + shareOf(-1);
  if (level === 'year_2') return shareOf(2) + shareOf(-2);
  if (level === 'month_agrees') return shareOf(0) / MONTHS;
  return shareOf(0);
}

const SCORES: Partial<Record<BirthLevel, number>> = {
  same_day: 1,
  month_agrees: 1,
  same_year: 1,
  overlap: 1,
  swapped: 0.9,
  span_near: 0.5,
  same_month: 0.8,
  day_differs: 0.6,
  year_1: 0.8,
  year_2: 0.5,
  year_5: 0.2,
};

function compareBirths(request: PartialDate, soldier: PartialDate, tools: EvidenceTools): Observation {
  const agreement = dateAgreement(request, soldier);
  const level = birthLevel(agreement);
  if (level === null) return missing('birth_date', request.text, soldier.text);
  return {
    kind: 'birth_date',
    level,
    weight: bits(tools.weights.levels.birth_date[level].m, chanceOf(level, { request, soldier }, tools)),
    score: SCORES[level] ?? 0,
    values: { years: String(agreement.years ?? ''), at: agreement.comparedAt ?? '' },
    requestValue: request.text,
    soldierValue: soldier.text,
  };
}

/** Birth dates: exact, year, off by one or two as age arithmetic, day and month swapped, or contradicting. */
export function birthDateEvidence(request: MatchProfile, soldier: MatchProfile, tools: EvidenceTools): Observation {
  const sides = { request: request.births, soldier: soldier.births };
  const best = bestPair(sides, (a, b) => compareBirths(a, b, tools));
  return best ?? missing('birth_date', request.births[0]?.text ?? null, soldier.births[0]?.text ?? null);
}
