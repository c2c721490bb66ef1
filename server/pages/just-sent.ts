const WHILE_MS = 10 * 60_000;

/** Whether it came a moment ago: an address kept with "sent" in it does not thank anew each time it is opened. */
export const isJustSent = (createdAt: Date, now: Date): boolean => now.getTime() - createdAt.getTime() < WHILE_MS;
