import { ObjectId, Timestamp } from 'bson';
import { readDoc, writeDoc } from '../bson-form.ts';
import { isDocument, kindOf } from '../semantics/bson-kind.ts';
import type { Doc } from '../semantics-contract.ts';
import { StoreError } from '../store-error.ts';
import { elementsOf, rawDocument, rawElements } from '../wire/raw-bson.ts';

/** Largest document, as `hello` announces it. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

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
  if (doc._id === undefined) return withNewId(doc, sent);
  checkId(doc._id);
  const stamped = stampEmpty(doc, now);
  if (stamped) return { doc: stamped, bytes: writeDoc(withIdFirst(stamped)) };
  return { doc, bytes: Object.keys(doc)[0] === '_id' ? sent : idFirst(sent) };
}

function withNewId(doc: Doc, sent: Buffer): NewDocument {
  const _id = new ObjectId();
  return { doc: { _id, ...doc }, bytes: rawDocument([elementsOf(writeDoc({ _id })), elementsOf(sent)]) };
}

/** Order as sent, but for `_id`: numeric field names would lose their place if the document were written anew. */
function idFirst(sent: Buffer): Buffer {
  for (const element of rawElements(sent)) {
    if (element.name !== '_id') continue;
    if (element.start === 4) return sent;
    const id = sent.subarray(element.start, element.end);
    return rawDocument([id, sent.subarray(4, element.start), sent.subarray(element.end, sent.length - 1)]);
  }
  return sent;
}

export function withIdFirst(doc: Doc): Doc {
  if (Object.keys(doc)[0] === '_id') return doc;
  const { _id, ...rest } = doc;
  return { _id, ...rest };
}

export function checkId(id: unknown): void {
  const kind = kindOf(id);
  if (kind === 'array' || kind === 'regex' || kind === 'missing') {
    const name = kind === 'missing' ? 'undefined' : kind;
    throw new StoreError(53, `The '_id' value cannot be of type ${name}`);
  }
  if (isDocument(id)) checkNames(id);
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
