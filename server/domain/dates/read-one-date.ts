import { type DateParts, dayOfNumber, daysInMonth } from './calendar.ts';
import { monthOfRoman, monthOfWord } from './date-words.ts';

/** What had to be assumed to read a date; a person checking a row sees it beside the value. */
export type DateNote = 'century_assumed' | 'excel_serial' | 'day_month_swapped' | 'old_year_range';

export type DateRefusal = 'impossible_day' | 'impossible_month' | 'year_out_of_range';

export type OneDate = DateParts & { notes: DateNote[] };

export type OneDateResult = { date: OneDate } | { refused: DateRefusal } | null;

// Birth years of the oldest called up and death years of those who came home; outside it a number is a slip of the pen.
const FIRST_YEAR = 1840;
const LAST_YEAR = 2030;

// A two-digit year above this is of the 19th century: a paper of the war cannot name a later one.
const LAST_SHORT_YEAR = 49;

// Excel counts days from 1899-12-30 (it takes 1900 for a leap year), so day 1 is 1899-12-31 for every serial above 60.
const EXCEL_DAY_ZERO = -25_569;

const OPEN = '(?:_+|x+|х+|\\?+|\\*+|-{2,}|0{1,4}|\\.{2,})';
const NUMBER_OR_OPEN = `(\\d{1,2}|${OPEN})`;
const DAY_FIRST = new RegExp(
  `^${NUMBER_OR_OPEN}\\s*[./, -]\\s*${NUMBER_OR_OPEN}\\s*[./, -]\\s*(\\d{4}|\\d{2}|${OPEN})\\.?$`,
  'u',
);
const YEAR_FIRST = new RegExp(`^(\\d{4})[-./](\\d{1,2}|${OPEN})(?:[-./](\\d{1,2}|${OPEN}))?$`, 'u');
const MONTH_YEAR = new RegExp(`^${NUMBER_OR_OPEN}\\s*[./-]\\s*(\\d{4})$`, 'u');
const MONTH_SHORT_YEAR = /^(\d{1,2})[./](\d{2})$/u;
const LONE_YEAR = /^(\d{4})$/u;
const SERIAL = /^(\d{5})(?:[.,]\d+)?$/u;
const COMPACT = /^(\d{2})(\d{2})(\d{4})$/u;
const WORD = '([\\p{L}]+)\\.?';
const DAY_MONTH_WORD = new RegExp(
  `^(?:(\\d{1,2}|${OPEN})(?:-?(?:го|е|ое|th|st|nd|rd|ши|шы))?[\\s.,/-]*(?:of\\s+)?)?${WORD}[\\s.,/-]*(\\d{4}|\\d{2}|${OPEN})$`,
  'u',
);
const WORD_DAY_YEAR = new RegExp(`^${WORD}\\s+(\\d{1,2})(?:th|st|nd|rd)?,?\\s+(\\d{4})$`, 'u');
const YEAR_DAY_WORD = new RegExp(`^(\\d{4})\\s+(?:(\\d{1,2})\\s+)?${WORD}$`, 'u');
const YEAR_WORD_DAY = new RegExp(`^(\\d{4})\\s+${WORD}\\s+(\\d{1,2})$`, 'u');
const DAY_MONTH_ONLY = new RegExp(`^(\\d{1,2})\\s+${WORD}$`, 'u');

function numberOrOpen(text: string | undefined): number | null {
  if (text === undefined || !/^\d+$/.test(text)) return null;
  return Number(text) === 0 ? null : Number(text);
}

function readYear(text: string | undefined, notes: DateNote[]): number | null {
  const year = numberOrOpen(text);
  if (year === null || (text ?? '').length !== 2) return year;
  notes.push('century_assumed');
  return year > LAST_SHORT_YEAR ? 1800 + year : 1900 + year;
}

function checked(parts: DateParts, notes: DateNote[]): OneDateResult {
  let { month, day } = parts;
  const { year } = parts;
  if (year !== null && (year < FIRST_YEAR || year > LAST_YEAR)) return { refused: 'year_out_of_range' };
  if (month !== null && month > 12) {
    // 05.13.1913 can only be the American order: the day that was meant is certain, the order is worth a look.
    if (day === null || day > 12) return { refused: 'impossible_month' };
    [month, day] = [day, month];
    notes.push('day_month_swapped');
  }
  if (day !== null && (month === null ? day > 31 : day > daysInMonth(month, year)))
    return { refused: 'impossible_day' };
  return { date: { year, month, day, notes } };
}

