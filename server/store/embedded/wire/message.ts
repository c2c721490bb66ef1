import { readDoc, writeDoc } from '../bson-form.ts';
import type { Doc } from '../semantics-contract.ts';
import { StoreError } from '../store-error.ts';
import { ARRAY, type RawElement, rawElements, rawItems, withoutElements } from './raw-bson.ts';

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const HEADER = 16;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
/** Bits 0 to 15 are required ones: an unknown one must be refused. */
const KNOWN_REQUIRED_BITS = CHECKSUM_PRESENT | MORE_TO_COME;

/** Largest message a driver may send, as `hello` announces it. */
export const MAX_MESSAGE_BYTES = 48_000_000;

/** Lists of documents that stay bytes until they are needed. */
const sequences = new Set(['documents', 'updates', 'deletes']);

/** One command as it came: its fields, and the long lists among them as raw documents. */
export type Request = {
  /** The bytes as they came, for whoever has to read them again. */
  message: Buffer;
  id: number;
  body: Doc;
  lists: Map<string, Buffer[]>;
  /** The driver waits for an answer. */
  answered: boolean;
  /** The old form that only the first handshake still uses. */
  old: boolean;
  /** The frame was whole but what it holds cannot be read: to be answered instead of executed. */
  fault?: StoreError;
};

/** Reads one whole message. Throws where the bytes are no message: then the connection cannot be trusted further. */
export function readMessage(message: Buffer): Request {
  const id = message.readInt32LE(4);
  const operation = message.readInt32LE(12);
  if (operation === OP_QUERY) return readOldQuery(id, message);
  if (operation !== OP_MSG) throw new StoreError(17, `Unsupported wire protocol operation ${operation}`);
  const flags = message.readUInt32LE(HEADER);
  if ((flags & 0xffff & ~KNOWN_REQUIRED_BITS) !== 0) throw new StoreError(17, `Unknown OP_MSG flags ${flags}`);
  const end = message.length - (flags & CHECKSUM_PRESENT ? 4 : 0);
  const request: Request = {
    message,
    id,
    body: {},
    lists: new Map(),
    answered: (flags & MORE_TO_COME) === 0,
    old: false,
  };
  let at = HEADER + 4;
  while (at < end) {
    const kind = message[at] ?? 255;
    const section = message.subarray(at + 1, at + 1 + message.readInt32LE(at + 1));
    if (kind !== 0 && kind !== 1) throw new StoreError(17, `Unknown OP_MSG section ${kind}`);
    readSection(kind, section, request);
    at += 1 + section.length;
  }
  return request;
}

function readSection(kind: 0 | 1, section: Buffer, request: Request): void {
  try {
    if (kind === 0) readBody(section, request);
    else readSequence(section, request);
  } catch (error) {
    request.fault = error instanceof StoreError ? error : new StoreError(22, `Invalid BSON: ${String(error)}`);
  }
}

function readBody(section: Buffer, request: Request): void {
  const lists: RawElement[] = [];
  let first: string | undefined;
  for (const element of rawElements(section)) {
    first ??= element.name;
    if (element.type === ARRAY && sequences.has(element.name) && element.name !== first) lists.push(element);
  }
  for (const list of lists)
    request.lists.set(list.name, rawItems(section.subarray(list.value, list.end), `${first}.${list.name}`));
  request.body = readDoc(lists.length === 0 ? section : withoutElements(section, lists));
}

function readSequence(section: Buffer, request: Request): void {
  const nameEnd = section.indexOf(0, 4);
  const documents: Buffer[] = [];
  for (let at = nameEnd + 1; at < section.length; ) {
    const length = section.readInt32LE(at);
    if (length < 5 || at + length > section.length) throw new StoreError(22, 'Invalid BSON in a document sequence');
    documents.push(section.subarray(at, at + length));
    at += length;
  }
  request.lists.set(section.toString('utf8', 4, nameEnd), documents);
}

function readOldQuery(id: number, message: Buffer): Request {
  const nameEnd = message.indexOf(0, HEADER + 4);
  const at = nameEnd + 9;
  const body = readDoc(message.subarray(at, at + message.readInt32LE(at)));
  const database = message.toString('utf8', HEADER + 4, nameEnd).replace(/\.\$cmd$/, '');
  return { message, id, body: { ...body, $db: body.$db ?? database }, lists: new Map(), answered: true, old: true };
}

let lastId = 0;

/** The answer to a request, in the form in which it was asked. */
export function writeReply(request: Request, document: Uint8Array): Buffer {
  lastId = (lastId + 1) & 0x7fffffff;
  const head = request.old ? oldHead() : Buffer.alloc(5);
  const bytes = Buffer.allocUnsafe(HEADER + head.length + document.length);
  bytes.writeInt32LE(bytes.length, 0);
  bytes.writeInt32LE(lastId, 4);
  bytes.writeInt32LE(request.id, 8);
  bytes.writeInt32LE(request.old ? OP_REPLY : OP_MSG, 12);
  bytes.set(head, HEADER);
  bytes.set(document, HEADER + head.length);
  return bytes;
}

/** Flags (8: the server can await), no cursor, from the first, one document. */
function oldHead(): Buffer {
  const head = Buffer.alloc(20);
  head.writeInt32LE(8, 0);
  head.writeInt32LE(1, 16);
  return head;
}

/** A refusal as drivers read it. */
export const errorReply = (error: StoreError): Uint8Array =>
  writeDoc({ ok: 0, errmsg: error.message, code: error.code, codeName: error.codeName, ...error.extra });
