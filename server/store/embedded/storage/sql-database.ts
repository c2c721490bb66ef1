import Database from 'libsql';

export type SqlValue = number | string | Buffer | Uint8Array | null;
type Connection = InstanceType<typeof Database>;
type Statement = ReturnType<Connection['prepare']>;

/** Enough for the application's queries; statements of dropped tables fall out in time. */
const STATEMENTS_KEPT = 500;

/**
 * The only place that knows libsql: one file, opened so that a commit is on the disk before it returns (WAL, synchronous=FULL).
 * Changing the SQLite package means changing this file.
 */
export class SqlDatabase {
  readonly #connection: Connection;
  readonly #statements = new Map<string, Statement>();

  constructor(file: string, options: { readOnly?: boolean } = {}) {
    this.#connection = new Database(file, { timeout: 5000 });
    if (options.readOnly) {
      this.#connection.exec('PRAGMA query_only=ON; PRAGMA cache_size=-65536;');
      return;
    }
    // 32 MB of log before a checkpoint: with the usual 4 MB an import spends a third of its time copying the same index pages.
    this.#connection.exec(
      'PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-131072; PRAGMA wal_autocheckpoint=4000; PRAGMA foreign_keys=OFF;',
    );
  }

  get inTransaction(): boolean {
    return this.#connection.inTransaction;
  }

  exec(sql: string): void {
    this.#connection.exec(sql);
  }

  run(sql: string, values: SqlValue[]): { changes: number; rowid: number } {
    const result = this.#prepared(sql).run(values);
    return { changes: result.changes, rowid: Number(result.lastInsertRowid) };
  }

  /** The first row as an array of columns. */
  row<Row extends unknown[]>(sql: string, values: SqlValue[]): Row | undefined {
    const row: unknown = this.#prepared(sql).get(values);
    return row === undefined ? undefined : (row as Row);
  }

  rows<Row extends unknown[]>(sql: string, values: SqlValue[]): Row[] {
    return this.#prepared(sql).all(values) as Row[];
  }

  forgetStatements(): void {
    this.#statements.clear();
  }

  close(): void {
    this.#statements.clear();
    this.#connection.close();
  }

  #prepared(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    if (this.#statements.size >= STATEMENTS_KEPT) this.#statements.clear();
    const statement = this.#connection.prepare(sql);
    if (/^select|^explain/i.test(sql)) statement.raw();
    this.#statements.set(sql, statement);
    return statement;
  }
}

/** SQLite's refusal of a value that is already there, wherever it comes from. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT');
