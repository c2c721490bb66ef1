import { type DateParts, dayNumber, dayOfNumber, edtfOf, type Span, spanOf } from './dates/calendar.ts';
import { dropDateTrimmings, foldDateText, type Qualifier, takeQualifier } from './dates/date-words.ts';
import { readAge, readDecade, readSeason, splitRange, takePartOf, yearPair } from './dates/loose-dates.ts';
import { withFigures } from './dates/number-words.ts';
import { type DateNote, type DateRefusal, type OneDate, readOneDate, readShortYear } from './dates/read-one-date.ts';

/**
 * `day`, `month`, `year`: how exactly the text names it. `range`: a span that is none of these.
 * `open`: only one side is known. `none`: nothing to count with.
 */
export type DatePrecision = 'day' | 'month' | 'year' | 'range' | 'open' | 'none';

export type DateKind = 'exact' | 'approximate' | 'not_later' | 'not_earlier' | 'range' | 'age' | 'unknown';

/** A date as far as a paper gives it. */
export type PartialDate = {
  /** As written. */
  text: string;
  /** First and last day it may mean, `YYYY-MM-DD`; null where that side is open. */
  earliest: string | null;
  latest: string | null;
  precision: DatePrecision;
  kind: DateKind;
  /** EDTF-like text (ISO 8601-2): `1942-01`, `../1942-04-22`, `1910~`, `1942-03/1942-05`, `XXXX-05-12`; empty when unknown. */
  edtf: string;
  notes: DateNote[];
};

export type DateProblem = {
  text: string;
  rule: DateRefusal | 'not_understood' | 'age_needs_date' | 'backwards';
  /** The age that was read, when only the reference date is missing. */
  age?: number;
};

export type DateResult = { date: PartialDate; problem: null } | { date: null; problem: DateProblem };

/** `asOf`: the day of the paper (`1942`, `1942-05`, `1942-05-12`), which an age counts from. */
export type DateOptions = { asOf?: string | undefined };

// How far "about" reaches to each side: a choice, wide enough for the one or two years that papers of one man differ by.
const ABOUT = { day: 10, month: 62, year: 731 } as const;

const UNKNOWN =
  /^(?:[-_.?*x\s/]*|не\s?известн\p{L}*|неизв\.?|н\/?д|нет(?: данных| сведений)?|не указан\p{L}*|б\/д|белгисиз\p{L}*|unknown|unbekannt|unbek\.?|nieznan\p{L}*|n\/a|null)$/u;

function precisionOf(parts: DateParts): DatePrecision {
  if (parts.year === null) return 'none';
  if (parts.month === null) return 'year';
  return parts.day === null ? 'month' : 'day';
}

function refused(text: string, rule: DateProblem['rule'], age?: number): DateResult {
  return { date: null, problem: age === undefined ? { text, rule } : { text, rule, age } };
}

function understood(text: string, date: Omit<PartialDate, 'text'>): DateResult {
  return { date: { text, ...date }, problem: null };
}

function widened(span: Span, days: number): Span {
  return {
    earliest: span.earliest === null ? null : dayOfNumber(dayNumber(span.earliest) - days),
    latest: span.latest === null ? null : dayOfNumber(dayNumber(span.latest) + days),
  };
}

function exactDate(text: string, date: OneDate): DateResult {
  const precision = precisionOf(date);
  const kind: DateKind = precision === 'none' ? 'unknown' : 'exact';
  return understood(text, { ...spanOf(date), precision, kind, edtf: edtfOf(date), notes: date.notes });
}

function qualifiedDate(text: string, inner: PartialDate, kind: Qualifier): DateResult {
  const { earliest, latest, precision, edtf, notes } = inner;
  if (precision === 'none') return understood(text, { ...inner, kind: 'unknown' });
  if (kind === 'not_later') {
    return understood(text, { earliest: null, latest, precision: 'open', kind, edtf: `../${edtf}`, notes });
  }
  if (kind === 'not_earlier') {
    return understood(text, { earliest, latest: null, precision: 'open', kind, edtf: `${edtf}/..`, notes });
  }
  const reach = precision === 'day' || precision === 'month' ? ABOUT[precision] : ABOUT.year;
  const span = widened({ earliest, latest }, reach);
  return understood(text, { ...span, precision, kind, edtf: `${edtf}~`, notes });
}

