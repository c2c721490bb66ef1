import type { SiteKind } from './burial-site.ts';
import type { DivisionFact } from './division.ts';
import { lastDay } from './fact.ts';
import { wasThere } from './matching/match-unit.ts';
import { type MatchPlace, placeLevel } from './matching/place-agreement.ts';

/** Where one paper says that a man lies. */
export type GraveNote = {
  /** The site of our own list, where the paper names one that is known. */
  siteId: string | null;
  kind: SiteKind | null;
  /** Place as written and as read. */
  written: string;
  place: MatchPlace;
  /** Where his remains were moved from, if the paper says so. */
  movedFrom: MatchPlace | null;
};

const APART: readonly string[] = ['elsewhere', 'other_rayon', 'other_village'];

const isApart = (a: MatchPlace, b: MatchPlace): boolean => APART.includes(placeLevel(a, b));

/** A memorial names men who lie elsewhere, and who was moved lay at both places: neither contradicts. */
function isExplained(a: GraveNote, b: GraveNote): boolean {
  if (a.kind === 'memorial' || b.kind === 'memorial') return true;
  const cameFrom = (one: GraveNote, other: GraveNote): boolean =>
    one.movedFrom !== null && !isApart(one.movedFrom, other.place);
  return cameFrom(a, b) || cameFrom(b, a);
}

/** Whether two papers lay one man into two graves. What is not known on a side contradicts nothing. */
export function gravesDisagree(a: GraveNote, b: GraveNote): boolean {
  if (isExplained(a, b)) return false;
  if (a.siteId !== null && b.siteId !== null) return a.siteId !== b.siteId;
  return isApart(a.place, b.place);
}

/** The first two papers that disagree on where he lies, or null. */
export function disagreeingGraves(notes: readonly GraveNote[]): [GraveNote, GraveNote] | null {
  for (const [index, note] of notes.entries()) {
    const other = notes.slice(index + 1).find((one) => gravesDisagree(note, one));
    if (other !== undefined) return [note, other];
  }
  return null;
}

/** How a place and a day of death contradict what is known of the unit. */
export type DeathProblem = 'off_path' | 'unit_was_gone';

/**
 * Whether a man of one of these divisions can have fallen there on that day. Null when he can, or when the path of none
 * of them tells. One that fits is enough: a number stood for several divisions.
 */
export function deathProblem(
  divisions: readonly DivisionFact[],
  { place, day }: { place: string; day: string },
): DeathProblem | null {
  const problems = divisions.map((division): DeathProblem | null => {
    const to = division.active_army?.to;
    if (to && lastDay(to) < day) return 'unit_was_gone';
    return wasThere(division, place, day) === false ? 'off_path' : null;
  });
  return problems.includes(null) ? null : (problems[0] ?? null);
}
