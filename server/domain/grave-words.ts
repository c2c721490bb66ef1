import { readCountry } from './country.ts';
import { readWord } from './names/word-reading.ts';
import type { WritingSystem } from './names/writing-system.ts';
import { wordForms } from './places/word-forms.ts';
import { remembering } from './remembering.ts';

/**
 * The words in which papers and the list of burial sites name a grave: which of them say what it is and which say where. Only the
 * latter tell one burial place from another.
 */

/** What it is, whose it is and the small words between; in the languages of the lists, without accents. */
const KIND = new RegExp(
  `^(?:${[
    'братск|братськ|воинск|военно|мемориа|меморіа|кладбищ|кладовищ|захорон|могил(?!ев)|советск|солдат|красноармейц|лагер',
    'шталаг|русск|почетн|польск|найденн|высот|урочищ|участ|мест[оае]$|воин[ауы]?$|воинов$|эренхайн|пол[ея]$|слав[ыа]$',
    'похорон|погреб',
    'зират|әскери|бауырлас|кеңес|жауынгер|тұтқын|құрмет|орыс|табылған|қабір|биік|даңқ|алаң|бөліг|поляк|орны$|жылы$',
    'cemeter|memorial|war$|soviet|pow$|prisoner|military|common$|mass$|grave|burial|found$|camp$|stalag|height|army$',
    'honou?r|field$|soldier|russian$|polish$|section|friedhof|ehren(?:hain|mal|fried)|krieg|soldaten|sowjet|gedenk|hohen$',
    'namenlosen$|lager$|красной$|армии$|red$',
    'russisk|russisch|cmentarz|wojenn|wojsk|jencow|radzieck|zolnierzy|mogil|kirkegard|gravlund|sovjet|temeto|kapine',
    'и$|на$|в$|во$|w$|we$|na$|i$|of$|the$|at$|in$|and$|der$|die$|des$|den$|im$|und$|och$|og$|мен$',
  ].join('|')})`,
  'u',
);

/** What kind of settlement or district the name beside it is of. */
const ADMIN =
  /^(?:г|гор|город[аеу]?|городе|д|дер|деревн[яеиюй]+|с|сел[оеау]|п|пос|посел\p{L}+|пгт|х|хутор\p{L}?|обл|област[ьи]|р|н|район[аеу]?|край|края|земл[яеи]|воеводств\p{L}|провинци\p{L}+|гмин[аеы]|повят\p{L}?|округ[ае]?|қ|қала\p{L}*|а|ауыл\p{L}*|аудан\p{L}*|облыс\p{L}*|gemeinde|stadt|kreis|landkreis|lkr|land|bundesland|ort|dorf|gmina|gm|powiat|woj|wojewodztwo|miejscowosc|kommune|village|town|city|district|region|county)$/u;

/** Where in it he lies: a plot of a cemetery is no other cemetery. */
const PLOT =
  /(?<![\p{L}])(?:участ\p{L}*|уч|ряд\p{L}*|плит\p{L}*|сектор\p{L}*|квартал\p{L}*|қатар\p{L}*|block|reihe|feld|plot|row|kwatera|rzad)\.?\s*(?:№|n|no|nr)?\s*\d+\p{L}?(?![\p{L}\p{N}])/giu;

/** What kind of district it is: "Ржевский муниципальный округ" is named by the word before. */
const KIND_OF_DISTRICT = /(?<!\p{L})(?:муниципальн|городск|военн|автономн)\p{L}*\s+(?=(?:р-н|район|округ)\p{L}*)/giu;

