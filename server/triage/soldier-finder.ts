import type { EvidenceTools } from '../domain/matching/evidence/observation.ts';
import { createNameBlocks, type NameBlocks } from '../domain/matching/name-blocks.ts';
import { nameTextOf } from '../domain/matching/name-form.ts';
import { joinProfiles, type MatchProfile } from '../domain/matching/profile.ts';
import { countProfile, emptyStatistics, type MatchStatistics } from '../domain/matching/statistics.ts';
import type { Weights } from '../domain/matching/weights.ts';
import type { Mention } from '../domain/mention.ts';
import type { MentionRow } from '../domain/row.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import { remembered } from '../remembered.ts';
import type { SearchEngine } from '../search/engine.ts';
import { tagNumberKeys } from '../search/soldier-document.ts';
import { takeTurns } from '../turns.ts';

/** How a row is read for comparing. */
export type Reader = (id: string, row: MentionRow) => MatchProfile;

/** A request as a profile. What the family tells in its own words stands beside the notes: it may date the last letter. */
export function readRequest(read: Reader, { id, soldier, letter }: Pick<SearchRequest, 'id' | 'soldier' | 'letter'>) {
  if (letter === null) return read(id, soldier);
  return read(id, { ...soldier, notes: `${soldier.notes ?? ''}\n${letter}` });
}

/** What matching reads of the soldiers. All of them are mentions; a soldier is the mentions tied to him. */
export type SoldierSources = {
  read: Reader;
  engine: SearchEngine;
  /** Public soldiers with one of these tags, at most `limit`. */
  byTags: (tags: string[], limit: number) => Promise<string[]>;
  mentionsOf: (soldierIds: string[]) => Promise<Mention[]>;
  /** Who answers for each of these addresses now, after merges; an address of nobody is left out. */
  answering: (soldierIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** The version of the weights that is in use now. */
  weights: () => Promise<Weights>;
  /** Every live mention, in batches. */
  allMentions: () => AsyncIterable<Mention[]>;
};

export type SoldierFinder = {
  /** Everybody who may be the man of this row, as ids of soldiers. */
  find(row: MentionRow): Promise<string[]>;
  profiles(soldierIds: readonly string[]): Promise<MatchProfile[]>;
  answering(soldierIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Counted over the whole database once, then kept; new mentions are counted in by `countIn`. */
  statistics(): Promise<MatchStatistics>;
  /** What weighing rests on at this moment: the statistics, and one version of the weights from the first pair to the last. */
  tools(): Promise<EvidenceTools>;
  countIn(mentions: readonly Mention[]): Promise<void>;
  /** Whether the database was counted already, so that what is new since has to be counted in. */
  hasCounted(): boolean;
};

/** Hits of one query by name. The scorer cuts again, so this only has to hold the man. */
const HITS = 120;
const TAG_HITS = 20;

/** The names to search for: as given, without the surname, the father's name as surname, given name and surname alone. */
function askedNames(row: MentionRow): string[] {
  const { familyName, givenName, patronymic } = row;
  const join = (...parts: (string | undefined)[]): string => parts.filter((part) => part !== undefined).join(' ');
  const names = [
    nameTextOf(row).full,
    patronymic === undefined ? '' : join(givenName, patronymic),
    patronymic === undefined ? '' : join(patronymic, givenName),
    join(familyName, givenName),
  ];
  return [...new Set(names.filter((name) => name !== ''))];
}

/** Mentions that no public index holds: only they are blocked in memory. */
type Hidden = { blocks: NameBlocks; soldierIds: string[] };

type Counted = { statistics: MatchStatistics; hidden: Hidden };

async function countMentions({ statistics, hidden }: Counted, mentions: readonly Mention[], read: Reader) {
  const turn = takeTurns();
  for (const mention of mentions) {
    await turn();
    const profile = read(mention.soldierId, mention.written);
    countProfile(statistics, profile);
    if (!mention.sensitive) continue;
    hidden.blocks.add(profile);
    hidden.soldierIds.push(mention.soldierId);
  }
}

async function countAll(sources: SoldierSources, read: Reader): Promise<Counted> {
  const counted: Counted = { statistics: emptyStatistics(), hidden: { blocks: createNameBlocks(), soldierIds: [] } };
  for await (const batch of sources.allMentions()) await countMentions(counted, batch, read);
  return counted;
}

/** Finds soldiers for matching, in the index and beside it, and reads them as profiles. */
export function createSoldierFinder(sources: SoldierSources): SoldierFinder {
  const { read } = sources;
  const counted = remembered(() => countAll(sources, read));
  return {
    async find(row) {
      const hits = await Promise.all(
        askedNames(row).map((full, index) =>
          sources.engine.candidates({ name: index === 0 ? nameTextOf(row) : { full }, limit: HITS }),
        ),
      );
      const numbers = row.campNumber === undefined ? [] : tagNumberKeys(row.campNumber).map((key) => `tag:${key}`);
      const byNumber = numbers.length > 0 ? await sources.byTags(numbers, TAG_HITS) : [];
      const { hidden } = await counted();
      const concealed = hidden.blocks
        .find(read('', row), HITS)
        .flatMap((position) => hidden.soldierIds[position] ?? []);
      return [...new Set([...hits.flat().map((hit) => hit.id), ...byNumber, ...concealed])];
    },
    async profiles(soldierIds) {
      const mentions = await sources.mentionsOf([...soldierIds]);
      const bySoldier = new Map<string, MatchProfile[]>();
      for (const mention of mentions) {
        if (mention.state !== 'live') continue;
        const own = bySoldier.get(mention.soldierId) ?? [];
        own.push(read(mention.id, mention.written));
        bySoldier.set(mention.soldierId, own);
      }
      return [...bySoldier].map(([id, own]) => joinProfiles(id, own));
    },
    answering: sources.answering,
    statistics: async () => (await counted()).statistics,
    async tools() {
      const [{ statistics }, weights] = await Promise.all([counted(), sources.weights()]);
      return { statistics, weights };
    },
    hasCounted: () => counted.known() !== null,
    async countIn(mentions) {
      const known = counted.known();
      if (known !== null) await countMentions(await known, mentions, read);
    },
  };
}
