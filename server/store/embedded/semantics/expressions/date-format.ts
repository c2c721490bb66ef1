import { located } from '../refusals.ts';
import { dayOfYear, isoDayOfWeek, isoWeek, localClock, sundayWeek, type TimeZone } from './time-zone.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

type Field = (clock: Date, offset: number) => string;

const pad = (value: number, width: number) => String(value).padStart(width, '0');

const FIELDS: Readonly<Record<string, Field>> = {
  '%': () => '%',
  b: (clock) => (MONTHS[clock.getUTCMonth()] ?? '').slice(0, 3),
  B: (clock) => MONTHS[clock.getUTCMonth()] ?? '',
  d: (clock) => pad(clock.getUTCDate(), 2),
  G: (clock) => pad(isoWeek(clock).year, 4),
  H: (clock) => pad(clock.getUTCHours(), 2),
  j: (clock) => pad(dayOfYear(clock), 3),
  L: (clock) => pad(clock.getUTCMilliseconds(), 3),
  m: (clock) => pad(clock.getUTCMonth() + 1, 2),
  M: (clock) => pad(clock.getUTCMinutes(), 2),
  S: (clock) => pad(clock.getUTCSeconds(), 2),
  u: (clock) => String(isoDayOfWeek(clock)),
  U: (clock) => pad(sundayWeek(clock), 2),
  V: (clock) => pad(isoWeek(clock).week, 2),
  w: (clock) => String(clock.getUTCDay() + 1),
  Y: (clock) => pad(clock.getUTCFullYear(), 4),
  z: (_clock, offset) =>
    `${offset < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(offset) / 60), 2)}${pad(Math.abs(offset) % 60, 2)}`,
  Z: (_clock, offset) => String(offset),
};

/** Refuses a format with letters that mean nothing. */
export function checkFormat(format: string): void {
  for (let at = format.indexOf('%'); at >= 0; at = format.indexOf('%', at + 2)) {
    const letter = format[at + 1];
    if (letter === undefined) throw located(18535, "Unmatched '%' at end of format string");
    if (!Object.hasOwn(FIELDS, letter)) throw located(18536, `Invalid format character '%${letter}' in format string`);
  }
}

/** `$dateToString`'s text of a moment as the clocks of a zone show it. */
export function formatDate(date: Date, format: string, zone: TimeZone): string {
  const clock = localClock(date, zone);
  const offset = zone.offsetAt(date.getTime()) / 60_000;
  return format.replace(/%(.)/gs, (_, letter: string) => FIELDS[letter]?.(clock, offset) ?? '');
}

/** Position of an English month name, or -1. */
export function monthNamed(name: string): number {
  return MONTHS.findIndex((month) => month.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase());
}
