import { yearOf } from '../dates/date-agreement.ts';
import { NAME_SLOTS, type NameForm, type NameSlot } from './name-form.ts';
import type { MatchPlace } from './place-agreement.ts';
import type { MatchProfile } from './profile.ts';

/** How often each value occurs, and among how many men the value is known at all. */
export type Counts = { of: Map<string, number>; total: number };

/**
 * How common names, villages, years and units are in this database. Men are counted, not mentions: a second paper with
 * the same name and year adds nothing, so a man of five papers does not make his own name look common.
 */
export type MatchStatistics = {
  men: number;
  seen: Set<string>;
  stems: Record<NameSlot, Counts>;
  keys: Record<NameSlot, Counts>;
  initials: Record<NameSlot, Counts>;
  /** `family|given` and `given|father`: a people has its own names, and so do times; parts of a name are not independent. */
  pairs: { given: Map<string, number>; patronymic: Map<string, number> };
  /** Men whose surname is their father's name, by that name, among those of whom both are known. */
  eponyms: Counts;
  eponymMen: number;
  /** By the name of the village alone, which many villages bear. */
  villages: Counts;
  /** By `homeKey`: the village in its district. */
  homes: Counts;
  rayons: Counts;
  oblasts: Counts;
  /** By `homeKey` and name: men of one surname in one village, and of one surname and given name there. */
  inVillage: Map<string, number>;
  years: Counts;
  units: Counts;
  fates: Counts;
  ranks: Counts;
  camps: Counts;
  places: Counts;
};

const counts = (): Counts => ({ of: new Map(), total: 0 });
const slots = (): Record<NameSlot, Counts> => ({ family: counts(), given: counts(), patronymic: counts() });

export function emptyStatistics(): MatchStatistics {
  return {
    men: 0,
    seen: new Set(),
    stems: slots(),
    keys: slots(),
    initials: slots(),
    pairs: { given: new Map(), patronymic: new Map() },
    eponyms: counts(),
    eponymMen: 0,
    villages: counts(),
    homes: counts(),
    rayons: counts(),
    oblasts: counts(),
    inVillage: new Map(),
    years: counts(),
    units: counts(),
    fates: counts(),
    ranks: counts(),
    camps: counts(),
    places: counts(),
  };
}

function bump(map: Map<string, number>, key: string, by = 1): void {
  map.set(key, (map.get(key) ?? 0) + by);
}

function count(into: Counts, key: string | null | undefined): void {
  if (key === null || key === undefined || key === '') return;
  into.total += 1;
  bump(into.of, key);
}

function countName(statistics: MatchStatistics, form: NameForm): void {
  for (const slot of NAME_SLOTS) {
    const word = form[slot];
    if (word === null) continue;
    count(statistics.initials[slot], word.key.charAt(0));
    if (word.part.initial) continue;
    count(statistics.stems[slot], word.stem);
    count(statistics.keys[slot], word.key);
  }
}

/** The key under which two parts of a name that stand in one name are counted together. */
export const pairKey = (one: string, other: string): string => `${one}|${other}`;

/** Before which part stands the part that tells most about it. */
export const TOLD_BY = { given: 'family', patronymic: 'given' } as const;

function countPairs(statistics: MatchStatistics, form: NameForm): void {
  const { pairs, eponyms } = statistics;
  for (const slot of ['given', 'patronymic'] as const) {
    const [before, own] = [form[TOLD_BY[slot]], form[slot]];
    if (before === null || own === null || before.part.initial || own.part.initial) continue;
    bump(pairs[slot], pairKey(before.key, own.key));
  }
  const { family, patronymic } = form;
  if (family === null || patronymic === null || family.part.initial || patronymic.part.initial) return;
  eponyms.total += 1;
  if (family.key !== patronymic.key) return;
  statistics.eponymMen += 1;
  bump(eponyms.of, family.key);
}

/** A village is one by its name and its district; where a paper names no district, by its name alone. */
export function homeKey({ village, rayon }: Pick<MatchPlace, 'village' | 'rayon'>): string | null {
  return village === null || rayon === null ? village : `${village}@${rayon}`;
}

export const clanKey = (home: string, family: string): string => `${home}|${family}`;
export const namesakeKey = (home: string, family: string, given: string): string => `${home}|${family}|${given}`;

/** The smallest thing that a place of death names: papers stop at the village, the district, the oblast or a front. */
export function placeKey({ village, rayon, oblast, written }: MatchPlace): string {
  return village ?? rayon ?? oblast ?? written.toLowerCase();
}

