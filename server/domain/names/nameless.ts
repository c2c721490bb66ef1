import { inEitherLetters } from '../kazakh-letters.ts';
import { dateOrNull } from '../partial-date.ts';
import { readRank } from '../rank.ts';
import { type MentionRow, NAME_FIELDS, type RowField } from '../row.ts';

/** Words for "nobody knows who": Russian, Ukrainian, Kazakh, English, German, Polish, Norwegian, Czech; `nn` is the Latin of graves. */
const LIKE_UNKNOWN = inEitherLetters(
  /^(?:неизвестн\p{L}*|неизв|неопознанн\p{L}*|опознан\p{L}*|неустановлен\p{L}*|установлен\p{L}*|безымянн\p{L}*|безимянн\p{L}*|невідом\p{L}*|белгісіз\p{L}*|белгисиз|анықталмаған|есімсіз|атаусыз|unknown|unidentified|unnamed|nameless|unbekannt\p{L}*|namenlos\p{L}*|nieznan\p{L}*|bezimienn\p{L}*|niezidentyfikowan\p{L}*|ukjent\p{L}*|uidentifisert\p{L}*|neznám\p{L}*|nn)$/u,
);

/** The forms of such words that are no surname: Безымянных, Неизвестных and Неизвестнов are surnames of the Urals. */
const UNKNOWN = inEitherLetters(
  /^(?:неизвест(?:ен|н(?:ый|ая|ое|ые|ого|ому|ой|о|а|ы))|неизв|(?:не)?(?:опознан|установлен)(?:н(?:ый|ая|ое|ые|ого|ой)|о|а|ы)?|без[ыи]мянн(?:ый|ая|ое|ые|ого|ой)|невідом(?:ий|а|і|о|ого)|белгісіз(?:дер)?|белгисиз|анықталмаған|есімсіз|атаусыз|unknown|unidentified|unnamed|nameless|unbekannt(?:e[rsmn]?)?|namenlos(?:e[rsmn]?)?|nieznan(?:y|a|e|i|ego)|bezimienn(?:y|a|e|i|ego)|niezidentyfikowan(?:y|a|e|i|ego)|ukjente?|uidentifisert(?:e)?|neznám(?:ý|á|é|í|ého)|nn)$/u,
);

/** What may stand beside such a word and names nobody either: whose name is meant, what he was, the number of the grave. */
const LIKE_BESIDE = inEitherLetters(
  /^(?:фамили\p{L}*|отчеств\p{L}*|солдат\p{L}*|бойц\p{L}*|воин\p{L}*|военнопленн\p{L}*|военнослужащ\p{L}*|офицер\p{L}*|партизан\p{L}*|человек\p{L}*|мужчин\p{L}*|женщин\p{L}*|советск\p{L}*|русск\p{L}*|сарбаз\p{L}*|жауынгер\p{L}*|адам\p{L}*|кеңес\p{L}*|әскер\p{L}*|soldier\p{L}*|soldat\p{L}*|kriegsgefangen\p{L}*|russ\p{L}*|sowjet\p{L}*|mann|żołnierz\p{L}*|zolnierz\p{L}*|radzieck\p{L}*|rosyjsk\p{L}*|krigsfange\p{L}*|sovjetisk\p{L}*)$/u,
);

/** The forms of those words that are no name: Солдатов, Воинов, Русских, Адам and Mann are names. */
const BESIDE = inEitherLetters(
  /^(?:не|мл|ст|гв|фамили[яию]|им[яени]+|отчеств[оа]|фио|солдат(?:а|ы)?|боец|бойц[аы]|воин(?:а|ы)?|военнопленн(?:ый|ая|ые|ого)|военнослужащ(?:ий|ая|ие|его)|офицер(?:а|ы)?|партизан(?:а|ы|ка)?|человека?|чел|мужчин[аы]|женщин[аы]|советск(?:ий|ая|ие|ого)|русск(?:ий|ая|ие|ого)|останки|могила|номер|аты|жөні|тегі|есімі|әкесінің|сарбаз(?:дар)?|жауынгер(?:лер)?|кеңес(?:тік)?|қызыл|name|surname|soldiers?|sailor|officer|pow|prisoner|of|war|man|men|soviet|russian|red|army|the|soldat(?:en)?|kriegsgefangene[rn]?|russische[rsn]?|sowjetische[rsn]?|żołnierze?|zolnierze?|jeniec|radziecki|rosyjski|nazwisko|imię|krigsfange[rn]?|russisk|sovjetisk|no|nr|\d+)$/u,
);

