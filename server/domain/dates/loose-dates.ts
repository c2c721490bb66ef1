import { daysInMonth, isoDay, type Span } from './calendar.ts';

const AGE =
  /^(?:в возрасте |возраст:? |лет:? |aged? |im alter von |alter:? |wiek:? |lat )?(\d{1,3})\s*-?(?:лет|года|год|л|жаста|жас|жасар|years?(?: old)?|yrs?\.?|y\.?o\.?|jahre?n?(?: alt)?|lat|lata)\.?$/u;
const AGE_BY_WORD = /^(?:в возрасте|возраст:?|лет:?|aged?|alter:?|im alter von|wiek:?|lat|жасы:?)\s*(\d{1,3})\.?$/u;

// Conscripts, volunteers and sons of regiments; "1913 лет" is a slip for a year and falls out here.
const OLDEST = 99;

/** Years of an age (`28 лет`, `28 жаста`, `aged 28`, `28 Jahre`), or null. "41 год" is read as a year by callers that say so. */
export function readAge(folded: string): number | null {
  const age = Number((AGE.exec(folded) ?? AGE_BY_WORD.exec(folded))?.[1] ?? Number.NaN);
  return Number.isNaN(age) || age > OLDEST || /^\d{2} года?$/u.test(folded) ? null : age;
}

/** A decade: `194_`, `194x`, `1940-е`. Null when it is none. */
export function readDecade(folded: string): (Span & { edtf: string }) | null {
  const decade = /^(1[89]\d)(?:[_x?х*]|0-?(?:е|ые|х|ых|er|s))(?: г\.?г?\.?| годы)?$/u.exec(folded)?.[1];
  if (decade === undefined) return null;
  return { earliest: `${decade}0-01-01`, latest: `${decade}9-12-31`, edtf: `${decade}X` };
}

type Season = { months: readonly [number, number]; edtf: string; words: string };

// EDTF season codes 21 to 24. Winter crosses the year: papers mean either end of it, so both count.
const SEASONS: readonly Season[] = [
  { months: [3, 5], edtf: '21', words: 'весна|весной|кокте[а-я]*|fruhjahr|fruhling|wiosna|spring' },
  { months: [6, 8], edtf: '22', words: 'лето|летом|жаз[а-я]*|sommer|lato|summer' },
  { months: [9, 11], edtf: '23', words: 'осень|осенью|куз[а-я]*|herbst|jesien|autumn|fall' },
  { months: [12, 2], edtf: '24', words: 'зима|зимой|кыс[а-я]*|winter|zima' },
];

/** A season of a year: `осень 1941`, `1942 жазы`. Null when it is none. */
export function readSeason(folded: string): (Span & { edtf: string }) | null {
  for (const { months, edtf, words } of SEASONS) {
    const match = new RegExp(`^(?:(?:${words}) (\\d{4})|(\\d{4}) (?:${words}))$`, 'u').exec(folded);
    const year = Number(match?.[1] ?? match?.[2] ?? Number.NaN);
    if (Number.isNaN(year)) continue;
    const [first, last] = months;
    if (first > last)
      return { earliest: isoDay(year - 1, 12, 1), latest: isoDay(year, 12, 31), edtf: `${year}-${edtf}` };
    return {
      earliest: isoDay(year, first, 1),
      latest: isoDay(year, last, last === 5 || last === 8 ? 31 : 30),
      edtf: `${year}-${edtf}`,
    };
  }
  return null;
}

const YEARS = /^(\d{4})\s*(-|\/|или|немесе|алде|or|oder|lub|либо)\s*(\d{4}|\d{2})\s*(?:г\.?г?\.?|годы|жж?\.?)?$/u;

/**
 * Two years of which one is meant, or between which it was: `1941/42`, `1912-1913`, `1912 или 1913`; null otherwise.
 * `1941-12` is December: a short second year after a dash must be no month.
 */
export function yearPair(folded: string): { from: string; to: string } | null {
  const match = YEARS.exec(folded);
  const [, from, sign, to] = match ?? [];
  if (from === undefined || to === undefined) return null;
  if (to.length === 4) return { from, to };
  return sign === '-' && Number(to) <= 12 ? null : { from, to: `${from.slice(0, 2)}${to}` };
}

const FROM_TO =
  /^(?:с|со|между|от|from|between|von|vom|zwischen|od|miedzy)\s+(.+?)\s+(?:по|до|и|to|and|till|until|bis|und|do|a)\s+(.+)$/u;
