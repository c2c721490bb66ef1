import { failedToParse, located } from '../refusals.ts';
import { instantOf, localClock, partsOf, type TimeZone, utcOf } from './time-zone.ts';

/** Units of time that date arithmetic counts in. */
export type TimeUnit = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'hour' | 'minute' | 'second' | 'millisecond';

const LENGTHS: Readonly<Record<TimeUnit, number>> = {
  millisecond: 1,
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
  month: Number.NaN,
  quarter: Number.NaN,
  year: Number.NaN,
};

const MONTHS: Readonly<Partial<Record<TimeUnit, number>>> = { month: 1, quarter: 3, year: 12 };

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** A unit by its name. */
export function timeUnitOf(name: unknown, operator: string): TimeUnit {
  if (typeof name !== 'string')
    throw located(5439013, `${operator} requires 'unit' to be a string, but got ${typeof name}`);
  if (Object.hasOwn(LENGTHS, name)) return name as TimeUnit;
  throw failedToParse(
    `${operator} parameter 'unit' value parsing failed :: caused by :: unknown time unit value: ${name}`,
  );
}

/** Day of the week by its English name or its first three letters; Sunday is 0. */
export function dayOfWeekOf(name: unknown, operator: string): number {
  const day = typeof name === 'string' ? DAYS.indexOf(name.toLowerCase().slice(0, 3)) : -1;
  if (day >= 0) return day;
  throw located(
    5439016,
    `${operator} parameter 'startOfWeek' value cannot be recognized as a day of a week: ${String(name)}`,
  );
}

/** The moment a number of units later; a month later than the 31st is the last day of a shorter month. */
export function addUnits(date: Date, unit: TimeUnit, amount: number, zone: TimeZone): Date {
  const months = MONTHS[unit];
  const isExact = LENGTHS[unit] <= LENGTHS.hour;
  if (isExact) return new Date(date.getTime() + amount * LENGTHS[unit]);
  const clock = localClock(date, zone);
  if (months === undefined) return instantOf(clock.getTime() + amount * LENGTHS[unit], zone);
  const parts = partsOf(clock);
  const first = utcOf({ ...parts, month: parts.month + amount * months, day: 1 });
  const last = utcOf({ ...parts, month: parts.month + amount * months + 1, day: 0 });
  return instantOf(Math.min(last, first + (parts.day - 1) * LENGTHS.day), zone);
}

/** How many borders of the unit lie between two moments. */
export function unitsBetween(
  start: Date,
  end: Date,
  unit: TimeUnit,
  { zone, startOfWeek }: { zone: TimeZone; startOfWeek: number },
): number {
  return unitNumber(end, unit, { zone, startOfWeek }) - unitNumber(start, unit, { zone, startOfWeek });
}

function unitNumber(
  date: Date,
  unit: TimeUnit,
  { zone, startOfWeek }: { zone: TimeZone; startOfWeek: number },
): number {
  if (unit === 'millisecond') return date.getTime();
  const clock = localClock(date, zone);
  const months = MONTHS[unit];
  if (months !== undefined) return Math.floor((clock.getUTCFullYear() * 12 + clock.getUTCMonth()) / months);
  // Day 0 of the epoch is a Thursday: shifted so that a week begins on the day asked for.
  const shift = unit === 'week' ? (4 - startOfWeek) * LENGTHS.day : 0;
  return Math.floor((clock.getTime() + shift) / LENGTHS[unit]);
}

/** The beginning of the stretch of `size` units that a moment lies in; stretches are counted from the year 2000. */
export function truncateTo(
  date: Date,
  unit: TimeUnit,
  size: number,
  { zone, startOfWeek }: { zone: TimeZone; startOfWeek: number },
): Date {
  const clock = localClock(date, zone);
  const months = MONTHS[unit];
  if (months !== undefined) {
    const count = (clock.getUTCFullYear() - 2000) * 12 + clock.getUTCMonth();
    const month = Math.floor(count / (months * size)) * months * size;
    return instantOf(
      utcOf({ year: 2000, month: month + 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 }),
      zone,
    );
  }
  const reference = unit === 'week' ? weekReference(startOfWeek) : Date.UTC(2000, 0, 1);
  const step = LENGTHS[unit] * size;
  return instantOf(reference + Math.floor((clock.getTime() - reference) / step) * step, zone);
}

/** The first day of that name in the year 2000. */
function weekReference(startOfWeek: number): number {
  const saturday = 6;
  return Date.UTC(2000, 0, 1 + ((startOfWeek - saturday + 7) % 7));
}
