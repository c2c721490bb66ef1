import { inEitherLetters } from './kazakh-letters.ts';
import { type PartialDate, parsePartialDate } from './partial-date.ts';

export type OfficeKind = 'district' | 'city' | 'oblast' | 'field' | 'other';

/** Date and office of call-up out of one text. */
export type Conscription = {
  text: string;
  date: PartialDate | null;
  office: { kind: OfficeKind; name: string } | null;
  /** What is left for the gazetteer: the office's district or town first, then the rest as written. */
  place: string | null;
};

const OFFICE_WORDS: readonly (readonly [OfficeKind, RegExp])[] = [
  ['field', /полев\p{L}* (?:рвк|военкомат\p{L}*)|дала военкоматы/iu],
  [
    'district',
    /(?:об[ъь]единенн\p{L}* )?(?:(?<!\p{L})рвк(?!\p{L})|райвоенкомат\p{L}*|районн\p{L}* военн\p{L}* комиссариат\p{L}*|аудандық (?:әскери комиссариат\p{L}*|военкомат\p{L}*|әскери)|(?<!\p{L})ақк(?!\p{L}))/iu,
  ],
  [
    'city',
    /(?<!\p{L})гвк(?!\p{L})|горвоенкомат\p{L}*|городск\p{L}* военн\p{L}* комиссариат\p{L}*|қалалық (?:әскери комиссариат\p{L}*|военкомат\p{L}*)/iu,
  ],
  [
    'oblast',
    /обл\.?\s?вк|(?<!\p{L})овк(?!\p{L})|облвоенкомат\p{L}*|областн\p{L}* военн\p{L}* комиссариат\p{L}*|облыстық (?:әскери комиссариат\p{L}*|военкомат\p{L}*)/iu,
  ],
  [
    'other',
    /военкомат\p{L}*|военн\p{L}* комиссариат\p{L}*|әскери комиссариат\p{L}*|wehrkommando|(?<!\p{L})вк(?!\p{L})/iu,
  ],
];

const OFFICES = OFFICE_WORDS.map(([kind, words]) => [kind, inEitherLetters(words)] as const);

// A date at either end: "12.08.1941 Акмолинский ГВК", "Акмолинский ГВК 1941 г.", "_._.1941 Москва", "в августе 1941 г. …".
const LEADING_DATE =
  /^\s*(?:в\s+)?((?:[\d_?xх]{1,4}[./-]){1,2}\d{2,4}(?:\s?(?:г|ж)\.?)?|\d{4}(?:\s?(?:г|год\p{L}*|ж|жыл\p{L}*)\.?(?![\p{L}]))?|\p{L}{3,9}\s\d{4}(?:\s?г\.?)?|\d{1,2}\s\p{L}{3,9}\s\d{4}(?:\s?г\.?)?)[\s,;:-]*/iu;
const TRAILING_DATE =
  /[\s,;:(-]+(?:в\s+)?((?:[\d_?xх]{1,4}[./-]){1,2}\d{4}|\d{4})\s?(?:г|год\p{L}*|ж|жыл\p{L}*)?\.?\)?\s*$/iu;

// Words that families put beside the year: "1942 жылдың басында", "в начале 1942", "осенью 1941".
const KAZAKH_TIMES =
  '(?:қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)(?:да|де|та|те)|басында|ортасында|аяғында|соңында|(?:көктем|жаз|күз|қыс)(?:де|да|та|інде|ында)';
const KAZAKH_DATE = inEitherLetters(
  new RegExp(`^\\s*(\\d{4}\\s*жыл\\p{L}*\\s+(?:${KAZAKH_TIMES}))(?!\\p{L})[\\s,;:-]*`, 'iu'),
);
const PART_BEHIND =
  /[\s,;:(-]+(?:в\s+(?=\p{L})(\p{L}{3,9}\s\d{4})|((?:весной|летом|осенью|зимой)\s\d{4}))\s?(?:г|год\p{L}*)?\.?\)?\s*$/iu;
