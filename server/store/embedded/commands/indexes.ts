import { writeDoc } from '../bson-form.ts';
import { isDocument, kindOf } from '../semantics/bson-kind.ts';
import { describe } from '../semantics/describe.ts';
import type { Doc } from '../semantics-contract.ts';
import type { Collection } from '../storage/collection.ts';
import type { IndexDefinition } from '../storage/index-definition.ts';
import { parseIndexSpec } from '../storage/index-spec.ts';
import { encodeValue } from '../storage/key-encoding.ts';
import { StoreError } from '../store-error.ts';
import { wholeBatch } from './collections.ts';
import type { Command } from './command.ts';
import { batchReply } from './cursors.ts';
import { checkFields, collectionName, listField } from './fields.ts';

export const createIndexes: Command = (body, context) => {
  checkFields(body, 'createIndexes', ['indexes', 'commitQuorum', 'ignoreUnknownIndexOptions']);
  const name = collectionName(body, 'createIndexes');
  const specs = listField(body, 'createIndexes', 'indexes');
  if (!specs) throw new StoreError(40414, "BSON field 'createIndexes.indexes' is missing but a required field");
  if (specs.length === 0) throw new StoreError(2, 'Must specify at least one index to create');
  const wanted = specs.map((spec) => {
    if (!isDocument(spec)) throw new StoreError(14, "The elements of the 'indexes' array must be objects");
    return parseIndexSpec(spec);
  });
  const { engine } = context;
  return engine.whole(() => {
    const known = engine.catalog.find(context.database, name);
    const collection = known ?? engine.catalog.create(context.database, name);
    const before = collection.allIndexes.length;
    const missing = wanted.filter((index) => !isThere(collection, index));
    for (const index of missing) {
      if (isThere(collection, index)) throw new StoreError(68, `Identical index already exists: ${index.name}`);
      engine.catalog.addIndex(collection, index);
    }
    const after = collection.allIndexes.length;
    return {
      numIndexesBefore: before,
      numIndexesAfter: after,
      ...(known ? {} : { createdCollectionAutomatically: true }),
      ...(before === after && { note: 'all indexes already exist' }),
      ok: 1,
    };
  });
};

const sameValue = (a: unknown, b: unknown): boolean => encodeValue(a).equals(encodeValue(b));

/** What makes two indexes the same one to MongoDB; everything else are options of it. */
const sameSignature = (a: IndexDefinition, b: IndexDefinition): boolean =>
  sameValue(a.shown.key, b.shown.key) &&
  a.unique === b.unique &&
  a.sparse === b.sparse &&
  sameValue(a.partial?.filter, b.partial?.filter);

function isThere(collection: Collection, wanted: IndexDefinition): boolean {
  if (sameValue(wanted.shown.key, collection.idIndex.shown.key)) return true;
  const shown = (index: IndexDefinition): string => describe(index.shown);
  const sameName = collection.allIndexes.find((index) => index.name === wanted.name);
  if (sameName) {
    if (!sameSignature(sameName, wanted)) {
      throw new StoreError(
        86,
        `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${shown(wanted)}, existing index: ${shown(sameName)}`,
      );
    }
    if (sameName.expireAfterSeconds === wanted.expireAfterSeconds) return true;
    throw new StoreError(
      85,
      `An equivalent index already exists with the same name but different options. Requested index: ${shown(wanted)}, existing index: ${shown(sameName)}`,
    );
  }
  const sameKey = collection.indexes.find((index) => sameSignature(index, wanted));
  if (!sameKey) return false;
  if (sameKey.expireAfterSeconds === wanted.expireAfterSeconds) {
    throw new StoreError(85, `Index already exists with a different name: ${sameKey.name}`);
  }
  throw new StoreError(
    85,
    `An equivalent index already exists with a different name and options. Requested index: ${shown(wanted)}, existing index: ${shown(sameKey)}`,
  );
}

export const listIndexes: Command = (body, context) => {
  checkFields(body, 'listIndexes', ['cursor']);
  const name = collectionName(body, 'listIndexes');
  const collection = context.engine.catalog.find(context.database, name);
  if (!collection) throw new StoreError(26, `ns does not exist: ${context.database}.${name}`);
  const shown = collection.allIndexes.map((index) => writeDoc(index.shown));
  return batchReply(wholeBatch(shown, collection.namespace), 'firstBatch');
};

export const dropIndexes: Command = (body, context) => {
  const command = body.dropIndexes === undefined ? 'deleteIndexes' : 'dropIndexes';
  checkFields(body, command, ['index']);
  const name = collectionName(body, command);
  const { engine } = context;
  const collection = engine.catalog.find(context.database, name);
  if (!collection) throw new StoreError(26, `ns not found ${context.database}.${name}`);
  const nIndexesWas = collection.allIndexes.length;
  const gone = indexesToDrop(collection, body.index);
  engine.whole(() => {
    for (const index of gone) engine.catalog.dropIndex(collection, index);
  });
  return { nIndexesWas, ...(body.index === '*' && { msg: 'non-_id indexes dropped for collection' }), ok: 1 };
};

function indexesToDrop(collection: Collection, which: unknown): IndexDefinition[] {
  if (which === '*') return [...collection.indexes];
  if (Array.isArray(which)) return which.map((name) => namedIndex(collection, String(name)));
  if (typeof which === 'string') return [namedIndex(collection, which)];
  if (!isDocument(which)) {
    throw new StoreError(
      14,
      `BSON field 'dropIndexes.index' is the wrong type '${kindOf(which)}', expected types '[string, object, array]'`,
    );
  }
  return [indexByKey(collection, which)];
}

function namedIndex(collection: Collection, name: string): IndexDefinition {
  if (name === '_id_') throw new StoreError(72, 'cannot drop _id index');
  const index = collection.indexes.find((other) => other.name === name);
  if (!index) throw new StoreError(27, `index not found with name [${name}]`);
  return index;
}

function indexByKey(collection: Collection, key: Doc): IndexDefinition {
  if (sameValue(key, collection.idIndex.shown.key)) throw new StoreError(72, 'cannot drop _id index');
  const index = collection.indexes.find((other) => sameValue(other.shown.key, key));
  if (!index) throw new StoreError(27, `can't find index with key: ${describe(key)}`);
  return index;
}
