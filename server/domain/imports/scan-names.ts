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
const baseOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1);
const bareOf = (name: string): string => baseOf(name).replace(ENDING, '');

/**
 * Finds the scans that rows name: by the whole path, else by the name without its folder, else without its ending, in the newest
 * package that has it. A name that two scans of one package share is told, for a wrong paper beside a man is worse than none.
 * @param packages newest first
 */
export function createScanFinder(packages: readonly { pack: string; names: readonly string[] }[]): ScanFinder {
  const ways = [fold, (name: string) => baseOf(fold(name)), (name: string) => bareOf(fold(name))];
  const books = packages.map(({ pack, names }) => ({ pack, maps: ways.map((way) => groupBy(names, way)) }));
  return (written) => {
    for (const { pack, maps } of books) {
      for (const [index, way] of ways.entries()) {
        const found = maps[index]?.get(way(written)) ?? [];
        const [name] = found;
        if (found.length > 1) return 'ambiguous';
        if (name !== undefined) return { pack, name };
      }
    }
    return 'missing';
  };
}

function groupBy(names: readonly string[], key: (name: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) groups.set(key(name), [...(groups.get(key(name)) ?? []), name]);
  return groups;
}