/** Names of one region in several languages and times; the first is what the others are read as. Longer ones first. */
const REGIONS: readonly [name: string, others: RegExp][] = [
  ['niedersachsen', /нижн\p{L}+ саксони\p{L}+|lower saxony|dolna saksonia/gu],
  ['sachsen anhalt', /саксони\p{L}+ анхальт|saxony anhalt|saksonia anhalt/gu],
  ['sachsen', /саксони\p{L}+|saxony|saksonia/gu],
  ['nordrhein westfalen', /северн\p{L}+ рейн вестфали\p{L}+|north rhine westphalia/gu],
  ['brandenburg', /бранденбург\p{L}*|brandenburgia/gu],
  ['opolskie', /(?<!\p{L})опольск\p{L}+/gu],
  ['lubuskie', /любушск\p{L}+|любуск\p{L}+/gu],
  ['dolnoslaskie', /нижнесилезск\p{L}+|lower silesian?/gu],
  ['podlaskie', /подля[шс]с?к\p{L}+/gu],
  ['zachodniopomorskie', /западно поморск\p{L}+|западнопоморск\p{L}+|west pomeranian?/gu],
  ['mazowieckie', /мазовецк\p{L}+|masovian?/gu],
  ['warszawa', /варшав\p{L}*|warsaw|warschau/gu],
  ['wien', /(?<!\p{L})вен[аеы](?!\p{L})|vienna|wieden/gu],
  ['berlin', /берлин\p{L}*/gu],
  ['санкт петербург', /ленинград(?!ск)\p{L}*/gu],
  ['burgenland', /бургенланд\p{L}*/gu],
  ['nordland', /нурланн?д?(?!\p{L})|нордланд/gu],
  ['vilnius', /вильнюс\p{L}*|wilno|wilna/gu],
  ['utrecht', /утрехт\p{L}*/gu],
  ['csongrad csanad', /чонград\p{L}*(?: чанад\p{L}*)?/gu],
  ['gyor moson sopron', /дьер мошон шопрон/gu],
  ['kurzeme', /курзем\p{L}*|курлянд\p{L}*/gu],
  ['тверская', /калининск\p{L}+(?= обл|$)|тверск\p{L}+/gu],
  ['волгоградская', /сталинградск\p{L}+|волгоградск\p{L}+/gu],
];

/** A text whose districts stand beside their names. */
export const withoutKindOfDistrict = (text: string): string => text.replace(KIND_OF_DISTRICT, '');

/** Lower case, without accents on Latin letters and without signs. */
export function foldWords(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<=[a-z])\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[øłß]/g, (letter) => ({ ø: 'o', ł: 'l', ß: 'ss' })[letter] ?? letter)
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const oneRegion = (folded: string): string =>
  REGIONS.reduce((text, [name, others]) => text.replace(others, name), folded);

/** The words of a text that say where it is: names of places and their numbers. */
export function placeWords(text: string): string[] {
  const folded = oneRegion(foldWords(withoutKindOfDistrict(text).replace(PLOT, ' ')));
  return folded.split(' ').filter((word) => word !== '' && !KIND.test(word) && !ADMIN.test(word));
}

/** A text without the parts between commas or brackets that name a country, and that country. */
export function withoutCountry(text: string): { rest: string; country: string | null } {
  const parts = text.split(/[,;()]/);
  // Two letters are "с." or "no" before they are a code.
  const countryOf = (part: string): string | null => (part.trim().length > 2 ? readCountry(part) : null);
  const country = parts.map(countryOf).find((code) => code !== null) ?? null;
  return { rest: parts.filter((part) => countryOf(part) === null).join(', '), country };
}

/** A reading less likely than this beside the best one would make names of different places alike. */
const LIKELY_READING = 0.3;

const soundsIn = (hint?: WritingSystem) =>
  remembering((word): string[] =>
    word.length < 4
      ? []
      : readWord(word, hint)
          .filter(({ weight }) => weight >= LIKELY_READING)
          .map(({ sound }) => sound),
  );
const anySounds = soundsIn();
const LOCAL_SOUNDS: Readonly<Record<string, (word: string) => string[]>> = {
  DE: soundsIn('german'),
  AT: soundsIn('german'),
  PL: soundsIn('polish'),
};

const isLatin = (word: string): boolean => /[a-z]/.test(word);

/** How a word of a site sounds, read as people of its country read it. */
export function soundsOfKnown(word: string, country: string): string[] {
  return ((isLatin(word) ? LOCAL_SOUNDS[country] : undefined) ?? anySounds)(word);
}

/** How a word of anybody's may sound. */
export const soundsOfWritten = (word: string): string[] => anySounds(word);

/**
 * Under which keys a word of a site is known: in each of its forms, and to a text in the other letters by its sound, as it is read
 * in the country where the site is.
 */
export function keysOfKnown(word: string, country: string): string[] {
  return [
    ...wordForms(word),
    ...soundsOfKnown(word, country).map((sound) => `${isLatin(word) ? 'cyrillic' : 'latin'} ${sound}`),
  ];
}

/** Under which keys a word of a paper is looked up. */
export function keysOfWritten(word: string): string[] {
  return [word, ...anySounds(word).map((sound) => `${isLatin(word) ? 'latin' : 'cyrillic'} ${sound}`)];
}
