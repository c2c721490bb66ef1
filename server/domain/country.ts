import { inPlainLetters } from './kazakh-letters.ts';

/**
 * Countries in the lists: where soldiers are buried, and the republics they came from.
 * ISO 3166-1 alpha-2; names in Kazakh, Russian, English, German and Polish, with the short and Soviet ones.
 */
const COUNTRY_NAMES: Readonly<Record<string, string>> = {
  KZ: 'қазақстан|қазақстан республикасы|қазақ кср|казахстан|республика казахстан|казахская сср|казсср|каз сср|каз. сср|ксср|kazakhstan|kazakh ssr|kasachstan|kasachische ssr|kazachstan|kazachska srr|kz',
  RU: 'ресей|ресей федерациясы|россия|российская федерация|рф|рсфср|russia|russian federation|russland|rußland|rosja|ru',
  UA: 'украина|украинская сср|усср|ukraine|ukraina|україна|ua',
  BY: 'беларусь|белоруссия|белорусская сср|бсср|belarus|weißrussland|weissrussland|białoruś|bialorus|by',
  PL: 'польша|polska|poland|polen|pl',
  DE: 'германия|неміс жері|фрг|гдр|germany|deutschland|niemcy|de',
  AT: 'австрия|austria|österreich|osterreich|oesterreich|at',
  CZ: 'чехия|чешская республика|czechia|czech republic|tschechien|czechy|česko|česká republika|cz',
  SK: 'словакия|slovakia|slowakei|słowacja|slowacja|slovensko|sk',
  HU: 'венгрия|мажарстан|hungary|ungarn|węgry|wegry|magyarország|magyarorszag|hu',
  RO: 'румыния|romania|rumänien|rumanien|rumunia|românia|ro',
  BG: 'болгария|bulgaria|bulgarien|bułgaria|bg',
  RS: 'сербия|serbia|serbien|rs',
  HR: 'хорватия|croatia|kroatien|chorwacja|hr',
  SI: 'словения|slovenia|slowenien|słowenia|si',
  MD: 'молдова|молдавия|молдавская сср|moldova|moldau|mołdawia|md',
  LT: 'литва|литовская сср|lithuania|litauen|litwa|lietuva|lt',
  LV: 'латвия|латвийская сср|latvia|lettland|łotwa|lotwa|latvija|lv',
  EE: 'эстония|эстонская сср|estonia|estland|eesti|ee',
  FI: 'финляндия|finland|finnland|finlandia|suomi|fi',
  NO: 'норвегия|norway|norwegen|norwegia|norge|no',
  SE: 'швеция|sweden|schweden|szwecja|sverige|se',
  DK: 'дания|denmark|dänemark|danemark|dania|danmark|dk',
  NL: 'нидерланды|голландия|netherlands|niederlande|holandia|nederland|nl',
  BE: 'бельгия|belgium|belgien|belgia|belgië|belgique|be',
  LU: 'люксембург|luxembourg|luxemburg|luksemburg|lu',
  FR: 'франция|france|frankreich|francja|fr',
  IT: 'италия|italy|italien|włochy|wlochy|italia|it',
  CH: 'швейцария|switzerland|schweiz|szwajcaria|ch',
  GB: 'великобритания|англия|ұлыбритания|united kingdom|great britain|großbritannien|wielka brytania|gb',
  CN: 'китай|қытай|china|chiny|cn',
  KP: 'северная корея|кндр|солтүстік корея|north korea|nordkorea|kp',
  KR: 'южная корея|south korea|südkorea|kr',
  JP: 'япония|жапония|japan|japonia|jp',
  MN: 'монголия|моңғолия|mongolia|mongolei|mn',
  UZ: 'узбекистан|өзбекстан|узбекская сср|узсср|uzbekistan|usbekistan|uz',
  KG: 'кыргызстан|киргизия|қырғызстан|киргизская сср|киргсср|kyrgyzstan|kirgisistan|kirgistan|kg',
  TJ: 'таджикистан|тәжікстан|таджикская сср|tajikistan|tadschikistan|tj',
  TM: 'туркменистан|туркмения|түркіменстан|туркменская сср|turkmenistan|tm',
  GE: 'грузия|грузинская сср|georgia|georgien|gruzja|ge',
  AM: 'армения|армянская сср|armenia|armenien|am',
  AZ: 'азербайджан|әзербайжан|азербайджанская сср|азсср|azerbaijan|aserbaidschan|az',
  AL: 'албания|albania|albanien|al',
  GR: 'греция|greece|griechenland|grecja|gr',
  US: 'сша|ақш|usa|united states|us',
};

const CODE_OF_NAME = new Map<string, string>(
  Object.entries(COUNTRY_NAMES).flatMap(([code, names]) =>
    names.split('|').map((name) => [foldCountry(name), code] as const),
  ),
);

function foldCountry(name: string): string {
  return inPlainLetters(name).replace(/ё/g, 'е').replace(/[.,]/g, ' ').replace(/\s+/g, ' ').trim();
}

/** ISO code of a country as written, or null when the text is no country name of the list. Two-letter codes are taken. */
export function readCountry(text: string): string | null {
  return CODE_OF_NAME.get(foldCountry(text.slice(0, 120))) ?? null;
}

/** Whether a text is one of the codes of the list. */
export function isCountryCode(code: string): boolean {
  return Object.hasOwn(COUNTRY_NAMES, code);
}

/** What people call a country of the list, without its code. */
export function namesOfCountry(code: string): string[] {
  const names = Object.hasOwn(COUNTRY_NAMES, code) ? COUNTRY_NAMES[code] : undefined;
  return (names?.split('|') ?? []).filter((name) => name !== code.toLowerCase());
}
