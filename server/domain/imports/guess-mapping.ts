import { isRowField, type RowField } from '../row.ts';
import { HEADER_SYNONYMS, type HeaderTarget } from './header-synonyms.ts';

/** Where a column goes, how sure the guess is (0 to 1), and a few of its values for a person to judge by. */
export type ColumnGuess = {
  column: number;
  header: string;
  target: HeaderTarget | null;
  confidence: number;
  samples: string[];
};

export type TableGuess = {
  /** Index of the first line of data among the lines given. */
  firstData: number;
  columns: ColumnGuess[];
};

const bySynonym = new Map<string, HeaderTarget>();
for (const [target, synonyms] of Object.entries(HEADER_SYNONYMS)) {
  for (const synonym of synonyms) bySynonym.set(foldHeader(synonym), target as HeaderTarget);
}

/** A header as it is compared: small letters, no signs, one space. "Дата рождения/Возраст" and "дата рождения возраст" are one. */
export function foldHeader(header: string): string {
  const folded = header
    .normalize('NFC')
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[^\p{L}\p{N}№#]+/gu, ' ')
    .trim();
  return folded === '' ? header.trim() : folded;
}

/**
 * Which field a header means. 1: a known header word for word. 0.8: a known header with more words around it ("Фамилия (рус.)").
 * Null when nothing is known; the column is then kept in the notes and never lost silently.
 */
export function targetOfHeader(header: string): { target: HeaderTarget; confidence: number } | null {
  const folded = foldHeader(header);
  if (folded === '') return null;
  const exact = bySynonym.get(folded) ?? bySynonym.get(folded.replace(/№|#/g, '').trim());
  if (exact) return { target: exact, confidence: 1 };
  return longestInside(folded);
}

function longestInside(folded: string): { target: HeaderTarget; confidence: number } | null {
  const padded = ` ${folded} `;
  let best: { synonym: string; target: HeaderTarget } | null = null;
  for (const [synonym, target] of bySynonym) {
    // Short words ("no", "ур", "land") stand in too many headers to mean anything inside one.
    if (synonym.length < 4 || target === 'ignore' || !padded.includes(` ${synonym} `)) continue;
    if (!best || synonym.length > best.synonym.length) best = { synonym, target };
  }
  if (!best) return null;
  const share = best.synonym.length / folded.length;
  return share < 0.3 ? null : { target: best.target, confidence: 0.5 + 0.3 * share };
}

const LINES_LOOKED_AT = 15;

/**
 * Finds the header among the first lines and guesses each column. Titles above the header, a header in two lines ("Захоронение" over
 * "страна | место") and a line of column numbers (1, 2, 3) below it are all usual.
 * @param lines the first lines of the list, cells as text
 */
export function guessTable(lines: string[][]): TableGuess {
  const scores = lines.slice(0, LINES_LOOKED_AT).map(headerScore);
  const best = Math.max(0, ...scores);
  const at = scores.indexOf(best);
  if (best === 0) return { firstData: 0, columns: guessColumns([], lines) };
  const headerLines = [lines[at] ?? []];
  let next = at + 1;
  if (isSecondHeaderLine(lines[at] ?? [], lines[next] ?? [])) {
    headerLines.push(lines[next] ?? []);
    next += 1;
  }
  if (isColumnNumbers(lines[next] ?? [])) next += 1;
  return { firstData: next, columns: guessColumns(joinHeaders(headerLines), lines.slice(next)) };
}

function headerScore(cells: string[]): number {
  const known = cells.map((cell) => targetOfHeader(cell)).filter((guess) => guess !== null);
  // A single known word may stand in a title ("Кладбище Лесное"); a header has two or more, or is the only cell.
  if (known.length < 2 && cells.filter(Boolean).length > 1) return 0;
  return known.reduce((sum, guess) => sum + guess.confidence, 0);
}

/** A second line belongs to the header when it only fills what the first leaves open, with header words and no numbers. */
function isSecondHeaderLine(first: string[], second: string[]): boolean {
  const filled = second.filter(Boolean);
  if (filled.length === 0 || filled.length >= first.filter(Boolean).length + 6) return false;
  const known = filled.filter((cell) => targetOfHeader(cell) !== null || foldHeader(cell).length < 3);
  return known.length === filled.length && !isColumnNumbers(second) && headerScore(second) > 0;
}

function isColumnNumbers(cells: string[]): boolean {
  const filled = cells.filter(Boolean);
  return filled.length > 2 && filled.every((cell, index) => cell.replace(/[()]/g, '') === String(index + 1));
}

/** "Захоронение" over "страна": the lower word says more; the upper stands over every open cell to its right. */
function joinHeaders(lines: string[][]): string[] {
  const [upper = [], lower] = lines;
  if (!lower) return upper;
  const width = Math.max(upper.length, lower.length);
  let over = '';
  return Array.from({ length: width }, (_, column) => {
    if (upper[column]) over = upper[column] ?? '';
    const below = lower[column] ?? '';
    if (below === '') return upper[column] ?? '';
    const joined = `${over} ${below}`.trim();
    const asJoined = targetOfHeader(joined);
    const alone = targetOfHeader(below);
    return (asJoined?.confidence ?? 0) >= (alone?.confidence ?? 0) ? joined : below;
  });
}

function guessColumns(headers: string[], data: string[][]): ColumnGuess[] {
  const width = Math.max(headers.length, ...data.slice(0, 50).map((cells) => cells.length));
  const columns = Array.from({ length: width }, (_, column): ColumnGuess => {
    const header = headers[column] ?? '';
    const samples = samplesOf(data, column);
    const guess = targetOfHeader(header);
    return { column, header, target: guess?.target ?? null, confidence: guess?.confidence ?? 0, samples };
  });
  return onePerField(columns.map(withSamples));
}

function samplesOf(data: string[][], column: number): string[] {
  const values = data.slice(0, 200).map((cells) => cells[column] ?? '');
  return [...new Set(values.filter(Boolean))].slice(0, 5);
}

/** What the values say where the header is too short to: "Name" over "Kairbekow Dschaksylyk" is the whole name. */
function withSamples(guess: ColumnGuess): ColumnGuess {
  const words = guess.samples.map((sample) => sample.split(/[\s,]+/).length);
  const several = words.filter((count) => count > 1).length > words.length / 2;
  if (guess.target === 'fullName' && words.length > 0 && !several && foldHeader(guess.header) === 'name') {
    return { ...guess, target: 'familyName', confidence: 0.7 };
  }
  if (guess.target === 'familyName' && several && words.filter((count) => count >= 3).length > words.length / 2) {
    return { ...guess, target: 'fullName', confidence: 0.7 };
  }
  return guess;
}

/** Two columns cannot fill one field: the surer one keeps it, the other is left for a person. Notes may be many. */
function onePerField(columns: ColumnGuess[]): ColumnGuess[] {
  const taken = new Set<HeaderTarget>();
  const order = [...columns].sort((a, b) => b.confidence - a.confidence || a.column - b.column);
  const kept = new Set<number>();
  for (const guess of order) {
    if (guess.target === null) continue;
    if (guess.target !== 'notes' && guess.target !== 'ignore' && taken.has(guess.target)) continue;
    taken.add(guess.target);
    kept.add(guess.column);
  }
  return columns.map((guess) => (kept.has(guess.column) ? guess : { ...guess, target: null, confidence: 0 }));
}

/** Whether a text names a place a column can go to. */
export function isHeaderTarget(text: string): text is HeaderTarget {
  return Object.hasOwn(HEADER_SYNONYMS, text);
}

const COMPOUND_FIELDS: Readonly<Record<Exclude<HeaderTarget, RowField>, readonly RowField[]>> = {
  conscription: ['conscriptionDate', 'conscriptionPlace'],
  archiveReference: ['archive', 'fond', 'opis', 'delo', 'sheet'],
  burialDateAndPlace: ['burialPlace'],
  campAndNumber: ['camp', 'campNumber'],
  coordinates: ['burialLatitude', 'burialLongitude'],
  birthDateAndPlace: ['birthDate', 'birthPlace'],
  deathDateAndPlace: ['fateDate', 'fatePlace'],
  ignore: [],
};

/** The row fields a target fills, for the report of a mapping. */
export function fieldsOfTarget(target: HeaderTarget): readonly RowField[] {
  return isRowField(target) ? [target] : COMPOUND_FIELDS[target];
}