const TIMES_LEFT = inEitherLetters(new RegExp(`^(?:жыл\\p{L}*\\s+)?(?:${KAZAKH_TIMES})(?!\\p{L})\\s*`, 'iu'));
// Where the part of the year is not understood behind it, the year is still a date.
const TIME_BEHIND = inEitherLetters(new RegExp(`(\\d{4}\\s*жыл\\p{L}*)\\s+(?:${KAZAKH_TIMES})(?!\\p{L})`, 'iu'));

function takeDate(text: string): { date: PartialDate | null; rest: string } {
  return (
    dateBy(text, [KAZAKH_DATE, PART_BEHIND]) ??
    dateBy(text.replace(TIME_BEHIND, '$1'), [LEADING_DATE, TRAILING_DATE]) ?? { date: null, rest: text.trim() }
  );
}

function dateBy(text: string, patterns: readonly RegExp[]): { date: PartialDate; rest: string } | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    const found = match?.[1] ?? match?.[2];
    const date = found === undefined ? null : parsePartialDate(found).date;
    if (match === null || date === null || date.precision === 'none') continue;
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.trim();
    return { date, rest };
  }
  return null;
}

function tidy(text: string): string {
  return text.replace(/^[\s,;:.-]+|[\s,;:-]+$/g, '').replace(/\s+/g, ' ');
}

// "РВКМосква": the mark glued to the name. Only capitals tell the border, so it is parted before case is forgotten.
const GLUED = /(РВК|ГВК|ОВК)(?=\p{Lu})/gu;
const LEAD_IN = inEitherLetters(
  /^\s*(?:призван\p{L}*|мобилизован\p{L}*|шақырылған|әскерге|einberufen|powołany)[\s:,]+/iu,
);

const LEAD_OUT = inEitherLetters(
  /(?:^|[\s,]+)(?:шақыр(?:ылды|ылған|тылды)|әскерге|алынды|кеткен|кетті|призван\p{L}*|мобилизован\p{L}*)[\s.]*$/iu,
);
/** "1941 жылы Казанда" is in the city, "1941 жылы қазанда" in October: the capital letter tells, where not all letters are capital. */
const IN_KAZAN = /(?<=\d{4}\s*(?:жыл\p{L}*|ж\.?)\s+)([ҚК]азан)да(?!\p{L})/gu;
const kazanAsCity = (text: string): string => text.replace(IN_KAZAN, '$1');

/** What families write around the names, taken away: "… ауданынан әскерге шақырылды". */
function tidied(text: string): string {
  const plain = kazanAsCity(text.slice(0, 500).replace(/\s+/g, ' ')).replace(GLUED, '$1 ').replace(LEAD_IN, '');
  return plain.replace(LEAD_OUT, '').replace(LEAD_OUT, '');
}

const KAZAKH_SENTENCE = inEitherLetters(/(?<!\p{L})(?:жыл|шақыр|әскер|алын)/iu);
/** What says that a place is where he was taken from, even where its ending may be a part of the name. */
const CALLED_UP = inEitherLetters(/(?<!\p{L})(?:шақыр|әскер|алынды|кет(?:ті|кен))/iu);
const FROM = /^(?:из|во?|aus|from)\s+(?=\p{Lu}|(?:г|гор|с|д|дер|п|пос|ст|х|а)\.)/u;
/** The ending as the sound before it asks for: "Қорғалжыннан", "Шымкенттен"; Жантан and Қарабұтан end so by themselves. */
const ABLATIVE = /(?<=\p{L}{3})(?:(?<=[мнңыіи])н[ае]н|(?<=[әеөүіиэйлржзв])ден|(?<=[қкпстшщхцчфбвгд])(?<!с)т[ае]н)$/iu;
/** Магадан, Мардан, Шардан end as "Ақсудан" does: only a longer name, or the verb beside it, tells. */
const ABLATIVE_DAN = /(?<=[аәоұуыяюийлржзв])дан$/iu;
const ENDS_SO = inEitherLetters(/^(?:мағадан|мардан|шардан|иордан|судан|дрезден|эмден|баден|рамадан)$/iu);

