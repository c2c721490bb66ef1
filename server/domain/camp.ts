import { inEitherLetters } from './kazakh-letters.ts';

/** A prisoner-of-war camp as written, with a key that meets its other spellings. */
export type Camp = {
  text: string;
  kind: 'stalag' | 'dulag' | 'oflag' | 'marlag' | 'heilag' | 'ilag' | 'kz' | 'lazarett' | 'command' | 'camp';
  /** Military district (1 to 21) and letter: IV B. */
  district: number | null;
  letter: string | null;
  /** Camps of the 300 row had a number instead, some both: 326 (VI K). */
  number: number | null;
  /** `stalag-4b`, `stalag-326`, `stalag-8b-z`: the first is the one to index. */
  keys: string[];
};

type CampWord = { kind: Camp['kind']; words: RegExp };

const CAMP_WORDS: readonly CampWord[] = [
  { kind: 'stalag', words: /(?:шталаг|сталаг|stalag|m\.?-?stammlager|stammlager|стаклаг|шт\.)/u },
  { kind: 'dulag', words: /(?:дулаг|dulag|durchgangslager)/u },
  { kind: 'oflag', words: /(?:офлаг|оффлаг|oflag|offizierslager)/u },
  { kind: 'marlag', words: /(?:марлаг|marlag)/u },
  { kind: 'heilag', words: /(?:хайлаг|heilag)/u },
  { kind: 'ilag', words: /(?:илаг|ilag)/u },
  {
    kind: 'kz',
    words:
      /(?:концлагер|концентрац|konzentrationslager|(?<![\p{L}])kz(?![\p{L}])|(?<![\p{L}])kl(?![\p{L}])|obóz koncentracyjny)/u,
  },
  { kind: 'lazarett', words: /(?:лазарет|lazarett|lazaret)/u },
  { kind: 'command', words: /(?:рабоч\p{L}* команд|arbeitskommando|arb\.?-?kdo)/u },
  { kind: 'camp', words: inEitherLetters(/(?:лагер|lager|camp|obóz|(?<!\p{L})leir|тұтқын)/u) },
];

// Cyrillic letters that stand for a Latin one in camp names: by sound (Б, Ц, Ф, Г) or by look (В, С, Н, Х, А, Е, К, М).
const LETTERS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'b',
  ц: 'c',
  с: 'c',
  д: 'd',
  е: 'e',
  ф: 'f',
  г: 'g',
  н: 'h',
  х: 'h',
  ж: 'j',
  к: 'k',
  л: 'l',
  м: 'm',
  з: 'z',
};

const ROMAN_VALUE: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };
const LAST_DISTRICT = 21;

/** Value of a Roman number, typed in Latin or in look-alike Cyrillic letters (Х, І, У); null when it is none. */
function romanValue(text: string): number | null {
  const latin = text
    .replace(/[іi1l|]/gu, 'i')
    .replace(/[хx]/gu, 'x')
    .replace(/[уv]/gu, 'v');
  if (!/^(?:x{0,2})(?:ix|iv|v?i{0,3})$/.test(latin) || latin === '') return null;
  let value = 0;
  for (let index = 0; index < latin.length; index++) {
    const own = ROMAN_VALUE[latin[index] ?? ''] ?? 0;
    const next = ROMAN_VALUE[latin[index + 1] ?? ''] ?? 0;
    value += own < next ? -own : own;
  }
  return value;
}

const DISTRICT_AND_LETTER =
  /(?<![\p{L}\d])([ivxхіу]{1,5}|\d{1,2})[\s./-]*([a-hjkmzа-гдежзклмнсфхц])(?![\p{L}\d])(?:[\s/-]*([zз])(?![\p{L}]))?/u;
// IVB, VIK: the letter is glued to the Roman number, and no Roman number ends in B or K.
const GLUED = /(?<![\p{L}\d])([ivx]{1,5})([a-hk])(?![\p{L}\d])/u;
const CAMP_NUMBER = /(?<![\p{L}\d])(\d{2,3})(?!\d)/u;

type District = { district: number; letter: string; branch: boolean };

function districtOf(folded: string): District | null {
  const match = DISTRICT_AND_LETTER.exec(folded) ?? GLUED.exec(folded);
  const [, numeral, letter, branch] = match ?? [];
  if (numeral === undefined || letter === undefined) return null;
  const district = /^\d+$/.test(numeral) ? Number(numeral) : romanValue(numeral);
  if (district === null || district < 1 || district > LAST_DISTRICT) return null;
  return { district, letter: LETTERS[letter] ?? letter, branch: branch !== undefined };
}

/**
 * Reads a camp: "Stalag IV B", "Шталаг 4Б", "IVB", "Stalag 326 (VI K)", "шталаг № 352". Null when the text names none.
 * Roman and Arabic numbers, Latin and Cyrillic letters give one key. "V A/Z" is a branch camp of its own.
 */
export function readCamp(text: string): Camp | null {
  const folded = text.slice(0, 200).toLowerCase().replace(/\s+/g, ' ').trim();
  const named = CAMP_WORDS.find(({ words }) => words.test(folded))?.kind ?? null;
  const rest = CAMP_WORDS.reduce((left, { words }) => left.replace(words, ' '), folded).trim();
  const found = districtOf(rest);
  const number = Number(
    CAMP_NUMBER.exec(found === null ? rest : rest.replace(DISTRICT_AND_LETTER, ' '))?.[1] ?? Number.NaN,
  );
  if (named === null && found === null) return null;
  // A district and letter alone is a Stalag on the cards; other camps name their kind.
  const kind = named === null || named === 'camp' ? (found === null ? 'camp' : 'stalag') : named;
  const prefix = kind === 'camp' ? 'stalag' : kind;
  const keys = [
    found === null ? null : `${prefix}-${found.district}${found.letter}${found.branch ? '-z' : ''}`,
    Number.isNaN(number) ? null : `${prefix}-${number}`,
  ].filter((key): key is string => key !== null);
  return {
    text,
    kind,
    district: found?.district ?? null,
    letter: found?.letter ?? null,
    number: Number.isNaN(number) ? null : number,
    keys,
  };
}

/** A camp's tag number as written, and as digits for comparing. */
export type TagNumber = { text: string; digits: string; campKeys: string[] };

/**
 * Reads a tag number: "12345", "№ 12 345", "IV B 123456", "326/12345". A number belongs to one camp only: two equal
 * numbers of different camps are two men. Null when there are no digits.
 */
export function readTagNumber(text: string): TagNumber | null {
  const folded = text.slice(0, 100).trim();
  const joined = folded.replace(/(?<=\d)[ .](?=\d{3}(?!\d))/g, '');
  const numbers = joined.match(/\d+/g) ?? [];
  // The tag is the last and longest number; what stands before it is the camp.
  const digits = numbers.reduceRight((best, one) => (one.length > best.length ? one : best), '');
  if (digits === '') return null;
  const before = joined.slice(0, joined.lastIndexOf(digits));
  const camp = before.replace(/[№#]|n[or]\.?/giu, ' ').trim();
  const campKeys = camp === '' ? [] : (readCamp(/\p{L}/u.test(camp) ? camp : `Stalag ${camp}`)?.keys ?? []);
  return { text, digits: digits.replace(/^0+(?=\d)/, ''), campKeys };
}

/** Whether two camps may be one: they share a key. */
export function isSameCamp(a: Camp, b: Camp): boolean {
  return a.keys.some((key) => b.keys.includes(key));
}
