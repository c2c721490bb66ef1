import { fnv1a } from './evidence-hash.ts';
import type { PlaceLevel } from './place-agreement.ts';

/**
 * How much each level of agreement says. `m`: how often it is seen when both are one man; `u`: how often when they are
 * two. A weight is log2(m/u). With `byValue` the value itself tells `u` (a rare name, a small village), and `u` here only
 * stands where the value was never counted. `ofKey`: of two men whose names gather under one key, the share who write them as far
 * apart as this; `u` then is that of other names, which merely sound alike.
 * Starting values: written from the record descriptions in the docs, checked on the project's own evaluation set.
 */
export type LevelWeight = { m: number; u: number; byValue: boolean; ofKey?: number; why: string };
export type KindWeights = Readonly<Record<string, LevelWeight>>;
type PlaceWeights = Readonly<Record<Exclude<PlaceLevel, 'missing'>, LevelWeight>>;

const level = (m: number, u: number, why: string): LevelWeight => ({ m, u, byValue: false, why });
const byValue = (m: number, u: number, why: string): LevelWeight => ({ m, u, byValue: true, why });
const spelling = (m: number, chance: { u: number; ofKey: number }, why: string): LevelWeight => ({
  ...level(m, chance.u, why),
  ofKey: chance.ofKey,
});

/** Each m is among the pairs that tell as much: of those that both name a village, five in six name the same. */
export const PLACE_WEIGHTS: PlaceWeights = {
  same_village: byValue(0.84, 0.001, 'families know the village; u is how many men this village has'),
  same_village_name: byValue(0.84, 0.01, 'no district tells which village of the name; u is how many men are of any'),
  same_rayon: byValue(0.88, 0.015, 'one side or both stop at the rayon'),
  other_village: byValue(0.06, 0.015, 'village of birth and of residence are taken for each other'),
  same_oblast: byValue(0.92, 0.07, 'one side or both stop at the oblast'),
  other_rayon: level(0.05, 0.06, 'rayons were cut anew several times before the war'),
  elsewhere: level(0.06, 0.92, 'a man who moved, or another man'),
};

