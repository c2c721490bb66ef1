/** So long a word does not fit into a line of a table on a telephone. */
const LONG = /\p{Script=Cyrillic}{14,}/gu;
/**
 * Before a consonant with a vowel behind it, where the syllable before has its own vowel; at least three letters stand on
 * either side. So both Kazakh and Russian part their words.
 */
const BREAK =
  /(?<=^.{3,})(?<=[аеёиоуыэюяәөұүі][бвгджзйклмнпрстфхцчшщғқңһьъ]{0,2})(?=[бвгджзклмнпрстфхцчшщғқңһ][аеёиоуыэюяәөұүі])(?=.{3})/giu;

/** Long words with soft hyphens: browsers know where to part English words, few know Russian ones and none Kazakh. */
export function softHyphens(text: string): string {
  return text.replace(LONG, (word) => word.replace(BREAK, '\u00ad'));
}

/** Ordinals that no line ends within: `1-го`, not `1-` and `го` below it. */
export function withOrdinalsWhole(text: string): string {
  return text.replace(/(\d)-(?=\p{Ll}{1,2}(?!\p{L}))/gu, '$1\u2011');
}
