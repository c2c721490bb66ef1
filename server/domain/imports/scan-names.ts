import { groupBy } from '../group-by.ts';

/** A scan that a row names: in which package of the list it is, and its own name there. */
export type FoundScan = { pack: string; name: string };

export type ScanFinder = (written: string) => FoundScan | 'missing' | 'ambiguous';

const ENDING = /\.(?:jpe?g|png|webp|heic|heif|pdf|tiff?|bmp|gif)$/iu;

/** Whether a text is the name of a scan's file, and no address of a page. */
export function isScanName(text: string): boolean {
  return ENDING.test(text) && !text.includes('://') && text.length <= 200;
}

/** The names of one cell: "12.jpg; 12 оборот.jpg". */
export function scanNamesOf(cell: string): string[] {
  const parts = cell.split(/[;|\n]+/).flatMap((part) => {
    const pieces = part.split(/,\s*/);
    return pieces.every((piece) => ENDING.test(piece)) ? pieces : [part];
  });
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
}

const fold = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('\\', '/')
    .replace(/^\.?\//, '');
/** The name of a scan without the folders it lies in, as two names are compared. */
export const scanBaseOf = (name: string): string => fold(name).replace(/^.*\//, '');
/** Whether a scan is of the name that a row writes, in whatever folder: the same scan made anew, or packed elsewhere. */
export function isOfName(written: string, name: string): boolean {
  const asked = scanBaseOf(written);
  const base = scanBaseOf(name);
  return asked === (ENDING.test(asked) ? base : withoutEnding(base));
}

const withoutEnding = (name: string): string => name.replace(ENDING, '');

/** Of more folders than these a row writes only the last ones. */
const FOLDERS = 10;

/** "a/b/12.jpg", "b/12.jpg" and "12.jpg". */
function endsOf(path: string): string[] {
  const parts = path.split('/').slice(-FOLDERS - 1);
  return parts.map((_part, index) => parts.slice(index).join('/'));
}

/**
 * Finds the scans that rows name, in the newest package that has them: by the whole path, else by the end of it. Folders that a row
 * writes must be those of the scan, and so must an ending; a name that two scans of one package share is told. A wrong paper beside a
 * man is worse than none.
 * @param packages newest first
 */
export function createScanFinder(packages: readonly { pack: string; names: readonly string[] }[]): ScanFinder {
  const books = packages.map(({ pack, names }) => ({
    pack,
    named: bookOf(names, fold),
    bare: bookOf(names, (name) => withoutEnding(fold(name))),
  }));
  return (written) => {
    const asked = fold(written);
    for (const { pack, named, bare } of books) {
      const { whole, ends } = ENDING.test(asked) ? named : bare;
      const found = whole.get(asked) ?? ends.get(asked) ?? [];
      const [name] = found;
      if (found.length > 1) return 'ambiguous';
      if (name !== undefined) return { pack, name };
    }
    return 'missing';
  };
}

/** The scans of one package by their paths, and by how their paths end. */
function bookOf(names: readonly string[], pathOf: (name: string) => string) {
  const ends = names.flatMap((name) => endsOf(pathOf(name)).map((end) => ({ name, end })));
  const named = [...groupBy(ends, ({ end }) => end)].map(
    ([end, found]) => [end, found.map(({ name }) => name)] as const,
  );
  return { whole: groupBy(names, pathOf), ends: new Map(named) };
}