const LEVELS = {
  family: {
    same: byValue(0.62, 0.0005, 'the same sound; u is the share of men with this surname'),
    near: level(0.17, 0.00004, 'one sound that every clerk confuses'),
    close: spelling(0.12, { u: 0.00015, ofKey: 0.4 }, 'two or three sounds by ear'),
    far: spelling(0.06, { u: 0.002, ofKey: 0.15 }, 'only just one name'),
    different: level(0.03, 0.995, 'surname of the father or grandfather, or another man'),
    initial: byValue(0.96, 0.08, 'an initial; u is the share of names with this letter'),
    initial_differs: level(0.04, 0.92, 'the wrong letter'),
  },
  given: {
    same: byValue(0.58, 0.003, 'the same sound; u is the share of men with this given name'),
    near: level(0.18, 0.00005, 'one sound that every clerk confuses'),
    close: spelling(0.13, { u: 0.0002, ofKey: 0.4 }, 'two or three sounds by ear'),
    far: spelling(0.06, { u: 0.002, ofKey: 0.15 }, 'only just one name'),
    different: level(0.02, 0.99, 'a pet name or a Russian look-alike is rare; another man is not'),
    initial: byValue(0.96, 0.08, 'an initial; u is the share of names with this letter'),
    initial_differs: level(0.04, 0.92, 'the wrong letter'),
  },
  patronymic: {
    same: byValue(0.6, 0.003, 'the same sound; u is the share of men with this father’s name'),
    near: level(0.18, 0.00005, 'one sound that every clerk confuses'),
    close: spelling(0.13, { u: 0.0002, ofKey: 0.4 }, 'two or three sounds by ear'),
    far: spelling(0.06, { u: 0.002, ofKey: 0.15 }, 'only just one name'),
    different: level(0.02, 0.99, 'the grandfather’s name, or another man'),
    initial: byValue(0.96, 0.08, 'an initial; u is the share of names with this letter'),
    initial_differs: level(0.04, 0.92, 'the wrong letter'),
  },
  order: {
    straight: level(0.935, 1, 'the parts stand in their places'),
    family_given: level(0.045, 1, 'given name and surname exchanged'),
    family_patronymic: level(0.006, 1, 'the father’s name stands as surname'),
    given_patronymic: level(0.004, 1, 'given name and father’s name exchanged'),
    turned: level(0.005, 1, 'given name, father’s name, surname in the wrong columns'),
    turned_back: level(0.005, 1, 'all three in the wrong columns'),
  },
  birth_date: {
    same_day: level(0.62, 0.0001, 'one day in some ten thousand'),
    swapped: level(0.02, 0.0001, 'day and month exchanged by a clerk'),
    same_month: level(0.03, 0.003, 'the day misread'),
    month_agrees: byValue(0.62, 0.004, 'a side names no day; u is the share of men of this year and month'),
    day_differs: byValue(0.1, 0.045, 'the year agrees, the day or month does not'),
    same_year: byValue(0.6, 0.045, 'u is the share of men of this year'),
    year_1: byValue(0.17, 0.09, 'ages were counted from different days'),
    year_2: byValue(0.08, 0.085, 'age arithmetic off by two'),
    year_5: level(0.08, 0.17, 'guessed ages'),
    year_far: level(0.05, 0.3, 'a digit misread'),
    year_hopeless: level(0.02, 0.3, 'another generation'),
    overlap: byValue(0.82, 0.2, 'an age or span that the other fits into; u is the share of men born in those years'),
    span_near: level(0.12, 0.15, 'an age or span that misses the other by a year or two'),
    span_apart: level(0.06, 0.65, 'an age or span that the other does not fit into'),
  },
  birthplace: PLACE_WEIGHTS,
  residence: PLACE_WEIGHTS,
  conscription: {
    ...PLACE_WEIGHTS,
    same_rayon: byValue(0.84, 0.015, 'men were called up by the office of their rayon'),
    other_rayon: level(0.03, 0.06, 'rayons were cut anew; an office was of one rayon'),
    elsewhere: level(0.09, 0.93, 'called up from work or from a town'),
    same_call_up: level(0.72, 0.35, 'the year of call-up agrees; most went in three years'),
    other_call_up: level(0.26, 0.55, 'families tell the year he left, papers the year of his last unit'),
    late_call_up: level(0.02, 0.1, 'called up in one paper after he was dead in the other'),
  },
  unit: {
    same_regiment: byValue(0.35, 0.003, 'u is the share of men of this regiment'),
    same_division: byValue(0.45, 0.02, 'u is the share of men of this division'),
    renamed: byValue(0.4, 0.02, 'the division before and after it became Guards, or the one of his regiment'),
    different: level(0.2, 0.97, 'men were moved after every hospital'),
  },
  rank: {
    same: level(0.66, 0.5, 'most were privates'),
    same_group: level(0.2, 0.25, 'promoted, or written loosely'),
    different: level(0.14, 0.25, 'promoted far, or another man'),
  },
  fate: {
    same: byValue(0.6, 0.35, 'u is the share of men of this fate'),
    compatible: level(0.28, 0.4, 'missing may be killed or captured: families got that word first'),
    differ: level(0.1, 0.3, 'two kinds of death'),
    contradict: level(0.02, 0.1, 'dead in one paper, alive in the other'),
    same_month: level(0.45, 0.025, 'the month of death agrees'),
    month_differs: level(0.28, 0.235, 'the year of death agrees, the month does not'),
    same_year: level(0.73, 0.26, 'the year of death agrees; a side names no month'),
    year_differs: level(0.27, 0.74, 'the day of going missing is mostly computed after the war'),
    letter_before_death: level(0.97, 0.75, 'a letter home from before that day: so it should be'),
    letter_after_death: level(
      0.03,
      0.25,
      'a letter home from after that day: another man, or a letter long on its way',
    ),
  },
  fate_place: {
    same: byValue(0.5, 0.02, 'u is the share of men who fell there'),
    different: level(0.5, 0.95, 'village, rayon and town are named for one battle'),
    on_path: level(0.5, 0.08, 'his division fought there at that time'),
    off_path: level(0.5, 0.92, 'the path of a division names its great battles only'),
  },
  camp: {
    same_number: level(0.9, 0.00002, 'a tag number belongs to one man of a camp'),
    other_number: level(0.1, 0.99998, 'renumbered in another camp, or another man'),
    same_camp: byValue(0.6, 0.1, 'u is the share of prisoners of this camp'),
    other_camp: level(0.4, 0.9, 'prisoners were moved'),
  },
  hospital: {
    same: level(0.7, 0.01, 'a hospital held one in a hundred'),
    different: level(0.3, 0.99, 'men passed through several'),
  },
  relatives: {
    same_name: level(0.75, 0.06, 'wife’s or mother’s name stands in both'),
    different: level(0.25, 0.94, 'of one kinship, and called otherwise'),
  },
  sex: {
    same: level(0.995, 0.98, 'nearly all were men'),
    different: level(0.005, 0.02, 'a slip, or another person'),
  },
} as const satisfies Record<string, KindWeights>;

