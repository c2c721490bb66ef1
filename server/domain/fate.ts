import { deathToldAlone } from './fate-told-alone.ts';
import { inEitherLetters } from './kazakh-letters.ts';
import { withoutPlaceNames } from './place-names-in-text.ts';

/**
 * What became of the soldier ("причина выбытия"): the free text of a paper read into one of our codes.
 * The text always stays beside the code; papers of one man contradict each other, and both are kept.
 */

export const FATE_CODES = [
  'killed',
  'died_of_wounds',
  'died_of_illness',
  'died',
  'other_death',
  'missing',
  'captured',
  'died_in_captivity',
  'captured_released',
  'escaped',
  'left_wounded',
  'left_on_field',
  'executed',
  'convicted',
  'penal_unit',
  'deserted',
  'defected',
  'suicide',
  'labour_army',
  'survived',
  'unknown',
] as const;

export type FateCode = (typeof FATE_CODES)[number];

/** `dead` and `alive` are certain from the text alone; `open` may be either. */
export type FateOutcome = 'dead' | 'alive' | 'open';

/** Whether this leaves open what became of him: then papers can prove who he is, not his fate. */
export function saysNoFate(code: string | null): boolean {
  return code === null || code === 'missing' || code === 'unknown';
}

export type FateFacts = { outcome: FateOutcome; sensitive: boolean; vocabularyId: string };

/** What each code means. `sensitive` ones are shown to confirmed kin and volunteers only (see the vocabulary). */
export const FATES: Readonly<Record<FateCode, FateFacts>> = {
  killed: { outcome: 'dead', sensitive: false, vocabularyId: 'fates.killed_in_action' },
  died_of_wounds: { outcome: 'dead', sensitive: false, vocabularyId: 'fates.died_of_wounds' },
  died_of_illness: { outcome: 'dead', sensitive: false, vocabularyId: 'fates.died_of_illness' },
  died: { outcome: 'dead', sensitive: false, vocabularyId: 'fates.died_of_illness' },
  other_death: { outcome: 'dead', sensitive: false, vocabularyId: 'fates.accident' },
  missing: { outcome: 'open', sensitive: false, vocabularyId: 'fates.missing' },
  captured: { outcome: 'open', sensitive: false, vocabularyId: 'fates.captured' },
  died_in_captivity: { outcome: 'dead', sensitive: false, vocabularyId: 'fates.died_in_captivity' },
  captured_released: { outcome: 'alive', sensitive: false, vocabularyId: 'fates.liberated_from_captivity' },
  escaped: { outcome: 'open', sensitive: false, vocabularyId: 'fates.escaped_from_captivity' },
  left_wounded: { outcome: 'open', sensitive: false, vocabularyId: 'fates.wounded' },
  left_on_field: { outcome: 'open', sensitive: false, vocabularyId: 'fates.left_on_battlefield' },
  executed: { outcome: 'dead', sensitive: true, vocabularyId: 'fates.executed' },
  convicted: { outcome: 'open', sensitive: true, vocabularyId: 'fates.convicted' },
  penal_unit: { outcome: 'open', sensitive: true, vocabularyId: 'fates.penal_unit' },
  deserted: { outcome: 'open', sensitive: true, vocabularyId: 'fates.deserted' },
  defected: { outcome: 'open', sensitive: true, vocabularyId: 'fates.deserted' },
  suicide: { outcome: 'dead', sensitive: true, vocabularyId: 'fates.suicide' },
  labour_army: { outcome: 'open', sensitive: false, vocabularyId: 'fates.labour_army' },
  survived: { outcome: 'alive', sensitive: false, vocabularyId: 'fates.returned' },
  unknown: { outcome: 'open', sensitive: false, vocabularyId: 'fates.unknown' },
};

export type Fate = {
  text: string;
  code: FateCode;
  sensitive: boolean;
  outcome: FateOutcome;
  /** False when the text says something that no rule knows: shown as written, weighs nothing. */
  understood: boolean;
};

