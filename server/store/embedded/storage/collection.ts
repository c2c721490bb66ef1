import { readDoc } from '../bson-form.ts';
import type { Doc } from '../semantics-contract.ts';
import { duplicateKey } from './duplicate-key.ts';
import { type IndexDefinition, keysOf } from './index-definition.ts';
import { countKeys, documentAt, FIRST_PAGE, nextPageSize, type Range, walkKeys } from './index-reader.ts';
import { encodeValue } from './key-encoding.ts';
import { isUniqueViolation, type SqlDatabase } from './sql-database.ts';

/** A document as it lies in the store: its row number and its BSON bytes. */
export type StoredDocument = { rowid: number; bytes: Uint8Array };
/** The same, met on a walk through an index. */
export type KeyedDocument = StoredDocument & { key: Buffer };

/** Keys of one document in one statement: few different statements, so that all stay prepared. */
const KEYS_AT_ONCE = 32;

/**
 * One collection: a table of documents (`d<table>`: row number, key bytes of `_id`, BSON) and one table of keys for each further index
 * (`i<table>`). Every change to a document changes its keys in the same savepoint.
 */
export class Collection {
  readonly database: string;
  readonly name: string;
  readonly table: number;
  readonly uuid: Buffer;
  readonly idIndex: IndexDefinition;
  indexes: IndexDefinition[] = [];
  /** Told when an index turns out to hold arrays, so that the catalog remembers it. */
  onArraySeen: (index: IndexDefinition) => void = () => {};
  readonly #sql: SqlDatabase;

  constructor(
    sql: SqlDatabase,
    identity: { database: string; name: string; table: number; uuid: Buffer },
    idIndex: IndexDefinition,
  ) {
    this.#sql = sql;
    this.database = identity.database;
    this.name = identity.name;
    this.table = identity.table;
    this.uuid = identity.uuid;
    this.idIndex = idIndex;
  }

  get namespace(): string {
    return `${this.database}.${this.name}`;
  }

  get allIndexes(): IndexDefinition[] {
    return [this.idIndex, ...this.indexes];
  }

