/**
 * The one sound alphabet that every writing system is read into. Lower-case ASCII letters only, so that no search engine
 * can merge two of them by folding case.
 *
 * | letter | sound | letter | sound |
 * |---|---|---|---|
 * | a | а ә | h | ж (the h of zh) |
 * | e | е э (and ё, which papers print as е) | i | дж |
 * | o | о ө | c | ч |
 * | u | у ұ ү, and the glide у of Дәулет | w | ш (its shape); щ is wc |
 * | y | ы и і й away from vowels | s z | с з; ц is ts |
 * | j | й, or any of y beside a vowel | v f | в ф |
 * | k | к қ | l m n r | л м н р; ң is n, or ng where a paper says so |
 * | x | х һ | b p d t | б п д т |
 * | g | г ғ | | |
 *
 * Merged are only sounds that a regular spelling rule merges (қ to к, ә to а when a Kazakh name is written in Russian).
 * Sounds that a clerk confuses stay apart: they cost something in the comparison.
 */
export const SOUND_LETTERS = 'aeouyjbdfghicklmnprstvwxz';

const isVowel = (letter: string): boolean => letter === 'a' || letter === 'o' || letter === 'e' || letter === 'u';

/**
 * Writes a sound so that every way of spelling й, ы, и, і and doubled letters gives the same word.
 *
 * In: letters of the sound alphabet, `y` or `j` for any of й ы и і. Out: the same with these rules applied; idempotent.
 * Beside a vowel it is j (Сейт, Сеит and Сейіт are all sejt; Мария and Марья are marja), elsewhere y; е after a vowel is
 * je (Абаев, Abayev, Abajew are abajev), е at the start is plain (Ерлан, Yerlan); ы after a glide у is mute (Бауыржан and
 * Бауржан). Rule of transfer from Kazakh to Russian papers: йы, йі are written и.
 */
export function foldSound(raw: string): string {
  let out = '';
  let at = 0;
  while (at < raw.length) {
    let letter = raw.charAt(at++);
    if (letter === 'j') letter = 'y';
    let next = raw.charAt(at);
    // Сергеев has two sounds е, everywhere else a doubled letter is one sound
    while (letter !== 'e' && (next === letter || (letter === 'y' && next === 'j'))) next = raw.charAt(++at);
    out += letter === 'y' ? glideOrVowel(out, next) : afterVowel(out, letter) + letter;
  }
  return out;
}

/** The sound of a run of й ы и і, given what was written before and the letter that follows. */
function glideOrVowel(before: string, next: string): string {
  const last = before.charAt(before.length - 1);
  if (isVowel(last)) {
    if (isVowel(next)) return 'j';
    return last === 'u' && isVowel(before.charAt(before.length - 2)) ? '' : 'j';
  }
  if (!isVowel(next)) return 'y';
  return before === '' && next === 'e' ? '' : 'j';
}

const afterVowel = (before: string, letter: string): string =>
  letter === 'e' && isVowel(before.charAt(before.length - 1)) ? 'j' : '';

const COARSE: Record<string, string> = {
  x: 'k',
  g: 'k',
  b: 'p',
  d: 't',
  h: 'c',
  i: 'c',
  w: 'c',
  f: 'v',
  z: 's',
  a: '',
  e: '',
  o: '',
  u: '',
  y: '',
  j: '',
};

/**
 * Merges what clerks confuse: к х г, б п, д т, ж дж ш ч, в ф, с з; vowels and й dropped, save that a vowel at the start
 * is kept as `a`. For blocking and for counting how rare a sound is, never for deciding. Idempotent.
 */
export function coarseKey(sound: string): string {
  let key = '';
  for (const letter of sound) {
    const merged = COARSE[letter] ?? letter;
    if (key === '' && merged === '') key = 'a';
    else if (merged !== '' && !key.endsWith(merged)) key += merged;
  }
  return key;
}
