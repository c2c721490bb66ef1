import { open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import iconv from 'iconv-lite';
import { cellAsWritten } from '../../tables/harmless-cell.ts';
import { type CsvForm, guessDelimiter, readCsvLines, usesQuotes } from './csv-lines.ts';
import { byteOrderMark, type Encoding, encodings, guessEncoding } from './encoding.ts';
import { joinSheets, type SheetStart } from './join-sheets.ts';
import { readJsonLines } from './json-lines.ts';
import { looksTwiceEncoded, mendTwiceEncoded } from './lost-letters.ts';
import { LIST_LIMITS, type SheetLine, UnreadableList } from './sheet.ts';
import type { WorkbookKind } from './workbook-parts.ts';
import { readSheets } from './workbook-sheets.ts';

export type ListForm = {
  kind: 'csv' | WorkbookKind | 'json';
  encoding: string;
  /** False when another encoding reads nearly as well, so that a person should look. */
  encodingSure: boolean;
  delimiter: string | null;
  /** Quotation marks at the edge of a cell are none of the text. */
  quoted?: boolean;
  /** UTF-8 that was saved through a one-byte encoding; each cell is mended. */
  twiceEncoded: boolean;
  sheet: string | null;
  sheets: string[];
  /** The sheets that are read one after the other, when the list goes on over several. */
  starts?: SheetStart[];
};

export type OpenedList = { form: ListForm; lines: AsyncIterable<SheetLine> };

export type ListChoice = {
  encoding?: Encoding | undefined;
  delimiter?: string | undefined;
  sheet?: string | undefined;
};

const SAMPLE_BYTES = 4 * 1024 * 1024;

/**
 * Opens a partner's file by what it is, not by what it is called. What a person chose (encoding, delimiter, sheet) goes before what
 * is guessed.
 */
export async function openList(path: string, choice: ListChoice = {}): Promise<OpenedList> {
  const beginning = await readBeginning(path);
  if (beginning.length === 0) throw new UnreadableList('empty_file');
  // The mark of UTF-16 looks like the beginning of a sound recording.
  const type = byteOrderMark(beginning) === null ? await fileTypeFromBuffer(beginning) : undefined;
  if (type?.ext === 'xlsx' || type?.mime === 'application/zip') return openWorkbook(path, 'xlsx', choice);
  if (type?.mime === 'application/vnd.oasis.opendocument.spreadsheet') return openWorkbook(path, 'ods', choice);
  // What Excel wrote before 2007: no kept library reads it, and whoever has it can save it anew.
  if (type?.ext === 'cfb') throw new UnreadableList('save_as_xlsx');
  // file-type knows a few text formats too; only XML and the like are no list.
  if (type && type.mime !== 'text/plain') throw new UnreadableList('not_a_list', { type: type.ext });
  const guess = guessEncoding(beginning);
  const encoding = choice.encoding ?? guess.encoding;
  const text = iconv.decode(beginning, encoding);
  if (text.includes('\u0000')) throw new UnreadableList('not_a_list', { type: 'binary' });
  if (text.trim() === '') throw new UnreadableList('empty_file');
  if (/^\ufeff?\s*[[{]/.test(text)) return openJson(path);
  return openCsv(path, text, choice, { encoding, sure: choice.encoding !== undefined || guess.sure });
}

async function readBeginning(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size > LIST_LIMITS.bytes) throw new UnreadableList('too_large', { limitMb: LIST_LIMITS.bytes / 1024 / 1024 });
    const buffer = Buffer.alloc(Math.min(size, SAMPLE_BYTES));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function openCsv(
  path: string,
  text: string,
  choice: ListChoice,
  { encoding, sure }: { encoding: Encoding; sure: boolean },
): OpenedList {
  const delimiter = choice.delimiter ?? guessDelimiter(text.slice(0, 200_000));
  const twiceEncoded = looksTwiceEncoded(
    text
      .slice(0, 50_000)
      .split(/[\r\n]+/)
      .slice(0, 60)
      .flatMap((line) => line.split(delimiter)),
  );
  const quoted = usesQuotes(text, delimiter);
  const form = { kind: 'csv', encoding, encodingSure: sure, delimiter, quoted, twiceEncoded } as const;
  return { form: { ...form, sheet: null, sheets: [] }, lines: csvLines(path, { ...form, encoding }) };
}

type CsvFound = CsvForm & { twiceEncoded: boolean };

function csvLines(path: string, form: CsvFound): AsyncIterable<SheetLine> {
  return tidied(readCsvLines(path, form), form.twiceEncoded);
}

/** The same file again, by what was found of it the first time: nothing is guessed anew. */
export async function reopenList(path: string, form: ListForm, choice: ListChoice = {}): Promise<OpenedList> {
  const { kind, delimiter, quoted, twiceEncoded } = form;
  const encoding = encodings.find((one) => one === form.encoding);
  if (kind !== 'csv' || delimiter === null || quoted === undefined || !encoding) return openList(path, choice);
  return { form, lines: csvLines(path, { encoding, delimiter, quoted, twiceEncoded }) };
}

async function openWorkbook(path: string, kind: WorkbookKind, choice: ListChoice): Promise<OpenedList> {
  const sheets = await readSheets(path, kind);
  const names = sheets.map((sheet) => sheet.name);
  // The list is the sheet with the most lines: a workbook often begins with a title page.
  const largest = [...sheets].sort((a, b) => b.lines.length - a.lines.length)[0];
  const sheet = choice.sheet === undefined ? largest : sheets.find((one) => one.name === choice.sheet);
  if (!sheet) throw new UnreadableList('no_such_sheet', { sheet: choice.sheet ?? '' });
  if (sheet.lines.length === 0) throw new UnreadableList('empty_file');
  const { lines, starts } =
    choice.sheet === undefined ? joinSheets(sheets, sheet) : { lines: sheet.lines, starts: [] as SheetStart[] };
  return {
    form: {
      kind,
      encoding: 'utf-8',
      encodingSure: true,
      delimiter: null,
      twiceEncoded: false,
      sheet: sheet.name,
      sheets: names,
      ...(starts.length > 1 ? { starts } : {}),
    },
    lines: tidied(lines, false),
  };
}

async function openJson(path: string): Promise<OpenedList> {
  const lines = await readJsonLines(path);
  return {
    form: {
      kind: 'json',
      encoding: 'utf-8',
      encodingSure: true,
      delimiter: null,
      twiceEncoded: false,
      sheet: null,
      sheets: [],
    },
    lines: tidied(lines, false, false),
  };
}

/** Cells without outer white space, with what was encoded twice read back; lines that hold nothing are passed over. */
async function* tidied(
  lines: AsyncIterable<SheetLine> | Iterable<SheetLine>,
  twiceEncoded: boolean,
  isTable = true,
): AsyncGenerator<SheetLine> {
  let count = 0;
  for await (const { line, cells } of lines) {
    const tidy = cells.map((cell) => {
      const text = (twiceEncoded ? (mendTwiceEncoded(cell) ?? cell) : cell).normalize('NFC').trim();
      // What we sent out with an apostrophe against formulas comes back without it; JSON has none.
      return isTable ? cellAsWritten(text) : text;
    });
    if (tidy.every((cell) => cell === '')) continue;
    count += 1;
    if (count > LIST_LIMITS.rows) throw new UnreadableList('too_many_rows', { limit: LIST_LIMITS.rows });
    yield { line, cells: tidy };
  }
}
