/** The marks that papers put beside the names of places, in Russian, Kazakh, German, Polish and English. */

import { sourceInEither } from '../kazakh-letters.ts';

/** How one level is marked: `behind` takes the name before the mark ("Нуринский р-н"), `before` the name after it ("с. Абай"). */
export type Marker = { behind: RegExp | null; before: RegExp | null };

const END = '(?![\\p{L}])';

function behind(words: string): RegExp {
  return new RegExp(`^(.+?)[\\s.]*(?<![\\p{L}])(?:${sourceInEither(words)})${END}\\.?\\s*$`, 'iu');
}

function before(words: string): RegExp {
  return new RegExp(`^(?:${words})${END}[.\\s]*(.+)$`, 'iu');
}

// "Қорғалжын ауданынан", "Ақмола облысының": families answer in whole sentences, so Kazakh marks come in every case.
const CASE = '(?:ның|нің|нан|нен|нда|нде|ндағы|ндегі|на|не|н)?';
// "Geb. Akmolinsk" is Gebiet; "geb. in …" and "geb. 1913" are geboren.
const GEBIET = 'geb(?=[.\\s]+(?!(?:in|am|zu|um)\\s)\\p{L})';
const OBLAST_WORDS = `обл|область|областью|области|облысы${CASE}|облыс|губерния|губ|край|oblast|obl|obwod|obwód|gebiet|${GEBIET}|region`;
const RAYON_WORDS = `р-он|р-н|рн|р/н|р-на|р|район|района|районе|району|районом|районы|ауданы${CASE}|аудан|уезд|уезда|rayon|raion|rajon|rejon|rej|kreis|district|distr`;
const COUNCIL_WORDS =
  'с/с|с/совет|сельсовет|сельский совет|а/с|аулсовет|аулсовета|ауылсовет|ауылдық кеңесі|ауылдық кеңес|ауылдық округі|с/о|аульный совет|пос/совет|п/с|совет';
const FARM_WORDS =
  'к-з|к/з|клх|колхоз|колхозы|ұжымшар|ұжымшары|с-з|с/з|свх|совхоз|совхозы|кеңшар|кеңшары|kolchos|kolkhoz|kolchoz|kołchoz';
const CITY_WORDS = 'город|города|городе|гор|г|қаласы|қ|stadt|miasto|m|city|town';
const SETTLEMENT_WORDS =
  'а(?=\\.)|село|сел|с|деревня|дер|д|поселок|посёлок|пос|пгт|п|аул|ауыл|ауылы|ауыли|кенті|кишлак|кишл|станция|станица|ст-ца|ст|хутор|хут|х|разъезд|рзд|заимка|урочище|ур|зимовка|кыстау|қыстағы|dorf|ort|wies|wieś|ws|village|aul|s';

export const OBLAST: Marker = { behind: behind(OBLAST_WORDS), before: before(OBLAST_WORDS) };
export const RAYON: Marker = { behind: behind(RAYON_WORDS), before: before(RAYON_WORDS) };
export const COUNCIL: Marker = { behind: behind(COUNCIL_WORDS), before: null };
export const FARM: Marker = {
  behind: behind('ұжымшары|кеңшары|колхозы|совхозы'),
  before: before(FARM_WORDS),
};
export const CITY: Marker = { behind: behind(`қаласы${CASE}|город|city`), before: before(CITY_WORDS) };
export const SETTLEMENT: Marker = {
  behind: behind(`ауылы${CASE}|ауыл|аулы|аул|кенті${CASE}|станциясы${CASE}|село|деревня|хутор|кишлак`),
  before: before(SETTLEMENT_WORDS),
};
export const HEIGHT: Marker = { behind: null, before: before('высота|выс|биіктік|height|höhe') };

/** A call-up office names its district: "Кургальджинский РВК". */
export const OFFICE: Marker = {
  behind: behind('рвк|гвк|райвоенкомат|горвоенкомат|военкомат|аудандық военкоматы'),
  before: null,
};

/** "аул № 5", "аул 5", "№ 5 ауыл". */
export const NUMBERED_AUL =
  /^(?:аул|ауыл|а)\.?\s*(?:№|n|no\.?)?\s*(\d{1,3})$|^(?:№\s*)?(\d{1,3})[\s-]*(?:ауыл|аул|ші ауыл|шы ауыл)$/iu;