// Order matters: the first rule that fits wins, so the special case (died in captivity) stands before the general (died).
// Russian, Kazakh, German, Polish and English words as seen in papers and lists; endings are left open for gender and case.
const WORDS: readonly (readonly [FateCode, RegExp])[] = [
  [
    'unknown',
    /^(?:не ?извест|неизв|судьба не|нет (?:данных|сведений)|не указан|белгісіз|тағдыры белгісіз|unbekannt|nieznan|unknown)/u,
  ],
  [
    'survived',
    /реабилит.*верну|(?<!не ?)верну(?:лся|лась)|остал(?:ся|ась) (?:в )?жив|оказал(?:ся|ась) жив|^жив(?:а|ой)?(?:[ ,.;]|$)|демобил|уволен|комиссован|освобожд\p{L}* (?:от (?:служб|воин|воен)|по (?:бол|ран|инвал))|репатри|(?<!\p{L})орал(?:ды|ған)(?!\p{L})|(?<!\p{L})тірі(?!\p{L})|(?<!\p{L})аман(?!\p{L})|(?:соғыстан|майданнан|тұтқыннан|елге|еліне|үйге|үйіне) (?:қайтып |есен |сау )*(?:(?:қайтты|келді)(?!\p{L})|(?:қайтқан|келген)[.,;]?$)|(?:әскерден|қызметтен) босат|heimgekehrt|uberlebt|przeży|survived(?! by)|returned|demobili/u,
  ],
  [
    'defected',
    /переш\p{L}* (?:\p{L}+ )?(?:на сторону|к) (?:\p{L}+ )?(?:враг|противник|немц)|перебежал|остал(?:ся|ась) на (?:захвач|оккупир)|измен.*родин|(?<!\p{L})предатель(?!\p{L})|предательств|(?:стал\p{L}*|оказал\p{L}*|признан\p{L}*) предател|сотруднич|служил\p{L}* (?:у )?(?:в \p{L}+ )?(?:враг|немц|противник)|власов(?:ец|ц|ск)|(?:служил\p{L}* у|арми\p{L}*) (?:\p{L}+ )?власова|легион(?!ов)|жау жағына|ubergelaufen|collaborat|(?<!\p{L})defect(?:ed|or|ion)/u,
  ],
  [
    'captured_released',
    /(?:(?<!\p{L})(?:военно|в|из)?плен(?!к|енк|арн)|тұтқын|gefangen|jeniec|captur|prison).*(?:освоб|верну|босат|(?<!\p{L})азат|befreit|uwolnion|liberat|releas)|(?:освоб|босат|liberat).*(?:(?<!\p{L})(?:военно|в|из)?плен(?!к|енк|арн)|тұтқын|captiv)/u,
  ],
  ['captured_released', /^(?:освобожд|liberated|released|befreit|uwolnion|zwolnion)/u],
  [
    'escaped',
    /(?:(?<!\p{L})(?:военно|в|из)?плен|тұтқын).*(?:бежал|қаш(?:ты|қан|ып))|бежал.*(?<!\p{L})плен|тұтқыннан қаш|geflohen|escaped/u,
  ],
  [
    'executed',
    /(?:^|[^\p{L}])вмн(?:$|[^\p{L}])|высш\p{L}* мер|расстрел|(?<!\p{L})казн[её]|приговор.*(?:привед|исполн)|(?<!\p{L})(?:атыл(?:ды|ған)|ату жазасы)|hingerichtet|erschossen|(?<!\p{L})skutt|zastrzel|rozstrzel|stracon|executed/u,
  ],
  [
    'died_in_captivity',
    /(?:погиб|умер|убит|скончал|замучен|(?<!\p{L})ум\.).*(?:(?<!\p{L})(?:военно|в|из)?плен(?!к|енк|арн)|лагер|шталаг|дулаг)|(?:(?<!\p{L})(?:военно|в|из)?плен(?!к|енк|арн)|лагер).*(?:погиб|умер|скончал)|(?:тұтқында|лагерде)(?!\p{L}).*(?:қайтыс|қаза(?!\p{L})|(?<!\p{L})(?:өлді|өлген)|шейіт|(?<!\p{L})опат|көз жұм)|(?:gestorben|verstorben|tod).*(?:gefangen|lager|stalag)|(?:gefangen|lager).*(?:gestorben|verstorben)|(?:zmarł|zgin[ąę]ł|śmier|poległ)\p{L}* w (?:niewoli|obozie|stalagu)|died.*(?:captiv|prison|camp)/u,
  ],
  ['suicide', /самоуб|застрелил(?:ся|ась)|өзіне қол|selbstmord|suicide/u],
  ['deserted', /дезерт|самовольно|әскерден қаш|fahnenfluch|dezert|desert(?:ed|er|ion)/u],
  ['penal_unit', /штраф|айыптылар|strafbat|penal/u],
  [
    'convicted',
    /осужд|(?<!\p{L})арест(?!ово(?!\p{L}))|трибунал|сотталды|сотталған|сотталып|verurteilt|skazan|convict|(?:^| )вт(?: |$)/u,
  ],
  [
    'other_death',
    /несчастн|утонул|сгорел|исполнени.*обязан|катастроф|(?<!\p{L})авари|бомб[её]ж|отравил|пути (?:следов|в госпит)|санитарн\p{L}* поезд|суға бат|(?<!\p{L})өртен|жазатайым|жолда қайтыс|unfall|ertrunken|verungluckt|utonął|wypad|accident|drown|burned/u,
  ],
  [
    'died_of_wounds',
    /(?<!\p{L})от (?:получ\p{L}* )?(?:тяж\p{L}* )?ран(?!ее|о)|у\/р|жарақат\p{L}* (?:қайтыс|қаза)|(?:den|seinen) (?:wunden|verwundungen)|an verwundung|z ran|died of (?:his )?wounds|(?:^|\()dow(?:$|\))/u,
  ],
  [
    'died_of_illness',
    /от бол|(?:умер|скончал)\p{L}*.*(?:болезн|(?<!\p{L})(?:сыпно|брюшно|пара)?тиф(?!лис)|туберк|дистроф|пневмон|воспален|истощ|дизентер)|аурудан|сүзектен|an krankheit|typhus|tbc|z chorob|na tyfus|of (?:illness|disease|typhus)/u,
  ],
  [
    'missing',
    /проп(?:ал\p{L}?|авш\p{L}*)?\.?\s*б(?:ез|\/|\.|\s?в)|п\/?б\/?в|(?:^|\s)п\.\s?б\.\s?в|без ?вест|б\/в|(?<!\p{L})пропа(?:л[аи]?(?!\p{L})|вш)|хабар-?\s?ошар|хабарсыз|хабар\p{L}{0,3} (?:жоқ|болма|берме)|із-?\s?тү[зс]сіз|(?<!\p{L})жоғал(?:ды|ған|ып)|дерексіз|vermi(?:ss|ß)t|zagin\p{L}* bez|bez wieści|zaginion|missing/u,
  ],
  [
    'captured',
    /(?<!\p{L})(?:военно|в|из)?плен(?!к|енк|арн)|тұтқын|gefangen|jeniec|niewol|captur|prisoner|(?:^|\W)pow(?:$|\W)/u,
  ],
  [
    'left_on_field',
    /остав\p{L}* на поле|остал(?:ся|ась) (?:на поле|на террит|в окруж)|в окруж|ұрыс даласында қалды|қоршауда/u,
  ],
  [
    'killed',
    /убит|прогиб|погиб|(?<!\p{L})па(?:л[аи]?(?!\p{L})|вш)|смерт\p{L}* (?:храбр|геро)|(?<!\p{L})(?:пог|уб)\.|геройск\p{L}*(?: смерт|$)|(?<!\p{L})қаза(?!\p{L})|қазаға ұшыра|шейіт|(?<!\p{L})опат(?!\p{L})|оққа ұш|(?<!\p{L})(?:құрбан|мерт|шаһид) бол|gefallen|poleg|zgin[ąę]ł|zabit|killed|(?:^|\W)kia(?:$|\W)|fell in/u,
  ],
  [
    'died',
    /умер|скончал|(?<!\p{L})ум\.|нет в живых|в живых нет|қайтыс|көз жұм|(?:дүниеден|өмірден) өт|дүние сал|бақилық|(?<!\p{L})(?:өлген|өлді(?!\p{L}))|gestorben|verstorben|tot$|zmar[łl]|died|dead|смерть/u,
  ],
  [
    'left_wounded',
    /(?<!хо|сох|та)ранен|(?<!\p{L})ран\.|контуж|обморож|эвак|госпитал|лечил|жаралан|жаралы(?!\p{L})|(?<!\p{L})үсі(?:к(?:ке)? (?:шал|ұшыра)|ген(?!\p{L})|п (?:қал|кет))|аурухана|емдел|verwundet|rann[yaie]|wounded/u,
  ],
  // A column "cause of death" names the illness alone.
  [
    'died_of_illness',
    /ruhr(?!gebiet)|fleckf|typhus|tuberkulo|(?:^|\W)tbc?(?:$|\W)|lungenentz|lungenleid|herzschw|erschopf|hunger|unterern|dysenter|pneumon|starvation|exhaust|malnutr|czerwonk|gruźl|zapaleni|tyfus|wyczerpan|głód|głod|lungebet|difteri|blodforgift|sykdom|дистроф|дизентер|туберк|пневмон|воспален|сыпн|(?<!\p{L})(?:брюшно|пара)?тиф(?!лис)|истощен|болезн|цинга|пеллагр|менингит|(?<!\p{L})ауру(?!хана)|сүзек/u,
  ],
  ['died', /^(?:сепсис|перитонит|гангрен|кровопотер)/u],
  ['labour_army', /труд\p{L}* ?арм|трудармия|еңбек армия|labou?r army/u],
];

