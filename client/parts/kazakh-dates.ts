/**
 * Dates in Kazakh words. Browsers say that they know Kazakh and then write "2027 M02 26", so its months are named here, and
 * the server and the desk say a day in the same words.
 */
const MONTHS = [
  'қаңтар',
  'ақпан',
  'наурыз',
  'сәуір',
  'мамыр',
  'маусым',
  'шілде',
  'тамыз',
  'қыркүйек',
  'қазан',
  'қараша',
  'желтоқсан',
];

type Written = { year: string; month: string; day: string };

function read(date: string): Written {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  return { year, month: MONTHS[Number(month) - 1] ?? month, day: String(Number(day)) };
}

/** `2027-02-26` is "2027 ж. 26 ақпан". */
export function kazakhDay(date: string): string {
  const { year, month, day } = read(date);
  return `${year} ж. ${day} ${month}`;
}

/** `1942-03` is "1942 ж. наурыз", whatever day follows. */
export function kazakhMonth(date: string): string {
  const { year, month } = read(date);
  return `${year} ж. ${month}`;
}

/** From when to when within one year, both ends as exact: two months or two days. The sign of the year stays at its number. */
export function kazakhSpan(from: string, to: string): string {
  const [first, last] = [read(from), read(to)];
  const year = `${first.year}\u202fж.`;
  if (from.length < 10) return `${year} ${first.month} – ${last.month}`;
  if (first.month === last.month) return `${year} ${first.day}–${last.day} ${first.month}`;
  return `${year} ${first.day} ${first.month} – ${last.day} ${last.month}`;
}
