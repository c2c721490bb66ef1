import type { KeyedDocument, StoredDocument } from './collection.ts';
import type { SqlDatabase, SqlValue } from './sql-database.ts';

export type Range = { from: Buffer; to: Buffer | null };
/** Where the keys are: the index's own table, or the documents' table for `_id_`. */
export type KeyTable = { documents: number; index: number };

/** The one document under a whole key of a unique index: what most lookups ask. */
export function documentAt(sql: SqlDatabase, table: KeyTable, key: Buffer): StoredDocument | undefined {
  const source =
    table.index === 0
      ? `SELECT rid, doc FROM d${table.documents} WHERE id=?`
      : `SELECT d.rid, d.doc FROM i${table.index} k CROSS JOIN d${table.documents} d ON d.rid=k.rid WHERE k.key=?`;
  const row = sql.row<[number, Buffer]>(source, [key]);
  return row && { rowid: row[0], bytes: row[1] };
}

export const FIRST_PAGE = 16;
const LARGEST_PAGE = 500;
const PAGE_BYTES = 4_000_000;

/** The next page is larger, but not beyond a few megabytes: documents may have 16 of them. */
export function nextPageSize(size: number, page: readonly { length: number }[]): number {
  const bytes = page.reduce((sum, document) => sum + document.length, 0);
  const fitting = Math.floor(PAGE_BYTES / (bytes / Math.max(page.length, 1) + 1));
  return Math.max(1, Math.min(size * 4, LARGEST_PAGE, fitting));
}

/** Documents of one key range in key order (equal keys by row), read in pages that grow. */
export function* walkKeys(
  sql: SqlDatabase,
  table: KeyTable,
  range: Range,
  backwards: boolean,
): Generator<KeyedDocument> {
  let after: { key: Buffer; rowid: number } | undefined;
  for (let size = FIRST_PAGE; ; ) {
    const { text, values } = pageQuery(table, range, { after, backwards });
    const page = sql.rows<[Buffer, number, Buffer]>(text, [...values, size]);
    for (const [key, rowid, bytes] of page) {
      after = { key, rowid };
      yield { rowid, bytes, key };
    }
    if (page.length < size) return;
    size = nextPageSize(
      size,
      page.map((row) => row[2]),
    );
  }
}

function pageQuery(
  table: KeyTable,
  range: Range,
  place: { after: { key: Buffer; rowid: number } | undefined; backwards: boolean },
): { text: string; values: SqlValue[] } {
  const own = table.index === 0;
  const key = own ? 'd.id' : 'k.key';
  const row = own ? 'd.rid' : 'k.rid';
  const from = own ? `d${table.documents} d` : `i${table.index} k CROSS JOIN d${table.documents} d ON d.rid=k.rid`;
  const { after, backwards } = place;
  const order = backwards ? ' DESC' : '';
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  const add = (condition: string, ...more: SqlValue[]): void => {
    conditions.push(condition);
    values.push(...more);
  };
  if (after && !backwards) add(`(${key}, ${row}) > (?, ?)`, after.key, after.rowid);
  else add(`${key} >= ?`, range.from);
  if (after && backwards) add(`(${key}, ${row}) < (?, ?)`, after.key, after.rowid);
  else if (range.to) add(`${key} < ?`, range.to);
  return {
    text: `SELECT ${key}, ${row}, d.doc FROM ${from} WHERE ${conditions.join(' AND ')} ORDER BY ${key}${order}, ${row}${order} LIMIT ?`,
    values,
  };
}

/** How many keys lie in the range, counting no further than `most`; -1: to the end. */
export function countKeys(sql: SqlDatabase, table: KeyTable, range: Range, most: number): number {
  const [source, key] = table.index === 0 ? [`d${table.documents}`, 'id'] : [`i${table.index}`, 'key'];
  const upper = range.to ? ` AND ${key} < ?` : '';
  const within = `FROM ${source} WHERE ${key} >= ?${upper}`;
  const values: SqlValue[] = range.to ? [range.from, range.to] : [range.from];
  if (most >= 0) values.push(most);
  const text = most < 0 ? `SELECT count(*) ${within}` : `SELECT count(*) FROM (SELECT 1 ${within} LIMIT ?)`;
  return sql.row<[number]>(text, values)?.[0] ?? 0;
}
