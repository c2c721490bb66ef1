import type { PartAgreement } from './name-agreement.ts';
import type { NameSlot } from './name-form.ts';
import { sharePresent } from './posterior.ts';
import type { ScoredPair } from './score.ts';
import type { LevelWeight, WeightKind, WeightLevels, Weights } from './weights.ts';

/**
 * One thing that was seen in a pair. `scale`: what was compared with what. Two years agree or lie apart, two days may also
 * be exchanged; an initial agrees otherwise than a name. How often a level is seen counts among the pairs of its scale.
 */
type Seen = { kind: WeightKind; level: string; scale: string };

/** What was counted so far, by kind and level and by kind and scale. */
type Tally = Map<string, number>;

export type WeightEstimate = {
  /** A pair of two papers taken at random: as good as surely two men. */
  addRandom(pair: ScoredPair): void;
  /** The names of two papers taken at random, in one slot. */
  addNames(slot: NameSlot, names: PartAgreement): void;
  /** A pair that is one man with this probability: 1 where people decided so, else what the weights of before say. */
  addPair(pair: ScoredPair, probability: number): void;
  /** Of one request: the evidence that its man is in the database at all (`posterior.ts`); Infinity where it is known. */
  addRequest(evidenceOfPresence: number): void;
  /** Forgets the pairs and requests, not the pairs at random: they are counted anew with better weights. */
  nextRound(): void;
  /** The weights of before, moved as far as what was counted can carry. */
  weights(version: string): Weights;
};

const NAME_PARTS = ['family', 'given', 'patronymic', 'order'] as const;

/** Who names a village on both sides may find another there; who stops at the oblast finds at most another oblast. */
const PLACE_SCALES: Readonly<Record<string, readonly string[]>> = {
  same_village: ['village'],
  other_village: ['village'],
  same_village_name: ['name'],
  same_rayon: ['rayon'],
  other_rayon: ['village', 'rayon'],
  same_oblast: ['oblast'],
  elsewhere: ['village', 'rayon', 'oblast', 'name'],
};
const placeScales = (level: string): readonly string[] => PLACE_SCALES[level] ?? ['place'];

/** The scales on which a level can be seen, where a kind has more than one. */
const SCALES: Partial<Record<WeightKind, (level: string) => readonly string[]>> = {
  birth_date: (level) => {
    if (level === 'overlap' || level.startsWith('span_')) return ['span'];
    if (level === 'same_year') return ['year'];
    if (level === 'month_agrees') return ['month'];
    if (level === 'day_differs') return ['day', 'month'];
    return level.startsWith('year_') ? ['year', 'month', 'day'] : ['day'];
  },
  family: (level) => [level.startsWith('initial') ? 'initial' : 'word'],
  given: (level) => [level.startsWith('initial') ? 'initial' : 'word'],
  patronymic: (level) => [level.startsWith('initial') ? 'initial' : 'word'],
  camp: (level) => [level.endsWith('number') ? 'number' : 'camp'],
  birthplace: placeScales,
  residence: placeScales,
  conscription: (level) => (level.endsWith('call_up') ? ['date'] : placeScales(level)),
  fate: (level) => {
    if (level.startsWith('letter')) return ['letter'];
    if (level === 'same_year') return ['year'];
    if (level === 'same_month' || level === 'month_differs') return ['month'];
    return level === 'year_differs' ? ['year', 'month'] : ['fate'];
  },
};

const scalesOf = (kind: WeightKind, level: string): readonly string[] => SCALES[kind]?.(level) ?? ['all'];

/** Levels under the names that the weights have for them. A name is four of them, a fate or a call-up up to three. */
function seenIn(pair: ScoredPair): Seen[] {
  return pair.observations.flatMap(({ kind, level, values }): Seen[] => {
    if (level === 'missing') return [];
    const parts: [WeightKind, string][] =
      kind === 'name'
        ? NAME_PARTS.map((part) => [part, values[part] ?? 'missing'])
        : level.split('+').map((one) => [kind, one]);
    return parts
      .filter(([, one]) => one !== 'missing')
      .map(([of, one]) => {
        const scales = scalesOf(of, one);
        return { kind: of, level: one, scale: scales.find((scale) => scale === values.at) ?? scales[0] ?? 'all' };
      });
  });
}

/**
 * So many pairs the weights of before count for. A young database moves them little, and one odd decision hardly at all;
 * with thousands of pairs its own papers decide.
 */
const BEFORE_M = 40;
const BEFORE_U = 2000;
const BEFORE_PRESENT = 100;

const levelKey = ({ kind, level }: Pick<Seen, 'kind' | 'level'>): string => `${kind} ${level}`;
const scaleKey = (kind: WeightKind, scale: string): string => `${kind} of ${scale}`;

