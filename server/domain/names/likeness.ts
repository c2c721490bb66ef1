import { clustersOf } from './given-name-clusters.ts';
import {
  endingRole,
  type NamePart,
  type NameRole,
  type NameText,
  nameParts,
  type PartReading,
  partReadings,
} from './name-parts.ts';
import { SUBSTITUTION, soundCode } from './sound-costs.ts';
import { soundDistance } from './sound-distance.ts';

/** How two parts come together: the cheapest pair of their readings. `cost` in hundredths; null when they are too far apart. */
export type PartCost = (a: NamePart, b: NamePart) => number | null;

/**
 * What agreement is worth, in bits: log2 of how many people there are for one who has a part at least as near.
 * Must not depend on the order of the two parts, or likeness is not symmetric.
 */
export type Rarity = (a: NamePart, b: NamePart, cost: number) => number;

export type Pairing = {
  kind: 'same' | 'near' | 'initial' | 'differs' | 'missing';
  a: NamePart | null;
  b: NamePart | null;
  cost: number;
  /** Bits that this pairing adds (below 0: speaks against), and the bits it could have added at most. */
  gain: number;
  worth: number;
};

export type NameMatch = { score: number; cost: number; pairings: Pairing[] };

/** Bits that one hundred of cost take away: an unexplained change happens to about one letter in 200. */
const BITS_PER_COST = 0.08;
/** Bits against, where two parts of one role differ beyond any rule: about one clerk in 30 puts down another name. */
const CONTRADICTION = 5;
const INITIAL_WORTH = 3;
const INITIAL_CONTRADICTION = 4;
/** How much of a missing part's worth is asked for: neutral but for the doubt that one known part less leaves. */
const MISSING: Record<NameRole, number> = { family: 0.6, given: 0.5, patronymic: 0.3, unknown: 0.45 };
export const CLUSTER_COST = 20;
/** At this score and above two names are likely one man's. The same line for `compare`, for search and for labels. */
export const LIKELY = 0.7;

/** The dearest difference that is still one name, by the length of the shorter stem. */
export function costLimit(length: number): number {
  return Math.min(190, 45 + 16 * length);
}

/** What two endings beside equal stems cost. */
export function endingCost(a: PartReading, b: PartReading): number {
  if (a.ending === b.ending) return 0;
  const roleA = endingRole(a.ending);
  const roleB = endingRole(b.ending);
  if (roleA !== roleB) return roleA && roleB ? 25 : 15;
  const female = Number(isFemale(a)) + Number(isFemale(b));
  return female === 1 ? 14 : 6;
}

const isFemale = ({ ending }: PartReading): boolean =>
  ending === 'ova' || ending === 'ina' || ending === 'skaya' || ending === 'qyzy' || ending === 'ovna';

/** Bits of a stem that nobody has counted: consonants tell more than vowels, and no name tells more than fourteen. */
export function plainBits(stem: string): number {
  let bits = 2.5;
  for (const letter of stem) bits += 'aeouyj'.includes(letter) ? 0.7 : 1.5;
  return Math.min(14, bits);
}

const plainRarity: Rarity = (a, b) => (plainBits(firstStem(a)) + plainBits(firstStem(b))) / 2;

/** How far two stems are apart: by sound, or by being forms of one given name. */
export function stemCost(a: string, b: string): number | null {
  const limit = costLimit(Math.min(a.length, b.length));
  const distance = soundDistance(a, b, limit);
  const cost = distance > CLUSTER_COST && sameCluster(a, b) ? CLUSTER_COST : distance;
  return cost > limit ? null : cost;
}

function sameCluster(a: string, b: string): boolean {
  const ofB = clustersOf(b);
  return clustersOf(a).some((x) => ofB.some((y) => x.cluster === y.cluster && x.rest === y.rest));
}

/** The cheapest pair of readings. */
export const partCost: PartCost = (a, b) => {
  let best: number | null = null;
  for (const x of a.readings) {
    for (const y of b.readings) {
      const stems = stemCost(x.stem, y.stem);
      if (stems === null) continue;
      const cost = stems + endingCost(x, y) + x.cost + y.cost;
      if (best === null || cost < best) best = cost;
    }
  }
  return best;
};

function roleCost(a: NameRole, b: NameRole): number {
  if (a === b || a === 'unknown' || b === 'unknown') return 0;
  if (a === 'family' || b === 'family') return a === 'patronymic' || b === 'patronymic' ? 12 : 14;
  return 22;
}

const firstStem = (part: NamePart): string => part.readings[0]?.stem ?? '';

function initialPairing(a: NamePart, b: NamePart): Pairing {
  let apart = 100;
  for (const x of a.readings) {
    for (const y of b.readings) {
      apart = Math.min(apart, SUBSTITUTION[(soundCode(x.stem, 0) << 5) | soundCode(y.stem, 0)] ?? 100);
    }
  }
  const agrees = apart <= 30;
  const gain = agrees ? INITIAL_WORTH - apart * BITS_PER_COST : -INITIAL_CONTRADICTION;
  return { kind: agrees ? 'initial' : 'differs', a, b, cost: agrees ? apart : 100, gain, worth: INITIAL_WORTH + 0.5 };
}

export type LikenessRules = { cost: PartCost; rarity: Rarity };

