import type { BirthLevel } from './evidence/birth-date.ts';
import type { NameFinding, PartChance } from './evidence/name.ts';
import type { NameSlot, NameWord } from './name-form.ts';
import { clanKey, type MatchStatistics, namesakeKey, pairKey, TOLD_BY } from './statistics.ts';
import { KIN } from './weights.ts';

/**
 * Another man is not always a stranger. A brother shares surname, father and village and differs in one word; a clan
 * shares the surname; a namesake of the village differs in the father only. So agreement of surname, father's name and
 * village is one fact, and what tells brothers apart, the given name, outweighs them all.
 */
export type PlaceFinding = {
  /** What the places alone say, in bits. */
  weight: number;
  /** `homeKey` of the village in which they agree, as either side writes it; none where they do not. */
  homes: readonly string[];
};

/** How likely the difference in birth is between brothers: few are of one year, but papers err by one or two. */
const BROTHERS_BORN: Partial<Record<BirthLevel, number>> = {
  same_day: 0.002,
  swapped: 0.0005,
  same_month: 0.003,
  month_agrees: 0.006,
  day_differs: 0.04,
  same_year: 0.07,
  year_1: 0.15,
  year_2: 0.19,
  year_5: 0.32,
  year_far: 0.25,
  year_hopeless: 0.02,
  overlap: 0.35,
  span_near: 0.3,
  span_apart: 0.35,
};

// Two brothers do not bear one name, but clerks' spellings of two names may meet.
const BROTHER_GIVEN_DAMP = 0.6;

function brotherGiven(chance: PartChance, level: string): number {
  return level === 'different' || level === 'missing' ? 1 : chance.u * BROTHER_GIVEN_DAMP;
}

/** The village of which more is known, where the two sides write its name in two ways. */
function homeOf({ homes }: PlaceFinding, { homes: { of } }: MatchStatistics): string | undefined {
  const men = (home: string): number => of.get(home) ?? 0;
  return homes.toSorted((a, b) => men(b) - men(a))[0];
}

/** How both papers write one part of the name. */
function keysOf({ agreement }: NameFinding, slot: NameSlot): string[] {
  const { request, soldier } = agreement.parts[slot];
  return [...new Set([request?.key, soldier?.key].filter((key) => key !== undefined))];
}

/** Of the men under any of these keys; the candidate himself is one of them and says nothing about others. */
const othersUnder = (keys: readonly string[], { inVillage }: MatchStatistics): number =>
  Math.max(0, ...keys.map((key) => (inVillage.get(key) ?? 0) - 1));

/** Share of men of this village who bear this surname, drawn towards the share in the country where few are known. */
function surnameInVillage(finding: NameFinding, place: PlaceFinding, statistics: MatchStatistics): number {
  const { family } = finding.chances;
  const home = homeOf(place, statistics);
  if (home === undefined || finding.agreement.parts.family.request === null) return family.u;
  const men = statistics.homes.of.get(home) ?? 0;
  const clans = keysOf(finding, 'family').map((surname) => clanKey(home, surname));
  return Math.max(family.u, (othersUnder(clans, statistics) + SMOOTHING * family.u) / (men + SMOOTHING));
}

/** Men it takes in a village before its own counts outweigh the country's. */
const SMOOTHING = 4;

function namesakesInVillage(finding: NameFinding, place: PlaceFinding, statistics: MatchStatistics): number {
  const home = homeOf(place, statistics);
  if (home === undefined) return 0;
  const givens = keysOf(finding, 'given');
  const keys = keysOf(finding, 'family').flatMap((surname) => givens.map((given) => namesakeKey(home, surname, given)));
  return othersUnder(keys, statistics);
}

// The candidate himself, and on average not quite one more paper of his with another year, are no other men.
const HIMSELF = 2;
/** Men it takes with the first name before the counts of the pair outweigh what the parts say each by itself. */
const PAIR_SMOOTHING = 20;

/**
 * How much likelier this part of the name is beside the one before it than at large: a Иоганн is rare in this country
 * and not rare among the Шмидт. Never less than 1, since pairs that were not counted say nothing.
 */
function liftOf(slot: 'given' | 'patronymic', finding: NameFinding, statistics: MatchStatistics): number {
  const { parts } = finding.agreement;
  const [before, own] = [parts[TOLD_BY[slot]], parts[slot]];
  return Math.max(
    liftWithin(slot, [before.request, own.request], statistics),
    liftWithin(slot, [before.soldier, own.soldier], statistics),
  );
}

type Words = readonly [NameWord | null, NameWord | null];

