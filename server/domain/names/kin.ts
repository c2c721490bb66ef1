import type { Pairing } from './name-match.ts';

/** Of what a part could say, so much must agree before it counts as the same. */
const AGREES = 0.5;
/** Below this a given name beside another is another given name. */
const OTHER_NAME = 0.25;
/** What is left of the likeness of brothers: never enough for the "likely" line, however rare their family name is. */
const BROTHERS = 0.5;

const share = ({ gain, worth }: Pairing): number => (worth > 0 ? gain / worth : 0);

const isGiven = ({ a, b }: Pairing): boolean =>
  a !== null &&
  b !== null &&
  [a.role, b.role].every((role) => role === 'given' || role === 'unknown') &&
  !a.joined &&
  !b.joined;

/**
 * The share of a likeness that stands when the given name is looked at alone. Family name and father's name are shared by
 * brothers, so they are no two pieces of evidence for one man where the given names differ. 1 where nothing speaks
 * against; an initial only when it contradicts.
 */
export function kinShare(pairings: readonly Pairing[]): number {
  const given = pairings.filter((pairing) => pairing.kind !== 'initial' && isGiven(pairing));
  const weakest = Math.min(1, ...given.map(share));
  if (weakest >= AGREES) return 1;
  const others = pairings.filter(
    (pairing) => pairing.a !== null && pairing.b !== null && pairing.kind !== 'initial' && share(pairing) >= AGREES,
  );
  if (others.length < 2) return 1;
  const doubt = Math.min(1, (AGREES - weakest) / (AGREES - OTHER_NAME));
  return 1 - (1 - BROTHERS) * doubt;
}
