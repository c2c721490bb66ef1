import { randomBytes } from 'node:crypto';
import { UUID } from 'bson';
import { readDoc, writeDoc } from '../bson-form.ts';
import type { Doc } from '../semantics-contract.ts';
import { StoreError } from '../store-error.ts';
import { Collection } from './collection.ts';
import type { IndexDefinition } from './index-definition.ts';
import { idIndex, parseIndexSpec } from './index-spec.ts';
import type { SqlDatabase } from './sql-database.ts';

const LONGEST_NAMESPACE = 255;

/**
 * What collections and indexes there are, kept in two SQLite tables and mirrored in memory. Databases come and go with their
 * collections, as in MongoDB.
 */
export class Catalog {
  readonly #sql: SqlDatabase;
  readonly #databases = new Map<string, Map<string, Collection>>();
  readonly #arraysSeen = new Set<IndexDefinition>();
  #version = 0;
  #changed = false;

  constructor(sql: SqlDatabase, options: { readOnly?: boolean } = {}) {
    this.#sql = sql;
    if (!options.readOnly) this.#prepare();
    this.reload();
  }

  #prepare(): void {
    this.#sql.exec(`CREATE TABLE IF NOT EXISTS collections(
        n INTEGER PRIMARY KEY AUTOINCREMENT, db TEXT NOT NULL, name TEXT NOT NULL, uuid BLOB NOT NULL, UNIQUE(db, name));
      CREATE TABLE IF NOT EXISTS indexes(
        n INTEGER PRIMARY KEY AUTOINCREMENT, collection INTEGER NOT NULL, spec BLOB NOT NULL, arrays TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS meta(name TEXT PRIMARY KEY, value INTEGER NOT NULL);
      INSERT OR IGNORE INTO meta VALUES('catalog', 0);`);
  }

  /** Reads everything again if another connection has changed it. */
  refresh(): void {
    if (this.#storedVersion() !== this.#version) this.reload();
  }

  #storedVersion(): number {
    return this.#sql.row<[number]>("SELECT value FROM meta WHERE name='catalog'", [])?.[0] ?? 0;
  }

  /** To be called before a commit: a number by which other connections see that the catalog is another one. */
  saveVersion(): void {
    if (!this.#changed) return;
    this.#changed = false;
    this.#sql.run("UPDATE meta SET value=value+1 WHERE name='catalog'", []);
  }

  /** Reads everything again: at start, and after a transaction that came to nothing. */
  reload(): void {
    this.#version = this.#storedVersion();
    this.#databases.clear();
    this.#arraysSeen.clear();
    const rows = this.#sql.rows<[number, string, string, Buffer]>(
      'SELECT n, db, name, uuid FROM collections ORDER BY n',
      [],
    );
    for (const [table, database, name, uuid] of rows) {
      const collection = this.#remember({ database, name, table, uuid });
      const indexes = this.#sql.rows<[number, Buffer, string]>(
        'SELECT n, spec, arrays FROM indexes WHERE collection=? ORDER BY n',
        [table],
      );
      collection.indexes = indexes.map(([n, spec, arrays]) => ({
        ...parseIndexSpec(readDoc(spec)),
        table: n,
        throughArray: JSON.parse(arrays) as boolean[],
      }));
    }
  }

  databases(): string[] {
    return [...this.#databases.keys()].sort();
  }

  collections(database: string): Collection[] {
    return [...(this.#databases.get(database)?.values() ?? [])];
  }

  find(database: string, name: string): Collection | undefined {
    return this.#databases.get(database)?.get(name);
  }

  findOrCreate(database: string, name: string): Collection {
    return this.find(database, name) ?? this.create(database, name);
  }

  create(database: string, name: string): Collection {
    this.#changed = true;
    checkNamespace(database, name);
    const uuid = randomBytes(16);
    const table = this.#sql.run('INSERT INTO collections(db, name, uuid) VALUES(?,?,?)', [database, name, uuid]).rowid;
    this.#sql.exec(`CREATE TABLE d${table}(rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, doc BLOB NOT NULL)`);
    return this.#remember({ database, name, table, uuid });
  }

  drop(collection: Collection): void {
    this.#changed = true;
    for (const index of [...collection.indexes]) this.dropIndex(collection, index);
    this.#sql.run('DELETE FROM collections WHERE n=?', [collection.table]);
    this.#sql.forgetStatements();
    this.#sql.exec(`DROP TABLE d${collection.table}`);
    const siblings = this.#databases.get(collection.database);
    siblings?.delete(collection.name);
    if (siblings?.size === 0) this.#databases.delete(collection.database);
  }

  rename(collection: Collection, database: string, name: string): Collection {
    this.#changed = true;
    checkNamespace(database, name);
    this.#sql.run('UPDATE collections SET db=?, name=? WHERE n=?', [database, name, collection.table]);
    const siblings = this.#databases.get(collection.database);
    siblings?.delete(collection.name);
    if (siblings?.size === 0) this.#databases.delete(collection.database);
    const renamed = this.#remember({ database, name, table: collection.table, uuid: collection.uuid });
    renamed.indexes = collection.indexes;
    return renamed;
  }

  /** Files a parsed index and makes the keys of all documents that are there. */
  addIndex(collection: Collection, index: IndexDefinition): void {
    this.#changed = true;
    const spec = writeDoc(index.shown as Doc);
    const arrays = JSON.stringify(index.throughArray);
    index.table = this.#sql.run('INSERT INTO indexes(collection, spec, arrays) VALUES(?,?,?)', [
      collection.table,
      spec,
      arrays,
    ]).rowid;
    // Keys are short, so the rows live in the key's own tree (WITHOUT ROWID); documents are long and do not.
    const primary = index.unique ? 'key' : 'key, rid';
    this.#sql.exec(
      `CREATE TABLE i${index.table}(key BLOB NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY(${primary})) WITHOUT ROWID`,
    );
    fill(collection, index);
    collection.indexes.push(index);
  }

  dropIndex(collection: Collection, index: IndexDefinition): void {
    this.#changed = true;
    this.#sql.run('DELETE FROM indexes WHERE n=?', [index.table]);
    this.#sql.forgetStatements();
    this.#sql.exec(`DROP TABLE i${index.table}`);
    collection.indexes = collection.indexes.filter((other) => other !== index);
    this.#arraysSeen.delete(index);
  }

  /** To be called before each commit: which index fields have met an array must be on disk with the keys that depend on it. */
  saveArraysSeen(): void {
    if (this.#arraysSeen.size > 0) this.#changed = true;
    for (const index of this.#arraysSeen) {
      this.#sql.run('UPDATE indexes SET arrays=? WHERE n=?', [JSON.stringify(index.throughArray), index.table]);
    }
    this.#arraysSeen.clear();
  }

  #remember(identity: { database: string; name: string; table: number; uuid: Buffer }): Collection {
    const collection = new Collection(this.#sql, identity, idIndex());
    collection.onArraySeen = (index) => this.#arraysSeen.add(index);
    const siblings = this.#databases.get(identity.database) ?? new Map<string, Collection>();
    siblings.set(identity.name, collection);
    this.#databases.set(identity.database, siblings);
    return collection;
  }
}

function fill(collection: Collection, index: IndexDefinition): void {
  try {
    collection.fillIndex(index);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const uuid = new UUID(collection.uuid).toString();
    throw new StoreError(
      error.code,
      `Index build failed: ${new UUID().toString()}: Collection ${collection.namespace} ( ${uuid} ) :: caused by :: ${error.message}`,
      error.extra,
    );
  }
}

function checkNamespace(database: string, name: string): void {
  if (database === '' || /[/\\. "$*<>:|?\0]/.test(database)) {
    throw new StoreError(73, `Invalid namespace specified '${database}.${name}'`);
  }
  if (name === '') throw new StoreError(73, `Invalid namespace specified '${database}.'`);
  if (name.includes('$') || name.includes('\0') || name.startsWith('.')) {
    throw new StoreError(73, `Invalid collection name: ${name}`);
  }
  if (name.startsWith('system.')) {
    throw new StoreError(73, `Invalid system namespace: ${database}.${name}`);
  }
  if (Buffer.byteLength(`${database}.${name}`) > LONGEST_NAMESPACE) {
    throw new StoreError(73, `Fully qualified namespace is too long. Namespace: ${database}.${name} Max: 255`);
  }
}
