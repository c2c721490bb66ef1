import { parseArchiveReference } from '../archive-reference.ts';
import { readCamp } from '../camp.ts';
import { parseConscription, placeOfCallUp } from '../conscription.ts';
import { readFate } from '../fate.ts';
import { parsePartialDate } from '../partial-date.ts';
import { readRank } from '../rank.ts';
import { type MentionRow, type RowField, tidyRow } from '../row.ts';
import { type CompoundField, fieldsOfTarget, type HeaderTarget, isFieldless } from './compounds.ts';

type Splitter = (text: string) => MentionRow;

// Clearest first: a day in figures, a day with its month in words, a month, a year. What does not read as a date is passed over.
const DATE_FORMS = [
  /(?<![\d.])(?:[\d_?xх]{1,2}[./-]){2}(?:\d{4}|\d{2})(?![\d.])/gu,
  /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/gu,
  /(?<!\d)\d{1,2}\.?\s+\p{L}{3,9}\.?\s+\d{4}(?!\d)/gu,
  /(?<!\p{L})\p{L}{3,9}\s+\d{4}(?!\d)/gu,
  /(?<!\d)[\d_?]{1,2}[./-]\d{4}(?!\d)/gu,
  /(?<![\d/-])(?:18|19)\d{2}(?!\d)/gu,
  /(?<![\d.,/])\d{1,2}\.\d{2}(?![\d.,])/gu,
] as const;

/** A date anywhere in a text, as written, and the text without it. */
export function takeDate(text: string): { date: string | null; rest: string } {
  for (const form of DATE_FORMS) {
    for (const [found] of text.matchAll(form)) {
      const { date } = parsePartialDate(found);
      if (date !== null && date.precision !== 'none') return { date: found, rest: without(text, found) };
    }
  }
  return { date: null, rest: text };
}

const YEAR_WORD =
  /^\s?(?:года?\s+рожд\p{L}*|г\.?\s?р\.?|года|году|год|г|жылы|жылғы|ж\.?\s?т\.?|ж|roku|r|u\.?r)(?!\p{L})\.?/iu;
const LEFT_OVER = /(?:\s(?:в|во|с|от|in|im|am|at|on|w|we|dnia|den|i|і))+$/iu;

