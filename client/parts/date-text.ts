import type { Language } from '../messages/translate.ts';
import { kazakhDay, kazakhMonth, kazakhSpan } from './kazakh-dates.ts';

/** The fields of a partial date that a reader is told. */
export type ShownDate = {
  text: string;
  earliest: string | null;
  latest: string | null;
  precision: 'day' | 'month' | 'year' | 'range' | 'open' | 'none';
  kind: 'exact' | 'approximate' | 'not_later' | 'not_earlier' | 'range' | 'age' | 'unknown';
};

const about: Record<Language, string> = { kk: 'шамамен {date}', ru: 'около {date}', en: 'about {date}' };
const notLater: Record<Language, string> = {
  kk: '{date} кешіктірмей',
  ru: 'не позднее {date}',
  en: 'not later than {date}',
};
const notEarlier: Record<Language, string> = {
  kk: '{date} бұрын емес',
  ru: 'не ранее {date}',
  en: 'not earlier than {date}',
};

/**
 * A date as a reader of this language writes it, no more exact than the source: "март 1942", "1942 жылғы наурыз".
 * What was not understood is shown as the document has it.
 */
export function dateText(date: ShownDate, language: Language): string {
  const { earliest, latest, kind } = date;
  if (kind === 'unknown' || date.precision === 'none') return date.text;
  if (kind === 'not_later' && latest) return withDate(notLater, language, numeric(latest));
  if (kind === 'not_earlier' && earliest) return withDate(notEarlier, language, numeric(earliest));
  if (!earliest || !latest) return date.text;
  // The widened span of "about 1910" has its middle where the source pointed.
  if (kind === 'approximate' || kind === 'age') return withDate(about, language, String(middleYear(earliest, latest)));
  if (date.precision === 'day') return dayText(earliest, language);
  if (date.precision === 'month') return monthText(earliest, language);
  if (date.precision === 'year') return earliest.slice(0, 4);
  return rangeText(earliest, latest);
}

/** Only the year or the span of years: for lists, where a line must stay short. */
export function yearText(date: Pick<ShownDate, 'earliest' | 'latest'>): string | null {
  const from = date.earliest?.slice(0, 4);
  const to = date.latest?.slice(0, 4);
  if (from && to) return from === to ? from : `${from}–${to}`;
  return from ?? to ?? null;
}

/** A moment of today's work (a decision, a received request) as a day. */
export function dayText(day: string | Date, language: Language): string {
  if (language === 'kk') return kazakhDay(typeof day === 'string' ? day : kazakhstanDay(day));
  const date = typeof day === 'string' ? new Date(`${day.slice(0, 10)}T00:00:00Z`) : day;
  const text = format('day', language, zone(day)).format(date);
  return withoutYearSign(text);
}

/** The day that a moment is in Kazakhstan, as `2027-02-26`. */
function kazakhstanDay(moment: Date): string {
  const parts = format('figures', 'en', zone(moment)).formatToParts(moment);
  const part = (type: 'year' | 'month' | 'day') => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month').padStart(2, '0')}-${part('day').padStart(2, '0')}`;
}

type IntlLanguage = Exclude<Language, 'kk'>;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than using it a hundred times, and there are only a few. Never of Kazakh: see `kazakh-dates`. */
function format(precision: 'day' | 'month' | 'figures', language: IntlLanguage, timeZone: string): Intl.DateTimeFormat {
  const key = `${precision} ${language} ${timeZone}`;
  const known = formats.get(key);
  if (known) return known;
  const day = precision === 'month' ? {} : ({ day: 'numeric' } as const);
  const month = precision === 'figures' ? 'numeric' : 'long';
  const fresh = new Intl.DateTimeFormat(language, { ...day, month, year: 'numeric', timeZone });
  formats.set(key, fresh);
  return fresh;
}

/**
 * From when to when, of shortened dates: `1941-08` and `1941-11` are "август – ноябрь 1941". An end that only names the year
 * or month in which it began says nothing more than the beginning does.
 */
export function factSpanText(
  from: string | null | undefined,
  to: string | null | undefined,
  language: Language,
): string {
  if (!from || !to || from.startsWith(to)) return from || to ? factDateText(from || to || '', language) : '';
  if (from.slice(0, 4) !== to.slice(0, 4) || from.length !== to.length || from.length < 7) {
    return `${factDateText(from, language)} – ${factDateText(to, language)}`;
  }
  if (language === 'kk') return kazakhSpan(from, to);
  const precision = from.length >= 10 ? 'day' : 'month';
  const [first, last] = [from, to].map((date) => new Date(`${`${date}-01`.slice(0, 10)}T00:00:00Z`)) as [Date, Date];
  return yearOnce(withoutYearSign(format(precision, language, 'UTC').formatRange(first, last)), from.slice(0, 4));
}

/** Some languages say the year at both ends of a span all the same: of two, the one nearer the dash goes. */
function yearOnce(text: string, year: string): string {
  if (text.indexOf(year) === text.lastIndexOf(year)) return text;
  const sides = text.split(/\s?–\s?/u);
  const [from = '', to = ''] = sides;
  return `${from.replace(new RegExp(`,?\\s${year}(?:\\sг\\.)?$`, 'u'), '')} – ${to}`;
}

/** Russian adds "г." after the year; in a line of facts it only disturbs. */
const withoutYearSign = (text: string): string => text.replace(/\s?г\.$/, '');

/** A shortened date of a fact (`1941`, `1941-07`, `1941-07-12`) in words. */
export function factDateText(date: string, language: Language): string {
  if (date.length >= 10) return dayText(date, language);
  return date.length >= 7 ? monthText(`${date.slice(0, 7)}-01`, language) : date;
}

function monthText(day: string, language: Language): string {
  if (language === 'kk') return kazakhMonth(day);
  const text = format('month', language, 'UTC').format(new Date(`${day}T00:00:00Z`));
  return withoutYearSign(text);
}

// A day of a document has no time zone; a moment of today's work is read in Kazakhstan's.
function zone(day: string | Date): string {
  return typeof day === 'string' ? 'UTC' : 'Asia/Almaty';
}

function numeric(day: string): string {
  const [year, month, date] = day.split('-');
  return `${date}.${month}.${year}`;
}

function middleYear(earliest: string, latest: string): number {
  return Math.round((Number(earliest.slice(0, 4)) + Number(latest.slice(0, 4))) / 2);
}

function rangeText(earliest: string, latest: string): string {
  const from = earliest.slice(0, 4);
  const to = latest.slice(0, 4);
  const wholeYears = earliest.endsWith('01-01') && latest.endsWith('12-31');
  return wholeYears ? `${from}–${to}` : `${numeric(earliest)}–${numeric(latest)}`;
}

function withDate(pattern: Record<Language, string>, language: Language, date: string): string {
  return pattern[language].replace('{date}', date);
}
