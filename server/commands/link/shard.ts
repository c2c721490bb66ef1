import { parentPort } from 'node:worker_threads';
import { evidenceMessages } from '../../../client/messages/evidence.ts';
import { fill, type MessageTable } from '../../../client/messages/translate.ts';
import { loadDivisions, loadPlaces } from '../../../seed/facts.ts';
import { createDivisions } from '../../domain/division.ts';
import { CUTS, weighCandidates } from '../../domain/matching/candidates-of.ts';
import { explain } from '../../domain/matching/explain.ts';
import { createNameBlocks } from '../../domain/matching/name-blocks.ts';
import { nameTextOf } from '../../domain/matching/name-form.ts';
import type { MatchProfile } from '../../domain/matching/profile.ts';
import { createProfileReader, createWordReader } from '../../domain/matching/profile-reader.ts';
import type { ScoredPair } from '../../domain/matching/score.ts';
import { countProfile, emptyStatistics, type MatchStatistics } from '../../domain/matching/statistics.ts';
import { STARTING_WEIGHTS } from '../../domain/matching/weights.ts';
import { createGazetteer } from '../../domain/places/gazetteer.ts';
import type { LinkRow } from '../../domain/row.ts';
import { BuiltInEngine } from '../../search/built-in/built-in-engine.ts';
import type { SoldierDocument } from '../../search/engine.ts';
import type { Asked, FromShard, Offer, ShardCandidate, ToShard } from './messages.ts';
import { readLinkRow } from './rows.ts';

const port = parentPort;
if (port === null) throw new Error('This file runs as a worker thread of the link command');
const tell = (message: FromShard): void => port.postMessage(message);

const readWord = createWordReader();
const read = createProfileReader(createGazetteer(loadPlaces()), createDivisions(loadDivisions()), readWord);
const profiles: MatchProfile[] = [];
const positions = new Map<string, number>();
const blocks = createNameBlocks();
const engine = new BuiltInEngine(readWord);
let statistics: MatchStatistics = emptyStatistics();
let weights = STARTING_WEIGHTS;
/** What was found for each request, until it is known who of them is offered. */
const found = new Map<number, Map<string, ScoredPair>>();

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
    // The engine keeps the text of a name: the profile's own, not one like it.
    const name = { ...nameTextOf(row), full: profile.names[0]?.written ?? '' };
    documents.push({ id: row.id, names: [name], bornFrom: null, bornTo: null, tags: [] });
  }
  await engine.upsert(documents);
  tell({ kind: 'took', rows: batch.length });
}

function look(request: MatchProfile, row: LinkRow, by: 'blocks' | 'engine'): MatchProfile[] {
  const at =
    by === 'blocks'
      ? blocks.find(request, CUTS.names)
      : engine.find({ name: nameTextOf(row), limit: FROM_ENGINE }).map((hit) => positions.get(hit.id) ?? -1);
  return at.map((position) => profiles[position]).filter((profile) => profile !== undefined);
}

function candidatesFor({ number, line }: Asked, by: 'blocks' | 'engine'): ShardCandidate[] {
  const row = readLinkRow(line);
  const request = read(row.id, row);
  const pairs = weighCandidates(request, look(request, row, by), { statistics, weights }).slice(0, PASSED_ON);
  const known = found.get(number) ?? new Map<string, ScoredPair>();
  // The engine finds again most of those whom the blocks found: they were told already, with their profiles.
  const fresh = pairs.filter(({ soldierId }) => !known.has(soldierId));
  for (const pair of fresh) known.set(pair.soldierId, pair);
  found.set(number, known);
  return fresh.map(({ soldierId, weight }) => ({
    soldierId,
    weight,
    profile: weight > STRONG ? profileOfCandidate(soldierId) : null,
  }));
}

function profileOfCandidate(id: string): MatchProfile | null {
  const position = positions.get(id);
  return position === undefined ? null : (profiles[position] ?? null);
}

function answer(requests: readonly Asked[], by: 'blocks' | 'engine'): void {
  const ms: number[] = [];
  const answers = requests.map((asked) => {
    const start = performance.now();
    const candidates = candidatesFor(asked, by);
    ms.push(performance.now() - start);
    return candidates;
  });
  tell({ kind: 'answers', answers, ms });
}

const messages: MessageTable = evidenceMessages;

function evidenceOf({ observations }: ScoredPair): string {
  const evidence = observations.map((observation) => {
    const { kind, score, weight, reason } = explain(observation);
    const message = messages[reason.key];
    return { kind, score, weight, reason: message === undefined ? reason.key : fill(message, 'en', reason.values) };
  });
  return JSON.stringify(evidence);
}

function pairsFor({ number, soldierIds }: Offer): ScoredPair[] {
  const pairs = found.get(number);
  found.delete(number);
  return soldierIds.flatMap((id) => pairs?.get(id) ?? []);
}

const evidenceFor = (offer: Offer): Map<string, string> =>
  new Map(pairsFor(offer).map((pair) => [pair.soldierId, evidenceOf(pair)]));

/** Gives away what this share counted: it is not held beside what all counted together, which comes back. */
function giveStatistics(): void {
  tell({ kind: 'statistics', statistics: { ...statistics, seen: new Set() } });
  statistics = emptyStatistics();
}

// One batch after the other: the engine lets others in while it takes one, and who comes first among equals would be chance.
let taking: Promise<void> = Promise.resolve();

port.on('message', (message: ToShard) => {
  if (message.kind === 'soldiers') taking = taking.then(() => take(message.lines));
  else if (message.kind === 'loaded') {
    void engine.settle().then(giveStatistics);
  } else if (message.kind === 'statistics') {
    ({ statistics, weights } = message);
    tell({ kind: 'ready' });
  } else if (message.kind === 'requests') answer(message.requests, message.by);
  else if (message.kind === 'evidence') tell({ kind: 'evidence', evidence: message.offers.map(evidenceFor) });
  else if (message.kind === 'pairs') tell({ kind: 'pairs', pairs: message.offers.map(pairsFor) });
  else ({ weights } = message);
});
