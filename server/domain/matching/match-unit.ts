import { type DivisionFact, type Divisions, stagesOn } from '../division.ts';
import { coarseKey } from '../names/sound-key.ts';
import { readWord } from '../names/word-reading.ts';
import { parseUnit, type Unit } from '../unit.ts';

/** A unit made ready for matching: as written, and what the facts about divisions add to it. */
export type MatchUnit = Unit & {
  /** Keys of the same division at other times (before and after it became Guards), and of the one its regiment was in. */
  otherKeys: string[];
  /** Divisions it may mean whose path is known. */
  paths: DivisionFact[];
};

/** A unit of which only the text is known. */
export function plainUnit(text: string): MatchUnit {
  return { ...parseUnit(text), otherKeys: [], paths: [] };
}

/** Reads units with the facts about divisions beside them. */
export function createUnitReader(divisions: Divisions): (text: string) => MatchUnit {
  return (text) => {
    const unit = parseUnit(text);
    const facts = divisions.ofKeys(unit.keys).flatMap(({ divisionId }) => divisions.byId(divisionId) ?? []);
    const named = [...unit.keys, ...facts.flatMap((fact) => divisions.keysOf(fact.id))];
    const otherKeys = divisions.expandKeys(named).filter((key) => !unit.keys.includes(key));
    return { ...unit, otherKeys, paths: facts };
  };
}

/** Words of a place that are no names: of kinds, directions and battles. */
const NO_NAME =
  /^(?:area|battle|siege|offensive|operation|direction|front|north|south|east|west|near|line|region|oblast|heights?|bogs?|border|обл\p{L}*|район\p{L}*|р-н|дер\p{L}*|село|гор\p{L}*|под|близ|около)$/iu;

function placeSounds(text: string): Set<string> {
  const words = text.split(/[^\p{L}]+/u).filter((word) => word.length > 3 && !NO_NAME.test(word));
  return new Set(words.map((word) => coarseKey(readWord(word)[0]?.stem ?? '')).filter((key) => key.length > 2));
}

// Papers decline a name of a place, and paths are told in English: what comes after the beginning may differ.
const ENDING = 2;
const BEGINNING = 4;

function beginAlike(a: string, b: string): boolean {
  const length = Math.max(BEGINNING, Math.min(a.length, b.length) - ENDING);
  return a.slice(0, length) === b.slice(0, length);
}

function namesOneOf(place: Set<string>, stages: readonly { place: string }[]): boolean {
  return stages.some((stage) =>
    [...placeSounds(stage.place)].some((there) => [...place].some((here) => beginAlike(there, here))),
  );
}

/** What tells only in which oblast: in brackets in a path, before "обл." in a paper. A whole oblast is no place of a battle. */
const OBLAST = /\([^)]*\)|[\p{L}-]+\s+(?:обл\p{L}*\.?|oblast)/giu;

/**
 * Whether a division was at this place on this day, as far as its path is known. False only where the path names the
 * place at another time: a path in the facts names the great battles, in other words than papers do, so a place that it
 * does not name says nothing (`null`).
 */
export function wasThere(division: DivisionFact, place: string, day: string): boolean | null {
  const stages = stagesOn(division, day);
  if (stages.length === 0) return null;
  if (namesOneOf(placeSounds(place), stages)) return true;
  const towns = division.battles.map((stage) => ({ place: stage.place.replace(OBLAST, ' ') }));
  return namesOneOf(placeSounds(place.replace(OBLAST, ' ')), towns) ? false : null;
}