/** The text without its date and the "г." that belongs to it; nothing else of what is written is lost. */
function without(text: string, date: string): string {
  const at = text.indexOf(date);
  const after = text.slice(at + date.length).replace(YEAR_WORD, ' ');
  const before = text
    .slice(0, at)
    .replace(/[(,;:\s–-]+$/u, '')
    .replace(LEFT_OVER, '');
  return trimSigns(`${before} ${after}`.replace(/\s*\(\s*\)/g, ' '));
}

function trimSigns(text: string): string {
  const open = text.includes('(') ? '' : ')';
  return text
    .replace(/\s+/g, ' ')
    .replace(/\s+([,;.])/g, '$1')
    .replace(new RegExp(`^[\\s,;:.${open}–-]+|[\\s,;:(–-]+$`, 'g'), '');
}

const OF_BIRTH = /^(?:родил(?:ся|ась)|род\.|рожд\.|урожен\p{L}*|ур\.|born|geb\p{L}*\.?|urodz\p{L}*\.?|туған|\*)\s*/iu;
const OF_CAPTURE =
  /^(?:взят в плен|попал в плен|пленен\p{L}*|captured|gefangen\p{L}*|w niewoli|тұтқынға түс\p{L}*)\s*/iu;

/** Date and place in one text, without the verb that both columns' headers say already. */
function dateAndPlace(date: RowField, place: RowField, verb: RegExp): Splitter {
  return (text) => {
    if (isWholeDate(text)) return { [date]: text };
    const found = takeDate(text);
    return tidyRow({
      [date]: found.date,
      [place]: trimSigns(found.rest.replace(verb, '').replace(/^(?:в|во|in|w)\s+/iu, '')),
    });
  };
}

/** "убит 22.04.1942, д. Полунино": what is a fate goes before the date, the place behind it. */
function fateDateAndPlace(text: string): MentionRow {
  if (isWholeDate(text)) return { fateDate: text };
  const { date, rest } = takeDate(text);
  const at = date === null ? text.length : text.indexOf(date);
  const before = trimSigns(text.slice(0, at)).replace(LEFT_OVER, '');
  if (date === null) return isFate(text) ? { fate: text } : { fatePlace: text };
  if (isFate(before)) {
    const after = trimSigns(text.slice(at + date.length).replace(YEAR_WORD, ' '));
    return tidyRow({ fate: before, fateDate: date, fatePlace: after });
  }
  return tidyRow(isFate(rest) ? { fate: rest, fateDate: date } : { fateDate: date, fatePlace: rest });
}

const isFate = (words: string): boolean => {
  const { understood, code } = readFate(words);
  return words !== '' && understood && code !== 'unknown';
};

/** "не позднее 22.04.1942" is a date with its words; "погиб 08.1943" tells the fate as well. */
function isWholeDate(text: string): boolean {
  return parsePartialDate(text).date !== null && !isFate(text);
}

const GRAVE_WORD =
  /[\s,;(]*(?<!\p{L})(?:(?:уч(?:асток)?|кв(?:артал)?|ряд|мог(?:ила)?|сектор|блок|плита|қабір|қатар|kw(?:atera)?|rz(?:ąd)?|gr(?:ób)?|grab|block|feld|reihe|plot|row|grave|felt|rad|grav)(?!\p{L})\.?\s*[№#:]?\s*[\p{L}\d]).*$/iu;

function siteAndGrave(text: string): MentionRow {
  const found = GRAVE_WORD.exec(text);
  if (!found) return { burialSite: text };
  return tidyRow({ burialSite: trimSigns(text.slice(0, found.index)), grave: trimSigns(found[0]) });
}

const CAPITAL = /^\p{Lu}/u;

/** "мл. сержант Ахметов Сапар Каримович, 1918 г.р.": rank and birth are there in some lists only. */
function person(text: string): MentionRow {
  const { date, rest } = takeDate(text);
  const bare = rest.replace(/[\s,;(]+(?:род|рожд|ур|geb|ur|born|b)\.?$/iu, '');
  return tidyRow({ ...rankAndName(bare), birthDate: date });
}

/** The ranks before a name: words of small letters, or such as are a rank by themselves. */
function rankAndName(text: string): MentionRow {
  const words = text.split(/\s+/);
  const isRankWord = (word: string) => !CAPITAL.test(word) || readRank(word.replace(/[,.]$/, '')).code !== null;
  let count = 0;
  while (count < words.length - 1 && count < 4 && isRankWord(words[count] ?? '')) count += 1;
  const rank = words
    .slice(0, count)
    .join(' ')
    .replace(/[,;:]$/, '');
  if (count === 0 || readRank(rank).code === null) return { fullName: text };
  return { rank, fullName: words.slice(count).join(' ') };
}

function rankAndUnit(text: string): MentionRow {
  const [, rank = '', unit = ''] = /^([^\d,;]*)[,;]?\s*(.*)$/su.exec(text) ?? [];
  return readRank(rank).code === null ? { unit: text } : tidyRow({ rank, unit });
}

/** "Жаксылык Ахметович", "Ж.А." */
function givenAndPatronymic(text: string): MentionRow {
  const [given = '', ...rest] = text.replace(/\.(?=\S)/gu, '. ').split(/[\s,]+/u);
  return tidyRow({ givenName: given, patronymic: rest.join(' ') });
}

/** "1913–1943", "* 12.05.1913 † 1943", "ur. 1913, zm. 1945". */
function lifespan(text: string): MentionRow {
  const halves = text.split(
    /\s*(?:†|\+|зм\.|ум\.|zm\.|gest\.?|d\.|қ\.)\s*|\s+[-–—]\s+|(?<=\d{4})\s*[-–—]\s*(?=[\d_?])/u,
  );
  const dates = halves.map((half) => takeDate(half).date);
  return tidyRow({ birthDate: dates[0] ?? null, fateDate: dates[1] ?? null });
}

function campAndNumber(text: string): MentionRow {
  const number = /(?:№|nr\.?|no\.?|#|,|;|\/)\s*(\d{3,7})\s*$|\s(\d{4,7})\s*$/iu.exec(text);
  if (!number || readCamp(text.slice(0, number.index)) === null)
    return /^\d{3,7}$/.test(text) ? { campNumber: text } : { camp: text };
  return { camp: trimSigns(text.slice(0, number.index)), campNumber: number[1] ?? number[2] ?? '' };
}

// Between two coordinates: a sign; the letter of the second ("N 56° E 34°"); the letter of the first ("56°15'N 34°19'E", "с.ш.").
const BETWEEN =
  /\s*[;|/]\s*|,\s+|\s+(?=[EWВЗ]\s*\d)|(?<=\d[°'"″′\s]*[NSСЮ])\s*,?\s*(?=\d)|(?<=[сю]\.?\s?ш\.?)[\s,]+|(?<=^-?\d{1,2}[.,]\d+)\s+(?=-?\d)/u;

function coordinates(text: string): MentionRow {
  const parts = text.split(BETWEEN).filter((part) => /\d/.test(part));
  const [latitude, longitude] = parts;
  if (parts.length !== 2 || !latitude || !longitude) return { notes: text };
  return { burialLatitude: latitude.trim(), burialLongitude: longitude.trim() };
}

const splitters: Readonly<Record<CompoundField, Splitter>> = {
  conscription: (text) => {
    const { date } = parseConscription(text);
    if (date !== null && text.includes(date.text)) {
      return tidyRow({ conscriptionDate: date.text, conscriptionPlace: placeOfCallUp(without(text, date.text), text) });
    }
    const found = takeDate(text);
    return tidyRow({ conscriptionDate: found.date, conscriptionPlace: placeOfCallUp(found.rest, text) });
  },
  archiveReference: (text) => {
    const { archive, fond, opis, delo, sheet } = parseArchiveReference(text);
    // A text that is no reference stays whole, as the name of the archive.
    if (fond === null && opis === null && delo === null) return { archive: text };
    return tidyRow({ archive, fond, opis, delo, sheet });
  },
  burialDateAndPlace: (text) => {
    const { date, rest } = takeDate(text);
    return date === null ? { burialPlace: text } : tidyRow({ burialPlace: rest, notes: text });
  },
  siteAndGrave,
  campAndNumber,
  coordinates,
  birthDateAndPlace: dateAndPlace('birthDate', 'birthPlace', OF_BIRTH),
  deathDateAndPlace: fateDateAndPlace,
  fateAndDate: fateDateAndPlace,
  captureDateAndPlace: dateAndPlace('captureDate', 'capturePlace', OF_CAPTURE),
  lifespan,
  person,
  givenAndPatronymic,
  rankAndUnit,
  // A bare number under "Возраст" is years; written out, so that it reads as an age wherever the row goes.
  birthPlacePart: (text) => ({ birthPlace: text }),
  residencePart: (text) => ({ residence: text }),
  conscriptionPlacePart: (text) => ({ conscriptionPlace: text }),
  fatePlacePart: (text) => ({ fatePlace: text }),
  burialRegionPart: (text) => ({ burialRegion: text }),
  gravePart: (text) => ({ grave: text }),
  unitPart: (text) => ({ unit: text }),
  age: (text) => {
    const years = /^(\d{1,2})\s*(?:г\.?|л\.?|года?|y|j)?$/iu.exec(text)?.[1];
    return { birthDate: years === undefined ? text : `${years} лет` };
  },
};

/** The fields that one cell fills, each with its text. */
export function splitCell(target: HeaderTarget, text: string): MentionRow {
  if (isFieldless(target) || text === '') return {};
  return Object.hasOwn(splitters, target) ? splitters[target as CompoundField](text) : { [target as RowField]: text };
}

/** The fields a column fills, seen by its samples: what the report of a mapping says. */
export function fieldsFilled(target: HeaderTarget, samples: readonly string[]): readonly RowField[] {
  const filled = samples.flatMap((sample) => Object.keys(splitCell(target, sample)) as RowField[]);
  return fieldsOfTarget(target, new Set(filled));
}
