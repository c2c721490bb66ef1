import { NAME_FIELDS } from '../row.ts';
import { fieldsOfTarget, type HeaderTarget } from './compounds.ts';
import { foldHeader, isHeaderWord } from './header-target.ts';
import type { Mapping } from './map-row.ts';

/** Lines among the rows of a list that are about nobody; each is told with its reason, so that every line is accounted for. */
export type NotARow = 'repeated_header' | 'header_words' | 'column_numbers' | 'total_line' | 'heading_line';

const whole = (words: string, flags = 'iu') => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, flags);

/** Words for a total that nobody is called by, and such that are surnames too ("Suma Jan", "Sum Max"). */
const SURE_TOTAL = /^(?:итого|всего|барлығы|жиыны|бәрі|gesamt|insgesamt|razem|ogółem|łącznie)(?!\p{L})/iu;
const TOTAL = /^(?:total|totalt|sum|summa|summe|suma)(?!\p{L})(?!\s+\p{Lu})/iu;
const BEGINS_TOTAL = /^(?:total|totalt|sum|summa|summe|suma)(?!\p{L})/iu;
const BY_WHOM = whole(
  `^(?:составил[аи]?|исполнител[ьи]|проверил[аи]?|подпис[ьи]|верно|военный комиссар|директор|начальник|председатель|примечани[ея]|источники?|дата составления|список составлен|по состоянию на|құрастыр\\p{L}*|жасаған|тексерген|ескерту\\p{L}*|дереккөз\\p{L}*|sporządził[ai]?|opracował[ai]?|erstellt|zusammengestellt|prepared by|compiled by|sources?|utarbeidet|stan na|quellen?|źródł[oa]|kilder?)`,
);
const BY_WHOM_SIGN = /^(?:исп\.|м\.?\s?п\.?$|stand:?\s*\d|©)/iu;

/** Places and units of many that are nobody's name, word for word: "Полковников" and "Коротаев" are men. */
const PLACE_OF_MANY = whole(
  'кладбищ(?:е|а|у|ем)|братск\\p{L}+ могил[аы]|захоронени[ейя]|спис(?:ок|ки)|район[аы]?|област[ьи]|дивизи[яи]|бригад[аы]|госпитал[ьия]|страниц[аы]|зират(?:ы|тар)?|бауырластар|тізім(?:і|дер)?|аудан(?:ы|дар)?|облыс(?:ы|тар)?|cmentarz\\p{L}*|\\p{L}*(?:grabstätte|friedhof)|stalag|list of',
);
/** The same words where a name cannot stand; as a name they are found: Глава, Могила, Grab, Lager, Page. */
const ALSO_NAMES =
  'могил[аы]|лагер[ьяи]|полка?|рот[аы]|взвода?|глав[аы]|раздел[ыа]?|kwatera|grab|lager|section|page|seite|strona|side|felt|block|list[ea]?';
const OR_A_NAME = whole(ALSO_NAMES);
const NUMBERED = new RegExp(
  `(?<!\\p{L})(?:${ALSO_NAMES})\\s*(?:№|nr|no)?[.\\s]*\\d|\\d(?:[-.]?\\p{Ll}{1,2})?\\s+(?:${ALSO_NAMES})(?!\\p{L})`,
  'iu',
);

/**
 * Says of a line below the header whether it is one of those that are no row: the header again, its column numbers, a total, a
 * heading between groups, who drew the list up. Null for a row, also for one that lacks its name. `mapping` says which columns
 * hold names: a word that may be one is taken for a name there.
 */
export function createRowSieve(
  headers: readonly string[],
  mapping: Mapping,
): (cells: readonly string[]) => NotARow | null {
  const folded = headers.map((header) => (header === '' ? '' : foldHeader(header)));
  const wide = headers.length >= 3;
  const headed = folded.some((header) => header !== '');
  const isName = mapping.map(holdsName);
  return (cells) => {
    const filled = cells.flatMap((text, column) => (text === '' ? [] : [{ text, isName: isName[column] === true }]));
    const [first] = filled;
    if (!first) return null;
    if (repeats(cells, folded)) return 'repeated_header';
    if (areHeaderWords(filled)) return 'header_words';
    if (headed && filled.length >= 3 && filled.every(({ text }, index) => text === String(index + 1)))
      return 'column_numbers';
    if (isTotal(filled)) return 'total_line';
    if (!wide || filled.length > 2) return null;
    if (BY_WHOM.test(first.text) || BY_WHOM_SIGN.test(first.text)) return 'heading_line';
    return filled.length === 1 && isHeading(first) ? 'heading_line' : null;
  };
}

type Filled = { text: string; isName: boolean };

/** "кол1", "поле 7", "Column3": what programs write over columns that nobody named. */
const PLACEHOLDER =
  /^(?:кол(?:онка)?|поле|столбец|графа|баған|өріс|col(?:umn)?|field|var|spalte|feld|kolumna|kolonne|unnamed:?)[\s№#_.-]*\d*$/iu;

/** Another header than the list's own, as where two lists were put one under the other. One word alone may be a surname. */
function areHeaderWords(filled: readonly Filled[]): boolean {
  if (filled.every(({ text }) => PLACEHOLDER.test(text))) return filled.length > 1 || /\d$/.test(filled[0]?.text ?? '');
  return filled.length > 1 && filled.every(({ text }) => isHeaderWord(text));
}

function holdsName(target: HeaderTarget | null): boolean {
  return target !== null && fieldsOfTarget(target).some((field) => NAME_FIELDS.some((name) => name === field));
}

/** A total has its word and counts; a word that is a surname too has no given name, place or date of a man beside it. */
function isTotal(filled: readonly Filled[]): boolean {
  const few = filled.length <= 3 ? filled : filled.slice(0, 1);
  if (few.some(({ text }) => SURE_TOTAL.test(text))) return true;
  const at = few.findIndex(({ text, isName }) => (isName ? TOTAL : BEGINS_TOTAL).test(text));
  return (
    at !== -1 &&
    filled.every(({ text, isName }, index) => index === at || /\d/.test(text) || (!isName && filled.length <= 3))
  );
}

function repeats(cells: readonly string[], folded: readonly string[]): boolean {
  let same = 0;
  let filled = 0;
  for (const [column, cell] of cells.entries()) {
    if (cell === '') continue;
    filled += 1;
    const header = folded[column] ?? '';
    if (header !== '' && (header === cell || (/\p{L}/u.test(cell) && header.includes(foldHeader(cell))))) same += 1;
    else if (same === 0) return false;
  }
  return filled >= 2 && same >= filled * 0.7;
}

/** One cell alone on a line: a letter of the alphabet, a place, a unit – and no name, which may well stand alone. */
function isHeading({ text, isName }: Filled): boolean {
  if (/^\p{L}\.?$/u.test(text) || /:$/.test(text) || text.length > 100) return true;
  return PLACE_OF_MANY.test(text) || (isName ? NUMBERED : OR_A_NAME).test(text);
}