function add(tally: Tally, pair: ScoredPair, weight: number): void {
  for (const seen of seenIn(pair)) {
    for (const key of [levelKey(seen), scaleKey(seen.kind, seen.scale)]) tally.set(key, (tally.get(key) ?? 0) + weight);
  }
}

type Counted = { same: Tally; random: Tally; names: Tally };

/** The counts of now beside those that the share of before stands for. */
function shareOf(
  tally: Tally,
  { kind, level }: Pick<Seen, 'kind' | 'level'>,
  before: { share: number; worth: number },
) {
  const comparable = scalesOf(kind, level).reduce((sum, scale) => sum + (tally.get(scaleKey(kind, scale)) ?? 0), 0);
  if (comparable === 0) return before.share;
  return ((tally.get(levelKey({ kind, level })) ?? 0) + before.worth * before.share) / (comparable + before.worth);
}

/** Where the value tells how common it is, the counts of this database are u already; the order of parts has none. */
const isCounted = (kind: WeightKind, { byValue }: LevelWeight): boolean => byValue || kind === 'order';

const ALIKE: readonly string[] = ['near', 'close', 'far'];

/** So many names at random, and so many of them under one key, the shares of before stand for. */
const BEFORE_NAMES = 50_000;
const BEFORE_SPELLINGS = 50;

const tallyKey = (under: 'one key' | 'two keys', slot: WeightKind, level = 'any'): string =>
  `${slot} ${level} ${under}`;

/** Two words, and no initial. Under one key they may be one name; under two they are two that may sound alike. */
function addNames(tally: Tally, slot: NameSlot, { level, request, soldier }: PartAgreement): void {
  if (request === null || soldier === null || level.startsWith('initial')) return;
  const under = request.key === soldier.key ? 'one key' : 'two keys';
  for (const key of [tallyKey(under, slot), tallyKey(under, slot, level)]) tally.set(key, (tally.get(key) ?? 0) + 1);
}

/**
 * How often names at random are as far apart as this (`evidence/name.ts`): u by chance alone, and `ofKey` among those under one key.
 * In a country of few names more of them sound alike.
 */
function namesApart(names: Tally, slot: WeightKind, [level, { u, ofKey }]: readonly [string, LevelWeight]) {
  const count = (under: 'one key' | 'two keys', of?: string) => names.get(tallyKey(under, slot, of)) ?? 0;
  const [together, all] = [count('one key'), count('one key') + count('two keys')];
  const moved = { u: (count('two keys', level) + BEFORE_NAMES * u) / (all + BEFORE_NAMES) };
  if (ofKey === undefined) return moved;
  return { ...moved, ofKey: (count('one key', level) + BEFORE_SPELLINGS * ofKey) / (together + BEFORE_SPELLINGS) };
}

function movedKind(kind: WeightKind, levels: Readonly<Record<string, LevelWeight>>, { same, random, names }: Counted) {
  return Object.fromEntries(
    Object.entries(levels).map(([level, weight]) => {
      const m = shareOf(same, { kind, level }, { share: weight.m, worth: BEFORE_M });
      if (ALIKE.includes(level)) return [level, { ...weight, m, ...namesApart(names, kind, [level, weight]) }];
      const u = shareOf(random, { kind, level }, { share: weight.u, worth: BEFORE_U });
      return [level, { ...weight, m, u: isCounted(kind, weight) ? weight.u : u }];
    }),
  );
}

/** Kind by kind and level by level as before: only the numbers differ. */
function movedLevels(before: WeightLevels, counted: Counted): WeightLevels {
  const kinds = Object.keys(before) as WeightKind[];
  return Object.fromEntries(kinds.map((kind) => [kind, movedKind(kind, before[kind], counted)])) as WeightLevels;
}

/** Counts pairs and makes the next version of the weights from them. */
export function createWeightEstimate(before: Weights): WeightEstimate {
  const counted: Counted = { same: new Map(), random: new Map(), names: new Map() };
  let requests: number[] = [];
  return {
    addRandom: (pair) => add(counted.random, pair, 1),
    addNames: (slot, names) => addNames(counted.names, slot, names),
    addPair: (pair, probability) => add(counted.same, pair, probability),
    addRequest(evidenceOfPresence) {
      requests.push(evidenceOfPresence);
    },
    nextRound() {
      counted.same.clear();
      requests = [];
    },
    weights: (version) => ({
      version,
      present: sharePresent(requests, { share: before.present, worth: BEFORE_PRESENT }),
      levels: movedLevels(before.levels, counted),
    }),
  };
}
