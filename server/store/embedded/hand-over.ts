/**
 * Thrown by a read that has become long, or that leaves a cursor open: the thread that also writes gives it up, and the reading thread
 * does it again from the start. Reading changes nothing, so nothing is lost but a few milliseconds.
 */
export class HandOver extends Error {
  constructor() {
    super('This read belongs to the reading thread');
    this.name = 'HandOver';
  }
}

/** How many documents a read may still look at before it has become long. Shared by all parts of one command. */
export type Patience = { left: number };

/** About 20 ms of looking. */
export const freshPatience = (): Patience => ({ left: 2_000 });
