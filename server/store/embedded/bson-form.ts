import { deserialize, serialize } from 'bson';
import type { Doc } from './semantics-contract.ts';

/**
 * The one form in which the engine holds a document in memory: every BSON type keeps its own class (`Int32`, `Double`, `Long`,
 * `Decimal128`, `Binary`, `BSONRegExp`, `BSONSymbol`, `Timestamp`, `Code`, `MinKey`…), so that what is written back is what came.
 * Plain JS values: string, boolean, null, Date, arrays, plain objects. Numbers computed by the engine must be wrapped again.
 */
const form = {
  promoteValues: false,
  promoteLongs: false,
  promoteBuffers: false,
  bsonRegExp: true,
  useBigInt64: false,
  validation: { utf8: false },
} as const;

/** Bytes to the in-memory form. */
export const readDoc = (bytes: Uint8Array): Doc => deserialize(bytes, form);

/** In-memory form to bytes. `undefined` fields are left out. */
export const writeDoc = (doc: Doc): Uint8Array => serialize(doc, { ignoreUndefined: true });
