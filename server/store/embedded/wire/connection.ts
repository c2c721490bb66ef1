import type { Socket } from 'node:net';
import { MAX_MESSAGE_BYTES, type Request, readMessage } from './message.ts';

/** Cuts a socket's bytes into messages. A length that cannot be ends the connection: nothing after it can be trusted. */
export class Connection {
  readonly id: number;
  readonly #socket: Socket;
  readonly #onRequest: (request: Request, connection: Connection) => void;
  #parts: Buffer[] = [];
  #received = 0;

  constructor(id: number, socket: Socket, onRequest: (request: Request, connection: Connection) => void) {
    this.id = id;
    this.#socket = socket;
    this.#onRequest = onRequest;
    socket.setNoDelay(true);
    socket.on('data', (bytes) => this.#receive(bytes));
    // The driver learns of a broken connection by itself; the server goes on with the others.
    socket.on('error', () => socket.destroy());
  }

  send(reply: Buffer): void {
    if (!this.#socket.destroyed) this.#socket.write(reply);
  }

  end(): void {
    this.#socket.destroy();
  }

  #receive(bytes: Buffer): void {
    this.#parts.push(bytes);
    this.#received += bytes.length;
    while (this.#received >= 16) {
      const first = this.#joined(4);
      const length = first.readInt32LE(0);
      if (length < 16 || length > MAX_MESSAGE_BYTES + 16 * 1024) {
        this.end();
        return;
      }
      if (this.#received < length) return;
      const all = this.#joined(length);
      this.#parts = all.length > length ? [all.subarray(length)] : [];
      this.#received -= length;
      if (!this.#accept(all.subarray(0, length))) return;
    }
  }

  #accept(message: Buffer): boolean {
    try {
      this.#onRequest(readMessage(message), this);
      return true;
    } catch {
      // Not a message of this protocol, or broken in its frame: MongoDB closes such a connection too.
      this.end();
      return false;
    }
  }

  /** At least so many bytes in one piece; joins only when needed, so a long message is copied once. */
  #joined(length: number): Buffer {
    const first = this.#parts[0];
    if (first && first.length >= length) return first;
    const all = Buffer.concat(this.#parts);
    this.#parts = [all];
    return all;
  }
}
