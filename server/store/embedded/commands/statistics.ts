import type { Doc } from '../semantics-contract.ts';
import type { Collection } from '../storage/collection.ts';
import type { Command } from './command.ts';
import { checkFields, collectionName, wholeNumber } from './fields.ts';

export const collStats: Command = (body, context) => {
  checkFields(body, 'collStats', ['scale']);
  const name = collectionName(body, 'collStats');
  const scale = wholeNumber(body, 'collStats', 'scale') ?? 1;
  const collection = context.engine.catalog.find(context.database, name);
  const size = collection ? sizesOf(collection) : { count: 0, size: 0 };
  return {
    ns: `${context.database}.${name}`,
    count: size.count,
    size: Math.floor(size.size / scale),
    ...(size.count > 0 && { avgObjSize: Math.floor(size.size / size.count) }),
    storageSize: Math.floor(size.size / scale),
    totalIndexSize: 0,
    totalSize: Math.floor(size.size / scale),
    nindexes: collection?.allIndexes.length ?? 0,
    indexSizes: Object.fromEntries((collection?.allIndexes ?? []).map((index) => [index.name, 0])),
    capped: false,
    scaleFactor: scale,
    ok: 1,
  };
};

export const dbStats: Command = (body, context) => {
  checkFields(body, 'dbStats', ['scale', 'freeStorage']);
  const scale = wholeNumber(body, 'dbStats', 'scale') ?? 1;
  const collections = context.engine.catalog.collections(context.database);
  const sizes = collections.map(sizesOf);
  const objects = sizes.reduce((sum, entry) => sum + entry.count, 0);
  const dataSize = sizes.reduce((sum, entry) => sum + entry.size, 0);
  return {
    db: context.database,
    collections: collections.length,
    views: 0,
    objects,
    avgObjSize: objects > 0 ? dataSize / objects : 0,
    dataSize: Math.floor(dataSize / scale),
    storageSize: Math.floor(dataSize / scale),
    indexes: collections.reduce((sum, collection) => sum + collection.allIndexes.length, 0),
    indexSize: 0,
    totalSize: Math.floor(dataSize / scale),
    scaleFactor: scale,
    ok: 1,
  } satisfies Doc;
};

const sizesOf = (collection: Collection): { count: number; size: number } => ({
  count: collection.count(),
  size: collection.dataSize(),
});
