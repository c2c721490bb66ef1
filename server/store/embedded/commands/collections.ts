import { Binary, Long } from 'bson';
import { writeDoc } from '../bson-form.ts';
import { isDocument } from '../semantics/bson-kind.ts';
import { semantics } from '../semantics/semantics.ts';
import type { Doc } from '../semantics-contract.ts';
import type { Collection } from '../storage/collection.ts';
import { StoreError } from '../store-error.ts';
import type { Command } from './command.ts';
import { type Batch, batchReply } from './cursors.ts';
import { checkFields, collectionName, documentField, flag, refuseUnsupported, text } from './fields.ts';

/** Kinds of collection, and promises about their documents, that this store does not keep. */
const unsupportedCreate = [
  'capped',
  'timeseries',
  'viewOn',
  'pipeline',
  'validator',
  'clusteredIndex',
  'changeStreamPreAndPostImages',
  'encryptedFields',
  'expireAfterSeconds',
  'collation',
  'storageEngine',
  'indexOptionDefaults',
  'size',
  'max',
];
/** Without effect when nothing is validated. */
const harmlessCreate = ['validationLevel', 'validationAction', 'autoIndexId', 'idIndex', 'flags'];

export const create: Command = (body, context) => {
  checkFields(body, 'create', [...unsupportedCreate, ...harmlessCreate]);
  refuseUnsupported(body, unsupportedCreate);
  const name = collectionName(body, 'create');
  if (context.engine.catalog.find(context.database, name)) {
    throw new StoreError(48, `Collection ${context.database}.${name} already exists.`);
  }
  context.engine.whole(() => context.engine.catalog.create(context.database, name));
  return { ok: 1 };
};

export const drop: Command = (body, context) => {
  checkFields(body, 'drop', []);
  const name = collectionName(body, 'drop');
  const collection = context.engine.catalog.find(context.database, name);
  // Since 7.0 this is no error.
  if (!collection) return { ok: 1 };
  const nIndexesWas = collection.allIndexes.length;
  context.engine.whole(() => context.engine.catalog.drop(collection));
  return { nIndexesWas, ns: collection.namespace, ok: 1 };
};

export const dropDatabase: Command = (body, context) => {
  checkFields(body, 'dropDatabase', []);
  const { catalog } = context.engine;
  const collections = catalog.collections(context.database);
  if (collections.length === 0) return { ok: 1 };
  context.engine.whole(() => {
    for (const collection of collections) catalog.drop(collection);
  });
  return { dropped: context.database, ok: 1 };
};

export const renameCollection: Command = (body, context) => {
  checkFields(body, 'renameCollection', ['to', 'dropTarget']);
  if (context.database !== 'admin') {
    throw new StoreError(13, 'renameCollection may only be run against the admin database.');
  }
  const from = namespaceOf(text(body, 'renameCollection', 'renameCollection'));
  const to = namespaceOf(text(body, 'renameCollection', 'to'));
  const { catalog } = context.engine;
  const source = catalog.find(from.database, from.name);
  if (!source) throw new StoreError(26, `Source collection ${from.database}.${from.name} does not exist`);
  if (source === catalog.find(to.database, to.name)) {
    throw new StoreError(20, "Can't rename a collection to itself");
  }
  const target = catalog.find(to.database, to.name);
  if (target && !flag(body, 'renameCollection', 'dropTarget')) throw new StoreError(48, 'target namespace exists');
  context.engine.whole(() => {
    if (target) catalog.drop(target);
    catalog.rename(source, to.database, to.name);
  });
  return { ok: 1 };
};

function namespaceOf(full: string): { database: string; name: string } {
  const dot = full.indexOf('.');
  if (dot < 1) throw new StoreError(73, `Invalid namespace specified '${full}'`);
  return { database: full.slice(0, dot), name: full.slice(dot + 1) };
}

export const listCollections: Command = (body, context) => {
  checkFields(body, 'listCollections', ['filter', 'nameOnly', 'cursor', 'authorizedCollections']);
  const filter = documentField(body, 'listCollections', 'filter') ?? {};
  const matches = semantics.compileFilter(filter, { now: context.now });
  const nameOnly = flag(body, 'listCollections', 'nameOnly');
  const shown = context.engine.catalog
    .collections(context.database)
    .map(describeCollection)
    .filter((entry) => matches(entry))
    .map(({ name, type, ...more }) => writeDoc(nameOnly ? { name, type } : { name, type, ...more }));
  return batchReply(wholeBatch(shown, `${context.database}.$cmd.listCollections`), 'firstBatch');
};

function describeCollection(collection: Collection): Doc {
  return {
    name: collection.name,
    type: 'collection',
    options: {},
    info: { readOnly: false, uuid: new Binary(collection.uuid, Binary.SUBTYPE_UUID) },
    idIndex: collection.idIndex.shown,
  };
}

/** Lists of names are short: they fit one answer. */
export const wholeBatch = (documents: Uint8Array[], namespace: string): Batch => ({
  documents,
  cursorId: Long.ZERO,
  namespace,
});

export const listDatabases: Command = (body, context) => {
  checkFields(body, 'listDatabases', ['filter', 'nameOnly', 'authorizedDatabases']);
  if (context.database !== 'admin') {
    throw new StoreError(13, 'listDatabases may only be run against the admin database.');
  }
  const filter = body.filter;
  const matches = semantics.compileFilter(isDocument(filter) ? filter : {}, { now: context.now });
  const databases = context.engine.catalog
    .databases()
    .map((name): Doc => ({ name, sizeOnDisk: context.engine.sizeOf(name), empty: false }))
    .filter((entry) => matches(entry));
  if (flag(body, 'listDatabases', 'nameOnly')) return { databases: databases.map(({ name }) => ({ name })), ok: 1 };
  const totalSize = databases.reduce((sum, entry) => sum + Number(entry.sizeOnDisk), 0);
  return { databases, totalSize, totalSizeMb: Math.floor(totalSize / 1_048_576), ok: 1 };
};
