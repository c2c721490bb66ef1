import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from '../store-error.ts';
import { Catalog } from './catalog.ts';
import { SqlDatabase } from './sql-database.ts';

/** Documents, indexes and one open transaction at most. Everything here is synchronous: commands run one after the other. */
export class Engine {
  readonly sql: SqlDatabase;
  readonly catalog: Catalog;
  #writing = false;

  /** `readOnly`: a second look at documents that another engine of this process writes. */
  constructor(folder: string, options: { readOnly?: boolean } = {}) {
    // Only this user: the documents are about people.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.sql = new SqlDatabase(join(folder, 'documents.db'), options);
    this.catalog = new Catalog(this.sql, options);
  }

  /** For the second look: takes notice of collections and indexes that were made or dropped since. */
  refresh(): void {
    this.catalog.refresh();
  }

  /** To be called before anything is written; the writes are on disk, and may be acknowledged, once `commit` has returned. */
  begin(): void {
    if (this.#writing) {
      // A full disk makes SQLite give up the whole transaction by itself: nothing more may be written as if it still ran.
      if (!this.sql.inTransaction)
        throw new StoreError(14031, 'The write could not be put on the disk and was not done');
      return;
    }
    this.sql.exec('BEGIN IMMEDIATE');
    this.#writing = true;
  }

  get writing(): boolean {
    return this.#writing;
  }

  commit(): void {
    if (!this.#writing) return;
    try {
      this.catalog.saveArraysSeen();
      this.catalog.saveVersion();
      this.sql.exec('COMMIT');
      this.#writing = false;
    } catch (error) {
      this.rollback();
      const reason = error instanceof Error ? error.message : String(error);
      throw new StoreError(14031, `The write could not be put on the disk and was not done: ${reason}`);
    }
  }

  rollback(): void {
    if (!this.#writing) return;
    this.#writing = false;
    if (this.sql.inTransaction) this.sql.exec('ROLLBACK');
    this.sql.forgetStatements();
    this.catalog.reload();
  }

  /** All or nothing for a change of the catalog inside a running transaction. */
  whole<Result>(change: () => Result): Result {
    this.begin();
    this.catalog.saveArraysSeen();
    this.sql.exec('SAVEPOINT whole');
    try {
      const result = change();
      this.sql.exec('RELEASE whole');
      return result;
    } catch (error) {
      this.sql.exec('ROLLBACK TO whole; RELEASE whole');
      this.sql.forgetStatements();
      this.catalog.reload();
      throw error;
    }
  }

  /** Bytes of a database's documents. */
  sizeOf(database: string): number {
    return this.catalog.collections(database).reduce((sum, collection) => sum + collection.dataSize(), 0);
  }

  close(): void {
    if (this.#writing) this.rollback();
    this.sql.close();
  }
}