/** Ranks as they stand beside such a word: Майоров, Капитанов and Матросов are surnames. */
const RANK = inEitherLetters(
  /^(?:рядов(?:ой|ого|ые)|ряд|кр|красноарм|красноарме(?:ец|йца|йцы)|краснофлот(?:ец|ца|цы)|қызыләскер|(?:ефрейтор|сержант|лейтенант|капитан|майор|подполковник|полковник|генерал|политрук|комиссар|матрос|мичман|военврач|воентехник|военфельдшер)а?|старшин[аы]|ефр|серж|лейт|младш(?:ий|его)|старш(?:ий|его)|кіші|аға|қатардағы|private|sergeant|lieutenant|gefreiter|leutnant|szeregowy|szeregowiec|kapral)$/u,
);

/** A soldier; with Russian letters it is the given name Аскер as well, which names somebody. */
const SOLDIER = /^(?:әскері?|әскердің)$/u;

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<!\p{L})n\.?\s?n\.?(?!\p{L})/gu, 'nn')
    .replace(/(?<!\p{L})ф\.\s?и\.\s?о\.?/gu, 'фио')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const isNobodys = (word: string): boolean =>
  UNKNOWN.test(word) || BESIDE.test(word) || SOLDIER.test(word) || RANK.test(word);

const isLikeNobodys = (word: string): boolean =>
  isNobodys(word) || LIKE_UNKNOWN.test(word) || LIKE_BESIDE.test(word) || readRank(word).code !== null;

/**
 * Whether a text says that the man has no name: "Неизвестный солдат", "Белгісіз жауынгер № 5", "N.N.". A surname that looks so
 * ("Неизвестный Эрнст") has a name beside it and is one.
 */
export function isNameless(text: string): boolean {
  const words = wordsOf(text);
  return words.some((word) => UNKNOWN.test(word)) && words.every(isNobodys);
}

export type Nameless = 'yes' | 'perhaps' | 'no';

/** What one cell of a name says. "Солдат" alone may be what he was or his surname; "Воинов" can only be a surname. */
function namelessCell(text: string): Nameless {
  if (isNameless(text)) return 'yes';
  const words = wordsOf(text);
  if (words.every((word) => SOLDIER.test(word))) return 'no';
  if (words.every(isNobodys)) return 'perhaps';
  return words.some((word) => LIKE_UNKNOWN.test(word)) && words.every(isLikeNobodys) ? 'perhaps' : 'no';
}

/** What nobody knows of a man whose name is unknown too: a row that tells it may be about a man who is really called so. */
const OF_A_KNOWN_MAN: readonly RowField[] = [
  'birthDate',
  'birthPlace',
  'residence',
  'conscriptionPlace',
  'relatives',
  'unit',
  'campNumber',
];

const NOTHING_TOLD = inEitherLetters(/^(?:не\s?известн|нет|не указан|б\/д|н\/д|белгісіз|unknown|unbekannt|nieznan)/iu);

const tellsSomething = (text: string): boolean => /[\p{L}\p{N}]/u.test(text) && !NOTHING_TOLD.test(text);

/** Whether anything beside the names tells who he was, as the day of his death does. */
const tellsWho = (row: MentionRow): boolean =>
  OF_A_KNOWN_MAN.some((field) => tellsSomething(row[field] ?? '')) || dateOrNull(row.fateDate)?.precision === 'day';

/**
 * Whether a row is about an unknown soldier: `yes` when its names say so and nothing else tells who he was, `perhaps` when something
 * does (Неизвестный is a surname, too) or when a name only looks so. A row that may be about a man with a name is never a `yes`.
 */
export function namelessRow(row: MentionRow): Nameless {
  const names = NAME_FIELDS.map((field) => row[field] ?? '').filter((text) => /\p{L}/u.test(text));
  if (!names.some((text) => wordsOf(text).some((word) => LIKE_UNKNOWN.test(word)))) return 'no';
  const cells = names.map(namelessCell);
  if (cells.includes('no')) return 'no';
  return cells.includes('perhaps') || tellsWho(row) ? 'perhaps' : 'yes';
}