// 12.42 is December 1942, but 12.05 is a day without its year: a short year has to be no month.
function fromTwoNumbers(first: string | undefined, second: string | undefined, notes: DateNote[]): OneDateResult {
  const month = numberOrOpen(second);
  if (month !== null && month <= 12) return checked({ day: numberOrOpen(first), month, year: null }, notes);
  return checked({ month: numberOrOpen(first), year: readYear(second, notes), day: null }, notes);
}

function fromNumbers(text: string): OneDateResult {
  const notes: DateNote[] = [];
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) {
    const [, day, month, year] = dayFirst;
    // A lone X beside a numbered day is the Roman ten; as "unknown" clerks write it twice or for the day as well.
    const isTen = /^[xх]$/u.test(month ?? '') && numberOrOpen(day) !== null;
    return checked(
      { day: numberOrOpen(day), month: isTen ? 10 : numberOrOpen(month), year: readYear(year, notes) },
      notes,
    );
  }
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) {
    const [, year, month, day] = yearFirst;
    return checked({ year: Number(year), month: numberOrOpen(month), day: numberOrOpen(day) }, notes);
  }
  const monthYear = MONTH_YEAR.exec(text);
  if (monthYear) {
    return checked({ year: Number(monthYear[2]), month: numberOrOpen(monthYear[1]), day: null }, notes);
  }
  const short = MONTH_SHORT_YEAR.exec(text);
  if (short) return fromTwoNumbers(short[1], short[2], notes);
  const compact = COMPACT.exec(text);
  if (compact) {
    const [, day, month, year] = compact;
    return checked({ day: numberOrOpen(day), month: numberOrOpen(month), year: Number(year) }, notes);
  }
  return null;
}

function fromLoneNumber(text: string): OneDateResult {
  const year = LONE_YEAR.exec(text);
  if (year) return checked({ year: Number(year[1]), month: null, day: null }, []);
  const serial = SERIAL.exec(text);
  if (!serial) return null;
  const [y, m, d] = dayOfNumber(EXCEL_DAY_ZERO + Number(serial[1]))
    .split('-')
    .map(Number);
  return checked({ year: y ?? null, month: m ?? null, day: d ?? null }, ['excel_serial']);
}

function monthOf(word: string | undefined): number | null {
  return word === undefined ? null : (monthOfWord(word) ?? monthOfRoman(word));
}

type WordLayout = { pattern: RegExp; year: number; month: number; day: number };

// Which group holds which part, for each order in which people write a month as a word.
const WORD_LAYOUTS: readonly WordLayout[] = [
  { pattern: DAY_MONTH_WORD, day: 1, month: 2, year: 3 },
  { pattern: WORD_DAY_YEAR, month: 1, day: 2, year: 3 },
  { pattern: YEAR_WORD_DAY, year: 1, month: 2, day: 3 },
  { pattern: YEAR_DAY_WORD, year: 1, day: 2, month: 3 },
  { pattern: DAY_MONTH_ONLY, day: 1, month: 2, year: 9 },
];

function fromWords(text: string): OneDateResult {
  for (const layout of WORD_LAYOUTS) {
    const match = layout.pattern.exec(text);
    const month = monthOf(match?.[layout.month]);
    if (!match || month === null) continue;
    const notes: DateNote[] = [];
    const year = readYear(match[layout.year], notes);
    return checked({ year, month, day: numberOrOpen(match[layout.day]) }, notes);
  }
  return null;
}

/**
 * Reads one date of a folded text without qualifiers: numbers in the usual orders, month names, Roman months,
 * `1942-03`, spreadsheet day numbers. Null when it is no date; a refusal when it is one that cannot have been.
 */
export function readOneDate(text: string): OneDateResult {
  const tidy = text.replace(/^[\s.,;]+(?=\d)|[\s,;]+$/gu, '').trim();
  return fromLoneNumber(tidy) ?? fromNumbers(tidy) ?? fromWords(tidy);
}

/** A number of two digits followed by a word for "year" (`42 г.`), which alone would be an age or nothing. */
export function readShortYear(digits: string): OneDateResult {
  const notes: DateNote[] = [];
  return checked({ year: readYear(digits, notes), month: null, day: null }, notes);
}