function countPlace(statistics: MatchStatistics, place: MatchPlace, form: NameForm): void {
  const home = homeKey(place);
  count(statistics.villages, place.village);
  count(statistics.homes, home);
  count(statistics.rayons, place.rayon);
  count(statistics.oblasts, place.oblast);
  if (home === null || form.family === null) return;
  bump(statistics.inVillage, clanKey(home, form.family.key));
  if (form.given !== null) bump(statistics.inVillage, namesakeKey(home, form.family.key, form.given.key));
}

/** Counts one soldier in. A man whose name and birth year were counted before is the same man's other paper. */
export function countProfile(statistics: MatchStatistics, profile: MatchProfile): void {
  const form = profile.names[0];
  if (form === undefined) return;
  const year = yearOf(profile.births[0] ?? null);
  const place = profile.birthPlaces[0] ?? profile.residences[0];
  const identity = [form.family?.key, form.given?.key, form.patronymic?.key ?? '', year ?? ''].join('|');
  if (statistics.seen.has(identity)) return;
  statistics.seen.add(identity);
  statistics.men += 1;
  countName(statistics, form);
  countPairs(statistics, form);
  if (place !== undefined) countPlace(statistics, place, form);
  count(statistics.years, year === null ? null : String(year));
  for (const unit of profile.units) for (const key of unit.keys) count(statistics.units, key);
  count(statistics.fates, profile.fates[0]);
  count(statistics.ranks, profile.ranks[0]?.group);
  count(statistics.camps, profile.camps[0]);
  const fell = profile.fatePlaces[0];
  count(statistics.places, fell === undefined ? null : placeKey(fell));
}

/** So many men of the country at large are mixed in: a small database does not know what is rare. */
const COUNTRY = 300;

/**
 * The share of men who have this value: counted here, mixed with `usual`, the share in the country at large. Never less
 * than half a man, so that a new value is rare and not impossible.
 */
export function share(known: Counts, key: string, usual: number): number {
  const found = (known.of.get(key) ?? 0) + COUNTRY * usual;
  return Math.max(found, 0.5) / (known.total + COUNTRY);
}

/**
 * The same of a value that two papers write in two ways. The commoner writing counts: a misspelt one is rare because nobody
 * else writes it so, and not because few men have what it means.
 */
export function shareOfEither(known: Counts, keys: readonly (string | null)[], usual: number): number {
  const written = keys.filter((key) => key !== null);
  return written.length === 0 ? usual : Math.max(...written.map((key) => share(known, key, usual)));
}

function joinCounts(into: Counts, from: Counts): void {
  into.total += from.total;
  for (const [key, value] of from.of) bump(into.of, key, value);
}

// Who is the only one under a key tells nothing of others, and most keys have one man: kept, they were half of the memory.
const TELLS_OF_OTHERS = 2;

const shared = (counted: Map<string, number>): Map<string, number> =>
  new Map([...counted].filter(([, men]) => men >= TELLS_OF_OTHERS));

/**
 * Statistics of several shares of one database as one, for weighing; nothing is counted in afterwards. A man with papers in
 * two shares is counted in both.
 */
export function joinStatistics(parts: readonly MatchStatistics[]): MatchStatistics {
  const whole = emptyStatistics();
  const kinds = [
    'eponyms',
    'villages',
    'homes',
    'rayons',
    'oblasts',
    'years',
    'units',
    'fates',
    'ranks',
    'camps',
    'places',
  ] as const;
  for (const part of parts) {
    whole.men += part.men;
    whole.eponymMen += part.eponymMen;
    for (const kind of kinds) joinCounts(whole[kind], part[kind]);
    for (const slot of NAME_SLOTS) {
      joinCounts(whole.stems[slot], part.stems[slot]);
      joinCounts(whole.keys[slot], part.keys[slot]);
      joinCounts(whole.initials[slot], part.initials[slot]);
    }
    for (const [key, value] of part.inVillage) bump(whole.inVillage, key, value);
    for (const slot of ['given', 'patronymic'] as const) {
      for (const [key, value] of part.pairs[slot]) bump(whole.pairs[slot], key, value);
    }
  }
  return {
    ...whole,
    inVillage: shared(whole.inVillage),
    pairs: { given: shared(whole.pairs.given), patronymic: shared(whole.pairs.patronymic) },
  };
}
