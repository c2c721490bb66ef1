import { foldDateText, monthOfWord } from './dates/date-words.ts';
import { type PartialDate, parsePartialDate } from './partial-date.ts';

/**
 * The words in which families tell of the last letter, in Russian, Kazakh and English. The date stands within a few words
 * of it: "последнее письмо пришло в марте 1943 г.", "соңғы хаты 1942 жылы келген", "last letter: 12.05.1942".
 */
const LETTER =
  /(?:[Пп]оследн\p{L}*\s+(?:письм\p{L}*|весточк\p{L}*|треугольник\p{L}*)|[Сс]оңғы\s+хат\p{L}*|[Ll]ast\s+letter)(?:(?!\.\s+\p{Lu})[^!?;\n]){0,80}/u;

// Years of the war only, so that a year of birth is not taken for it. Kazakh puts the year before the month.
const NUMBERS = /(?<!\d)(?:[\d_]{1,2}[./-]){1,2}19(?:39|4[0-6])(?!\d)/u;
const DAY_MONTH_YEAR = /(?<!\d)(?:(\d{1,2})\s+)?(\p{L}{3,})\s+(19(?:39|4[0-6]))(?!\d)/gu;
const YEAR_MONTH = /(?<!\d)(19(?:39|4[0-6]))\s*ж\p{L}*\.?\s+(\p{L}{3,})/gu;
const YEAR = /(?<!\d)19(?:39|4[0-6])(?!\d)/u;

const two = (n: number | string): string => String(n).padStart(2, '0');

function inWords(sentence: string): string | null {
  for (const [, day, word = '', year = ''] of sentence.matchAll(DAY_MONTH_YEAR)) {
    const month = monthOfWord(foldDateText(word));
    if (month !== null) return `${day === undefined ? '__' : two(day)}.${two(month)}.${year}`;
  }
  for (const [, year = '', word = ''] of sentence.matchAll(YEAR_MONTH)) {
    const month = monthOfWord(foldDateText(word));
    if (month !== null) return `__.${two(month)}.${year}`;
  }
  return null;
}

/** The date of the last letter home that a text tells of, or null. Never throws. */
export function readLastLetter(text: string): PartialDate | null {
  const sentence = LETTER.exec(text.slice(0, 4000))?.[0];
  if (sentence === undefined) return null;
  const written = NUMBERS.exec(sentence)?.[0] ?? inWords(sentence) ?? YEAR.exec(sentence)?.[0];
  return written === undefined ? null : parsePartialDate(written).date;
}
