import type { DeskKey } from '../say-on-desk.ts';
import type { Evidence } from './shapes.ts';

/** One line of the comparison. A name is told in its parts, because it is by one letter of one part that a man was lost. */
export type CompareRow = {
  id: string;
  label: DeskKey;
  kind: string;
  asked: string | null;
  found: string | null;
  /** A place of residence that stands where a birthplace is asked for. */
  lived?: { asked: boolean; found: boolean };
  likeness: { sign: 'for' | 'against' | 'none'; word: DeskKey };
};

/** One line of the waterfall, in bits. */
export type WeighedRow = { id: string; label: DeskKey; weight: number; why: { key: DeskKey; values: Values } };

type Values = Record<string, string>;

const PARTS = [
  { part: 'family', label: 'evidence.family' },
  { part: 'given', label: 'evidence.given' },
  { part: 'patronymic', label: 'evidence.patronymic' },
] as const;

/** What was compared, in the fixed order of the server; a kind that neither side gives has no line. */
export function compareRows(evidence: readonly Evidence[]): CompareRow[] {
  return evidence.flatMap((one) => nameRows(one) ?? plainRow(one));
}

function plainRow(one: Evidence): CompareRow[] {
  const { kind, requestValue: asked, soldierValue: found } = one;
  if (asked === null && found === null) return [];
  const { requestLived, soldierLived } = one.reason.values;
  const lived = { asked: requestLived !== undefined, found: soldierLived !== undefined };
  return [{ id: kind, label: `evidence.${kind}` as DeskKey, kind, asked, found, lived, likeness: likenessOf(one) }];
}

/** Null when the evidence was kept before parts were told apart: then the name stands in one line. */
function nameRows({ kind, reason: { values } }: Evidence): CompareRow[] | null {
  if (kind !== 'name' || !PARTS.some(({ part }) => values[`${part}Asked`] !== undefined)) return null;
  return PARTS.flatMap(({ part, label }) => {
    const [asked = null, found = null] = [values[`${part}Asked`], values[`${part}Found`]];
    if (asked === null && found === null) return [];
    const likeness = { sign: signOf(values[part]), word: wordOfPart(part, values) };
    return [{ id: part, label, kind, asked, found, likeness }];
  });
}

/** Letters differ and the sound does not: "agrees" would seem to deny the marks beside it. */
function wordOfPart(part: string, values: Values): DeskKey {
  const level = values[part] ?? 'missing';
  const [asked, found] = [values[`${part}Asked`], values[`${part}Found`]];
  return level === 'same' && asked?.toLowerCase() !== found?.toLowerCase()
    ? 'part.sounds'
    : (`part.${level}` as DeskKey);
}

function signOf(level = 'missing'): CompareRow['likeness']['sign'] {
  if (level === 'missing') return 'none';
  return level === 'different' || level === 'initial_differs' ? 'against' : 'for';
}

/** Below this a difference speaks against him so clearly that it is called a contradiction; in bits. */
const CONTRADICTS = -2;

function likenessOf({ score, weight }: Evidence): CompareRow['likeness'] {
  if (score === null) return { sign: 'none', word: 'likeness.none' };
  if (score >= 0.99) return { sign: 'for', word: 'likeness.same' };
  if (weight <= CONTRADICTS) return { sign: 'against', word: 'likeness.against' };
  if (score >= 0.7) return { sign: 'for', word: 'likeness.near' };
  return { sign: 'for', word: score > 0 ? 'likeness.partly' : 'likeness.differs' };
}

/** What speaks for or against him, each with its weight; what a side does not say is left to `silentKinds`. */
export function weighedRows(evidence: readonly Evidence[]): WeighedRow[] {
  return evidence.filter(({ score }) => score !== null).flatMap((one) => weighedName(one) ?? [weighed(one)]);
}

export function silentKinds(evidence: readonly Evidence[]): DeskKey[] {
  return evidence.filter(({ score }) => score === null).map(({ kind }) => `evidence.${kind}` as DeskKey);
}

const weighed = ({ kind, weight, reason }: Evidence): WeighedRow => {
  return {
    id: kind,
    label: `evidence.${kind}` as DeskKey,
    weight,
    why: { key: reason.key as DeskKey, values: reason.values },
  };
};

/** Rounded parts leave a crumb that means nothing. */
const CRUMB = 0.25;

/**
 * The parts by themselves, and then what kin and neighbours take away again: a brother has the same surname, father and
 * village. The lines add up to the weight of the whole name.
 */
function weighedName({ kind, weight, reason: { values } }: Evidence): WeighedRow[] | null {
  if (kind !== 'name') return null;
  const parts = PARTS.flatMap(({ part, label }) => {
    const bits = Number(values[`${part}Bits`] ?? Number.NaN);
    if (Number.isNaN(bits)) return [];
    return [{ id: part, label, weight: bits, why: { key: wordOfPart(part, values), values: {} } }];
  });
  const [first] = parts;
  if (first === undefined) return null;
  const rest = weight - parts.reduce((sum, part) => sum + part.weight, 0);
  if (Math.abs(rest) > CRUMB) {
    return [...parts, { id: 'kin', label: 'evidence.kin', weight: rest, why: { key: 'evidence.kinWhy', values: {} } }];
  }
  first.weight += rest;
  return parts;
}
