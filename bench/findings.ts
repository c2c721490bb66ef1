import { loadDivisions, loadPlaces } from '../seed/facts.ts';
import { createDivisions } from '../server/domain/division.ts';
import type { NewFinding } from '../server/domain/finding.ts';
import { createProfileReader } from '../server/domain/matching/profile-reader.ts';
import { countProfile, emptyStatistics } from '../server/domain/matching/statistics.ts';
import { STARTING_WEIGHTS } from '../server/domain/matching/weights.ts';
import { type Mention, NOTHING_UNDERSTOOD } from '../server/domain/mention.ts';
import { createGazetteer } from '../server/domain/places/gazetteer.ts';
import { createBurialConflictService } from '../server/triage/burial-conflict-service.ts';
import { createSamePersonService } from '../server/triage/same-person-service.ts';
import type { SoldierFinder } from '../server/triage/soldier-finder.ts';
import { matchingSet } from './matching/matching-set.ts';

/**
 * What it costs to look through a whole database for papers of one man and for graves that contradict:
 * `npm run bench:findings -- [papers 300000]`. The finders alone, over papers in memory: the store is measured elsewhere.
 */
const papers = Number(process.argv[2] ?? 300_000);
const BATCH = 1000;
const NOW = new Date('2026-01-01');

const read = createProfileReader(createGazetteer(loadPlaces()), createDivisions(loadDivisions()));
// As text, as a store keeps them: three hundred thousand objects would be measured along with the finders.
const lines = new Map(
  matchingSet({ soldiers: papers, requests: 10, seed: 1 }).soldiers.map((row) => [row.id, JSON.stringify(row)]),
);

function mentionOf(id: string, line: string): Mention {
  const { id: _id, ...written } = JSON.parse(line);
  const origin = { kind: 'volunteer', userId: 'bench', requestId: null } as const;
  const kept = { origin, written, understood: NOTHING_UNDERSTOOD, sensitive: false, example: false };
  return { id, soldierId: id, ...kept, state: 'live', version: 1, createdAt: NOW, changedAt: NOW };
}

async function* allMentions(): AsyncGenerator<Mention[]> {
  let batch: Mention[] = [];
  for (const [id, line] of lines) {
    batch.push(mentionOf(id, line));
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

const answering = async (ids: readonly string[]) => new Map(ids.map((id) => [id, id]));

async function measured(name: string, find: () => AsyncIterable<NewFinding[]>): Promise<void> {
  const [began, before] = [performance.now(), process.cpuUsage()];
  let found = 0;
  let mostMb = 0;
  for await (const batch of find()) {
    found += batch.length;
    mostMb = Math.max(mostMb, process.memoryUsage.rss() / 2 ** 20);
  }
  const { user, system } = process.cpuUsage(before);
  const cpu = ((user + system) / 1e6).toFixed(0);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`${name} | ${found} | ${cpu} | ${seconds} | ${mostMb.toFixed(0)}`);
}

const statistics = emptyStatistics();
for await (const batch of allMentions())
  for (const { id, written } of batch) countProfile(statistics, read(id, written));
const tools = { statistics, weights: STARTING_WEIGHTS };
const finder = { answering, tools: async () => tools } as unknown as SoldierFinder;
const mentionsByIds = async (ids: string[]) => ids.map((id) => mentionOf(id, lines.get(id) ?? '{}'));
const noProgress = async () => {};

console.log(`${lines.size} papers\nfinder | findings | CPU s | seconds | memory of the process, MB`);
await measured('papers of one man', () =>
  createSamePersonService({ read, finder, allMentions, mentionsByIds }).find(noProgress),
);
await measured('graves and deaths that contradict', () =>
  createBurialConflictService({ read, allMentions, answering, sites: async () => [] }).find(noProgress),
);
