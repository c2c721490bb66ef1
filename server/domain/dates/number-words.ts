/**
 * Days and years that a clerk wrote out: "двенадцатое мая тысяча девятьсот сорок второго года". Russian ordinals in any case; folded
 * text (see `foldDateText`).
 */
const UNITS: readonly string[] = ['', 'перв', 'втор', 'трет', 'четверт', 'пят', 'шест', 'седьм', 'восьм', 'девят'];
const TEENS: readonly string[] = [
  'десят',
  'одиннадцат',
  'двенадцат',
  'тринадцат',
  'четырнадцат',
  'пятнадцат',
  'шестнадцат',
  'семнадцат',
  'восемнадцат',
  'девятнадцат',
];
const TENS: readonly (readonly [cardinal: string, ordinal: string])[] = [
  ['двадцать', 'двадцат'],
  ['тридцать', 'тридцат'],
  ['сорок', 'сороков'],
];

const ENDING = '(?:ое|ого|ому|ом|ым|ый|ий|ье|ьего|ой|ая)';
const TENS_WORDS = TENS.map(([cardinal]) => cardinal).join('|');
const LAST_WORDS = [...UNITS.filter(Boolean), ...TEENS, ...TENS.map(([, ordinal]) => ordinal)]
  .sort((a, b) => b.length - a.length)
  .join('|');
const NUMBER = new RegExp(
  `(?<!\\p{L})(тысяча девятьсот |одна тысяча девятьсот )?(?:(${TENS_WORDS})\\s+)?(${LAST_WORDS})${ENDING}(?!\\p{L})`,
  'gu',
);

function numberOf(ordinal: string): number {
  const unit = UNITS.indexOf(ordinal);
  if (unit > 0) return unit;
  const teen = TEENS.indexOf(ordinal);
  if (teen >= 0) return 10 + teen;
  return 20 + 10 * TENS.findIndex(([, word]) => word === ordinal);
}

/** The text with its ordinals as figures: "12 мая 1942 года". A text without any comes back as it is. */
export function withFigures(folded: string): string {
  if (!/[а-я]{3}(?:ое|ого|ом|ый|ий)(?![а-я])/.test(folded)) return folded;
  return folded.replace(NUMBER, (_all, century: string | undefined, tens: string | undefined, last: string) => {
    const ten = tens === undefined ? 0 : 20 + 10 * TENS.findIndex(([word]) => word === tens);
    return String((century === undefined ? 0 : 1900) + ten + numberOf(last));
  });
}
