import { isRowField, type RowField } from '../row.ts';
import { bareLevels } from './bare-levels.ts';
import type { ColumnGuess, ColumnRead } from './column-guess.ts';
import { fieldsOfTarget, type HeaderTarget, mayBeMany, PARTS } from './compounds.ts';
import { foldHeader, isNotesHeader, targetOfHeader } from './header-target.ts';
import { columnByValues } from './refine-guess.ts';
import { isContact, isName, isSeveralWords, share, targetOfValues } from './sample-kinds.ts';
import { isScanName } from './scan-names.ts';
import { areSerialDays } from './serial-days.ts';

const LINES = 200;
const VALUES = 40;
const SHOWN = 5;
/** Of what only the values say: enough to be taken, little enough to be looked at. */
const BY_VALUES_ONLY = 0.4;
/** What has no field of its own. */
export const IN_NOTES = 0.2;

/**
 * Guesses each column by its header and its values.
 * @param data the lines below the header
 */
export function guessColumns(headers: readonly string[], data: readonly string[][]): ColumnGuess[] {
  const read = readColumns(headers, data);
  const named = namesInLetters(read).map((column) => columnByValues(column, read));
  // What one column turned out to be may settle another: "Name" beside "Vorname".
  const settled = named.map((column) => columnByValues(column, named));
  const told = bareLevels(withoutHeaders(settled)).map(asScan);
  return restToNotes(onePerField(formerGraves(withNames(told)))).map(guessOf);
}

/** A column of file names goes with the pictures of the package, whatever its header. */
function asScan(column: ColumnRead): ColumnRead {
  return share(column.values, isScanName) < 0.6 ? column : { ...column, target: 'scan', confidence: 0.9 };
}

/** What is kept of a column: not its cells, and of serial days only that they are some. */
function guessOf({ cells: _cells, values, ...guess }: ColumnRead): ColumnGuess {
  const ofDates = guess.target !== null && DATE_TARGETS.includes(guess.target);
  return ofDates && !isRowField(guess.header) && areSerialDays(values) ? { ...guess, serialDays: true } : guess;
}

const DATE_TARGETS: readonly HeaderTarget[] = ['birthDate', 'fateDate', 'captureDate', 'conscriptionDate'];

function readColumns(headers: readonly string[], data: readonly string[][]): ColumnRead[] {
  const width = Math.max(headers.length, ...data.slice(0, 50).map((cells) => cells.length), 0);
  return Array.from({ length: width }, (_, column): ColumnRead => {
    const header = headers[column] ?? '';
    const cells = data.slice(0, LINES).map((line) => line[column] ?? '');
    const values = [...new Set(cells.filter((cell) => cell !== ''))].slice(0, VALUES);
    const guess = targetOfHeader(header);
    const { target = null, confidence = 0 } = guess ?? {};
    return { column, header, target, confidence, samples: values.slice(0, SHOWN), cells, values };
  });
}

/** "Ф | И | О" over three columns: then Ф is no fond. */
function namesInLetters(columns: ColumnRead[]): ColumnRead[] {
  const letters = new Map(columns.map((column) => [foldHeader(column.header), column.column]));
  const [family, given, patronymic] = ['ф', 'и', 'о'].map((letter) => letters.get(letter));
  if (family === undefined || given === undefined || patronymic === undefined) return columns;
  const targets = new Map<number, HeaderTarget>([
    [family, 'familyName'],
    [given, 'givenName'],
    [patronymic, 'patronymic'],
  ]);
  return columns.map((column) => {
    const target = targets.get(column.column);
    return target ? { ...column, target, confidence: 0.9 } : column;
  });
}

/** Columns without a header: names in the usual order, the rest by what the values are. */
function withoutHeaders(columns: ColumnRead[]): ColumnRead[] {
  const order: HeaderTarget[] = ['familyName', 'givenName', 'patronymic'];
  const taken = new Set(columns.map((column) => column.target));
  return columns.map((column) => {
    if (column.header !== '' || column.target !== null) return column;
    let target = targetOfValues(column.values);
    if (target === 'familyName') target = order.find((field) => !taken.has(field)) ?? null;
    if (target !== null && taken.has(target))
      target = target === 'birthPlace' && !taken.has('residence') ? 'residence' : null;
    if (target === null) return column;
    taken.add(target);
    return { ...column, target, confidence: target === 'ignore' ? 1 : BY_VALUES_ONLY };
  });
}

const NAMES: readonly RowField[] = ['fullName', 'familyName', 'givenName'];

