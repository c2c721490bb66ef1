import { PLAIN_LETTERS } from '../kazakh-letters.ts';

/**
 * Month names and qualifiers as they stand in Soviet papers, Kazakh lists, camp cards and cemetery books.
 * All words here are folded (see `foldDateText`), so one spelling serves нач. and Нач., März and Maerz, қазан and казан.
 */

const FOLDED_LETTERS: Record<string, string> = {
  ...PLAIN_LETTERS,
  ё: 'е',
  ä: 'a',
  ö: 'o',
  ü: 'u',
  ß: 'ss',
  ą: 'a',
  ć: 'c',
  ę: 'e',
  ł: 'l',
  ń: 'n',
  ó: 'o',
  ś: 's',
  ź: 'z',
  ż: 'z',
  '\u00a0': ' ',
  '–': '-',
  '—': '-',
  '‑': '-',
  '−': '-',
  '’': "'",
};

/** Lower case, one kind of dash and space, no Kazakh, German or Polish letters: only for finding words, never for show. */
export function foldDateText(text: string): string {
  let folded = '';
  for (const letter of text.normalize('NFC').toLowerCase()) folded += FOLDED_LETTERS[letter] ?? letter;
  return folded.replace(/\s+/g, ' ').trim();
}

// Beginnings of month names. The longer one is tried first, so мая/май never takes маусым or мамыр.
const MONTH_BEGINNINGS: readonly (readonly [number, string])[] = [
  [1, 'янв jan styc stycz кант январ сичн сiчн qantar'],
  [2, 'фев feb lut акпан лют aqpan'],
  [3, 'март мар mar march maer marz mrz науры берез бер nauryz'],
  [4, 'апр apr kwie сауир саур квит квiт sauir'],
  [5, 'мая май мае mai maj may мамыр трав mamyr'],
  [6, 'июн jun czer маусым черв mausym'],
  [7, 'июл jul lip шилд лип shilde'],
  [8, 'авг aug sier тамыз серп tamyz'],
  [9, 'сен sep wrze кыркуй вер qyrkui'],
  [10, 'окт okt oct paz казан жовт qazan'],
  [11, 'ноя nov lis караш лист qarash'],
  [12, 'дек dez dec des gru желтокс груд zheltoqs jeltoqs'],
];

const BEGINNINGS = MONTH_BEGINNINGS.flatMap(([month, words]) => words.split(' ').map((word) => ({ month, word }))).sort(
  (a, b) => b.word.length - a.word.length,
);

const ROMAN_MONTHS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/** Month of a folded word (`мая`, `қазан`, `września`, `okt`), or null. Any ending is taken: months are written in all cases. */
export function monthOfWord(word: string): number | null {
  if (word.length < 3) return null;
  return BEGINNINGS.find((entry) => word.startsWith(entry.word))?.month ?? null;
}

/** Month of a Roman number as German and Soviet clerks wrote it (`V`, and `Х` or `ІІ` typed in Cyrillic), or null. */
export function monthOfRoman(word: string): number | null {
  // foldDateText has made a Cyrillic і an и, as Kazakh needs it; here both are the stroke of a Roman number.
  const latin = word.replace(/[иіi]/g, 'i').replace(/[х]/g, 'x').replace(/[у]/g, 'v');
  const index = ROMAN_MONTHS.indexOf(latin);
  return index === -1 ? null : index + 1;
}

export type Qualifier = 'not_later' | 'not_earlier' | 'approximate';

type QualifierPattern = { kind: Qualifier; pattern: RegExp };

const AFTER_WORDS = /(?:\s+|(?<=\.)|(?=\d))/.source;

function before(kind: Qualifier, words: string): QualifierPattern {
  return { kind, pattern: new RegExp(`^(?:${words})${AFTER_WORDS}`, 'u') };
}

function behind(kind: Qualifier, words: string): QualifierPattern {
  return { kind, pattern: new RegExp(`[\\s-]*(?:${words})$`, 'u') };
}

const QUALIFIERS: readonly QualifierPattern[] = [
  before(
    'not_later',
    'не позднее|не позже|ранее|раньше|до|к|nicht spater als|spatestens|vor dem|vor|bis zum|bis|nie pozniej niz|do|przed|not later than|no later than|before|by|кеш емес',
  ),
  before(
    'not_earlier',
    'не ранее|не раньше|позднее|позже|после|nicht fruher als|fruhestens|nach dem|nach|seit|nie wczesniej niz|po|od|not earlier than|no earlier than|after|since',
  ),
  before(
    'approximate',
    'около|ок\\.?|примерно|приблизительно|прибл\\.?|предположительно|предп\\.?|возможно|шамамен|circa|ca\\.?|c\\.|about|abt\\.?|approx\\.?|etwa|ungefahr|um|okolo|ok\\.?|~',
  ),
  behind('not_later', 'дейин|кешиктирмей|кеш емес|(?<=\\d)-?ге дейин|(?<=\\d)-?ка дейин'),
  behind('not_earlier', 'кейин|ерте емес'),
  behind(
    'approximate',
    '\\(?(?:шамасында|шамалары|шамасы|шамамен|прибл\\.?|примерно|приблизительно|предположительно|about|approx\\.?)\\)?|\\(\\?\\)|\\?|~',
  ),
  { kind: 'not_later', pattern: /^(?:\.\.\/|[<≤]=?\s*)/u },
  { kind: 'not_earlier', pattern: /^[>≥]=?\s*/u },
  { kind: 'not_earlier', pattern: /\/\.\.$/u },
  { kind: 'approximate', pattern: /^~\s*/u },
];

/** Takes one qualifier off a folded text: what it says, and the date text that is left. Null when there is none. */
export function takeQualifier(folded: string): { kind: Qualifier; rest: string } | null {
  for (const { kind, pattern } of QUALIFIERS) {
    const match = pattern.exec(folded);
    if (!match) continue;
    const rest = `${folded.slice(0, match.index)}${folded.slice(match.index + match[0].length)}`.trim();
    if (rest !== '') return { kind, rest };
  }
  return null;
}

const YEAR_WORDS =
  /(?<=[\d_x?*])\s*[-.]?\s*(?:г\.?\s*р\.?|гг\.?|г\.?\s*рожд\p{L}*\.?|года?\s*рожд[а-я]*|годом|году|года|год|г|жылгы|жылдары?|жылдын|жылы|жылдан|жылга|жыл|ж\.?\s*т\.?|ж|roku|rok|r|jahres|j|року|рiк|р)(?=[\s.,/-]|$)\.?/gu;

/** Takes off "г.", "года рождения", "ж.", "roku" and the like, times of day, and words that only introduce a date. */
export function dropDateTrimmings(folded: string): string {
  return folded
    .replace(
      /^(?:род\.?|родился|рожд\.?|ур\.?|geb\.?|geboren|ur\.?|urodzony|born|b\.|am|dnia|умер\p{L}*|погиб\p{L}*|†)\s*(?:в\s+)?(?=[\d_?*x.])/u,
      '',
    )
    .replace(/(?<=\d.*)\s+(?:туган|туылган|туды|родил\p{L}*|рождения|born)\.?$/u, '')
    .replace(/(\d{4}-\d{2}-\d{2})t[\d:.]+z?$/u, '$1')
    .replace(/\s+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/u, '')
    .replace(YEAR_WORDS, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[,;]$/u, '')
    .trim();
}
