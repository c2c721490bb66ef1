import type { Connection, mongo } from 'mongoose';
import { LETTERS } from '../domain/alphabet.ts';
import type { Soldier } from '../domain/soldier.ts';
import { fromStored, type StoredSoldier, soldierCollection } from './soldier-collection-store.ts';

export type SoldierPage = { soldiers: Soldier[]; next: string | null };

/** Lists of tags: within one OR, together AND, as in a `CandidateQuery`. */
export type TagQuery = {
  tags: string[][];
  /** Who has any of these is left out. */
  without?: readonly string[] | undefined;
  bornFrom?: number | undefined;
  bornTo?: number | undefined;
  /** The `next` of the page before. */
  after?: string | undefined;
  /** Begins with this letter of the alphabet, as `alphabetKey` writes it. */
  fromKey?: string | undefined;
  limit: number;
};

/** Soldiers whom a visitor may find, by what is known of them; for questions without a name. */
export type SoldierListStore = {
  /** Public soldiers by their tags in the order of the alphabet, for questions without a name. */
  findByTags(query: TagQuery): Promise<SoldierPage>;
  countByTags(query: Omit<TagQuery, 'limit' | 'after' | 'fromKey'>, most: number): Promise<number>;
  /** The tags of these soldiers, for counting. */
  findTags(ids: string[]): Promise<string[][]>;
  /** The tags of the first so many that have these tags. */
  findTagsByTags(query: TagQuery): Promise<string[][]>;
  /** How many of those have each tag that begins with one of the prefixes. */
  countEachTag(query: Pick<TagQuery, 'tags' | 'without'>, prefixes: readonly string[]): Promise<Map<string, number>>;
  /** Ids of public soldiers that are no examples and begin so, in their own order. */
  streamIds(beginning: string): AsyncIterable<string>;
  /** The letters of the alphabet under which a burial site has names, and how many. */
  lettersOfSite(siteId: string): Promise<{ letter: string; count: number }[]>;
};

type Filter = mongo.Filter<StoredSoldier>;
type Native = mongo.Collection<StoredSoldier>;

function tagFilter({ tags, without, bornFrom, bornTo, after, fromKey }: Omit<TagQuery, 'limit'>): Filter {
  const all: Filter[] = tags.map((any) => ({ tags: any.length === 1 ? any[0] : { $in: any } }));
  if (without !== undefined) all.push({ tags: { $nin: [...without] } });
  // A man whose year of birth nobody knows is never excluded by a year.
  if (bornFrom !== undefined) all.push({ $or: [{ bornTo: null }, { bornTo: { $gte: bornFrom } }] });
  if (bornTo !== undefined) all.push({ $or: [{ bornFrom: null }, { bornFrom: { $lte: bornTo } }] });
  if (fromKey !== undefined) all.push({ alpha: { $gte: fromKey } });
  const [alpha, id] = after?.split('\n') ?? [];
  if (alpha !== undefined && id !== undefined) {
    all.push({ $or: [{ alpha: { $gt: alpha } }, { alpha, _id: { $gt: id } }] });
  }
  return { $and: all };
}

const ALPHABETICAL = { alpha: 1, _id: 1 } as const;

async function findByTags(native: Native, query: TagQuery): Promise<SoldierPage> {
  const found = await native.find(tagFilter(query), { sort: ALPHABETICAL, limit: query.limit + 1 }).toArray();
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  const next = found.length > query.limit && last !== undefined ? `${last.alpha}\n${last._id}` : null;
  return { soldiers: page.map(fromStored), next };
}

async function tagsOf(found: mongo.FindCursor<StoredSoldier>): Promise<string[][]> {
  return (await found.toArray()).map(({ tags }) => tags);
}

async function countEachTag(native: Native, query: Pick<TagQuery, 'tags' | 'without'>, prefixes: readonly string[]) {
  const groups = native.aggregate<{ _id: string; count: number }>([
    { $match: tagFilter(query) },
    // Each is copied once a tag: without the rest of his page.
    { $project: { tags: 1 } },
    { $unwind: '$tags' },
    { $match: { tags: { $regex: `^(${prefixes.join('|')})` } } },
    { $group: { _id: '$tags', count: { $sum: 1 } } },
  ]);
  return new Map((await groups.toArray()).map(({ _id, count }) => [_id, count]));
}

async function* streamIds(native: Native, beginning: string): AsyncGenerator<string> {
  // `~` comes after every letter of an id.
  const filter = { _id: { $gte: beginning, $lt: `${beginning}~` }, state: 'live' as const, restricted: false };
  const options = { projection: { _id: 1 as const, example: 1 as const }, sort: { _id: 1 as const }, batchSize: 2000 };
  for await (const { _id, example } of native.find(filter, options)) if (!example) yield _id;
}

/** Reading so many costs less than a question for each letter. */
const FEW = 200;

/**
 * At most sites a few lie, and one question finds them all. At a large one a hundred thousand do: they are counted letter by
 * letter from the keys of the index, and none of them is read.
 */
async function lettersOfSite(native: Native, siteId: string) {
  const there: Filter = { tags: `site:${siteId}` };
  const options = { projection: { alpha: 1 }, sort: ALPHABETICAL, limit: FEW + 1, batchSize: FEW + 1 };
  const first = await native.find<Pick<StoredSoldier, 'alpha'>>(there, options).toArray();
  const count = async (from: string, before: string): Promise<number> =>
    first.length > FEW
      ? native.countDocuments({ ...there, alpha: { $gte: from, $lt: before } })
      : first.filter(({ alpha }) => alpha >= from && alpha < before).length;
  const counted = LETTERS.map(async ({ letter, from, before }) => ({ letter, count: await count(from, before) }));
  return (await Promise.all(counted)).filter(({ count }) => count > 0);
}

/** Lists of soldiers by their tags. Who is merged, withdrawn or restricted has none and is in no list. */
export function createSoldierListStore(connection: Connection): SoldierListStore {
  const { native } = soldierCollection(connection);
  return {
    findByTags: (query) => findByTags(native, query),
    countByTags: (query, most) => native.countDocuments(tagFilter(query), { limit: most }),
    findTags: (ids) => tagsOf(native.find({ _id: { $in: ids } }, { projection: { tags: 1 } })),
    findTagsByTags: (query) =>
      tagsOf(native.find(tagFilter(query), { projection: { tags: 1 }, limit: query.limit, sort: ALPHABETICAL })),
    countEachTag: (query, prefixes) => countEachTag(native, query, prefixes),
    streamIds: (beginning) => streamIds(native, beginning),
    lettersOfSite: (siteId) => lettersOfSite(native, siteId),
  };
}
