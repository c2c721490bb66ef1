/**
 * A Kazakh name of the Arabic script letter by letter in Cyrillic, for a reader who cannot read the script. It is no spelling of
 * any document and is never searched by (the readings of `readings/arabic.ts` are); the page says so beside it.
 */

/** Letters of the alphabet of 1924 that stand for one sound; vowels that stand for two are told apart below. */
const LETTERS: Readonly<Record<string, string>> = {
  ا: 'а',
  آ: 'а',
  أ: 'а',
  ب: 'б',
  پ: 'п',
  ت: 'т',
  ط: 'т',
  ث: 'с',
  ج: 'ж',
  چ: 'ш',
  ح: 'х',
  خ: 'х',
  ه: 'е',
  ە: 'е',
  ھ: 'һ',
  د: 'д',
  ض: 'д',
  ذ: 'з',
  ز: 'з',
  ظ: 'з',
  ر: 'р',
  ژ: 'ж',
  س: 'с',
  ص: 'с',
  ش: 'ш',
  ع: 'ғ',
  غ: 'ғ',
  ف: 'ф',
  ق: 'қ',
  ك: 'к',
  ک: 'к',
  گ: 'г',
  ڭ: 'ң',
  ل: 'л',
  م: 'м',
  ن: 'н',
  و: 'о',
  ۇ: 'ұ',
  ۈ: 'ү',
  ۋ: 'у',
  ۆ: 'в',
  ي: 'й',
  ی: 'й',
  ى: 'ы',
};

/** The same letter in a word or syllable of front vowels. */
const FRONT: Readonly<Record<string, string>> = { а: 'ә', о: 'ө', ұ: 'ү', ы: 'і' };

/** қ and ғ stand with back vowels; к, г and е with front ones. */
const BACK_SIGN = /[قعغ]/u;
const FRONT_SIGN = /[ەهكکگ]/u;
const HIGH_HAMZA = /[ءٴ]/u;
const MUTE = /[\p{M}ءٴـئ]/u;
/** -ов and -ұлы are written so in any word, whatever vowels it has. */
const FIXED_ENDING = /(?:و[ۆۋو]|ۇلى)$/u;

/** `قايىربەكوۆ` → `Қайырбеков`. Text without Arabic letters stays as it is. */
export function arabicInCyrillic(name: string): string {
  return name
    .normalize('NFC')
    .split(/(\s+)/u)
    .map((word) => (/\p{Script=Arabic}/u.test(word) ? inCyrillic(word) : word))
    .join('');
}

const VOWEL = /[اآأەهوۇۈى]/u;

/** й beside a vowel, и between consonants. */
function letterAt(letters: readonly string[], at: number): string | undefined {
  const plain = LETTERS[letters[at] ?? ''];
  if (plain !== 'й' || at === 0) return plain;
  return VOWEL.test(letters[at - 1] ?? '') || VOWEL.test(letters[at + 1] ?? '') ? plain : 'и';
}

function inCyrillic(word: string): string {
  // With the high hamza all vowels of the word are front.
  const allFront = HIGH_HAMZA.test(word);
  const letters = [...word];
  const endingAt = letters.length - [...(FIXED_ENDING.exec(word)?.[0] ?? '')].length;
  let front = allFront;
  let out = '';
  letters.forEach((letter, at) => {
    const plain = letterAt(letters, at);
    if (BACK_SIGN.test(letter) || (plain === 'а' && !allFront)) front = false;
    if (FRONT_SIGN.test(letter)) front = true;
    if (plain === undefined) {
      if (!MUTE.test(letter)) out += letter;
      return;
    }
    out += front && at < endingAt ? (FRONT[plain] ?? plain) : plain;
  });
  return out.charAt(0).toUpperCase() + out.slice(1);
}