const SAME_MONTH = /^(\d{1,2})\s*-\s*(\d{1,2})([.\s].*\d{4}.*)$/u;
const MONTH_WORDS = /^(\p{L}+)\s*-\s*(\p{L}+)\s+(\d{4})(?:\s*г\.?)?$/u;

// Clearest sign first: a slash or a spaced dash parts two dates, a bare dash may be inside one.
const SIGNS = [
  /^(.*\d.*?)\s*\/\s*(\d{4}.*)$/u,
  /^(.*\d.*?)\s+-\s*(.*\d.*)$/u,
  /^(.*\d.*?)\s*\.{2,3}\s*(\d.*)$/u,
  /^(.*\d.*?)\s(?:по|до|или|немесе|алде|bis|to|or|oder|do|lub)\s+(.*\d.*)$/u,
  /^(.*\d[^-]*?)\s*-\s*([^-]*\d[^-]*)$/u,
] as const;

/**
 * The two ends of a range: `1942-03/1942-05`, `с 01.03.1942 по 05.04.1942`, `12-15 мая 1942`, `март-май 1942`.
 * Null when the text is none; the ends are texts that still have to be read.
 */
export function splitRange(folded: string): { from: string; to: string } | null {
  const fromTo = FROM_TO.exec(folded);
  if (fromTo?.[1] !== undefined && fromTo[2] !== undefined) return withMonth(fromTo[1], fromTo[2]);
  const days = SAME_MONTH.exec(folded);
  if (days?.[3] !== undefined) return { from: `${days[1]}${days[3]}`, to: `${days[2]}${days[3]}` };
  const months = MONTH_WORDS.exec(folded);
  if (months?.[3] !== undefined) return { from: `${months[1]} ${months[3]}`, to: `${months[2]} ${months[3]}` };
  for (const sign of SIGNS) {
    const match = sign.exec(folded);
    if (match?.[1] !== undefined && match[2] !== undefined) return { from: match[1], to: match[2] };
  }
  return null;
}

/** "между 5 и 10 августа 1942": the first day lies in the month of the second. */
function withMonth(from: string, to: string): { from: string; to: string } {
  const month = /^\d{1,2}(?=\D)(.+)$/u.exec(to)?.[1];
  return /^\d{1,2}$/.test(from) && month !== undefined ? { from: `${from}${month}`, to } : { from, to };
}

type Cut = (whole: Span & { edtf: string }) => (Span & { edtf: string }) | null;

const PARTS: readonly { words: RegExp; third: 0 | 1 | 2 }[] = [
  { words: /^(?:начало|начале|нач\.?|early|beginning of|anfang|басы)\s+/u, third: 0 },
  { words: /^(?:середина|середине|сер\.?|mid|middle of|mitte|polowa)\s+/u, third: 1 },
  { words: /^(?:конец|конце|кон\.?|late|end of|ende|koniec)\s+/u, third: 2 },
  { words: /\s+(?:басында|басы)$/u, third: 0 },
  { words: /\s+(?:ортасында|ортасы)$/u, third: 1 },
  { words: /\s+(?:аягында|сонында|аягы|соны)$/u, third: 2 },
];

function between(earliest: string, latest: string): Span & { edtf: string } {
  return { earliest, latest, edtf: `${earliest}/${latest}` };
}

function cutThird(third: 0 | 1 | 2): Cut {
  return ({ earliest, latest, edtf }) => {
    if (earliest === null || latest === null) return null;
    const year = Number(earliest.slice(0, 4));
    if (/^\d{4}$/.test(edtf)) {
      const first = third * 4 + 1;
      return between(isoDay(year, first, 1), isoDay(year, first + 3, daysInMonth(first + 3, year)));
    }
    if (!/^\d{4}-\d{2}$/.test(edtf)) return null;
    const ends = ['10', '20', latest.slice(8)] as const;
    return between(`${edtf}-${['01', '11', '21'][third]}`, `${edtf}-${ends[third]}`);
  };
}

/** `конец 1942`, `начало мая 1942`, `1942 жылдың соңында`: the date that is left, and how to take that third of it. */
export function takePartOf(folded: string): { rest: string; cut: Cut } | null {
  for (const { words, third } of PARTS) {
    const rest = folded.replace(words, '');
    if (rest !== folded) return { rest, cut: cutThird(third) };
  }
  return null;
}
