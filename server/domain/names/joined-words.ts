import { splitEnding } from './endings.ts';
import { isWholeGivenName } from './given-name-clusters.ts';
import type { NamePart, PartReading } from './name-parts.ts';

/** A border between two words that one of two clerks did not write. */
export const BORDER_COST = 8;
/** Two words and the one they make differ by so many sounds at most. */
const MOST_DIFFERENCE = 3;

const stemLength = (part: NamePart): number => part.readings[0]?.stem.length ?? 0;
const soundLength = (part: NamePart): number => part.readings[0]?.sound.length ?? 0;

/**
 * The ways to write two words of a name as one, where a loose part of the other name is about as long as both:
 * `Нур Магамбет` beside `Нурмагамбет`. In any order, for the father's name may stand between the two in the other paper.
 * @param loose whether a part has found no good partner
 */
export function joinedVariants(
  parts: readonly NamePart[],
  others: readonly NamePart[],
  loose: (part: NamePart) => boolean,
): NamePart[][] {
  const targets = others.filter((part) => !part.initial && loose(part));
  const free = parts.filter((part) => !part.initial && loose(part));
  return free.flatMap((first) =>
    free
      .filter((second) => second !== first && suits(first, second, targets))
      .map((second) => [...parts.filter((part) => part !== first && part !== second), joinParts(first, second)]),
  );
}

function suits(first: NamePart, second: NamePart, targets: readonly NamePart[]): boolean {
  const length = soundLength(first) + stemLength(second);
  return targets.some((target) => Math.abs(stemLength(target) - length) <= MOST_DIFFERENCE);
}

/** Whether a part was made of two words by `joinParts`. */
export const isJoined = (part: NamePart): boolean => part.joined === true;

/** Two words as the one that they may have been: the first with its ending, as it would sound inside (Каирбеков|сейткали). */
export function joinParts(first: NamePart, second: NamePart): NamePart {
  const readings: PartReading[] = first.readings.slice(0, 2).flatMap((x) =>
    second.readings.slice(0, 2).map((y) => ({
      sound: x.sound + y.sound,
      stem: x.sound + y.stem,
      ending: y.ending,
      cost: x.cost + y.cost + BORDER_COST,
    })),
  );
  return { text: `${first.text} ${second.text}`, role: 'unknown', initial: false, joined: true, readings };
}

/** A half of a word that may be a word by itself. */
const SHORTEST_HALF = 3;

/** The ways to cut one written word into two; of the first the ending is split off, as it would be alone. */
export function halvesOf(stem: string): [first: string, second: string][] {
  const halves: [string, string][] = [];
  for (let cut = SHORTEST_HALF; cut <= stem.length - SHORTEST_HALF; cut++) {
    const first = stem.slice(0, cut);
    halves.push([splitEnding(first, 'russian', isWholeGivenName).stem, stem.slice(cut)]);
  }
  return halves;
}