function pairing(a: NamePart, b: NamePart, rules: LikenessRules): Pairing {
  if (a.initial || b.initial) return initialPairing(a, b);
  const found = rules.cost(a, b);
  const worth = rules.rarity(a, b, 0);
  if (found === null) return { kind: 'differs', a, b, cost: 200, gain: -CONTRADICTION, worth };
  const cost = found + roleCost(a.role, b.role);
  const gain = Math.min(worth, rules.rarity(a, b, found)) - cost * BITS_PER_COST;
  if (gain < -CONTRADICTION) return { kind: 'differs', a, b, cost: 200, gain: -CONTRADICTION, worth };
  return { kind: cost === 0 ? 'same' : 'near', a, b, cost, gain, worth };
}

function missing(part: NamePart, side: 'a' | 'b', rules: LikenessRules): Pairing {
  const full = part.initial ? INITIAL_WORTH : rules.rarity(part, part, 0);
  const worth = full * MISSING[part.role];
  return { kind: 'missing', a: side === 'a' ? part : null, b: side === 'b' ? part : null, cost: 0, gain: 0, worth };
}

const canContradict = (a: NameRole, b: NameRole): boolean => a === b || a === 'unknown' || b === 'unknown';

/** The best way to lay the parts of one name on those of the other: each part once, order free. */
function bestAssignment(table: readonly (readonly Pairing[])[], width: number): (number | null)[] {
  const states = 1 << width;
  let values = new Float64Array(states).fill(Number.NEGATIVE_INFINITY);
  values[0] = 0;
  const choices: Int8Array[] = [];
  for (const row of table) {
    const next = values.slice();
    const choice = new Int8Array(states).fill(-1);
    for (const [j, pair] of row.entries()) {
      if (pair.kind !== 'differs') takePart(j, pair.gain + CONTRADICTION, { values, next, choice });
    }
    choices.push(choice);
    values = next;
  }
  return readBack(choices, values);
}

/** Tries one part of the other name for the row at hand, from every set of parts that the rows before have used. */
function takePart(
  j: number,
  gain: number,
  { values, next, choice }: { values: Float64Array; next: Float64Array; choice: Int8Array },
): void {
  const bit = 1 << j;
  values.forEach((value, used) => {
    if (used & bit || value + gain <= (next[used | bit] ?? 0)) return;
    next[used | bit] = value + gain;
    choice[used | bit] = j;
  });
}

function readBack(choices: readonly Int8Array[], values: Float64Array): (number | null)[] {
  let state = 0;
  values.forEach((value, index) => {
    if (value > (values[state] ?? 0)) state = index;
  });
  const chosen: (number | null)[] = new Array<number | null>(choices.length).fill(null);
  for (let i = choices.length - 1; i >= 0; i--) {
    const j = choices[i]?.[state] ?? -1;
    if (j < 0) continue;
    chosen[i] = j;
    state &= ~(1 << j);
  }
  return chosen;
}

/** Lays two names on each other and weighs them; for engines, which bring their own costs and rarity. */
export function matchParts(a: readonly NamePart[], b: readonly NamePart[], rules: LikenessRules): NameMatch {
  if (a.length === 0 || b.length === 0) return { score: 0, cost: 0, pairings: [] };
  const table = a.map((x) => b.map((y) => pairing(x, y, rules)));
  const chosen = bestAssignment(table, b.length);
  const pairings: Pairing[] = [];
  const freeB = new Set(b.keys());
  chosen.forEach((j, i) => {
    const found = j === null ? undefined : table[i]?.[j];
    if (found === undefined || j === null) return;
    pairings.push(found);
    freeB.delete(j);
  });
  const freeA = [...a.keys()].filter((i) => chosen[i] === null);
  pairings.push(...leftOver(freeA, freeB, { a, b, table, rules }));
  return weigh(pairings);
}

type Sides = {
  a: readonly NamePart[];
  b: readonly NamePart[];
  table: readonly (readonly Pairing[])[];
  rules: LikenessRules;
};

/** What found no partner: two parts that could be the same one contradict, the others are only missing. */
function leftOver(freeA: readonly number[], freeB: Set<number>, sides: Sides): Pairing[] {
  const pairings: Pairing[] = [];
  const waiting = new Set(freeA);
  for (const sameRole of [true, false]) {
    for (const i of waiting) {
      const x = sides.a[i];
      const j = [...freeB].find((index) => {
        const y = sides.b[index];
        return x && y && (sameRole ? x.role === y.role : canContradict(x.role, y.role));
      });
      const pair = j === undefined ? undefined : sides.table[i]?.[j];
      if (j === undefined || !pair) continue;
      pairings.push(pair.kind === 'differs' ? pair : { ...pair, kind: 'differs', gain: -CONTRADICTION });
      waiting.delete(i);
      freeB.delete(j);
    }
  }
  for (const i of waiting) {
    const part = sides.a[i];
    if (part) pairings.push(missing(part, 'a', sides.rules));
  }
  for (const j of freeB) {
    const part = sides.b[j];
    if (part) pairings.push(missing(part, 'b', sides.rules));
  }
  return pairings;
}

function weigh(pairings: Pairing[]): NameMatch {
  let gain = 0;
  let worth = 0;
  let cost = 0;
  for (const pair of pairings) {
    gain += pair.gain;
    worth += pair.worth;
    cost += pair.cost;
  }
  const score = worth > 0 ? Math.max(0, Math.min(1, gain / worth)) : 0;
  return { score, cost, pairings };
}

/** How alike two names are, 0 to 1. */
export function likeness(a: NameText | string, b: NameText | string, rarity: Rarity = plainRarity): NameMatch {
  const partsA = nameParts(a, partReadings);
  const partsB = nameParts(b, partReadings);
  return matchParts(partsA, partsB, { cost: partCost, rarity });
}