/** That he did not come back, whatever word for coming back or for being alive stands in it: open, unless the rest says more. */
const NOT_BACK = inEitherLetters(
  /(?:(?<!\p{L})(?:аман|тірі|есен|сау|қайтып|қайта)[ -])*(?<!\p{L})(?:(?:оралма|қайтпа)(?:ды|ған|пты|й)|келме(?:ді|ген|пті|й))\p{L}*|(?<!\p{L})(?:оралған|қайтқан|келген) жоқ|(?<!\p{L})(?:аман|тірі)(?:[ -]\p{L}+)? (?:қалма\p{L}*|емес)|(?:живым )?не ?(?:верну|возврати)\p{L}*|не остал(?:ся|ась) (?:в )?жив\p{L}*|в живых не остал\p{L}*|не (?:был )?освобожд\p{L}*|(?:not|never) (?:return|surviv|come|came)\p{L}*|nicht (?:heimgekehrt|zuruckgekehrt|uberlebt)|nie (?:po)?(?:wrócił|wrocil|przeżył)\p{L}*/gu,
);

const RULES = WORDS.map(([code, words]) => [code, inEitherLetters(words)] as const);

function foldFate(text: string): string {
  return text
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[іi]/g, 'i')
    .replace(/[äöü]/g, (letter) => ({ ä: 'a', ö: 'o', ü: 'u' })[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Reads the fate of one mention. Two papers glued into one cell ("убит\nубит") read as one.
 * An empty text is `unknown` and understood; a text no rule knows is `unknown` and not understood.
 */
export function readFate(text: string): Fate {
  const code = /^[-?_.\s]*$/.test(text)
    ? 'unknown'
    : (deathToldAlone(text.slice(0, 400)) ?? ruleFor(text.slice(0, 400)));
  const { sensitive, outcome } = FATES[code ?? 'unknown'];
  return { text, code: code ?? 'unknown', sensitive, outcome, understood: code !== null };
}

function ruleFor(text: string): FateCode | null {
  const folded = foldFate(withoutPlaceNames(text));
  const told = folded.replace(NOT_BACK, ' ').trim();
  const code = RULES.find(([, pattern]) => pattern.test(told))?.[0] ?? null;
  return told !== folded && (code === null || code === 'left_wounded') ? 'missing' : code;
}

/** Whether a text is one of the codes. */
export function isFateCode(text: string): text is FateCode {
  return Object.hasOwn(FATES, text);
}

/**
 * Whether two papers of one man can both be right: an open fate (missing, captured, wounded) goes with any,
 * "died" without a cause goes with any death, two kinds of death contradict each other in detail only, dead and alive exclude each other.
 */
export function fatesAgree(a: FateCode, b: FateCode): 'same' | 'compatible' | 'differ' | 'contradict' | 'unknown' {
  if (a === 'unknown' || b === 'unknown') return 'unknown';
  if (a === b) return 'same';
  const [first, second] = [FATES[a].outcome, FATES[b].outcome];
  if (first === 'open' || second === 'open') return 'compatible';
  if (first !== second) return 'contradict';
  return a === 'died' || b === 'died' ? 'compatible' : 'differ';
}
