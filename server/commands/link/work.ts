import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { loadDivisions, loadPlaces } from '../../../seed/facts.ts';
import { createDivisions } from '../../domain/division.ts';
import { type Offered, offer, sameManAmong } from '../../domain/matching/candidates-of.ts';
import type { EvidenceTools } from '../../domain/matching/evidence/observation.ts';
import type { MatchProfile } from '../../domain/matching/profile.ts';
import { createProfileReader } from '../../domain/matching/profile-reader.ts';
import { STARTING_WEIGHTS, type WeightNumbers, type Weights, weightsOf } from '../../domain/matching/weights.ts';
import { createGazetteer } from '../../domain/places/gazetteer.ts';
import { AppError } from '../../errors.ts';
import { profilesOf, strongestFirst } from './answers.ts';
import { learnWeights, sampled, soldierSample } from './learn.ts';
import type { Asked, FromWork, LinkSummary, LinkTask } from './messages.ts';
import { lineBatches, readLinkRow } from './rows.ts';
import { type ShardAnswer, type Shards, startShards } from './shards.ts';

const port = parentPort;
if (port === null) throw new Error('This file runs as a worker thread of the link command');
const say = (message: FromWork): void => port.postMessage(message);

const SOLDIERS_A_BATCH = 2000;
const REQUESTS_A_BATCH = 50;

const read = createProfileReader(createGazetteer(loadPlaces()), createDivisions(loadDivisions()));

function readLine(line: string): MatchProfile {
  const row = readLinkRow(line);
  return read(row.id, row);
}

type Answer = { number: number; id: string; offered: Offered[] };

/** Who is offered for a request. The shares answered apart; here all candidates of a request compete. */
function offeredFor({ number, line }: Asked, answer: ShardAnswer, tools: EvidenceTools): Answer {
  const request = readLine(line);
  const sameMan = sameManAmong(request, profilesOf(answer), tools);
  return { number, id: request.id, offered: offer(strongestFirst(answer), tools, sameMan) };
}

/** One line of the answer; the evidence is JSON already. */
function answerLine({ id, offered }: Answer, evidence: ReadonlyMap<string, string>): string {
  const candidates = offered.map(({ pair: { soldierId }, probability }) => {
    const said = `"probability":${JSON.stringify(Number(probability.toFixed(5)))}`;
    return `{"id":${JSON.stringify(soldierId)},${said},"evidence":${evidence.get(soldierId) ?? '[]'}}`;
  });
  return `{"id":${JSON.stringify(id)},"candidates":[${candidates.join(',')}]}\n`;
}

/** Tells at most once in two seconds. */
function paced(tell: (text: string) => void): (text: string) => void {
  let last = 0;
  return (text) => {
    const now = performance.now();
    if (now - last < 2000) return;
    last = now;
    tell(text);
  };
}

async function print(lines: string): Promise<void> {
  if (!process.stdout.write(lines)) await once(process.stdout, 'drain');
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 100) / 100;
}

type Run = { shards: Shards; tools: EvidenceTools; tell: (text: string) => void };

/** Asks some batches while the answers to those before are weighed and written, so that no share ever waits for work. */
const ASKED_AHEAD = 2;

async function answerAll(file: string, { shards, tools, tell }: Run): Promise<number[]> {
  const times: number[] = [];
  const finish = async (asked: Asked[], answers: ShardAnswer[]): Promise<void> => {
    const offers = asked.flatMap((one, index) => {
      const answer = answers[index];
      return answer === undefined ? [] : [offeredFor(one, answer, tools)];
    });
    const evidence = await shards.evidence(
      offers.map(({ number, offered }) => ({ number, soldierIds: offered.map(({ pair }) => pair.soldierId) })),
    );
    await print(offers.map((one, index) => answerLine(one, evidence[index] ?? new Map())).join(''));
    times.push(...answers.map((answer) => answer.ms));
    tell(`matched ${times.length} requests`);
  };
  const waiting: { asked: Asked[]; answers: Promise<ShardAnswer[]> }[] = [];
  const finishTo = async (most: number): Promise<void> => {
    while (waiting.length > most) {
      const first = waiting.shift();
      if (first !== undefined) await finish(first.asked, await first.answers);
    }
  };
  let number = 0;
  for await (const lines of lineBatches(file, REQUESTS_A_BATCH)) {
    const asked = lines.map((line) => ({ number: number++, line }));
    const answers = shards.ask(asked);
    // When a share breaks off, the first who waits tells; the others must not end the process before that.
    void Promise.allSettled([answers]);
    waiting.push({ asked, answers });
    await finishTo(ASKED_AHEAD);
  }
  await finishTo(0);
  return times;
}

/** The weights of a file that `npm run weights` wrote; without one, those every database begins with, to be fitted. */
async function readWeights(file: string | undefined): Promise<Weights> {
  if (file === undefined) return STARTING_WEIGHTS;
  try {
    const { version, present, levels } = JSON.parse(await readFile(file, 'utf8')) as Partial<WeightNumbers>;
    if (typeof version !== 'string' || typeof levels !== 'object') throw new TypeError('no version or no levels');
    return weightsOf({ version, present: present ?? STARTING_WEIGHTS.present, levels });
  } catch (cause) {
    throw new AppError('bad_input', `${file} holds no weights as npm run weights writes them`, { cause });
  }
}

async function link({ soldiers, size, requests, threads, weightsFile }: LinkTask): Promise<LinkSummary> {
  const begun = await readWeights(weightsFile);
  const shards = startShards(threads, size);
  const tell = paced((text) => say({ kind: 'progress', text }));
  try {
    const began = performance.now();
    let docs = 0;
    const sample = soldierSample();
    const batches = sampled(lineBatches(soldiers, SOLDIERS_A_BATCH), sample);
    const statistics = await shards.load(batches, begun, (rows) => {
      docs = rows;
      tell(`read ${rows} soldiers`);
    });
    let weights = begun;
    if (weightsFile === undefined) {
      const lesson = { requestsFile: requests, soldiers: sample.items, read: readLine, shards };
      weights = await learnWeights(lesson, { statistics, weights });
      shards.use(weights);
    }
    const buildMs = Math.round(performance.now() - began);
    const times = await answerAll(requests, { shards, tools: { statistics, weights }, tell });
    const rssMb = Math.round(process.memoryUsage().rss / 2 ** 20);
    const [p50Ms, p95Ms] = [quantile(times, 0.5), quantile(times, 0.95)];
    return { docs, queries: times.length, buildMs, rssMb, p50Ms, p95Ms };
  } finally {
    await shards.close();
  }
}

try {
  say({ kind: 'done', summary: await link(workerData as LinkTask) });
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  say({ kind: 'refused', message: error.message });
}
