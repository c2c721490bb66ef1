/** Wrong attempts that cost nothing: people mistype. */
const FREE_ATTEMPTS = 4;
const FIRST_LOCK_SECONDS = 30;
/** Never longer, so that nobody can shut a volunteer out for a day by guessing. */
const LONGEST_LOCK_SECONDS = 15 * 60;

/**
 * Until when an account is locked after so many wrong attempts in a row: not at all for the first four, then 30 seconds,
 * then twice as long each time, at most a quarter of an hour.
 */
export function lockedUntilAfter(failures: number, now: Date): Date | null {
  if (failures <= FREE_ATTEMPTS) return null;
  const seconds = Math.min(FIRST_LOCK_SECONDS * 2 ** (failures - FREE_ATTEMPTS - 1), LONGEST_LOCK_SECONDS);
  return new Date(now.getTime() + seconds * 1000);
}
