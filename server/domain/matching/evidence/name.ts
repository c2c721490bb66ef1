import { endingRole } from '../../names/name-parts.ts';
import {
  agreementGrid,
  agreementIn,
  bySoldierSlots,
  type NameAgreement,
  type PartAgreement,
  SLOT_ORDERS,
  type SlotOrder,
  type WordCost,
} from '../name-agreement.ts';
import { NAME_SLOTS, type NameForm, type NameSlot, type NameWord } from '../name-form.ts';
import type { MatchProfile } from '../profile.ts';
import { share, shareOfEither } from '../statistics.ts';
import type { LevelWeight } from '../weights.ts';
import { type EvidenceTools, missing, type Observation } from './observation.ts';

/** m and u of one part as it agrees here; both 1 where a side is missing. */
export type PartChance = { m: number; u: number };

export type NameFinding = {
  agreement: NameAgreement;
  chances: Record<NameSlot, PartChance>;
  /** log2(m/u) of the whole name among strangers: kin and neighbours are not yet thought of. */
  weight: number;
};

const SILENT: PartChance = { m: 1, u: 1 };

/** How often another man's name part would agree as far as this: by how common the value itself is. */
function chanceOf(slot: NameSlot, part: PartAgreement, { statistics, weights }: EvidenceTools): PartChance {
  const { level, request, soldier } = part;
  if (level === 'missing' || request === null || soldier === null) return SILENT;
  const levels = weights.levels[slot];
  const { m, u, ofKey }: LevelWeight = levels[level];
  if (level === 'initial') return { m, u: share(statistics.initials[slot], request.key.charAt(0), u) };
  const exact = shareOfEither(statistics.stems[slot], [request.stem, soldier.stem], levels.same.u);
  if (level === 'same') return { m, u: exact };
  if (level === 'different' || level === 'initial_differs') return { m, u };
  // Spellings of one name gather under its key: where the name is common, other spellings of it are too. Beside them
  // stand other names that merely sound alike, as often for one name as for another: u.
  const alike = shareOfEither(statistics.keys[slot], [request.key, soldier.key], levels.same.u);
  return { m, u: u + (ofKey === undefined ? Math.max(0, alike - exact) : ofKey * alike) };
}

function chancesOf({ parts }: NameAgreement, tools: EvidenceTools): Record<NameSlot, PartChance> {
  return {
    family: chanceOf('family', parts.family, tools),
    given: chanceOf('given', parts.given, tools),
    patronymic: chanceOf('patronymic', parts.patronymic, tools),
  };
}

function findingIn(agreement: NameAgreement, tools: EvidenceTools): NameFinding {
  const chances = chancesOf(agreement, tools);
  let weight = Math.log2(tools.weights.levels.order[agreement.order].m);
  for (const slot of NAME_SLOTS) weight += Math.log2(chances[slot].m / chances[slot].u);
  return { agreement, chances, weight };
}

const EXCHANGED = (Object.keys(SLOT_ORDERS) as SlotOrder[]).filter((order) => order !== 'straight');
// A straight reading as good as this needs no second look with the parts exchanged.
const GOOD_ENOUGH = 12;

type NameTools = EvidenceTools & { cost: WordCost };

/** Whether any word of the one might be a word of the other in another slot: most pairs need no look at all orders. */
function mayBeExchanged(request: NameForm, soldier: NameForm): boolean {
  return NAME_SLOTS.some((own) => {
    const keys = request[own]?.keys ?? [];
    return NAME_SLOTS.some((other) => other !== own && soldier[other]?.keys.some((key) => keys.includes(key)) === true);
  });
}

const CONTRADICTS: readonly string[] = ['different', 'initial_differs'];

/** How often all parts of another man's name would agree so. */
const chanceOfAll = (chances: Record<NameSlot, PartChance>): number =>
  NAME_SLOTS.reduce((product, slot) => product * chances[slot].u, 1);

/**
 * A name whose columns were exchanged. Strangers of his name have them exchanged as often as he, so it speaks against him
 * only as far as there are men who are truly called the other way round.
 */
function exchangedFinding(agreement: NameAgreement, tools: EvidenceTools): NameFinding {
  const found = findingIn(agreement, tools);
  const exchanged = tools.weights.levels.order[agreement.order].m;
  const calledSo = chanceOfAll(chancesOf(bySoldierSlots(agreement), tools)) / chanceOfAll(found.chances);
  return { ...found, weight: found.weight - Math.log2(exchanged + calledSo) };
}

/** Whether a word stands where its ending belongs, and is to be one that has no such ending. */
function isInPlace(word: NameWord, slot: NameSlot, other: NameWord): boolean {
  const roleOf = ({ part }: NameWord): string | null => endingRole(part.readings[0]?.ending ?? null);
  return roleOf(word) === slot && roleOf(other) !== slot;
}

