import { joinedVariants } from './joined-words.ts';
import { kinShare } from './kin.ts';
import { endingRole, type NamePart, type NameRole } from './name-parts.ts';
import type { PartCost } from './part-cost.ts';
import { soundDistance } from './sound-distance.ts';

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
export const BITS_PER_COST = 0.08;
/** Bits against, where two parts of one role differ beyond any rule: about one clerk in 250 puts down another name. */
const CONTRADICTION = 8;
const INITIAL_WORTH = 3;
const INITIAL_CONTRADICTION = 4;
const INITIAL_UNSAID = 0.75;
/** So far an initial may be from the first sound of a name, and so much further an abbreviation for each sound more. */
const INITIAL_APART = 30;
const MORE_APART = 10;
/** How much of a missing part's worth is asked for: neutral but for the doubt that one known part less leaves. */
const MISSING: Record<NameRole, number> = { family: 0.8, given: 0.6, patronymic: 0.3, unknown: 0.6 };
/** Bits of a stem that nobody has counted: consonants tell more than vowels, and no name tells more than fourteen. */
export function plainBits(stem: string): number {
  let bits = 2.5;
  for (const letter of stem) bits += 'aeouyj'.includes(letter) ? 0.7 : 1.5;
  return Math.min(14, bits);
}

/** A word that stands in the place of another part as it is: the order or the columns were mixed up. */
const OTHER_PLACE = 14;
/** The father's name as a surname is common, but not beside another father's name. */
const FATHER_AS_FAMILY = 12;
const TWO_FATHERS = 60;
/** A given name that is also somebody's family or father's name: Иванов Александр is not Александров Иван. */
const OTHER_MAN = 90;

const hasFather = (parts: readonly NamePart[]): boolean =>
  parts.some(({ role, initial }) => role === 'patronymic' && !initial);

const ending = (part: NamePart): NameRole | null => endingRole(part.readings[0]?.ending ?? null);

function roleCost(a: NamePart, b: NamePart, names: Names): number {
  if (a.role === b.role || a.role === 'unknown' || b.role === 'unknown') return 0;
  if (ending(a) === ending(b)) return OTHER_PLACE;
  if (a.role === 'given' || b.role === 'given') return OTHER_MAN;
  const familySide = a.role === 'family' ? names.a : names.b;
  return hasFather(familySide) ? TWO_FATHERS : FATHER_AS_FAMILY;
}

/** How far the sounds are apart that an initial, or an abbreviation (Ник., Мих.), has of the other name; and how many. */
function beginningsApart(a: NamePart, b: NamePart): { apart: number; letters: number } {
  let best = { apart: Number.POSITIVE_INFINITY, letters: 1 };
  for (const x of a.readings) {
    for (const y of b.readings) {
      const letters = Math.min(x.sound.length, y.sound.length);
      const unlike = a.initial && b.initial && x.sound.length !== y.sound.length ? MORE_APART : 0;
      const apart = unlike + soundDistance(x.sound.slice(0, letters), y.sound.slice(0, letters));
      if (apart < best.apart) best = { apart, letters };
    }
  }
  return best;
}

function initialPairing(a: NamePart, b: NamePart, rules: LikenessRules): Pairing {
  const { apart, letters } = beginningsApart(a, b);
  const agrees = apart <= INITIAL_APART + (letters - 1) * MORE_APART;
  const gain = agrees ? INITIAL_WORTH - apart * BITS_PER_COST : -INITIAL_CONTRADICTION;
  // What a whole name could have said and its initial does not.
  const unsaid = a.initial && b.initial ? 0 : INITIAL_UNSAID * rules.rarity(a, b, 0);
  return {
    kind: agrees ? 'initial' : 'differs',
    a,
    b,
    cost: agrees ? apart : 100,
    gain,
    worth: INITIAL_WORTH + unsaid,
  };
}

export type LikenessRules = { cost: PartCost; rarity: Rarity };

type Names = { a: readonly NamePart[]; b: readonly NamePart[] };

function pairing(a: NamePart, b: NamePart, names: Names, rules: LikenessRules): Pairing {
  if (a.initial || b.initial) return initialPairing(a, b, rules);
  const found = rules.cost(a, b);
  const worth = rules.rarity(a, b, 0);
  if (found === null) return { kind: 'differs', a, b, cost: 200, gain: -CONTRADICTION, worth };
  const cost = found + roleCost(a, b, names);
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

/** Lays the parts as they stand on each other, and weighs them. */
function matchParts(a: readonly NamePart[], b: readonly NamePart[], rules: LikenessRules): NameMatch {
  if (a.length === 0 || b.length === 0) return { score: 0, cost: 0, pairings: [] };
  const table = a.map((x) => b.map((y) => pairing(x, y, { a, b }, rules)));
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
  // Rounded, so that the order in which parts are added up cannot show.
  const likeness = worth > 0 ? Math.max(0, Math.min(1, gain / worth)) : 0;
  const score = Math.round(likeness * kinShare(pairings) * 1e9) / 1e9;
  return { score, cost, pairings };
}

const LOOSE_COST = 60;

/**
 * Lays two names on each other and weighs them: parts in any order, and words that one writes apart and the other does
 * not. Engines bring their own costs and rarity. Symmetric if both of these are.
 */
export function matchNames(a: readonly NamePart[], b: readonly NamePart[], rules: LikenessRules): NameMatch {
  const plain = matchParts(a, b, rules);
  const loose = looseParts(plain);
  if (loose.size < 3) return plain;
  const isLoose = (part: NamePart): boolean => loose.has(part);
  const variants = [
    ...joinedVariants(a, b, isLoose).map((joined) => matchParts(joined, b, rules)),
    ...joinedVariants(b, a, isLoose).map((joined) => matchParts(a, joined, rules)),
  ];
  return variants.reduce((best, next) => (next.score > best.score ? next : best), plain);
}

function looseParts({ pairings }: NameMatch): Set<NamePart> {
  const loose = new Set<NamePart>();
  for (const { kind, cost, a, b } of pairings) {
    if (kind === 'same' || kind === 'initial' || (kind === 'near' && cost < LOOSE_COST)) continue;
    if (a) loose.add(a);
    if (b) loose.add(b);
  }
  return loose;
}
