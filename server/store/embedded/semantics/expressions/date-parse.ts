import { StoreError } from '../../store-error.ts';
import { located, notSupported } from '../refusals.ts';
import { monthNamed } from './date-format.ts';
import { type DateParts, instantOf, type TimeZone, utcOf } from './time-zone.ts';

/** Each letter of a format: the text it stands for, and the part of the date it gives. */
const READERS: Readonly<
  Record<string, { pattern: string; part: keyof DateParts | 'offset' | 'zone' | 'monthName' | undefined }>
> = {
  '%': { pattern: '%', part: undefined },
  b: { pattern: '([A-Za-z]{3})', part: 'monthName' },
  B: { pattern: '([A-Za-z]+)', part: 'monthName' },
  d: { pattern: '(\\d{1,2})', part: 'day' },
  H: { pattern: '(\\d{1,2})', part: 'hour' },
  L: { pattern: '(\\d{1,3})', part: 'millisecond' },
  m: { pattern: '(\\d{1,2})', part: 'month' },
  M: { pattern: '(\\d{1,2})', part: 'minute' },
  S: { pattern: '(\\d{1,2})', part: 'second' },
  Y: { pattern: '(\\d{4})', part: 'year' },
  z: { pattern: '(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})', part: 'offset' },
  Z: { pattern: '([+-]?\\d+)', part: 'zone' },
};

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)? ?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/;

/** A text in ISO 8601's order, with or without a time and an offset; other spellings are refused. */
export function parseIsoDate(text: string, zone: TimeZone): Date {
  const match = ISO.exec(text.trim());
  if (!match) throw unreadable(text);
  const [, year, month, day, hour, minute, second, fraction, offset] = match;
  const parts = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    millisecond: Number((fraction ?? '').padEnd(3, '0').slice(0, 3)),
  };
  return toInstant(text, parts, { offset, zone });
}

type Clock = { offset: string | undefined; zone: TimeZone };

function toInstant(text: string, parts: DateParts, { offset, zone }: Clock): Date {
  if (
    parts.month < 1 ||
    parts.month > 12 ||
    parts.day < 1 ||
    parts.day > daysIn(parts) ||
    parts.hour > 23 ||
    parts.minute > 59 ||
    parts.second > 59
  ) {
    throw unreadable(text);
  }
  const local = utcOf(parts);
  if (offset === undefined) return instantOf(local, zone);
  if (!zone.isUtc) {
    throw new StoreError(
      241,
      `you cannot pass in a date/time string with time zone information ('${offset}') together with a timezone argument`,
    );
  }
  return new Date(local - minutesOf(offset) * 60_000);
}

function daysIn({ year, month }: DateParts): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

function minutesOf(offset: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset);
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
}

function unreadable(text: string): StoreError {
  return new StoreError(241, `Error parsing date string '${text}'`);
}

/** A text read by a format of `%Y`, `%m`, `%d` and the like. */
export function parseDateByFormat(text: string, format: string, zone: TimeZone): Date {
  const { regex, letters } = readerOf(format);
  const match = regex.exec(text);
  if (!match) throw unreadable(text);
  const parts: DateParts = { year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 };
  let offset: string | undefined;
  letters.forEach((letter, index) => {
    const found = match[index + 1] ?? '';
    const part = READERS[letter]?.part;
    if (part === 'offset') offset = found;
    else if (part === 'monthName') parts.month = monthNamed(found) + 1;
    else if (part && part !== 'zone') parts[part] = Number(found);
  });
  if (!letters.includes('Y'))
    throw new StoreError(241, `an incomplete date/time string has been found, with elements missing: "${text}"`);
  return toInstant(text, parts, { offset, zone });
}

function readerOf(format: string): { regex: RegExp; letters: string[] } {
  const letters: string[] = [];
  const source = format.replace(/%(.?)|[^%]+/gs, (whole, letter: string | undefined) => {
    if (letter === undefined) return whole.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    if (letter === '') throw located(18535, "Unmatched '%' at end of format string");
    const reader = READERS[letter];
    if (!reader) throw notSupported(`%${letter} in a format of $dateFromString`);
    if (reader.part) letters.push(letter);
    return reader.pattern;
  });
  if (letters.includes('Z')) throw notSupported('%Z in a format of $dateFromString');
  return { regex: new RegExp(`^${source}$`), letters };
}