/** Streets and houses: no place of their own. */
export const STREET = /^(?:ул|улица|пер|переулок|дом|кв|көшесі|проспект|пр-т|str|straße|ulica)(?![\p{L}])[.\s]/iu;

/** "(ранее с. Насыр)", "(бывш. Джаркент)", "(бұрын Жаркент)", "ныне …" is a later name of the same place. */
export const FORMER_NAME =
  /\(?(?<![\p{L}])(?:ранее|бывш(?:ий|ая|ее)?\.?|б\.|прежде|ныне|теперь|бұрын(?:ғы)?|қазіргі|früher|ehem(?:als)?\.?|dawn(?:iej|y)\.?|formerly|now)\s+([^(),;]+)\)?/giu;

/** Where a mark behind a name ends its level in a text without commas. */
export const MARKS_BEHIND = new RegExp(
  `((?<=\\p{L}{3})[\\s.]*\\s)((?:обл|область|области|облысы${CASE}|р-он|р-н|р/н|район|района|ауданы${CASE}|с/с|с/совет|сельсовет|а/с|аулсовет|ауылдық кеңесі|ауылдық округі|ауылы|қаласы${CASE})${END}\\.?)(?=\\s*[\\p{L}№\\d])(?!\\s*,)`,
  'giu',
);

/** Where a mark before a name begins a level in a text without commas. */
export const MARKS_BEFORE =
  /(?<=[\p{L}\d.)]\s)((?:(?:с|г|д|п|х|к-з|с-з|ст|пос|дер|гор|свх|клх|кишл)\.|аул|колхоз|совхоз|село|деревня|поселок|посёлок|станция|хутор|город|к-з|с-з)\s*(?=[\p{Lu}№\d"«]))/gu;

const OBLAST_SHORT: readonly (readonly [RegExp, string])[] = [
  [/^(?:ю\.?\s?к\.?\s?о|юж\p{L}*[.\s-]*каз\p{L}*|ю[.\s-]+каз\p{L}*)\.?$/iu, 'Южно-Казахстанская'],
  [/^(?:с\.?\s?к\.?\s?о|сев\p{L}*[.\s-]*каз\p{L}*|с[.\s-]+каз\p{L}*)\.?$/iu, 'Северо-Казахстанская'],
  [/^(?:в\.?\s?к\.?\s?о|вост\p{L}*[.\s-]*каз\p{L}*|в[.\s-]+каз\p{L}*)\.?$/iu, 'Восточно-Казахстанская'],
  [/^(?:з\.?\s?к\.?\s?о|зап\p{L}*[.\s-]*каз\p{L}*|з[.\s-]+каз\p{L}*)\.?$/iu, 'Западно-Казахстанская'],
  [/^(?:оқо)$/iu, 'Оңтүстік Қазақстан'],
  [/^(?:сқо)$/iu, 'Солтүстік Қазақстан'],
  [/^(?:шқо)$/iu, 'Шығыс Қазақстан'],
  [/^(?:бқо)$/iu, 'Батыс Қазақстан'],
  [/^(?:а-?атинская|алма[\s-]?атинская|а\.?-?ата обл)\.?$/iu, 'Алма-Атинская'],
];

/** The full name of an oblast written short ("ЮКО", "Ю.-Каз. обл.", "СҚО"), or null when it is none of these. */
export function expandOblast(segment: string): string | null {
  const bare = segment.replace(/\s*(?:обл(?:асть|ысы)?\.?|облысы)\s*$/iu, '').trim();
  return OBLAST_SHORT.find(([pattern]) => pattern.test(bare))?.[1] ?? null;
}

/** A republic that stands before the rest without a comma: "Каз. ССР Карагандинская обл.". */
export const REPUBLIC_FIRST =
  /^\s*((?:каз|узб|кирг|тадж|туркм|укр|белор)\p{L}*\.?\s*с\.?\s?с\.?\s?р\.?|ксср|рсфср|қазақ\s*кср|казахстан|қазақстан)\s+(?=\p{L})/iu;

/** Marks that begin a new level where the mark stands before its name: "обл. Акмолинская р-н Кургальджинский". */
export const LEVELS_BEFORE = /\s+(?=(?:р-он|р-н|район|rayon|raion|rejon|rej|kreis|с\/с|сельсовет)(?![\p{L}]))/giu;