/**
 * Whether both papers have an ending in its place that the exchange would have taken along: Алексей Яковлевич and Яков
 * Алексеевич are two men, and so are Иванов Андрей and Андреев Иван. In one paper alone it may be lost.
 */
function endingsStayed({ order, parts }: NameAgreement): boolean {
  const exchanged = NAME_SLOTS.flatMap((slot) => {
    const { request, soldier } = parts[slot];
    const his = SLOT_ORDERS[order][slot];
    return his === slot || request === null || soldier === null ? [] : [{ slot, request, his, soldier }];
  });
  return (
    exchanged.some(({ slot, request, soldier }) => isInPlace(request, slot, soldier)) &&
    exchanged.some(({ his, request, soldier }) => isInPlace(soldier, his, request))
  );
}

function bestOrder([request, soldier]: [NameForm, NameForm], tools: NameTools): NameFinding {
  const grid = agreementGrid(request, soldier, tools.cost);
  let best = findingIn(agreementIn('straight', grid, soldier), tools);
  if (best.weight > GOOD_ENOUGH || !mayBeExchanged(request, soldier)) return best;
  for (const order of EXCHANGED) {
    const agreement = agreementIn(order, grid, soldier);
    // Exchanged columns explain only a name of which then every part fits.
    if (NAME_SLOTS.some((slot) => CONTRADICTS.includes(agreement.parts[slot].level))) continue;
    if (endingsStayed(agreement)) continue;
    const found = exchangedFinding(agreement, tools);
    if (found.weight > best.weight) best = found;
  }
  return best;
}

const mayStandFor = (initial: NameWord, word: NameWord): boolean => initial.key.charAt(0) === word.key.charAt(0);

/** The word that this paper has in a slot; where it has none, or its letter alone, the one that another paper of his has. */
function fullest(own: NameWord | null, others: readonly (NameWord | null)[]): NameWord | null {
  if (own !== null && !own.part.initial) return own;
  const told = others.filter((word) => word !== null);
  const word = told.find(({ part }) => !part.initial) ?? told[0] ?? null;
  return own === null || (word !== null && mayStandFor(own, word)) ? word : own;
}

/**
 * The names of one man, each with what it leaves out told by the others: a paper without the father's name must not hide
 * that another paper of his names another father.
 */
function toldTogether(names: readonly NameForm[]): readonly NameForm[] {
  if (names.length < 2) return names;
  return names.map((own) => {
    const others = names.filter((name) => name !== own);
    const [family, given, patronymic] = NAME_SLOTS.map((slot) =>
      fullest(
        own[slot],
        others.map((name) => name[slot]),
      ),
    );
    return { ...own, family: family ?? null, given: given ?? null, patronymic: patronymic ?? null };
  });
}

/** The best alignment of the names of two profiles; null when a side has no name. */
export function nameFinding(request: MatchProfile, soldier: MatchProfile, tools: NameTools): NameFinding | null {
  let best: NameFinding | null = null;
  const written = toldTogether(soldier.names);
  for (const asked of toldTogether(request.names)) {
    for (const form of written) {
      const found = bestOrder([asked, form], tools);
      if (best === null || found.weight > best.weight) best = found;
    }
  }
  return best;
}

const CLOSENESS: Partial<Record<PartAgreement['level'], number>> = {
  same: 1,
  near: 0.9,
  close: 0.75,
  far: 0.5,
  initial: 0.6,
};

/** Part by part for the reader: how far it agrees, what each side writes, and what it weighs by itself in bits. */
function partValues({ agreement, chances }: NameFinding): Record<string, string> {
  const values: Record<string, string> = {};
  for (const slot of NAME_SLOTS) {
    const { level, request, soldier } = agreement.parts[slot];
    values[slot] = level;
    if (request !== null) values[`${slot}Asked`] = request.part.text;
    if (soldier !== null) values[`${slot}Found`] = soldier.part.text;
    if (level !== 'missing') values[`${slot}Bits`] = Math.log2(chances[slot].m / chances[slot].u).toFixed(1);
  }
  return values;
}

/** The name as one piece of evidence; its parts and the order of its parts stand in the values. */
export function nameObservation(request: MatchProfile, finding: NameFinding | null, weight: number): Observation {
  const requestValue = request.names[0]?.written ?? null;
  if (finding === null) return missing('name', requestValue, null);
  const { parts, order, soldierForm } = finding.agreement;
  const known = NAME_SLOTS.filter((slot) => parts[slot].level !== 'missing');
  if (known.length === 0) return missing('name', requestValue, soldierForm.written);
  const score = known.reduce((sum, slot) => sum + (CLOSENESS[parts[slot].level] ?? 0), 0) / known.length;
  return {
    kind: 'name',
    level: NAME_SLOTS.map((slot) => parts[slot].level).join('+'),
    weight,
    score,
    values: { order, ...partValues(finding) },
    requestValue,
    soldierValue: soldierForm.written,
  };
}