export type WeightKind = keyof typeof LEVELS;
export type LevelOf<Kind extends WeightKind> = keyof (typeof LEVELS)[Kind];
export type WeightLevels = {
  readonly [Kind in WeightKind]: { readonly [Level in LevelOf<Kind>]: LevelWeight };
};

/** One version of the weights. Each is kept: a decision says which version it was made with. */
export type Weights = {
  /** `versionOf` a count: what was counted here, and what this release begins with. */
  version: string;
  /** The chance that the man asked for is in the database at all, before anything is compared. */
  present: number;
  levels: WeightLevels;
};

/** The numbers alone, as they are kept and written to a file; what each level means stays here. */
export type WeightNumbers = Pick<Weights, 'version' | 'present'> & {
  levels: Record<string, Record<string, Pick<LevelWeight, 'm' | 'u' | 'ofKey'>>>;
};

/**
 * How many kinsmen of the man asked for are in the database, on average. They share his surname, his village, often his
 * father's name: without them every brother would look like him.
 */
export const KIN = {
  brothers: 0.6,
  /** Fathers, sons, cousins: the surname and the place, neither name. */
  clan: 3,
  /** Surname and given name in one village, another father. */
  namesakes: 0.15,
  /** Fathers and sons of whom one bears the grandfather's name. */
  calledAfterGrandfather: 0.03,
  /** All three names alike and yet another man, somewhere in the country: names go in fashions, and tables count short. */
  doubles: 0.03,
} as const;

/**
 * A sign of all numbers that this release begins with. A release that changes one, or adds a level, weighs otherwise also
 * where weights were counted: the version says so, and whoever was matched before is matched again.
 */
const BEGUN = { present: 0.6, levels: LEVELS };
/** Counted up by a release that compares otherwise with the same numbers. */
const RULES = 2;
const RELEASE = fnv1a(
  JSON.stringify([BEGUN, KIN, RULES], (key, value: unknown) => (key === 'why' ? undefined : value)),
);

/** The version of weights that were counted `count` times from a database; 1 where they never were. */
export const versionOf = (count: number): string => `${String(count)}.${RELEASE}`;

/** How many times the weights of this version were counted; versions of the first releases were the count alone. */
export const countOf = (version: string): number => Number.parseInt(version, 10);

/** Where every database begins; `npm run weights` makes the next version from what people decided there. */
export const STARTING_WEIGHTS: Weights = { version: versionOf(1), ...BEGUN };

/** A candidate is called likely from this probability on; fixed, never by rank. */
export const LIKELY = 0.9;

const isChance = (value: unknown): value is number => typeof value === 'number' && value > 0 && value <= 1;

type KindNumbers = WeightNumbers['levels'][string];

/**
 * The numbers of one kind, where they were counted with the levels that it has now. With another level beside them the same
 * name meant something else ("the year agrees" held the months that differ), and the shares of a scale no longer add up.
 */
function countedAlike(known: KindWeights, kept: KindNumbers | undefined): KindNumbers {
  const names = Object.keys(kept ?? {});
  return kept !== undefined && names.length === Object.keys(known).length && names.every((name) => name in known)
    ? kept
    : known;
}

/** Weights of kept numbers. A kind whose levels were others, or a number that is no chance, is as the release begins. */
export function weightsOf({ version, present, levels }: WeightNumbers): Weights {
  const kinds = Object.entries(LEVELS).map(([kind, known]) => {
    const kept = countedAlike(known, levels[kind]);
    const own = Object.entries(known).map(([level, begun]: [string, LevelWeight]) => {
      const { m, u, ofKey } = kept[level] ?? begun;
      const read = { ...begun, m: isChance(m) ? m : begun.m, u: isChance(u) ? u : begun.u };
      return [level, begun.ofKey !== undefined && isChance(ofKey) ? { ...read, ofKey } : read];
    });
    return [kind, Object.fromEntries(own)];
  });
  const chance = isChance(present) ? present : STARTING_WEIGHTS.present;
  return { version, present: chance, levels: Object.fromEntries(kinds) as WeightLevels };
}

/** Five digits are more than any database can tell. */
const rounded = (value: number): number => Number(value.toPrecision(5));

export function numbersOf({ version, present, levels }: Weights): WeightNumbers {
  const kinds = Object.entries(levels).map(([kind, own]) => {
    const numbers = Object.entries(own).map(([level, { m, u, ofKey }]: [string, LevelWeight]) => {
      return [level, { m: rounded(m), u: rounded(u), ...(ofKey === undefined ? {} : { ofKey: rounded(ofKey) }) }];
    });
    return [kind, Object.fromEntries(numbers)];
  });
  return { version, present: rounded(present), levels: Object.fromEntries(kinds) };
}
