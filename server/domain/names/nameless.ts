import { readRank } from '../rank.ts';
import { type MentionRow, NAME_FIELDS, type RowField } from '../row.ts';

/** Words for "nobody knows who": Russian, Ukrainian, Kazakh, English, German, Polish, Norwegian, Czech; `nn` is the Latin of graves. */
const UNKNOWN =
  /^(?:неизвестн\p{L}*|неизв|неопознанн\p{L}*|опознан\p{L}*|неустановлен\p{L}*|установлен\p{L}*|безымянн\p{L}*|безимянн\p{L}*|невідом\p{L}*|белгісіз\p{L}*|белгисиз|анықталмаған|есімсіз|атаусыз|unknown|unidentified|unnamed|nameless|unbekannt\p{L}*|namenlos\p{L}*|nieznan\p{L}*|bezimienn\p{L}*|niezidentyfikowan\p{L}*|ukjent\p{L}*|uidentifisert\p{L}*|neznám\p{L}*|nn)$/u;

/** What may stand beside such a word and names nobody either: whose name is meant, what he was, the number of the grave. */
const BESIDE =
  /^(?:не|мл|ст|гв|фамили\p{L}*|им[яени]+|отчеств\p{L}*|фио|солдат\p{L}*|боец|бойц\p{L}*|воин\p{L}*|военнопленн\p{L}*|военнослужащ\p{L}*|офицер\p{L}*|партизан\p{L}*|человек\p{L}*|чел|мужчин\p{L}*|женщин\p{L}*|советск\p{L}*|русск\p{L}*|останки|могила|номер|аты|жөні|тегі|есімі|әкесінің|сарбаз\p{L}*|жауынгер\p{L}*|адам\p{L}*|кеңес\p{L}*|қызыл|әскер\p{L}*|name|surname|soldier\p{L}*|sailor|officer|pow|prisoner|of|war|man|men|soviet|russian|red|army|the|soldat\p{L}*|kriegsgefangen\p{L}*|russ\p{L}*|sowjet\p{L}*|mann|żołnierz\p{L}*|zolnierz\p{L}*|jeniec|radzieck\p{L}*|rosyjsk\p{L}*|nazwisko|imię|krigsfange\p{L}*|sovjetisk\p{L}*|no|nr|\d+)$/u;

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<!\p{L})n\.?\s?n\.?(?!\p{L})/gu, 'nn')
    .replace(/(?<!\p{L})ф\.\s?и\.\s?о\.?/gu, 'фио')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/**
 * Whether a text says that the man has no name: "Неизвестный солдат", "Белгісіз жауынгер № 5", "N.N.". A surname that looks so
 * ("Неизвестный Эрнст") has a name beside it and is one.
 */
export function isNameless(text: string): boolean {
  const words = wordsOf(text);
  if (!words.some((word) => UNKNOWN.test(word))) return false;
  return words.every((word) => UNKNOWN.test(word) || BESIDE.test(word) || readRank(word).code !== null);
}

/** What nobody knows of a man whose name is unknown too: a row that tells it may be about a man who is really called so. */
const OF_A_KNOWN_MAN: readonly RowField[] = ['birthDate', 'birthPlace', 'residence', 'conscriptionPlace', 'relatives'];

const tellsSomething = (text: string): boolean =>
  /[\p{L}\p{N}]/u.test(text) &&
  !/^(?:не\s?известн|нет|не указан|б\/д|н\/д|белгісіз|unknown|unbekannt|nieznan)/iu.test(text);

export type Nameless = 'yes' | 'perhaps' | 'no';

/**
 * Whether a row is about an unknown soldier: `yes` when its names say so and nothing else tells who he was, `perhaps` when something
 * does (Неизвестный is a surname, too).
 */
export function namelessRow(row: MentionRow): Nameless {
  const text = NAME_FIELDS.map((field) => row[field] ?? '').join(' ');
  if (!isNameless(text)) return 'no';
  return OF_A_KNOWN_MAN.some((field) => tellsSomething(row[field] ?? '')) ? 'perhaps' : 'yes';
}
