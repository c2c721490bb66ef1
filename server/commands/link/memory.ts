import type { FileSize } from './rows.ts';

// What the threads of `link` may take, in megabytes. A thread without a limit clears away so late that what it no longer
// needs is more than what it does: it waits until a share of the limit is full, and the usual limit is that of the machine.

/** One of so many shares of the soldiers: some twice what they need. */
export function memoryForShare({ lines, bytes }: FileSize, shares: number): number {
  return Math.round(200 + (lines * 2.5e-3 + bytes * 2.5e-6) / shares);
}

/**
 * The thread that asks the shares. It needs half a kilobyte a soldier for the statistics of all, and twice that while they are
 * joined: the parts are then there beside the whole.
 */
export function memoryForWork({ lines }: FileSize): number {
  return Math.round(200 + lines * 1.2e-3);
}
