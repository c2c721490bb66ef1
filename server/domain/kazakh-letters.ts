/**
 * Kazakh letters that old code pages and typewriters do not have, and the Russian ones that people write for them: "кызыл аскер" for
 * "қызыл әскер". Words of ours are found in either spelling. Names are not read with this: `names/readings` knows them by sound.
 */
export const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
};
/** What stands for each letter: itself, its look-alike, and what else is written for it. */
const ALSO: Readonly<Record<string, string>> = { ұ: 'ү', ү: 'ұ', і: 'i' };

/** The text in small letters with Russian letters for Kazakh ones, letter for letter; only for comparing words, never for show. */
export function inPlainLetters(text: string): string {
  return text.toLowerCase().replace(/[әғқңөұүһі]/gu, (letter) => PLAIN_LETTERS[letter] ?? letter);
}

/**
 * The same pattern that also takes the Russian letters. A Kazakh word in it that is a part of a Russian one when it is written so
 * ("қаза" in "Казань") has to say where it ends.
 */
export function inEitherLetters(pattern: RegExp): RegExp {
  return new RegExp(sourceInEither(pattern.source), pattern.flags);
}

/** The same for the source of a pattern. */
export function sourceInEither(source: string): string {
  let inClass = false;
  return source.replace(/\\.|[[\]әғқңөұүһі]/gu, (found) => {
    if (found === '[' || found === ']') inClass = found === '[';
    const plain = PLAIN_LETTERS[found];
    if (plain === undefined) return found;
    const letters = `${found}${plain}${ALSO[found] ?? ''}`;
    return inClass ? letters : `[${letters}]`;
  });
}