function withoutFrom(place: string, sentence: string): string {
  if (ENDS_SO.test(place)) return place;
  const sure = CALLED_UP.test(sentence) ? 3 : 5;
  const stem = place.replace(ABLATIVE_DAN, '');
  if (stem !== place && (/\p{L}+$/u.exec(stem)?.[0].length ?? 0) >= sure) return stem;
  return place.replace(ABLATIVE, '');
}

/** A place without what says "from" beside it: the Russian preposition, the Kazakh ending in a Kazakh sentence. */
function withoutCase(place: string, sentence: string): string {
  const bare = tidy(place).replace(LEAD_IN, '').replace(FROM, '');
  return KAZAKH_SENTENCE.test(sentence) ? withoutFrom(bare, sentence) : bare;
}

/** The place of a text that has its date taken out: no verb, no words of time, no "from". For columns that hold both. */
export function placeOfCallUp(rest: string, sentence: string): string {
  // The year is already taken from the rest, so the sentence says whether the city of Kazan is meant.
  const inKazan = kazanAsCity(sentence) !== sentence;
  const plain = tidied(inKazan ? rest.replace(/([ҚК]азан)да(?!\p{L})/u, '$1') : rest);
  return withoutCase(plain.replace(/^жыл\p{L}*\s+(?=\p{Lu})/u, '').replace(TIMES_LEFT, ''), sentence);
}

/**
 * Reads "date and place of call-up", which many lists keep in one column with dirty separators: "_._.1941 Москва",
 * "РВКМосква", "1941 Кургальджинский РВК", "Акмолинский ГВК, Казахская ССР, Акмолинская обл.". Order varies; what is
 * missing is null. Never throws.
 */
export function parseConscription(text: string): Conscription {
  const { date, rest: all } = takeDate(tidied(text));
  const rest = withoutCase(all, text);
  for (const [kind, pattern] of OFFICES) {
    const match = pattern.exec(rest);
    if (match === null) continue;
    const before = tidy(rest.slice(0, match.index));
    const after = tidy(rest.slice(match.index + match[0].length));
    // The name stands before the mark ("Нуринский РВК"), or glued behind it ("РВКМосква").
    const name = before === '' ? (after.split(/[,;]/)[0] ?? '').trim() : (before.split(/[,;]/).at(-1) ?? '').trim();
    // "Қорғалжын аудандық военкоматы": the Kazakh name is no adjective, so the level has to be said again.
    const level = /^ауданды[қк]/iu.test(match[0]) ? ' ауданы' : '';
    const levels = before === '' ? [after] : [`${before}${level}`, after];
    const place = tidy(levels.filter((one) => one !== '').join(', '));
    return { text, date, office: name === '' ? null : { kind, name }, place: place === '' ? null : place };
  }
  const place = tidy(rest);
  return { text, date, office: null, place: place === '' ? null : place };
}

type CallUpReaders = {
  date: (text: string) => { date: PartialDate | null };
  conscription: (text: string) => Conscription;
};

/** Date and place of call-up of a row, in their own fields or together in one of them. */
export function conscriptionOf(
  row: { conscriptionDate?: string; conscriptionPlace?: string },
  read: CallUpReaders = { date: parsePartialDate, conscription: parseConscription },
): Conscription {
  const own = row.conscriptionDate === undefined ? null : read.date(row.conscriptionDate).date;
  const text = row.conscriptionPlace ?? row.conscriptionDate ?? '';
  if (row.conscriptionPlace === undefined && own !== null) return { text, date: own, office: null, place: null };
  const parsed = read.conscription(text);
  return { ...parsed, date: own ?? parsed.date };
}
