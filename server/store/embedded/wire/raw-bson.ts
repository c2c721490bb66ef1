import { StoreError } from '../store-error.ts';

/** One field of a document in its bytes: nothing is decoded. */
export type RawElement = { type: number; name: string; start: number; value: number; end: number };

const fixedSizes: Readonly<Record<number, number>> = {
  1: 8,
  6: 0,
  7: 12,
  8: 1,
  9: 8,
  10: 0,
  16: 4,
  17: 8,
  18: 8,
  19: 16,
  127: 0,
  255: 0,
};

const typeNames: Readonly<Record<number, string>> = {
  1: 'double',
  2: 'string',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  16: 'int',
  18: 'long',
};

export const DOCUMENT = 0x03;
export const ARRAY = 0x04;

/** The top-level fields of a document, one after the other. Lengths that do not fit are refused (22 InvalidBSON). */
export function* rawElements(bytes: Buffer): Generator<RawElement> {
  const end = bytes.length >= 5 ? bytes.readInt32LE(0) - 1 : 0;
  if (end < 4 || end >= bytes.length || bytes[end] !== 0) throw invalid();
  let at = 4;
  while (at < end) {
    const type = bytes[at] ?? 0;
    const nameEnd = bytes.indexOf(0, at + 1);
    if (nameEnd < 0 || nameEnd >= end) throw invalid();
    const value = nameEnd + 1;
    const next = value + valueSize(bytes, type, value);
    if (next > end) throw invalid();
    yield { type, name: bytes.toString('utf8', at + 1, nameEnd), start: at, value, end: next };
    at = next;
  }
}

function valueSize(bytes: Buffer, type: number, at: number): number {
  const fixed = fixedSizes[type];
  if (fixed !== undefined) return fixed;
  switch (type) {
    case 0x02:
    case 0x0d:
    case 0x0e:
      return 4 + lengthAt(bytes, at, 1);
    case DOCUMENT:
    case ARRAY:
    case 0x0f:
      return lengthAt(bytes, at, 5);
    case 0x05:
      return 5 + lengthAt(bytes, at, 0);
    case 0x0c:
      return 4 + lengthAt(bytes, at, 1) + 12;
    case 0x0b: {
      const pattern = bytes.indexOf(0, at);
      return bytes.indexOf(0, pattern + 1) + 1 - at;
    }
    default:
      throw invalid();
  }
}

function lengthAt(bytes: Buffer, at: number, least: number): number {
  if (at + 4 > bytes.length) throw invalid();
  const length = bytes.readInt32LE(at);
  if (length < least) throw invalid();
  return length;
}

const invalid = (): StoreError => new StoreError(22, 'Invalid BSON: a length does not fit its document');

/** The documents of a BSON array, as bytes; `field` is what a refusal calls the array. */
export function rawItems(array: Buffer, field: string): Buffer[] {
  const items: Buffer[] = [];
  for (const element of rawElements(array)) {
    if (element.type !== DOCUMENT) {
      const place = `${field}.${items.length}`;
      const type = typeNames[element.type] ?? 'unknown';
      throw new StoreError(14, `BSON field '${place}' is the wrong type '${type}', expected type 'object'`);
    }
    items.push(array.subarray(element.value, element.end));
  }
  return items;
}

/** A document without some of its fields. */
export function withoutElements(bytes: Buffer, left: readonly RawElement[]): Buffer {
  const parts: Buffer[] = [];
  let at = 4;
  for (const element of left) {
    parts.push(bytes.subarray(at, element.start));
    at = element.end;
  }
  parts.push(bytes.subarray(at, bytes.length - 1));
  return rawDocument(parts);
}

/** Puts elements together to a document. */
export function rawDocument(elements: readonly Uint8Array[]): Buffer {
  let length = 5;
  for (const element of elements) length += element.length;
  const bytes = Buffer.allocUnsafe(length);
  let at = bytes.writeInt32LE(length, 0);
  for (const element of elements) {
    bytes.set(element, at);
    at += element.length;
  }
  bytes[at] = 0;
  return bytes;
}

/** A field that holds a document or array which is bytes already. */
export const rawElement = (type: typeof DOCUMENT | typeof ARRAY, name: string, value: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from([type]), Buffer.from(`${name}\0`), value]);

/** The fields of a document as elements: the document without its frame. */
export const elementsOf = (document: Uint8Array): Uint8Array => document.subarray(4, document.length - 1);

/** An array of documents that are bytes already: what a cursor sends. */
export function rawArray(documents: readonly Uint8Array[]): Buffer {
  let length = 5;
  const heads = documents.map((document, at) => {
    const head = Buffer.from(`\x03${at}\0`, 'latin1');
    length += head.length + document.length;
    return head;
  });
  const bytes = Buffer.allocUnsafe(length);
  let at = bytes.writeInt32LE(length, 0);
  documents.forEach((document, index) => {
    const head = heads[index] as Buffer;
    bytes.set(head, at);
    bytes.set(document, at + head.length);
    at += head.length + document.length;
  });
  bytes[at] = 0;
  return bytes;
}
