import { dayOfNumber } from '../dates/calendar.ts';

/** Day 0 of a spreadsheet is 1899-12-30. */
const DAY_ZERO = -25_569;
/** 1905-07-04; below it a number is read as a year. */
const FIRST_SERIAL = 2012;
const LAST_SERIAL = 25_000;

const isSerial = (value: string): boolean => {
  if (!/^\d{4,5}(?:[.,]\d+)?$/.test(value)) return false;
  const number = Number.parseInt(value, 10);
  return number > FIRST_SERIAL && number < LAST_SERIAL;
};

/**
 * Whether a column of dates holds days as a spreadsheet counts them, which it does when it lost its format: 4880 for 11 May 1913.
 * Asked of the column, because a single 2942 is a slip of the pen for 1942.
 */
export function areSerialDays(values: readonly string[]): boolean {
  return values.length > 0 && values.filter(isSerial).length > values.length / 2;
}

/** The day as a clerk writes it; any other text as it is. */
export function serialDayText(value: string): string {
  if (!isSerial(value)) return value;
  const [year, month, day] = dayOfNumber(DAY_ZERO + Number.parseInt(value, 10)).split('-');
  return `${day}.${month}.${year}`;
}