/** A list in which no header says "name" has its names somewhere: in the column whose values are names. */
function withNames(columns: ColumnRead[]): ColumnRead[] {
  if (columns.some(({ target }) => target !== null && fieldsOfTarget(target).some((field) => NAMES.includes(field))))
    return columns;
  const free = columns.filter(({ target, header }) => target === null && header !== '');
  const [best] = free.sort((a, b) => share(b.values, isName) - share(a.values, isName));
  if (!best || share(best.values, (value) => isName(value) && isSeveralWords(value)) < 0.6) return columns;
  return columns.map((column) =>
    column === best ? { ...column, target: 'fullName', confidence: BY_VALUES_ONLY } : column,
  );
}

const FORMER =
  /(?:^| )(?:первичн|первонач|прежн|стар(?:ое|ый)|бывш|former|original|first|früher|ursprüngl|opprinnel|tidligere|pierwotn|dawn|алғашқы|бұрынғы)/u;

/** The first grave and the one of today in two columns: the first is where he was moved from. */
function formerGraves(columns: ColumnRead[]): ColumnRead[] {
  const graves = columns.filter(({ target }) => target === 'burialPlace' || target === 'burialSite');
  const taken = columns.some(({ target }) => target === 'movedFrom');
  const isFormer = ({ header }: ColumnRead) => FORMER.test(foldHeader(header));
  if (graves.length < 2 || taken || graves.every(isFormer)) return columns;
  return columns.map((column) =>
    graves.includes(column) && isFormer(column) ? { ...column, target: 'movedFrom' } : column,
  );
}

/** Levels of one place, parts of one grave, units inside one another: they may share a field, each in a column of its own. */
const LEVELS =
  /(?:^| )(?:област|облыс|район|аудан|край|сел[оа]|сельсов|ауыл|аул|деревн|насел|нас|адрес|address|город|қала|участ|ряд|мест[оа]|плит|сектор|квартал|могил|қатар|қабір|oblast|region|district|village|town|kreis|wojew|powiat|gmin|miejsc|kwater|rząd|rzad|gr[oó]b|block|reihe|feld|grab|plot|row|grave|section|felt|rad|grav|kommune|полк|дивиз|армия|бригад|часть|соедин|корпус|батальон|бөлім|regiment|division|army|battalion)/u;

/** Two columns cannot fill one field: the surer one keeps it; a level of it joins it, any other is left for a person. */
function onePerField(columns: ColumnRead[]): ColumnRead[] {
  const order = [...columns].sort((a, b) => b.confidence - a.confidence || a.column - b.column);
  const owners = new Map<HeaderTarget, ColumnRead>();
  const result = new Map<number, ColumnRead>();
  for (const guess of order) {
    const { target } = guess;
    if (target === null || mayBeMany(target)) continue;
    const owner = owners.get(target) ?? (target === 'age' ? birthOwner(owners) : undefined);
    if (owner === undefined) owners.set(target, guess);
    else result.set(guess.column, { ...guess, ...asPart(guess, owner) });
  }
  return columns.map((guess) => result.get(guess.column) ?? guess);
}

const birthOwner = (owners: ReadonlyMap<HeaderTarget, ColumnRead>): ColumnRead | undefined =>
  [...owners].find(([target]) => target !== 'age' && fieldsOfTarget(target).includes('birthDate'))?.[1];

function asPart(guess: ColumnRead, owner: ColumnRead): Pick<ColumnRead, 'target' | 'confidence'> {
  const part = (PARTS as Partial<Record<HeaderTarget, HeaderTarget>>)[guess.target ?? 'ignore'];
  const [own, other] = [foldHeader(guess.header), foldHeader(owner.header)];
  const areLevels = own !== other && LEVELS.test(own) && LEVELS.test(other);
  return part && areLevels ? { target: part, confidence: guess.confidence } : { target: null, confidence: 0 };
}

const CONTACT =
  /(?:^| )(?:тел|моб|e mail|email|эл почт|электронн|контакт|whats|phone|mobile|telefon|kontakt|байланыс|заявител|кто ищет|разыскив|іздеу|өтініш)/u;

/**
 * What has a header and no field goes to the notes under its header, so that nothing a partner sends is lost. Contacts of the living
 * do not, and neither does a second column of the same name: a person has to say what it is.
 */
function restToNotes(columns: ColumnRead[]): ColumnRead[] {
  const folds = columns.map(({ header }) => foldHeader(header));
  if (columns.every(({ target }) => target === null || target === 'ignore')) return columns;
  return columns.map((column, index) => {
    const fold = folds[index] ?? '';
    if (column.target !== null || fold === '' || folds.indexOf(fold) !== index) return column;
    if (CONTACT.test(fold) || share(column.values, isContact) > 0.3) return column;
    return { ...column, target: 'notes', confidence: IN_NOTES };
  });
}

/** What stands before each column's values in the notes (or before a bare number of a grave): nothing for remarks. */
export function noteLabels(columns: readonly { header: string }[]): string[] {
  return columns.map(({ header }) => (isNotesHeader(header) ? '' : header.replace(/\s+/g, ' ').trim()));
}
