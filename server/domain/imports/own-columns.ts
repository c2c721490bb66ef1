/**
 * The columns that we put behind a partner's own in the file of the rows that were kept out: the line, the import it was a line of, and
 * the reason. Nobody else calls columns so: in a file that comes back they are known again, and are no data. The words stand here,
 * not with the other texts, because the guess of columns has to know them in each language.
 */
export const OWN_COLUMNS = {
  line: { kk: 'Amanat: жол', ru: 'Amanat: строка', en: 'Amanat: line' },
  import: { kk: 'Amanat: импорт', ru: 'Amanat: импорт', en: 'Amanat: import' },
  reason: { kk: 'Amanat: себебі', ru: 'Amanat: причина', en: 'Amanat: reason' },
} as const;

export type OwnColumn = keyof typeof OWN_COLUMNS;

const KINDS = Object.keys(OWN_COLUMNS) as OwnColumn[];
const fold = (header: string): string => header.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
const byHeader = new Map(
  KINDS.flatMap((kind) => Object.values(OWN_COLUMNS[kind]).map((header) => [fold(header), kind] as const)),
);

/** Which of our own columns a header is; null for a partner's. */
export function ownColumnOf(header: string): OwnColumn | null {
  return byHeader.get(fold(header)) ?? null;
}

/** Whether a file is one of ours, sent back. */
export function isSentBack(columns: readonly { header: string }[]): boolean {
  return columns.some(({ header }) => ownColumnOf(header) !== null);
}

/** A line of an earlier import. */
export type SentBackLine = { importId: string; line: number };

export type OwnColumnReader = {
  /** The cells of the partner: ours say nothing of anybody. */
  bare: (cells: readonly string[]) => string[];
  /** Which line a row was when it was kept out; null where the file does not say. */
  lineOf: (cells: readonly string[]) => SentBackLine | null;
};

export function createOwnColumnReader(columns: readonly { header: string }[]): OwnColumnReader {
  const kinds = columns.map(({ header }) => ownColumnOf(header));
  const [line, importId] = [kinds.indexOf('line'), kinds.indexOf('import')];
  return {
    bare: (cells) => cells.map((cell, at) => (kinds[at] ? '' : cell)),
    lineOf(cells) {
      const [number, id] = [Number(cells[line]?.trim() || Number.NaN), cells[importId]?.trim() ?? ''];
      return Number.isInteger(number) && id !== '' ? { importId: id, line: number } : null;
    },
  };
}