  insert(doc: Doc, bytes: Uint8Array): number {
    return this.#asOne(() => {
      const rowid = this.#writeRow(doc, bytes);
      for (const index of this.indexes) {
        const { keys, throughArray } = keysOf(index, doc);
        this.#noteArrays(index, throughArray);
        this.#addKeys(index, keys, { rowid, doc });
      }
      return rowid;
    });
  }

  /** Puts `next` in the place of `old`; `_id` is the same (the caller has seen to it). */
  replace(rowid: number, old: Doc, next: { doc: Doc; bytes: Uint8Array }): void {
    this.#asOne(() => {
      for (const index of this.indexes) this.#moveKeys(index, { rowid, doc: old }, next.doc);
      this.#sql.run(`UPDATE d${this.table} SET doc=? WHERE rid=?`, [next.bytes, rowid]);
    });
  }

  remove(rowid: number, doc: Doc): void {
    this.#asOne(() => {
      for (const index of this.indexes) {
        for (const key of keysOf(index, doc).keys) this.#dropKey(index, key, rowid);
      }
      this.#sql.run(`DELETE FROM d${this.table} WHERE rid=?`, [rowid]);
    });
  }

  byRow(rowid: number): StoredDocument | undefined {
    const row = this.#sql.row<[Buffer]>(`SELECT doc FROM d${this.table} WHERE rid=?`, [rowid]);
    return row && { rowid, bytes: row[0] };
  }

  count(): number {
    return this.#sql.row<[number]>(`SELECT count(*) FROM d${this.table}`, [])?.[0] ?? 0;
  }

  /** Bytes of all documents. */
  dataSize(): number {
    return this.#sql.row<[number | null]>(`SELECT sum(length(doc)) FROM d${this.table}`, [])?.[0] ?? 0;
  }

  /** Documents in the order of an index's keys; one with several keys in the range comes several times. */
  walkIndex(index: IndexDefinition, range: Range, backwards: boolean): Iterable<KeyedDocument> {
    return walkKeys(this.#sql, { documents: this.table, index: index.table }, range, backwards);
  }

  documentAt(index: IndexDefinition, key: Buffer): StoredDocument | undefined {
    return documentAt(this.#sql, { documents: this.table, index: index.table }, key);
  }

  countKeys(index: IndexDefinition, range: Range, most: number): number {
    return countKeys(this.#sql, { documents: this.table, index: index.table }, range, most);
  }

  /** Makes the keys of all documents for a new index; a duplicate refuses it. */
  fillIndex(index: IndexDefinition): void {
    const entries: [Buffer, number][] = [];
    for (const { rowid, bytes } of this.scan()) {
      const { keys, throughArray } = keysOf(index, readDoc(bytes));
      this.#noteArrays(index, throughArray);
      for (const key of keys) entries.push([key, rowid]);
    }
    entries.sort((a, b) => a[0].compare(b[0]) || a[1] - b[1]);
    for (const [key, rowid] of entries) {
      if (this.#insertKey(index, key, rowid)) continue;
      const stored = this.byRow(rowid);
      throw duplicateKey(this.namespace, index, { doc: stored ? readDoc(stored.bytes) : {}, key });
    }
  }

  /** All documents in the order of their insertion (or the last first), read in pages: no statement stays open between them. */
  *scan(backwards = false): Generator<StoredDocument> {
    let last = backwards ? Number.MAX_SAFE_INTEGER : 0;
    const [beyond, order] = backwards ? ['<', ' DESC'] : ['>', ''];
    const text = `SELECT rid, doc FROM d${this.table} WHERE rid${beyond}? ORDER BY rid${order} LIMIT ?`;
    for (let size = FIRST_PAGE; ; ) {
      const page = this.#sql.rows<[number, Buffer]>(text, [last, size]);
      for (const [rowid, bytes] of page) {
        last = rowid;
        yield { rowid, bytes };
      }
      if (page.length < size) return;
      size = nextPageSize(
        size,
        page.map((row) => row[1]),
      );
    }
  }

  #writeRow(doc: Doc, bytes: Uint8Array): number {
    const key = encodeValue(doc._id);
    try {
      return this.#sql.run(`INSERT INTO d${this.table}(id,doc) VALUES(?,?)`, [key, bytes]).rowid;
    } catch (error) {
      if (isUniqueViolation(error)) throw duplicateKey(this.namespace, this.idIndex, { doc, key });
      throw error;
    }
  }

  #moveKeys(index: IndexDefinition, old: { rowid: number; doc: Doc }, next: Doc): void {
    const before = keysOf(index, old.doc).keys;
    const { keys: after, throughArray } = keysOf(index, next);
    this.#noteArrays(index, throughArray);
    if (before.length === 1 && after.length === 1 && before[0]?.equals(after[0] as Buffer)) return;
    const gone = before.filter((key) => !after.some((other) => other.equals(key)));
    const added = after.filter((key) => !before.some((other) => other.equals(key)));
    for (const key of gone) this.#dropKey(index, key, old.rowid);
    for (const key of added) this.#addKey(index, key, { rowid: old.rowid, doc: next });
  }

  #addKey(index: IndexDefinition, key: Buffer, of: { rowid: number; doc: Doc }): void {
    if (!this.#insertKey(index, key, of.rowid)) throw duplicateKey(this.namespace, index, { doc: of.doc, key });
  }

  /** All keys of one document: where the index is not unique no two can clash, so they go in with one statement. */
  #addKeys(index: IndexDefinition, keys: readonly Buffer[], of: { rowid: number; doc: Doc }): void {
    if (index.unique || keys.length < 2) {
      for (const key of keys) this.#addKey(index, key, of);
      return;
    }
    for (let start = 0; start < keys.length; start += KEYS_AT_ONCE) {
      const some = keys.slice(start, start + KEYS_AT_ONCE);
      const places = some.map(() => '(?,?)').join(',');
      this.#sql.run(
        `INSERT OR IGNORE INTO i${index.table}(key,rid) VALUES${places}`,
        some.flatMap((key) => [key, of.rowid]),
      );
    }
  }

  #insertKey(index: IndexDefinition, key: Buffer, rowid: number): boolean {
    return this.#sql.run(`INSERT OR IGNORE INTO i${index.table}(key,rid) VALUES(?,?)`, [key, rowid]).changes === 1;
  }

  #dropKey(index: IndexDefinition, key: Buffer, rowid: number): void {
    this.#sql.run(`DELETE FROM i${index.table} WHERE key=? AND rid=?`, [key, rowid]);
  }

  #noteArrays(index: IndexDefinition, throughArray: readonly boolean[]): void {
    let news = false;
    throughArray.forEach((seen, at) => {
      if (seen && !index.throughArray[at]) {
        index.throughArray[at] = true;
        news = true;
      }
    });
    if (news) this.onArraySeen(index);
  }

  /** All or nothing for one document: a duplicate in the third index takes the first two keys back. */
  #asOne<Result>(change: () => Result): Result {
    if (this.indexes.length === 0) return change();
    this.#sql.run('SAVEPOINT one', []);
    try {
      const result = change();
      this.#sql.run('RELEASE one', []);
      return result;
    } catch (error) {
      this.#sql.exec('ROLLBACK TO one; RELEASE one');
      throw error;
    }
  }
}
