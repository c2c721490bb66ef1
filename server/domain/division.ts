import { DAY_MS } from './dates/calendar.ts';
import { type Fact, type FactDate, firstDay, lastDay } from './fact.ts';
import { parseUnit, unitOfKey } from './unit.ts';

export type Designation = {
  date: FactDate;
  number?: number;
  name_ru: string;
  name_kk?: string;
  name_en?: string;
  note?: string;
  unverified?: boolean;
};

/** A stage of a division's path: where it was and when, as far as known. */
export type PathStage = {
  place: string;
  from?: FactDate | null;
  to?: FactDate | null;
  unverified?: boolean;
  /** Where to draw it: the towns named, or the middle of the area. A stage that no dot can stand for has none. */
  at?: DegreesPair[];
};

/** Latitude and longitude. */
export type DegreesPair = [latitude: number, longitude: number];

/** A division or brigade of the facts file. */
export type DivisionFact = Fact & {
  number: number;
  type: string;
  formation?: number | null;
  names: { ru: string; kk: string; en: string };
  also_known_as?: string[];
  formed: {
    place_then: string | null;
    place_now: string | null;
    oblast_then: string | null;
    start: FactDate | null;
    end: FactDate | null;
    unverified?: boolean;
    at?: DegreesPair;
  } | null;
  honorifics?: string[];
  subordinate?: string[];
  later_designation: Designation[];
  fronts: string[];
  battles: PathStage[];
  active_army?: { from: FactDate | null; to: FactDate | null };
  former_numbers?: { number: number; name_ru: string; unverified?: boolean }[];
  commander_first?: string;
  fate: string | null;
};

/** False for rows that only say of a number that no source confirms it, or that it was formed elsewhere. */
export function isOfKazakhstan({ confidence, formed, notes = [] }: DivisionFact): boolean {
  return confidence !== 'unverified' && (formed !== null || !notes.some((note) => note.startsWith('NOT formed')));
}

/** A key under which papers of some time name the division: `rd-316` up to 17 November 1941, `grd-8` after. */
export type DivisionKey = { key: string; from: string | null; to: string | null };

export type DivisionMatch = {
  divisionId: string;
  /** `number`: named itself. `regiment`: one of its regiments is named. */
  by: 'number' | 'regiment';
  /** False when the paper's date lies outside the time in which the division had this number. */
  fitsDate: boolean;
};

export type Divisions = {
  byId(id: string): DivisionFact | null;
  /** Divisions that a unit text of a date (`YYYY-MM-DD` or null) may mean, those that fit the date first. */
  ofUnit(text: string, date?: string | null): DivisionMatch[];
  /** The same for keys of `parseUnit`. */
  ofKeys(keys: readonly string[], date?: string | null): DivisionMatch[];
  /** The keys a division went by at any time. */
  keysOf(id: string): string[];
  /** All unit keys of the same division at any time, the given ones first: what a search for one must also find. */
  expandKeys(keys: readonly string[]): string[];
};

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
}

const KIND_OF_TYPE: readonly (readonly [RegExp, string])[] = [
  [/naval/u, 'nrb'],
  [/brigade/u, 'rb'],
  [/cavalry/u, 'cd'],
  [/rifle division/u, 'rd'],
];

function mainKey(division: DivisionFact): string | null {
  const kind = KIND_OF_TYPE.find(([pattern]) => pattern.test(division.type))?.[1] ?? null;
  return kind === null ? null : `${kind}-${division.number}`;
}

// Remnants that went into another division do not make that one the same: most of its men never were in the first.
const ONLY_A_PART = /остатки|основа|вместе/u;

/** The keys a division went by, each with its time. The number of a division that was struck off may come back later. */
export function keysOfDivision(division: DivisionFact): DivisionKey[] {
  const first = mainKey(division);
  if (first === null) return [];
  const keys: DivisionKey[] = [
    { key: first, from: division.formed?.start ? firstDay(division.formed.start) : null, to: null },
  ];
  for (const later of division.later_designation) {
    const key = parseUnit(later.name_ru).division?.key ?? keyOfDesignation(later);
    const current = keys.at(-1);
    if (key === null || current === undefined || key === current.key || ONLY_A_PART.test(later.name_ru)) continue;
    const from = firstDay(later.date);
    current.to = dayBefore(lastDay(later.date));
    keys.push({ key, from, to: null });
  }
  return keys;
}

function keyOfDesignation(later: Designation): string | null {
  if (later.number === undefined) return null;
  return `${/гвард/u.test(later.name_ru) ? 'g' : ''}${/бригад/u.test(later.name_ru) ? 'rb' : 'rd'}-${later.number}`;
}

function regimentKeys(division: DivisionFact): string[] {
  return (division.subordinate ?? []).flatMap((name) => parseUnit(name).regiment?.key ?? []);
}

function fits({ from, to }: DivisionKey, date: string | null): boolean {
  if (date === null) return true;
  return (from === null || date >= from) && (to === null || date <= to);
}

/** Joins unit texts with the divisions of the facts. */
export function createDivisions(facts: readonly DivisionFact[]): Divisions {
  const known = facts.map((division) => ({
    division,
    keys: keysOfDivision(division),
    regiments: regimentKeys(division),
  }));

  function ofKeys(keys: readonly string[], date: string | null = null): DivisionMatch[] {
    const matches = known.flatMap((entry): DivisionMatch[] => {
      const own = entry.keys.filter(({ key }) => keys.includes(key));
      const divisionId = entry.division.id;
      if (own.length > 0) return [{ divisionId, by: 'number', fitsDate: own.some((key) => fits(key, date)) }];
      // A regiment number alone is enough only when no other division is named beside it.
      const namesAnother = keys.some((key) => ['rd', 'cd', 'rb', 'nrb'].includes(unitOfKey(key)?.kind ?? ''));
      const hasRegiment = !namesAnother && entry.regiments.some((key) => keys.includes(key));
      return hasRegiment ? [{ divisionId, by: 'regiment', fitsDate: true }] : [];
    });
    return matches.sort((a, b) => Number(b.fitsDate) - Number(a.fitsDate));
  }

  return {
    byId: (id) => facts.find((division) => division.id === id) ?? null,
    ofUnit: (text, date = null) => ofKeys(parseUnit(text).keys, date),
    ofKeys,
    keysOf: (id) => known.find(({ division }) => division.id === id)?.keys.map(({ key }) => key) ?? [],
    expandKeys: (keys) => {
      const same = known.filter((entry) => entry.keys.some(({ key }) => keys.includes(key)));
      return [...new Set([...keys, ...same.flatMap((entry) => entry.keys.map(({ key }) => key))])];
    },
  };
}

/** Stages of the path in which the division may have been on a day; a stage without dates is left out. */
export function stagesOn(division: DivisionFact, day: string): PathStage[] {
  return division.battles.filter(({ from, to }) => {
    if (!from && !to) return false;
    return (!from || firstDay(from) <= day) && (to ? day <= lastDay(to) : day <= lastDay(from ?? day));
  });
}
