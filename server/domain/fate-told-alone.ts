import { inEitherLetters } from './kazakh-letters.ts';

/**
 * Deaths that a paper hints at without a word for dying: he ran on a mine, the black paper ("қара қағаз", похоронка) came. Many ran on a
 * mine and lived, or it was a comrade or a tank; many a notice was false, or a brother's. No list of such exceptions ends, so that only a
 * text in which nothing else stands is read: what he trod on, where, when, his rank and name, to whom the notice came. Whatever is left
 * over may be about another man or say that he lived: then nothing is read.
 */

const NAME = '\\p{Lu}\\p{Ll}+(?:-\\p{L}+)*';
/** "Малое Кропотово": a second name only behind an adjective; any other may be the next sentence ("под Ржевом Брат…"). */
const PLACE = `(?:\\p{Lu}\\p{Ll}*(?:[оые]е|[иыо]й|[ая]я|[иы](?:м|ми|х)) )?${NAME}`;
const SHORT = 'д|дер|с|х|хут|г|гор|пос|п|ст|р|оз|м|мест|выс';
const LONG = '(?:деревн|станци|рек|высот|озер|хутор|город|посел|местечк)\\p{L}*|сел[оеау]';
const KIND = `(?:${SHORT}|${SHORT.toUpperCase()})\\.|${LONG}`;
const NEAR = '[Пп]од|[Бб]лиз|[Уу]|[Оо]коло|[Вв]озле|[Пп]одле|[Вв]близи|[Вв]о?';

const RANKS =
  /(?<!\p{L})(?:(?:гв\.|гвардии|мл\.|ст\.|младший|старший) ?)*(?:красноармеец|кр-ц|рядовой|ефрейтор|сержант|старшина|лейтенант|капитан|майор|политрук)(?!\p{L})/giu;
/** Stands for a rank, while the name behind it is looked for. */
const RANK = '§';

/** Names that a word beside them or a full stop shows. */
const NAMED = [
  new RegExp(`(?<!\\p{L})(?:${KIND}) ?(?:${PLACE}|\\p{Lu}{3,}(?!\\p{L})|\\d+(?:[.,]\\d+)?)`, 'gu'),
  new RegExp(`(?<!\\p{L})${NAME} (?:район|област|уезд)\\p{L}*`, 'gu'),
  new RegExp(`(?<!\\p{L})${NAME} \\p{Lu}\\.(?: ?\\p{Lu}\\.)?`, 'gu'),
];
/** Names that only the capital letter shows: nothing in a text where every word has one. */
const BY_CAPITAL = [new RegExp(`(?<!\\p{L})(?:${NEAR}) ${PLACE}`, 'gu'), new RegExp(`${RANK}(?: ${NAME}){1,3}`, 'gu')];
const A_SMALL_WORD = /(?<!\p{L})\p{Ll}{3,}/u;

const MONTHS =
  'январ[яье]|феврал[яье]|март[ае]?|апрел[яье]|ма[йяе]|июн[яье]|июл[яье]|август[ае]?|(?:сент|окт|но|дек)[яа]бр[яье]|(?:қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)(?:да|де|та|те|ның|нің|дың|дің|тың|тің)?';
const DATES = [
  /(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:19)?\d\d(?!\d)(?: ?(?:г|ж)(?!\p{L}))?/gu,
  new RegExp(`(?<!\\p{L})(?:\\d{1,2} )?(?:${MONTHS})(?!\\p{L})(?: айы\\p{L}*)?`, 'gu'),
  /(?<!\d)19\d\d(?!\d)(?:-?[шс][ыі])?(?:[ -]?(?:г|год[ау]?|году|ж|жыл[ыдғ]?\p{L}*)(?!\p{L}))?/gu,
  /(?<!\p{L})(?:зимой|весной|летом|осенью|қыста|көктемде|жазда|күзде)(?!\p{L})/gu,
];
const BESIDE = /(?<!\p{L})(?:в районе|в р-не|во?|у|под|близ|около|возле|вблизи|и)(?!\p{L})/gu;

const RAN = /(?<!\p{L})подорвал(?:ся|ась)(?!\p{L})/gu;
const MINE_WORDS = [
  RAN,
  /(?<!\p{L})на (?:(?:сво|вражеск|немецк|противопехотн|противотанков)\p{L}{1,3} )?(?:мине|минах)(?: противника)?(?!\p{L})/gu,
  /(?<!\p{L})(?:на минном поле|при разминировании|насмерть)(?!\p{L})/gu,
];

const PAPER = /(?<!\p{L})(?:похоронк[ау]|қара ?қағаз(?:ы|ын|ды)?)(?!\p{L})/gu;
const CAME = /(?<!\p{L})(?:пришла|получил[аи]?|получена|кел(?:ді|ген|іпті)|ал(?:ды[қм]?|ған|ыпты))(?!\p{L})/gu;
const NOTICE_WORDS = [
  PAPER,
  CAME,
  /(?<!\p{L})(?:на (?:него|нее)|с фронта|из части|из военкомата|майданнан|военкоматтан|оның)(?!\p{L})/gu,
  // Those to whom it came, never a word for the man whom it names.
  /(?<!\p{L})(?<!на )(?:домой|нам|мы|семь[яе]|семьей|жена|жене|мать|матери|родители|родителям|родные|родным|бізге|(?:біздің )?үй(?:ге|іне|імізге)|отбасы(?:на|мызға)?|елге|еліне|ауылға)(?!\p{L})/gu,
];

type Hint = { code: 'killed' | 'died'; needs: readonly RegExp[]; words: readonly RegExp[] };
const eitherOf = (patterns: readonly RegExp[]): RegExp[] => patterns.map(inEitherLetters);
const HINTS: readonly Hint[] = [
  { code: 'killed', needs: [RAN], words: MINE_WORDS },
  { code: 'died', needs: eitherOf([PAPER, CAME]), words: eitherOf(NOTICE_WORDS) },
];
const WHEN_AND_WHERE = [...eitherOf(DATES), BESIDE];

/** The death that a text hints at in which nothing stands besides; null for every other text. */
export function deathToldAlone(text: string): 'killed' | 'died' | null {
  const written = text.replace(/ё/gu, 'е').replace(/\s+/gu, ' ');
  const hint = HINTS.find(({ needs }) => needs.every((word) => written.toLowerCase().search(word) >= 0));
  if (hint === undefined) return null;
  const names = A_SMALL_WORD.test(written) ? [...NAMED, ...BY_CAPITAL] : NAMED;
  const unnamed = without(written.replaceAll(RANK, '?').replace(RANKS, RANK), names)
    .replaceAll(RANK, ' ')
    .toLowerCase();
  return /^[\s.,;:()«»"–—-]*$/u.test(without(unnamed, [...hint.words, ...WHEN_AND_WHERE])) ? hint.code : null;
}

function without(text: string, patterns: readonly RegExp[]): string {
  return patterns.reduce((left, pattern) => left.replace(pattern, ' '), text).replace(/\s+/gu, ' ');
}
