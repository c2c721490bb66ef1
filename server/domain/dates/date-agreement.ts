import type { PartialDate } from '../partial-date.ts';
import { dayNumber } from './calendar.ts';

/**
 * How two dates of what may be one event agree, most agreement first.
 * `same_day`, `same_month`, `same_year`: equal as far as both go. `swapped`: day and month exchanged.
 * `overlap`: one is a span or estimate that the other fits into. `years_apart`: they cannot be the same day.
 * `unknown`: a side says nothing.
 */
export type DateAgreementLevel =
  | 'same_day'
  | 'swapped'
  | 'same_month'
  | 'same_year'
  | 'overlap'
  | 'years_apart'
  | 'unknown';

export type DateAgreement = {
  level: DateAgreementLevel;
  /** How exactly both sides are known: a `same_year` compared at `day` means that day or month contradict. */
  comparedAt: 'day' | 'month' | 'year' | 'span' | null;
  /** Whole years between the years named, or between the nearer ends of two spans; null when unknown. */
  years: number | null;
  /** Days between two exact days; null when a side is less exact. */
  days: number | null;
  /** Same day and month of another year: the usual slip of one digit in the year. */
  sameDayAndMonth: boolean;
};

type Comparable = Pick<PartialDate, 'earliest' | 'latest' | 'precision' | 'kind'>;

const NOTHING: DateAgreement = { level: 'unknown', comparedAt: null, years: null, days: null, sameDayAndMonth: false };

// A day that no calendar has, so that an open side compares as endless.
const ENDLESS_PAST = '0000-01-01';
const ENDLESS_FUTURE = '9999-12-31';

function isNamed(date: Comparable): boolean {
  return date.kind === 'exact' && date.earliest !== null && date.latest !== null;
}

/** Whether the two may be the same day. An open side reaches for ever; a date that says nothing overlaps all. */
export function datesOverlap(a: Comparable, b: Comparable): boolean {
  return (
    (a.earliest ?? ENDLESS_PAST) <= (b.latest ?? ENDLESS_FUTURE) &&
    (b.earliest ?? ENDLESS_PAST) <= (a.latest ?? ENDLESS_FUTURE)
  );
}

/** Whether `a` was certainly over before `b` began: a letter home after the day of death contradicts it. */
export function isCertainlyBefore(a: Comparable, b: Comparable): boolean {
  return a.latest !== null && b.earliest !== null && a.latest < b.earliest;
}

/** First and last year that a date may fall in; null where a side is open. */
function yearSpan(date: Comparable): { from: number | null; to: number | null } {
  const from = date.earliest === null ? null : Number(date.earliest.slice(0, 4));
  const to = date.latest === null ? null : Number(date.latest.slice(0, 4));
  return { from, to };
}

/** The one year a date falls in, or null when it may be several or none. */
export function yearOf(date: Comparable | null): number | null {
  if (date === null) return null;
  const { from, to } = yearSpan(date);
  return from === to ? from : null;
}

/** Whether day and month of an exact day could be exchanged and still be a day: 05.12, not 05.13 and not 07.07. */
export function mayBeSwapped(date: Comparable): boolean {
  if (date.precision !== 'day' || date.earliest === null) return false;
  const month = date.earliest.slice(5, 7);
  const day = date.earliest.slice(8, 10);
  return day <= '12' && day !== month;
}

function gapInYears(a: Comparable, b: Comparable): number | null {
  const [first, second] = isCertainlyBefore(a, b) ? [a, b] : [b, a];
  if (first.latest === null || second.earliest === null) return null;
  return Number(second.earliest.slice(0, 4)) - Number(first.latest.slice(0, 4));
}

function compareSpans(a: Comparable, b: Comparable): DateAgreement {
  if (datesOverlap(a, b)) return { ...NOTHING, level: 'overlap', comparedAt: 'span' };
  return { ...NOTHING, level: 'years_apart', comparedAt: 'span', years: gapInYears(a, b) };
}

function comparedAt(a: Comparable, b: Comparable): 'day' | 'month' | 'year' {
  if (a.precision === 'day' && b.precision === 'day') return 'day';
  return a.precision === 'year' || b.precision === 'year' ? 'year' : 'month';
}

function isSwap(a: string, b: string): boolean {
  return a.slice(0, 4) === b.slice(0, 4) && a.slice(5, 7) === b.slice(8, 10) && a.slice(8, 10) === b.slice(5, 7);
}

function levelOf(a: string, b: string, at: 'day' | 'month' | 'year'): DateAgreementLevel {
  if (a.slice(0, 4) !== b.slice(0, 4)) return 'years_apart';
  if (at === 'year') return 'same_year';
  if (at === 'day' && a === b) return 'same_day';
  if (a.slice(0, 7) === b.slice(0, 7)) return 'same_month';
  return at === 'day' && isSwap(a, b) ? 'swapped' : 'same_year';
}

/**
 * Compares two dates for the matcher. Only what both sides name is compared: 1913 against 12.05.1913 is `same_year`
 * at `year`, which is no contradiction. Estimates, ages and one-sided dates give `overlap` or `years_apart`.
 */
export function dateAgreement(a: Comparable, b: Comparable): DateAgreement {
  if ((a.earliest === null && a.latest === null) || (b.earliest === null && b.latest === null)) return NOTHING;
  if (!isNamed(a) || !isNamed(b) || a.earliest === null || b.earliest === null) return compareSpans(a, b);
  const at = comparedAt(a, b);
  const level = levelOf(a.earliest, b.earliest, at);
  const days = at === 'day' ? Math.abs(dayNumber(a.earliest) - dayNumber(b.earliest)) : null;
  return {
    level,
    comparedAt: at,
    years: Math.abs(Number(a.earliest.slice(0, 4)) - Number(b.earliest.slice(0, 4))),
    days,
    sameDayAndMonth: at === 'day' && days !== 0 && a.earliest.slice(5) === b.earliest.slice(5),
  };
}
