import { readFile } from 'node:fs/promises';
import { LIST_LIMITS, type SheetLine, UnreadableList } from './sheet.ts';

/**
 * JSON rows (an array, or `{rows: [...]}`) and NDJSON (one object a line) as lines of a table: the keys met first make the header.
 * An object inside a row gives columns of its own ("burial country"), a list of texts one cell.
 */
export async function readJsonLines(path: string): Promise<SheetLine[]> {
  const text = (await readFile(path, 'utf8')).replace(/^\ufeff/, '');
  const rows = text.trimStart().startsWith('[') || isOneObject(text) ? wholeFile(text) : eachLine(text);
  const keys = keysOf(rows);
  const lines = rows.map(({ line, row }) => ({ line, cells: keys.map((key) => cellOf(row[key], line)) }));
  return [{ line: 0, cells: keys }, ...lines];
}

type JsonRow = { line: number; row: Record<string, unknown> };

/** Every row has a cell for every key of the file: a key of its own in each of many rows would make a table that no memory holds. */
function keysOf(rows: readonly JsonRow[]): string[] {
  const keys = new Set<string>();
  for (const { line, row } of rows) {
    for (const key of Object.keys(row)) keys.add(key);
    if (keys.size > LIST_LIMITS.columns) throw new UnreadableList('too_many_columns', { line, columns: keys.size });
  }
  return [...keys];
}

function refuseTooMany(rows: number): void {
  if (rows > LIST_LIMITS.rows) throw new UnreadableList('too_many_rows', { limit: LIST_LIMITS.rows });
}

function isOneObject(text: string): boolean {
  return /^\s*\{\s*"(?:rows|items|data)"\s*:/.test(text);
}

function wholeFile(text: string): JsonRow[] {
  const parsed = parse(text, 1);
  const list = Array.isArray(parsed) ? parsed : Object.values(parsed as Record<string, unknown>).find(Array.isArray);
  if (!list) throw new UnreadableList('broken_json', { line: 1 });
  refuseTooMany(list.length);
  return (list as unknown[]).map((row, index) => ({ line: index + 1, row: asRow(row, index + 1) }));
}

function eachLine(text: string): JsonRow[] {
  const rows: JsonRow[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    rows.push({ line: index + 1, row: asRow(parse(line, index + 1), index + 1) });
    refuseTooMany(rows.length);
  });
  return rows;
}

function parse(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnreadableList('broken_json', { line }, error);
  }
}

function asRow(row: unknown, line: number): Record<string, unknown> {
  if (row === null || typeof row !== 'object' || Array.isArray(row)) throw new UnreadableList('broken_json', { line });
  return flat(row as Record<string, unknown>, '', line);
}

const DEEPEST = 4;

function flat(object: Record<string, unknown>, path: string, line: number): Record<string, unknown> {
  if (path.split(' ').length > DEEPEST) throw new UnreadableList('broken_json', { line });
  const entries = Object.entries(object).flatMap(([key, value]): [string, unknown][] => {
    const name = path === '' ? key : `${path} ${key}`;
    const isObject = value !== null && typeof value === 'object' && !Array.isArray(value);
    return isObject ? Object.entries(flat(value as Record<string, unknown>, name, line)) : [[name, value]];
  });
  return Object.fromEntries(entries);
}

function cellOf(value: unknown, line: number): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((one) => cellOf(one, line)).join('; ');
  if (typeof value === 'object') throw new UnreadableList('broken_json', { line });
  return String(value).trim();
}