function liftWithin(slot: 'given' | 'patronymic', [before, own]: Words, statistics: MatchStatistics): number {
  if (before === null || own === null || before.part.initial || own.part.initial) return 1;
  const known = statistics.keys[slot];
  const alone = ((known.of.get(own.key) ?? 0) + 1) / (known.total + PAIR_SMOOTHING);
  const together = Math.max(0, (statistics.pairs[slot].get(pairKey(before.key, own.key)) ?? 0) - HIMSELF);
  const men = statistics.keys[TOLD_BY[slot]].of.get(before.key) ?? 0;
  return Math.max(1, (together + PAIR_SMOOTHING * alone) / ((men + PAIR_SMOOTHING) * alone));
}

/**
 * Where the surname is the father's name, it tells the patronymic: agreement of the two is one fact. How often men of this
 * surname are their fathers' namesakes is counted; a surname that few bear follows the custom of the country.
 */
function eponymChance(finding: NameFinding, statistics: MatchStatistics): number {
  const { family, patronymic } = finding.agreement.parts;
  if (family.request === null || patronymic.request === null) return 0;
  if (patronymic.request.part.initial || family.request.key !== patronymic.request.key) return 0;
  const { key } = family.request;
  const { of, total } = statistics.eponyms;
  const custom = (statistics.eponymMen + 1) / (total + PAIR_SMOOTHING);
  const men = statistics.keys.family.of.get(key) ?? 0;
  const own = Math.max(0, (of.get(key) ?? 0) - HIMSELF);
  // Among all surnames few can be a given name at all; among those that are, the custom is far more frequent.
  const usual = Math.min(0.5, custom * AMONG_NAMES);
  return (own + PAIR_SMOOTHING * usual) / (men + PAIR_SMOOTHING);
}

/** Every second surname or so is no given name of anybody's father. */
const AMONG_NAMES = 2;

function lifted(slot: 'given' | 'patronymic', finding: NameFinding, statistics: MatchStatistics): PartChance {
  const { m, u } = finding.chances[slot];
  const { level } = finding.agreement.parts[slot];
  if (level === 'missing' || level === 'different' || level === 'initial_differs') return { m, u };
  const apart = Math.min(1, u * liftOf(slot, finding, statistics));
  return { m, u: slot === 'patronymic' ? Math.max(apart, m * eponymChance(finding, statistics)) : apart };
}

export type OtherMan = {
  finding: NameFinding;
  place: PlaceFinding;
  birth: { level: BirthLevel | null; m: number; u: number };
};

/**
 * How much more likely name and birth agree like this in the man asked for than in some other man: log2(m/u), with kin
 * and neighbours among the others. `place.weight` (bits) is what the places alone say; kin share them as he does.
 */
export function nameAndBirthWeight(pair: OtherMan, statistics: MatchStatistics): number {
  const { finding, place, birth } = pair;
  const { family } = finding.chances;
  const [given, patronymic] = [lifted('given', finding, statistics), lifted('patronymic', finding, statistics)];
  const levels = finding.agreement.parts;
  const same = family.m * given.m * patronymic.m * birth.m;
  const order =
    2 **
    (finding.weight -
      Math.log2(
        (family.m * given.m * patronymic.m) / (family.u * finding.chances.given.u * finding.chances.patronymic.u),
      ));
  const men = Math.max(statistics.men, 1);
  const placeOdds = 2 ** place.weight;
  const double = (KIN.doubles * order * family.m * given.m * patronymic.m * birth.u) / men;
  const stranger = double + surnameInVillage(finding, place, statistics) * given.u * patronymic.u * birth.u;
  const brotherBorn = birth.level === null ? 1 : (BROTHERS_BORN[birth.level] ?? 0.1);
  const brother = family.m * brotherGiven(given, levels.given.level) * patronymic.m * brotherBorn;
  const clan = family.m * given.u * patronymic.u * birth.u;
  const namesake = family.m * given.m * patronymic.u * birth.u;
  const known = namesakesInVillage(finding, place, statistics);
  const kin = KIN.brothers * brother + KIN.clan * clan + (KIN.namesakes + known) * namesake;
  // Тимофей Иосифович and Иосиф Тимофеевич are more often son and father than one man with his names exchanged.
  const turned = finding.agreement.order === 'given_patronymic' ? KIN.calledAfterGrandfather * same : 0;
  // Exchanged columns are as likely in a kinsman's paper: the order weighs against strangers who are truly called so.
  return Math.log2((same * order) / (stranger + ((kin * order + turned) / men) * placeOdds));
}
