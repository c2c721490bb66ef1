import type { NewFinding } from '../domain/finding.ts';
import { rememberedCost } from '../domain/matching/candidates-of.ts';
import type { EvidenceTools } from '../domain/matching/evidence/observation.ts';
import { evidenceHash } from '../domain/matching/evidence-hash.ts';
import { explain } from '../domain/matching/explain.ts';
import { createNameBlocks, type NameBlocks } from '../domain/matching/name-blocks.ts';
import { pairKeys, sameManProbability, WORTH_A_LOOK } from '../domain/matching/same-person.ts';
import { scorePair } from '../domain/matching/score.ts';
import type { Mention } from '../domain/mention.ts';
import { stableId } from '../ids.ts';
import type { Reader, SoldierFinder } from './soldier-finder.ts';

export type SamePersonService = {
  /** Compares every paper with those that share a rare key with it. Gives what is worth a look, a batch at a time. */
  find(progress: (done: number) => Promise<void>): AsyncIterable<NewFinding[]>;
};

export type SamePersonDeps = {
  read: Reader;
  finder: SoldierFinder;
  allMentions: () => AsyncIterable<Mention[]>;
  mentionsByIds: (ids: string[]) => Promise<Mention[]>;
};

// Bearers of one key; more than this share it by fashion, and one man's papers share rarer ones.
const MOST_BEARERS = 200;
/** Papers one is compared with: nobody has more of his own. */
const NEIGHBOURS = 8;
/** Papers compared in one go. After each the site answers whoever waits. */
const AT_ONCE = 25;

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Every live paper by its keys. Only numbers are kept of each: a database has hundreds of thousands. */
type Papers = { blocks: NameBlocks; ids: string[]; positions: Map<string, number> };

async function readPapers({ allMentions, read }: SamePersonDeps): Promise<Papers> {
  const blocks = createNameBlocks({ only: pairKeys, mostBearers: MOST_BEARERS });
  const papers: Papers = { blocks, ids: [], positions: new Map() };
  for await (const batch of allMentions()) {
    for (const mention of batch) {
      papers.positions.set(mention.id, papers.ids.length);
      papers.ids.push(mention.id);
      blocks.add(read(mention.id, mention.written));
    }
    await breathe();
  }
  return papers;
}

/** For each paper those that come after it in the database, so that a pair is seen once. */
function neighboursOf(mentions: readonly Mention[], papers: Papers, read: Reader): Map<string, string[]> {
  return new Map(
    mentions.map((mention) => {
      const own = papers.positions.get(mention.id) ?? Number.POSITIVE_INFINITY;
      const near = papers.blocks.find(read(mention.id, mention.written), NEIGHBOURS + 1);
      return [mention.id, near.filter((position) => position > own).flatMap((position) => papers.ids[position] ?? [])];
    }),
  );
}

type Compared = { one: Mention; other: Mention; soldierIds: [string, string] };

function findingOf(pair: Compared, tools: EvidenceTools, read: Reader): NewFinding | null {
  const { one, other, soldierIds } = pair;
  const scored = scorePair(read(one.id, one.written), read(other.id, other.written), {
    ...tools,
    cost: rememberedCost(),
  });
  const probability = sameManProbability(scored.weight, tools.statistics.men);
  if (probability < WORTH_A_LOOK) return null;
  const evidence = scored.observations.map(explain);
  return {
    id: stableId('same_person', ...[...soldierIds].sort()),
    kind: 'same_person',
    soldierIds,
    siteId: null,
    probability: Math.round(probability * 1e4) / 1e4,
    evidence,
    facts: {},
    evidenceHash: evidenceHash(evidence),
  };
}

async function compareBatch(deps: SamePersonDeps, mentions: Mention[], papers: Papers): Promise<NewFinding[]> {
  const near = neighboursOf(mentions, papers, deps.read);
  const others = new Map(
    (await deps.mentionsByIds([...new Set([...near.values()].flat())])).map((one) => [one.id, one]),
  );
  const answering = await deps.finder.answering([...mentions, ...others.values()].map(({ soldierId }) => soldierId));
  const tools = await deps.finder.tools();
  const best = new Map<string, NewFinding>();
  for (const one of mentions) {
    for (const id of near.get(one.id) ?? []) {
      const other = others.get(id);
      const [own, his] = [answering.get(one.soldierId), answering.get(other?.soldierId ?? '')];
      if (other?.state !== 'live' || own === undefined || his === undefined || own === his) continue;
      const found = findingOf({ one, other, soldierIds: [own, his] }, tools, deps.read);
      const before = found && best.get(found.id);
      if (found && (before?.probability ?? 0) < (found.probability ?? 0)) best.set(found.id, found);
    }
  }
  return [...best.values()];
}

/** Finds papers of one man that stand under two addresses, without comparing all with all. */
export function createSamePersonService(deps: SamePersonDeps): SamePersonService {
  return {
    async *find(progress) {
      const papers = await readPapers(deps);
      let done = 0;
      for await (const batch of deps.allMentions()) {
        for (let start = 0; start < batch.length; start += AT_ONCE) {
          const found = await compareBatch(deps, batch.slice(start, start + AT_ONCE), papers);
          if (found.length > 0) yield found;
          await breathe();
        }
        done += batch.length;
        await progress(done);
      }
    },
  };
}
