import { foldWords, placeWords, soundsOfKnown, soundsOfWritten } from './grave-words.ts';
import { wordForms } from './places/word-forms.ts';
import { remembering } from './remembering.ts';

/** A burial place as it may be asked for: its names, where it lies and in which country, in each language. */
export type AskedSite = { country: string; texts: readonly string[] };

/** Fewer letters than this are the beginning of too many words to be read as one. */
const SHORTEST_WORD = 3;

const folded = remembering(foldWords);
const placed = remembering(placeWords);
/** As written, too: of a region with names in several languages the place words keep only one. */
const known = remembering((text) => [...new Set([...placed(text), ...folded(text).split(' ')])]);
const forms = remembering((word): ReadonlySet<string> => new Set(wordForms(word)));

/** Whether a word that was asked for is this word of a site: in some form of it, or by its sound in another spelling or script. */
function isWord(asked: string, own: string, country: string): boolean {
  if (forms(own).has(asked)) return true;
  const sounds = soundsOfKnown(own, country);
  return soundsOfWritten(asked).some((sound) => sounds.includes(sound));
}

/**
 * Which sites somebody means who types a name into the list: those in whose texts it stands as typed ("Калуж"), and those that
 * have each of its words that say where ("в Польше", "Цибинка" for Цыбинка, "Saksoniya").
 */
export function siteSearch(question: string): (site: AskedSite) => boolean {
  const typed = foldWords(question);
  const asked = placeWords(question).filter(({ length }) => length >= SHORTEST_WORD);
  return ({ country, texts }) => {
    if (typed === '') return false;
    if (texts.some((text) => folded(text).includes(typed))) return true;
    if (asked.length === 0) return false;
    const words = new Set(texts.flatMap(known));
    return asked.every((word) => words.has(word) || [...words].some((one) => isWord(word, one, country)));
  };
}
