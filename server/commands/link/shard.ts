import { parentPort } from 'node:worker_threads';
import { loadDivisions, loadPlaces } from '../../../seed/facts.ts';
import { createDivisions } from '../../domain/division.ts';
import { CUTS, weighCandidates } from '../../domain/matching/candidates-of.ts';
import { createNameBlocks } from '../../domain/matching/name-blocks.ts';
import { nameTextOf } from '../../domain/matching/name-form.ts';
import type { MatchProfile } from '../../domain/matching/profile.ts';
import { createProfileReader } from '../../domain/matching/profile-reader.ts';
import { countProfile, emptyStatistics, type MatchStatistics } from '../../domain/matching/statistics.ts';
import { STARTING_WEIGHTS } from '../../domain/matching/weights.ts';
import { createGazetteer } from '../../domain/places/gazetteer.ts';
import type { LinkRow } from '../../domain/row.ts';
import { BuiltInEngine } from '../../search/built-in/built-in-engine.ts';
import type { SoldierDocument } from '../../search/engine.ts';
import type { FromShard, ShardCandidate, ToShard } from './messages.ts';
import { readLinkRow } from './rows.ts';

const port = parentPort;
if (port === null) throw new Error('This file runs as a worker thread of the link command');
const tell = (message: FromShard): void => port.postMessage(message);

const read = createProfileReader(createGazetteer(loadPlaces()), createDivisions(loadDivisions()));
const profiles: MatchProfile[] = [];
const positions = new Map<string, number>();
const blocks = createNameBlocks();
const engine = new BuiltInEngine();
let statistics: MatchStatistics = emptyStatistics();
let weights = STARTING_WEIGHTS;

// Candidates of this share that are passed on; the command cuts again over all shares.
const PASSED_ON = 25;
const FROM_ENGINE = 60;
// From here on a candidate may be another paper of the same man, which the command has to look into.
const STRONG = 4;

async function take(batch: readonly string[]): Promise<void> {
  const documents: SoldierDocument[] = [];
  for (const line of batch) {
    const row = readLinkRow(line);
    const profile = read(row.id, row);
    positions.set(row.id, profiles.length);
    profiles.push(profile);
    blocks.add(profile);
    countProfile(statistics, profile);
    documents.push({ id: row.id, names: [nameTextOf(row)], bornFrom: null, bornTo: null, tags: [] });
  }
  await engine.upsert(documents);
  tell({ kind: 'took', rows: batch.length });
}

function found(request: MatchProfile, row: LinkRow, by: 'blocks' | 'engine'): MatchProfile[] {
  const at =
    by === 'blocks'
      ? blocks.find(request, CUTS.names)
      : engine.find({ name: nameTextOf(row), limit: FROM_ENGINE }).map((hit) => positions.get(hit.id) ?? -1);
  return at.map((position) => profiles[position]).filter((profile) => profile !== undefined);
}

function candidatesFor(line: string, by: 'blocks' | 'engine'): ShardCandidate[] {
  const row = readLinkRow(line);
  const request = read(row.id, row);
  return weighCandidates(request, found(request, row, by), { statistics, weights })
    .slice(0, PASSED_ON)
    .map((pair) => ({ ...pair, profile: pair.weight > STRONG ? profileOfCandidate(pair.soldierId) : null }));
}

function profileOfCandidate(id: string): MatchProfile | null {
  const position = positions.get(id);
  return position === undefined ? null : (profiles[position] ?? null);
}

function answer(requests: readonly string[], by: 'blocks' | 'engine'): void {
  const ms: number[] = [];
  const answers = requests.map((line) => {
    const start = performance.now();
    const candidates = candidatesFor(line, by);
    ms.push(performance.now() - start);
    return candidates;
  });
  tell({ kind: 'answers', answers, ms });
}

// One batch after the other: the engine lets others in while it takes one, and who comes first among equals would be chance.
let taking: Promise<void> = Promise.resolve();

port.on('message', (message: ToShard) => {
  if (message.kind === 'soldiers') taking = taking.then(() => take(message.lines));
  else if (message.kind === 'loaded') {
    const rssMb = Math.round(process.memoryUsage().rss / 2 ** 20);
    void engine
      .settle()
      .then(() => tell({ kind: 'statistics', statistics: { ...statistics, seen: new Set() }, rssMb }));
  } else if (message.kind === 'statistics') {
    ({ statistics, weights } = message);
    tell({ kind: 'ready' });
  } else answer(message.lines, message.by);
});
