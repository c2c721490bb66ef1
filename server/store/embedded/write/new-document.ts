import { ObjectId, Timestamp } from 'bson';
import { readDoc, writeDoc } from '../bson-form.ts';
import { isDocument, kindOf } from '../semantics/bson-kind.ts';
import type { Doc } from '../semantics-contract.ts';
import { StoreError } from '../store-error.ts';
import { elementsOf, rawDocument, rawElements } from '../wire/raw-bson.ts';

/** Largest document, as `hello` announces it. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

const DEEPEST = 180;
/** Each level takes at least eight bytes: a shorter document cannot be too deep. */
const SHALLOW_BYTES = DEEPEST * 8;

export type NewDocument = { doc: Doc; bytes: Uint8Array };

let timestampCounter = 0;

/** A document as it will lie in the store: checked, with an `_id`, which comes first. The bytes of its other fields stay as sent. */
export function newDocument(sent: Buffer, now: Date): NewDocument {
  if (sent.length > MAX_DOCUMENT_BYTES) {
    throw new StoreError(
      2,
      `object to insert too large. size in bytes: ${sent.length}, max size: ${MAX_DOCUMENT_BYTES}`,
    );
  }
  const doc = readDoc(sent);
  if (sent.length > SHALLOW_BYTES) checkDepth(doc, 1);
  if (doc._id === undefined) return withNewId(doc, sent);
  checkInsertedId(doc._id);
  const stamped = stampEmpty(doc, now);
  return stamped ? { doc: stamped, bytes: idFirst(writeDoc(stamped)) } : { doc, bytes: idFirst(sent) };
}

function withNewId(doc: Doc, sent: Buffer): NewDocument {
  const _id = new ObjectId();
  return { doc: { _id, ...doc }, bytes: rawDocument([elementsOf(writeDoc({ _id })), elementsOf(sent)]) };
}

/** `_id` first, as MongoDB stores documents; the other fields stay in the order they have in the bytes. */
export function idFirst(bytes: Uint8Array): Uint8Array {
  const sent = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (const element of rawElements(sent)) {
    if (element.name !== '_id') continue;
    if (element.start === 4) return bytes;
    const id = sent.subarray(element.start, element.end);
    return rawDocument([id, sent.subarray(4, element.start), sent.subarray(element.end, sent.length - 1)]);
  }
  return bytes;
}

/** An insert is refused with 2 BadValue, every other way to such an `_id` with 53 InvalidIdField. */
function checkInsertedId(id: unknown): void {
  checkId(id, 2);
}

export function checkId(id: unknown, code = 53): void {
  const kind = kindOf(id);
  if (kind === 'array' || kind === 'regex') throw new StoreError(code, `The '_id' value cannot be of type ${kind}`);
  if (isDocument(id)) checkNames(id);
}

/** Deeper documents are refused, so that nothing that walks a stored one can run out of stack. */
function checkDepth(value: unknown, depth: number): void {
  if (depth > DEEPEST) {
    throw new StoreError(15, `cannot insert document because it exceeds ${DEEPEST} levels of nesting`);
  }
  if (Array.isArray(value)) for (const item of value) checkDepth(item, depth + 1);
  else if (isDocument(value)) for (const name of Object.keys(value)) checkDepth(value[name], depth + 1);
}

function checkNames(value: Doc): void {
  for (const [name, inner] of Object.entries(value)) {
    if (name.startsWith('$')) {
      throw new StoreError(52, `_id fields may not contain '$'-prefixed fields: ${name} is not valid for storage.`);
    }
    if (isDocument(inner)) checkNames(inner);
  }
}

/** MongoDB fills a top-level `Timestamp(0, 0)` with the server's time. */
function stampEmpty(doc: Doc, now: Date): Doc | undefined {
  let stamped: Doc | undefined;
  for (const [name, value] of Object.entries(doc)) {
    if (kindOf(value) !== 'timestamp' || name === '_id' || !(value as Timestamp).isZero()) continue;
    timestampCounter = (timestampCounter + 1) & 0x7fffffff;
    stamped ??= { ...doc };
    stamped[name] = new Timestamp({ t: Math.floor(now.getTime() / 1000), i: timestampCounter });
  }
  return stamped;
}
