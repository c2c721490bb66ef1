import { located } from '../refusals.ts';

/** A time zone: how many milliseconds its clocks are ahead of UTC at a moment. */
export type TimeZone = { isUtc: boolean; offsetAt: (utc: number) => number };

export const UTC: TimeZone = { isUtc: true, offsetAt: () => 0 };

const zones = new Map<string, TimeZone>();

/** A zone by its Olson name (`Asia/Almaty`) or its offset (`+05:30`, `+0530`, `+05`). */
export function timeZoneOf(name: string): TimeZone {
  const known = zones.get(name);
  if (known) return known;
  const zone = offsetZone(name) ?? olsonZone(name);
  zones.set(name, zone);
  return zone;
}

function offsetZone(name: string): TimeZone | undefined {
  if (name === 'UTC' || name === 'GMT' || name === 'Z') return UTC;
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(name);
  if (!match) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  const offset = (match[1] === '-' ? -1 : 1) * minutes * 60_000;
  return { isUtc: false, offsetAt: () => offset };
}

function olsonZone(name: string): TimeZone {
  const clock = clockOf(name);
  const offsetAt = (utc: number) => {
    const whole = Math.floor(utc / 1000) * 1000;
    const part = Object.fromEntries(clock.formatToParts(whole).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return utcOf({ year, month, day, hour, minute, second, millisecond: 0 }) - whole;
  };
  return { isUtc: false, offsetAt };
}

function clockOf(name: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US-u-ca-iso8601', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    throw located(40485, `unrecognized time zone identifier: "${name}"`);
  }
}

/** A date on the calendar and a time of day; parts out of range carry over, as in MongoDB. */
export type DateParts = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
};

/** Milliseconds of the parts read as UTC. Unlike Date.UTC, years before 100 are meant as they are. */
export function utcOf({ year, month, day, hour, minute, second, millisecond }: DateParts): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, millisecond);
  return date.getTime();
}

/** The moment whose clock reading in the zone is the given one. */
export function instantOf(local: number, zone: TimeZone): Date {
  const guess = local - zone.offsetAt(local);
  return new Date(local - zone.offsetAt(guess));
}

/** The clock reading of a moment, as a Date to be read with its UTC methods. */
export function localClock(date: Date, zone: TimeZone): Date {
  return new Date(date.getTime() + zone.offsetAt(date.getTime()));
}

/** The parts of a clock reading. */
export function partsOf(clock: Date): DateParts {
  return {
    year: clock.getUTCFullYear(),
    month: clock.getUTCMonth() + 1,
    day: clock.getUTCDate(),
    hour: clock.getUTCHours(),
    minute: clock.getUTCMinutes(),
    second: clock.getUTCSeconds(),
    millisecond: clock.getUTCMilliseconds(),
  };
}

const DAY = 86_400_000;

/** Day of the year, from 1. */
export function dayOfYear(clock: Date): number {
  return Math.floor((clock.getTime() - Date.UTC(clock.getUTCFullYear(), 0, 1)) / DAY) + 1;
}

/** Monday is 1, Sunday 7. */
export function isoDayOfWeek(clock: Date): number {
  return clock.getUTCDay() || 7;
}

/** ISO 8601's week and the year it belongs to: the one that holds its Thursday. */
export function isoWeek(clock: Date): { year: number; week: number } {
  const thursday = new Date(clock.getTime() + (4 - isoDayOfWeek(clock)) * DAY);
  return { year: thursday.getUTCFullYear(), week: Math.floor((dayOfYear(thursday) - 1) / 7) + 1 };
}

/** Week of the year from 0, weeks beginning on Sunday. */
export function sundayWeek(clock: Date): number {
  return Math.floor((dayOfYear(clock) - 1 + 7 - clock.getUTCDay()) / 7);
}
