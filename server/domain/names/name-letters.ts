import { PLAIN_LETTERS } from '../kazakh-letters.ts';

/**
 * A name letter by letter in another alphabet: for a reader who cannot read the one the papers have. It is no spelling of any
 * document and is never searched by; the page says so beside it.
 */

/** The Kazakh Latin alphabet of 2021. */
const KAZAKH_LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  ә: 'ä',
  б: 'b',
  в: 'v',
  г: 'g',
  ғ: 'ğ',
  д: 'd',
  е: 'e',
  ё: 'io',
  ж: 'j',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  қ: 'q',
  л: 'l',
  м: 'm',
  н: 'n',
  ң: 'ñ',
  о: 'o',
  ө: 'ö',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ұ: 'ū',
  ү: 'ü',
  ф: 'f',
  х: 'h',
  һ: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'ş',
  щ: 'ş',
  ъ: '',
  ы: 'y',
  і: 'ı',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
};

/** Russian as passports write it in Latin letters (ICAO Doc 9303). */
const RUSSIAN_LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: 'ie',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
};

function spell(name: string, table: Readonly<Record<string, string>>): string {
  return [...name.normalize('NFC')]
    .map((letter) => {
      const lower = letter.toLowerCase();
      const other = table[lower];
      if (other === undefined || letter === lower) return other ?? letter;
      return other.charAt(0).toUpperCase() + other.slice(1);
    })
    .join('');
}

/** A Kazakh name in the Kazakh Latin alphabet of 2021: `Қайырбеков` → `Qaiyrbekov`. */
export function kazakhInLatin(name: string): string {
  return spell(name, KAZAKH_LATIN);
}

/** A Russian name as a passport writes it in Latin letters: `Жаксылык` → `Zhaksylyk`. */
export function russianInLatin(name: string): string {
  return spell(name, RUSSIAN_LATIN);
}

/** A Kazakh name in Russian letters: `Қайырбеков` → `Кайырбеков`. A clerk may have heard it otherwise. */
export function kazakhInRussian(name: string): string {
  return spell(name, PLAIN_LETTERS);
}
