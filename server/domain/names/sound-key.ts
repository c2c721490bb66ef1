/**
 * The one sound alphabet that every writing system is read into. Lower-case ASCII letters only, so that no search engine
 * can merge two of them by folding case.
 *
 * | letter | sound | letter | sound |
 * |---|---|---|---|
 * | a | а ә | h | ж (the h of zh) |
 * | e | е э (and ё, which papers print as е) | i | дж |
 * | o | о ө | c | ч |
 * | u | у ұ ү, and the glide у of Дәулет | w | ш (the shape of ш); щ is wc |
 * | y | ы и і, between consonants or at an edge | s, z | с, з; ц is ts |
 * | j | й, or any of y beside a vowel | v, f | в, ф |
 * | k | к қ | l m n r | л м н ң р |
 * | x | х һ | b p d t | б п д т |
 * | g | г ғ | | |
 *
 * Merged are only sounds that a regular spelling rule merges (қ to к, ә to а when a Kazakh name is written in Russian).
 * Sounds that a clerk confuses stay apart: they cost something in the comparison.
 */
export const SOUND_LETTERS = 'aeouyjkxghicwszvflmnrbpdt';

/** How to write a sound so that each way of spelling й, ы, и, і and doubled letters gives the same word. Idempotent. */
export function foldSound(raw: string): string {
  let sound = raw.replace(/[jy]+/g, 'y').replace(/(.)\1+/g, '$1');
  sound = sound
    .replace(/([aeo]u)y(?![aeou])/g, '$1')
    .replace(/^ye/, 'e')
    .replace(/([aeou])ye/g, '$1e')
    .replace(/([aeou])y/g, '$1j')
    .replace(/y(?=[aeou])/g, 'j');
  return sound.replace(/(.)\1+/g, '$1');
}

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

/** Merges what clerks confuse, vowels dropped, for blocking and for counting how rare a sound is. */
export function coarseKey(sound: string): string {
  let key = /^[aeouyj]/.test(sound) ? 'a' : '';
  for (const letter of sound) key += COARSE[letter] ?? letter;
  return key.replace(/(.)\1+/g, '$1');
}
