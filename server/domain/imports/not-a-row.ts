import { foldHeader } from './header-target.ts';

/** Lines among the rows of a list that are about nobody; each is told with its reason, so that every line is accounted for. */
export type NotARow = 'repeated_header' | 'column_numbers' | 'total_line' | 'heading_line';

const TOTAL =
  /^(?:итого|всего|барлығы|жиыны|бәрі|total|totalt|sum|summa|summe|suma|gesamt|insgesamt|razem|ogółem|łącznie)(?!\p{L})/iu;
const BY_WHOM =
  /^(?:составил|исполнител|исп\.|проверил|подпис|верно|м\.?\s?п\.|военный комиссар|директор|начальник|председатель|примечани|источник|дата составления|список составлен|по состоянию на|құрастыр|жасаған|тексерген|ескерту|дереккөз|sporządził|opracował|erstellt|zusammengestellt|prepared by|compiled by|source|utarbeidet|stand[: ]|stan na|quelle|źródło|kilde|©)/iu;
const PLACE_OF_MANY =
  /кладбищ|могил|захорон|список|район|область|полк|дивизи|бригад|госпитал|лагер|страниц|раздел|глава|рота|взвод|зират|бауырлас|тізім|аудан|облыс|cmentar|kwatera|friedhof|grab|lager|stalag|section|page|seite|strona|side \d|felt \d|block|list of|liste|lista/iu;

/**
 * Says of a line below the header whether it is one of those that are no row: the header again, its column numbers, a total, a
 * heading between groups, who drew the list up. Null for a row, also for one that lacks its name.
 */
export function createRowSieve(headers: readonly string[]): (cells: readonly string[]) => NotARow | null {
  const folded = headers.map((header) => (header === '' ? '' : foldHeader(header)));
  const wide = headers.length >= 3;
  const headed = folded.some((header) => header !== '');
  return (cells) => {
    const filled = cells.filter((cell) => cell !== '');
    const [first = ''] = filled;
    if (first === '') return null;
    if (repeats(cells, folded)) return 'repeated_header';
    if (headed && filled.length >= 3 && filled.every((cell, index) => cell === String(index + 1)))
      return 'column_numbers';
    if (TOTAL.test(first) || (filled.length <= 3 && filled.some((cell) => TOTAL.test(cell)))) return 'total_line';
    if (!wide || filled.length > 2) return null;
    if (BY_WHOM.test(first)) return 'heading_line';
    return filled.length === 1 && isHeading(first) ? 'heading_line' : null;
  };
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
function isHeading(text: string): boolean {
  return /^\p{L}\.?$/u.test(text) || /:$/.test(text) || text.length > 100 || PLACE_OF_MANY.test(text);
}
