import { loadDivisions, loadPlaces } from '../../seed/facts.ts';
import { createDivisions } from '../../server/domain/division.ts';
import { rememberedCost } from '../../server/domain/matching/candidates-of.ts';
import type { MatchProfile } from '../../server/domain/matching/profile.ts';
import { createProfileReader } from '../../server/domain/matching/profile-reader.ts';
import { type ScoreTools, scorePair } from '../../server/domain/matching/score.ts';
import { emptyStatistics } from '../../server/domain/matching/statistics.ts';
import { STARTING_WEIGHTS } from '../../server/domain/matching/weights.ts';
import { createGazetteer } from '../../server/domain/places/gazetteer.ts';
import type { MatchingSet } from './matching-set.ts';
import type { MeantName } from './meant-name.ts';

/**
 * What could be known at most. Somebody reads every name as it was meant, so no spelling costs anything, and holds papers
 * tied to one man wherever one of them is told apart. He still has only what the request and the papers say: a paper of
 * another man that fits the request as well in each single thing (a thing not told lies between one that agrees and one
 * that contradicts) cannot be put behind, so of the two at most one in two is right. What is counted is the mentions
 * that no such paper stands beside; nobody's recall at a high precision goes beyond them, but for the errors it allows.
 * It is a bound, not a goal: that chance namesakes of absent men are not known either is left out.
 */
export type Ceiling = {
  /** Share of the mentions that no other man's paper fits as well as, or whose man has one such paper. */
  recall: number;
  /** Share of the requests, their man present, of whom fewer than twenty papers of others fit as well. */
  foundAt20: number;
  /** Share of the requests, their man present, none of whose papers has any part of the name in common with them. */
  strange: number;
};

const SLOTS = ['family', 'given', 'patronymic'] as const;
type Slot = (typeof SLOTS)[number];

const isInitial = (name: string): boolean => name.endsWith('.');

/** 2 the name, 1 its letter, 0 not told, -1 another. */
function fitOfPart(asked: string | null, told: string | null): number {
  if (asked === null || told === null) return 0;
  if (asked === told && !isInitial(asked)) return 2;
  if (!isInitial(asked) && !isInitial(told)) return -1;
  return asked.charAt(0) === told.charAt(0) ? 1 : -1;
}

const fitOfName = (asked: MeantName, told: MeantName): number[] =>
  SLOTS.map((slot) => fitOfPart(asked[slot], told[slot]));

const isAsGood = (one: readonly number[], other: readonly number[]): boolean =>
  one.every((value, index) => value >= (other[index] ?? 0));

// More rivals than that put nobody further back.
const ENOUGH = 20;

type Reader = (id: string) => MatchProfile;

/** How each kind of evidence beside the name speaks; the order of its levels is that of the weights every database begins with. */
function fitOfRest(request: MatchProfile, soldier: MatchProfile, tools: ScoreTools): number[] {
  const { observations } = scorePair(request, soldier, tools, null);
  return observations.filter(({ kind }) => kind !== 'name').map(({ weight }) => Math.round(weight * 1e6));
}

function readerOf(set: MatchingSet): Reader {
  const read = createProfileReader(createGazetteer(loadPlaces()), createDivisions(loadDivisions()));
  const rows = new Map([...set.soldiers, ...set.requests].map((row) => [row.id, row]));
  return (id) => {
    const row = rows.get(id);
    if (row === undefined) throw new Error(`No row ${id}`);
    return read(id, row);
  };
}

type Bearers = (slot: Slot, name: string) => readonly string[];

function bearersOf(set: MatchingSet): Bearers {
  const known = new Map<string, string[]>();
  for (const { id } of set.soldiers) {
    for (const slot of SLOTS) {
      const name = set.meant.get(id)?.[slot];
      if (name === undefined || name === null || isInitial(name)) continue;
      const key = `${slot} ${name}`;
      const same = known.get(key);
      if (same === undefined) known.set(key, [id]);
      else same.push(id);
    }
  }
  return (slot, name) => known.get(`${slot} ${name}`) ?? [];
}

type Asked = { id: string; profile: MatchProfile; own: ReadonlySet<string> };
type Known = { set: MatchingSet; read: Reader; bearers: Bearers; tools: ScoreTools };

/** How many papers of other men fit as well as this one, counted to `ENOUGH`; null where no part of the name is the same. */
function rivalsOf(mention: string, { id, profile, own }: Asked, { set, read, bearers, tools }: Known): number | null {
  const [asked, told] = [set.meant.get(id), set.meant.get(mention)];
  if (asked === undefined || told === undefined) throw new Error(`No name of ${id} or ${mention}`);
  const name = fitOfName(asked, told);
  const lists = SLOTS.flatMap((slot, index) => (name[index] === 2 ? [bearers(slot, asked[slot] ?? '')] : []));
  if (lists.length === 0) return null;
  const fewest = lists.reduce((best, list) => (list.length < best.length ? list : best));
  const rest = fitOfRest(profile, read(mention), tools);
  let rivals = 0;
  for (const other of fewest) {
    const his = set.meant.get(other);
    if (own.has(other) || his === undefined || !isAsGood(fitOfName(asked, his), name)) continue;
    rivals += Number(isAsGood(fitOfRest(profile, read(other), tools), rest));
    if (rivals >= ENOUGH) break;
  }
  return rivals;
}

/** @see Ceiling */
export function ceilingOf(set: MatchingSet): Ceiling {
  const tools = { statistics: emptyStatistics(), weights: STARTING_WEIGHTS, cost: rememberedCost() };
  const known = { set, read: readerOf(set), bearers: bearersOf(set), tools };
  const counts = { present: 0, mentions: 0, alone: 0, found: 0, strange: 0 };
  for (const { id } of set.requests) {
    const own = set.truth.get(id) ?? new Set<string>();
    if (own.size === 0) continue;
    const asked = { id, profile: known.read(id), own };
    const rivals = [...own].map((mention) => rivalsOf(mention, asked, known));
    counts.present += 1;
    counts.mentions += own.size;
    // Whose paper has no part of the name in common may still be known by his village or a number: the bound stays one.
    counts.alone += rivals.some((others) => (others ?? 0) === 0) ? own.size : 0;
    counts.found += Number(rivals.some((others) => (others ?? 0) < ENOUGH));
    counts.strange += Number(rivals.every((others) => others === null));
  }
  return {
    recall: counts.alone / Math.max(1, counts.mentions),
    foundAt20: counts.found / Math.max(1, counts.present),
    strange: counts.strange / Math.max(1, counts.present),
  };
}