function rangeDate(text: string, from: PartialDate, to: PartialDate): DateResult {
  if (from.earliest !== null && to.latest !== null && from.earliest > to.latest) return refused(text, 'backwards');
  return understood(text, {
    earliest: from.earliest,
    latest: to.latest,
    precision: 'range',
    kind: 'range',
    edtf: `${from.edtf}/${to.edtf}`,
    notes: [...from.notes, ...to.notes],
  });
}

function ageDate(text: string, age: number, asOf: string | undefined): DateResult {
  const year = Number(/^\d{4}/.exec(asOf ?? '')?.[0] ?? Number.NaN);
  if (Number.isNaN(year)) return refused(text, 'age_needs_date', age);
  // An age gives the year of birth and the one before; told or guessed ages are off by one more, so one year to each side.
  const born = year - age;
  const span = { earliest: `${born - 1}-01-01`, latest: `${born + 1}-12-31` };
  return understood(text, { ...span, precision: 'range', kind: 'age', edtf: `${born - 1}/${born + 1}`, notes: [] });
}

function spanDate(text: string, span: Span & { edtf: string }): DateResult {
  return understood(text, { ...span, precision: 'range', kind: 'range', notes: [] });
}

function parseFolded(text: string, folded: string, options: DateOptions): DateResult {
  if (UNKNOWN.test(folded)) {
    return understood(text, { earliest: null, latest: null, precision: 'none', kind: 'unknown', edtf: '', notes: [] });
  }
  const age = readAge(folded);
  if (age !== null) return ageDate(text, age, options.asOf);
  const shortYear = /^(\d{2})\s*(?:г|год|года|г\.р|гр|ж|жыл|r|roku)\.?$/u.exec(folded)?.[1];
  const pair = yearPair(folded);
  if (pair !== null) return parseRange(text, pair, options);
  const one = shortYear === undefined ? readOneDate(dropDateTrimmings(folded)) : readShortYear(shortYear);
  if (one !== null) return 'date' in one ? exactDate(text, one.date) : refused(text, one.refused);
  const loose = readDecade(folded) ?? readSeason(dropDateTrimmings(folded));
  return loose === null ? parseCompound(text, folded, options) : spanDate(text, loose);
}

function parseRange(text: string, range: { from: string; to: string }, options: DateOptions): DateResult {
  const from = parseFolded(text, range.from, options);
  const to = parseFolded(text, range.to, options);
  if (from.date === null || to.date === null) return from.date === null ? from : to;
  return rangeDate(text, from.date, to.date);
}

function parseCompound(text: string, folded: string, options: DateOptions): DateResult {
  const openInterval = /^\.\.\/|\/\.\.$/.test(folded);
  const range = openInterval ? null : splitRange(folded);
  if (range !== null) return parseRange(text, range, options);
  const part = takePartOf(folded);
  if (part !== null) {
    const whole = parseFolded(text, part.rest, options);
    if (whole.date === null) return whole;
    const span = part.cut(whole.date);
    return span === null ? refused(text, 'not_understood') : spanDate(text, span);
  }
  const qualified = takeQualifier(dropDateTrimmings(folded)) ?? takeQualifier(folded);
  if (qualified === null) return refused(text, 'not_understood');
  const inner = parseFolded(text, withoutIn(qualified.rest), options);
  return inner.date === null ? inner : qualifiedDate(text, inner.date, qualified.kind);
}

/** "в 1913", "примерно в 1913": the preposition says nothing. */
const withoutIn = (folded: string): string => folded.replace(/^во?\s+(?=\d)/u, '');

/**
 * Reads a date as papers have it: `__.01.1942`, `1913 г.`, "не позднее 22.04.1942", "около 1910", "28 лет" (needs `asOf`),
 * `12.V.1913`, month names in Russian, Kazakh, German, Polish and English, ranges, spreadsheet day numbers.
 * Day before month unless that cannot be. Never throws: what is impossible or not a date comes back as a problem.
 * Source of the forms: exports of the public databases of losses, camp cards and lists of burial places.
 */
export function parsePartialDate(text: string, options: DateOptions = {}): DateResult {
  const folded = withFigures(foldDateText(text.slice(0, 200)));
  return parseFolded(text, withoutIn(folded), options);
}

/** The date when it was understood, else null: for callers that report problems elsewhere. */
export function dateOrNull(text: string | undefined, options: DateOptions = {}): PartialDate | null {
  return text === undefined ? null : parsePartialDate(text, options).date;
}
