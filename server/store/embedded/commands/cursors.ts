import { randomBytes } from 'node:crypto';
import { Long } from 'bson';
import { writeDoc } from '../bson-form.ts';
import { HandOver } from '../hand-over.ts';
import { StoreError } from '../store-error.ts';
import { ARRAY, DOCUMENT, elementsOf, rawArray, rawDocument, rawElement } from '../wire/raw-bson.ts';

/** As MongoDB does: a cursor that nobody reads for ten minutes is closed. */
const IDLE_MS = 10 * 60_000;
/** One answer holds at most this much, so that other commands need not wait long for their turn; a larger document goes alone. */
const BATCH_BYTES = 4_000_000;
const FIRST_BATCH = 101;

type OpenCursor = {
  namespace: string;
  rest: Iterator<Uint8Array>;
  waiting: Uint8Array | undefined;
  usedAt: number;
  noTimeout: boolean;
};

export type Batch = { documents: Uint8Array[]; cursorId: Long; namespace: string };

export type OpenOptions = {
  namespace: string;
  batchSize: number | undefined;
  singleBatch?: boolean;
  noTimeout?: boolean;
};

/** Results that did not fit one answer, waiting for getMore. Nothing of the store stays locked or open meanwhile. */
export class Cursors {
  readonly #open = new Map<string, OpenCursor>();
  readonly #clock: () => number;
  readonly #keeps: boolean;

  /** Where cursors are not kept, a read that does not end with its first answer is handed over. */
  constructor(clock: () => number, keeps: boolean) {
    this.#clock = clock;
    this.#keeps = keeps;
  }

  get size(): number {
    return this.#open.size;
  }

  open(documents: Iterable<Uint8Array>, options: OpenOptions): Batch {
    const cursor: OpenCursor = {
      namespace: options.namespace,
      rest: documents[Symbol.iterator](),
      waiting: undefined,
      usedAt: this.#clock(),
      noTimeout: options.noTimeout ?? false,
    };
    const batch = options.batchSize === 0 ? [] : take(cursor, options.batchSize ?? FIRST_BATCH);
    const done = options.batchSize !== 0 && isDone(cursor);
    if (done || options.singleBatch) {
      cursor.rest.return?.();
      return { documents: batch, cursorId: Long.ZERO, namespace: cursor.namespace };
    }
    if (!this.#keeps) throw new HandOver();
    const id = newId();
    this.#open.set(id.toString(), cursor);
    return { documents: batch, cursorId: id, namespace: cursor.namespace };
  }

  next(id: Long, namespace: string, batchSize: number | undefined): Batch {
    if (!this.#keeps) throw new HandOver();
    const cursor = this.#open.get(id.toString());
    if (!cursor) throw new StoreError(43, `cursor id ${id.toString()} not found`);
    if (cursor.namespace !== namespace) {
      throw new StoreError(
        13,
        `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
      );
    }
    cursor.usedAt = this.#clock();
    const documents = this.#takeOrClose(id, cursor, batchSize ?? Number.POSITIVE_INFINITY);
    if (!isDone(cursor)) return { documents, cursorId: id, namespace };
    this.#open.delete(id.toString());
    return { documents, cursorId: Long.ZERO, namespace };
  }

  kill(id: Long): boolean {
    if (!this.#keeps) throw new HandOver();
    const cursor = this.#open.get(id.toString());
    cursor?.rest.return?.();
    return this.#open.delete(id.toString());
  }

  closeIdle(): void {
    const oldest = this.#clock() - IDLE_MS;
    for (const [id, cursor] of this.#open) {
      if (cursor.usedAt < oldest && !cursor.noTimeout) this.#open.delete(id);
    }
  }

  #takeOrClose(id: Long, cursor: OpenCursor, most: number): Uint8Array[] {
    try {
      return take(cursor, most);
    } catch (error) {
      this.#open.delete(id.toString());
      throw error;
    }
  }
}

function take(cursor: OpenCursor, most: number): Uint8Array[] {
  const batch: Uint8Array[] = [];
  let bytes = 0;
  while (batch.length < most && !isDone(cursor)) {
    const next = cursor.waiting as Uint8Array;
    if (batch.length > 0 && bytes + next.length > BATCH_BYTES) break;
    batch.push(next);
    bytes += next.length;
    cursor.waiting = undefined;
  }
  return batch;
}

/** Looks one document ahead, so that the last batch can say that it is the last. */
function isDone(cursor: OpenCursor): boolean {
  if (cursor.waiting) return false;
  const next = cursor.rest.next();
  if (next.done) return true;
  cursor.waiting = next.value;
  return false;
}

/** Random, so that one client does not meet another's cursor by counting. */
function newId(): Long {
  const bytes = randomBytes(8);
  const id = new Long(bytes.readInt32LE(0), bytes.readInt32LE(4) & 0x7fffffff);
  return id.isZero() ? Long.ONE : id;
}

/** A cursor's answer, its documents put in as they are. */
export function batchReply(batch: Batch, list: 'firstBatch' | 'nextBatch'): Uint8Array {
  const cursor = rawDocument([
    rawElement(ARRAY, list, rawArray(batch.documents)),
    elementsOf(writeDoc({ id: batch.cursorId, ns: batch.namespace })),
  ]);
  return rawDocument([rawElement(DOCUMENT, 'cursor', cursor), elementsOf(writeDoc({ ok: 1 }))]);
}
