import type { Clock } from '../ids.ts';
import { lockedUntilAfter } from './sign-in-lock.ts';
import type { Credentials, UserStore } from './user-store.ts';

export type Attempt = { allowed: boolean; passwordHash: string };

/** Two that sign in at the same moment both get their turn; a hundred guesses sent at once do not. */
const TURNS = 8;

type AttemptDeps = { users: UserStore; clock: Clock };

/**
 * Books one guess at a password before anybody looks at it, so that guesses sent at once are counted one by one. Null for an
 * account that is not there; not allowed while it is locked.
 */
export async function bookAttempt({ users, clock }: AttemptDeps, userId: string): Promise<Attempt | null> {
  let known: Credentials | null = null;
  for (let turn = 0; turn < TURNS; turn++) {
    known = await users.findCredentials(userId);
    if (!known) return null;
    const { passwordHash, failures, lockedUntil } = known;
    const now = clock();
    if (lockedUntil !== null && lockedUntil > now) return { allowed: false, passwordHash };
    if (await users.bookAttempt(userId, failures, lockedUntilAfter(failures + 1, now)))
      return { allowed: true, passwordHash };
  }
  return known && { allowed: false, passwordHash: known.passwordHash };
}
