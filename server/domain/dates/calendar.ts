/** A day in milliseconds. */
export const DAY_MS = 24 * 60 * 60 * 1000;

/** What a text names of one date; a part that the text leaves open is null. */
export type DateParts = { year: number | null; month: number | null; day: number | null };

/** First and last day of a span, `YYYY-MM-DD`; null where a side is open. */
export type Span = { earliest: string | null; latest: string | null };

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days of a month (1 to 12). Without a year February has 29: a day without its year may have been in a leap year. */
export function daysInMonth(month: number, year: number | null): number {
  if (month === 2) return year === null || isLeapYear(year) ? 29 : 28;
  return MONTH_DAYS[month - 1] ?? 0;
}

/** `YYYY-MM-DD` of a Gregorian day. */
export function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Day number since 1970-01-01 of an ISO day; for differences and shifts only. */
export function dayNumber(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY_MS);
}

/** The ISO day with this day number. */
export function dayOfNumber(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** The days that a partly known date may mean; both sides null when the year is open. */
export function spanOf(parts: DateParts): Span {
  const { year, month, day } = parts;
  if (year === null) return { earliest: null, latest: null };
  if (month === null) return { earliest: isoDay(year, 1, 1), latest: isoDay(year, 12, 31) };
  const last = day ?? daysInMonth(month, year);
  return { earliest: isoDay(year, month, day ?? 1), latest: isoDay(year, month, last) };
}

/** The date as EDTF writes it (ISO 8601-2): `1942-01-22`, `1942-01`, `1942`, `1942-XX-22`, `XXXX-01-22`. */
export function edtfOf(parts: DateParts): string {
  const year = parts.year === null ? 'XXXX' : String(parts.year).padStart(4, '0');
  const month = parts.month === null ? 'XX' : String(parts.month).padStart(2, '0');
  if (parts.day !== null) return `${year}-${month}-${String(parts.day).padStart(2, '0')}`;
  return parts.month === null ? year : `${year}-${month}`;
}
