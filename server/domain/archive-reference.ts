import { inEitherLetters, sourceInEither } from './kazakh-letters.ts';

/** Where a document lies: archive, fond (holding), opis (inventory), delo (file), sheet. Numbers are text: they have letters. */
export type ArchiveReference = {
  archive: string | null;
  fond: string | null;
  opis: string | null;
  delo: string | null;
  sheet: string | null;
};

const NUMBER = '([\\p{L}\\d][\\p{L}\\d/.-]*)';

function part(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}])(?:${sourceInEither(words)})[\\s.:№]*${NUMBER}`, 'iu');
}

const FOND = part('фонд|ф|қор(?=[\\s.:№]*\\d)|fond|f|bestand|zesp(?:ół)?');
const OPIS = part('опись|оп|тізімдеме|opis|op|inv(?:entar)?');
const DELO = part('дело|д|ед\\.?\\s?хр|іс(?=[\\s.:№]*\\d)|delo|d|akte|file|sygn');
const SHEET = part('листы|лист|лл|л|парақ|sheet|bl(?:att)?|s');
const SLASHED =
  /^([^\d]*?)\s*(\d+[а-яa-z]?)\s*[/-]\s*(\d+[а-яa-zс]*)\s*[/-]\s*(\d+[а-яa-z]?)(?:\s*[/-]\s*(\d+[а-яa-z]*))?$/iu;
const ARCHIVE = inEitherLetters(
  /^\s*([^\d,;]*?(?:цамо|цвма|рга\p{L}*|гарф|архив\p{L}*|мұрағат\p{L}*|вк|военкомат\p{L}*|bundesarchiv|arolsen|archiv\p{L}*|archive\p{L}*)[^\d,;]*?)(?=[,;]|\s*(?:фонд|ф|қор|fond|f)[\s.]*\d|$)/iu,
);

function tidy(text: string | undefined): string | null {
  const bare = (text ?? '').replace(/\s+/g, ' ').replace(/^[\s.,;:]+|[\s.,;:]+$/g, '');
  return bare === '' ? null : bare;
}

/**
 * Reads a reference from one cell: "ЦАМО, ф. 58, оп. 818883, д. 1234, л. 12", "Ф.58 Оп.18001 Д.1", "58/18001/1".
 * Parts that are not there are null; a text that is no reference gives nulls, and the caller keeps it as the archive's name.
 */
export function parseArchiveReference(text: string): ArchiveReference {
  const cell = text.slice(0, 300);
  const slashed = SLASHED.exec(cell.trim());
  if (slashed) {
    const [, archive, fond, opis, delo, sheet] = slashed;
    return { archive: tidy(archive), fond: tidy(fond), opis: tidy(opis), delo: tidy(delo), sheet: tidy(sheet) };
  }
  const archive = tidy(ARCHIVE.exec(cell)?.[1]);
  const rest = archive === null ? cell : cell.slice(cell.indexOf(archive) + archive.length);
  const take = (pattern: RegExp): string | null => tidy(pattern.exec(rest)?.[1]);
  const sheet = SHEET.exec(rest);
  const reverse = /об(?:орот)?\.?\s*$/iu.test(rest) && sheet !== null;
  return {
    archive,
    fond: take(FOND),
    opis: take(OPIS),
    delo: take(DELO),
    sheet: reverse ? tidy(`${sheet[1]} об`) : tidy(sheet?.[1]),
  };
}

/** The reference of a row whose parts may stand apart or together in one of its cells. Own cells go before. */
export function archiveReferenceOf(row: Partial<Record<keyof ArchiveReference, string>>): ArchiveReference {
  const together = [row.archive, row.fond, row.delo].find(
    (cell) => cell !== undefined && /\d.*\d/.test(cell) && /[\s,/]/.test(cell),
  );
  const parsed = together === undefined ? null : parseArchiveReference(together);
  const own = (name: keyof ArchiveReference): string | null => (row[name] === together ? null : tidy(row[name]));
  return {
    archive: own('archive') ?? parsed?.archive ?? null,
    fond: own('fond') ?? parsed?.fond ?? null,
    opis: own('opis') ?? parsed?.opis ?? null,
    delo: own('delo') ?? parsed?.delo ?? null,
    sheet: own('sheet') ?? parsed?.sheet ?? null,
  };
}

/** One line for a reader: "ЦАМО, ф. 58, оп. 818883, д. 1234, л. 12"; empty when nothing is known. */
export function archiveLabel({ archive, fond, opis, delo, sheet }: ArchiveReference): string {
  const parts = [archive, fond && `ф. ${fond}`, opis && `оп. ${opis}`, delo && `д. ${delo}`, sheet && `л. ${sheet}`];
  return parts.filter((one) => one !== null && one !== '').join(', ');
}

/** The same file in the same archive, for joining mentions of one document; null without a file number. */
export function archiveKey({ archive, fond, opis, delo }: ArchiveReference): string | null {
  if (delo === null || fond === null) return null;
  return [archive ?? '', fond, opis ?? '', delo].map((one) => one.toLowerCase().replace(/[\s.]/g, '')).join('/');
}
