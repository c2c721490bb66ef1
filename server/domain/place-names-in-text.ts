import { inEitherLetters } from './kazakh-letters.ts';

/**
 * The names of places inside a sentence. A village may be called like anything: "убит у д. Власово", "погиб под Плёнкино". Who reads
 * a text for its words leaves these names out.
 */

const SHORT = 'д|дер|с|х|хут|г|гор|пос|п|ст|р|оз|м|мест';
const LONG =
  'деревн\\p{L}*|сел[оеау]|хутор\\p{L}*|город\\p{L}*|пос[её]л\\p{L}*|станци\\p{L}*|рек\\p{L}*|высот\\p{L}*|местечк\\p{L}*|район[ае]';
const NEAR = 'под|близ|у|около|возле|подле|вблизи';
const NAME = '\\p{Lu}[\\p{Ll}-]{2,}(?:[- ]\\p{Lu}\\p{Ll}+)?';
/** What stands behind such a word with a capital letter and is no name: "попал под Трибунал", "п. Без вести". */
const NO_NAME = '(?!Без|Трибунал|Суд(?!\\p{L})|Следств|Арест(?:ом)?(?!\\p{L})|Немц|Враг|Противник|Стражу)';

const NAMES = [
  new RegExp(`(?<!\\p{L})(?:(?:${SHORT})\\.?|${LONG}) ?${NO_NAME}${NAME}`, 'gu'),
  // "у Власова" behind "служил" is no village.
  new RegExp(`(?<!\\p{L})(?<!служил\\p{L}* )(?:${NEAR}) ${NO_NAME}${NAME}`, 'gu'),
  // All in capitals, only the dot tells a mark from a letter.
  /(?<!\p{L})(?:Д|ДЕР|С|Х|Г|ПОС|СТ)\. ?(?!БЕЗ)\p{Lu}{3,}/gu,
  inEitherLetters(
    /\p{Lu}[\p{Ll}-]{2,} (?:ауыл|село|қала|деревня|станция|хутор|поселк|маңы|түбі|жері|аудан|облыс)\p{L}*/gu,
  ),
];

/** The text without them. */
export function withoutPlaceNames(text: string): string {
  return NAMES.reduce((left, name) => left.replace(name, ' '), text);
}
