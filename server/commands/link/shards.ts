import type { Worker } from 'node:worker_threads';
import type { ScoredPair } from '../../domain/matching/score.ts';
import { joinStatistics, type MatchStatistics } from '../../domain/matching/statistics.ts';
import type { Weights } from '../../domain/matching/weights.ts';
import { startWorker } from '../../worker-thread.ts';
import { memoryForShare } from './memory.ts';
import type { Asked, FromShard, Offer, ShardCandidate, ToShard } from './messages.ts';
import type { FileSize } from './rows.ts';

/** What all shares together found for one request, and how long the slowest took. */
export type ShardAnswer = { candidates: ShardCandidate[]; ms: number };

export type Shards = {
  load(batches: AsyncIterable<string[]>, weights: Weights, progress: (rows: number) => void): Promise<MatchStatistics>;
  ask(requests: Asked[]): Promise<ShardAnswer[]>;
  /** For each offer the evidence of each soldier, as JSON. Asked once for every request that was asked. */
  evidence(offers: Offer[]): Promise<Map<string, string>[]>;
  /** The same as it was observed, to learn from. */
  pairs(offers: Offer[]): Promise<ScoredPair[][]>;
  /** Weighs with these from the next request on. */
  use(weights: Weights): void;
  close(): Promise<void>;
};

type Shard = {
  worker: Worker;
  send(message: ToShard): void;
  next<K extends FromShard['kind']>(kind: K): Promise<Extract<FromShard, { kind: K }>>;
};

type Waiter = { kind: FromShard['kind']; resolve: (message: FromShard) => void; reject: (error: unknown) => void };

/**
 * A worker and what is waited for from it. Each wait has a promise of its own that ends with it: raced against one promise
 * for the worker's failure, every answer would be held until the end, four gigabytes for ten thousand requests.
 */
function startShard(maxOldGenerationSizeMb: number): Shard {
  const worker = startWorker(import.meta.url, './shard', { resourceLimits: { maxOldGenerationSizeMb } });
  const waiting: Waiter[] = [];
  const early: FromShard[] = [];
  let failed: { error: unknown } | null = null;
  worker.on('message', (message: FromShard) => {
    const index = waiting.findIndex((waiter) => waiter.kind === message.kind);
    const waiter = waiting.splice(index, index < 0 ? 0 : 1)[0];
    if (waiter === undefined) early.push(message);
    else waiter.resolve(message);
  });
  worker.on('error', (error) => {
    failed = { error };
    for (const waiter of waiting.splice(0)) waiter.reject(error);
  });
  const wait = (kind: FromShard['kind']): Promise<FromShard> => {
    const index = early.findIndex((message) => message.kind === kind);
    const found = early.splice(index, index < 0 ? 0 : 1)[0];
    if (found !== undefined) return Promise.resolve(found);
    if (failed !== null) return Promise.reject(failed.error);
    return new Promise((resolve, reject) => waiting.push({ kind, resolve, reject }));
  };
  return {
    worker,
    send: (message) => worker.postMessage(message),
    next: <K extends FromShard['kind']>(kind: K) => wait(kind) as Promise<Extract<FromShard, { kind: K }>>,
  };
}

/** How many batches may wait at one worker: enough to keep it busy, few enough to keep memory flat. */
const IN_FLIGHT = 3;

/** A candidate of so many bits is nobody's chance namesake: one in some hundred thousand men. */
const SURE = 18;

const bestOf = (answer: ShardAnswer): number => Math.max(...answer.candidates.map(({ weight }) => weight), 0);

async function askAll(shards: readonly Shard[], requests: Asked[], by: 'blocks' | 'engine'): Promise<ShardAnswer[]> {
  if (requests.length === 0) return [];
  for (const shard of shards) shard.send({ kind: 'requests', by, requests });
  const parts = await Promise.all(shards.map((shard) => shard.next('answers')));
  return requests.map((_, index) => ({
    candidates: parts.flatMap((part) => part.answers[index] ?? []),
    ms: Math.max(...parts.map((part) => part.ms[index] ?? 0)),
  }));
}

function joined(quick: ShardAnswer, thorough: ShardAnswer | undefined): ShardAnswer {
  if (thorough === undefined) return quick;
  return { candidates: [...quick.candidates, ...thorough.candidates], ms: quick.ms + thorough.ms };
}

/** What the shares counted, each for itself, as one; their own counts are not held beside it. */
async function joinedStatistics(shards: readonly Shard[]): Promise<MatchStatistics> {
  const parts = await Promise.all(shards.map((shard) => shard.next('statistics')));
  return joinStatistics(parts.map((part) => part.statistics));
}

/** Worker threads that share the soldiers of a file of this size among them; every request is asked of all. */
export function startShards(count: number, size: FileSize): Shards {
  const shards = Array.from({ length: count }, () => startShard(memoryForShare(size, count)));
  return {
    async load(batches, weights, progress) {
      let rows = 0;
      let sent = 0;
      const waiting: Shard[] = [];
      const settle = async (most: number): Promise<void> => {
        while (waiting.length > most) {
          rows += (await waiting.shift()?.next('took'))?.rows ?? 0;
          progress(rows);
        }
      };
      for await (const lines of batches) {
        const shard = shards[sent % count];
        if (shard === undefined) break;
        shard.send({ kind: 'soldiers', lines });
        waiting.push(shard);
        sent += 1;
        await settle(count * IN_FLIGHT);
      }
      await settle(0);
      for (const shard of shards) shard.send({ kind: 'loaded' });
      const statistics = await joinedStatistics(shards);
      for (const shard of shards) shard.send({ kind: 'statistics', statistics, weights });
      await Promise.all(shards.map((shard) => shard.next('ready')));
      return statistics;
    },
    async ask(requests) {
      const quick = await askAll(shards, requests, 'blocks');
      const unsure = quick.flatMap((answer, index) => (bestOf(answer) < SURE ? [index] : []));
      const thorough = await askAll(
        shards,
        unsure.flatMap((index) => requests[index] ?? []),
        'engine',
      );
      const more = new Map(unsure.map((index, at) => [index, thorough[at]]));
      return quick.map((answer, index) => joined(answer, more.get(index)));
    },
    async evidence(offers) {
      for (const shard of shards) shard.send({ kind: 'evidence', offers });
      const parts = await Promise.all(shards.map((shard) => shard.next('evidence')));
      return offers.map((_, index) => new Map(parts.flatMap((part) => [...(part.evidence[index] ?? [])])));
    },
    async pairs(offers) {
      for (const shard of shards) shard.send({ kind: 'pairs', offers });
      const parts = await Promise.all(shards.map((shard) => shard.next('pairs')));
      return offers.map((_, index) => parts.flatMap((part) => part.pairs[index] ?? []));
    },
    use(weights) {
      for (const shard of shards) shard.send({ kind: 'weights', weights });
    },
    async close() {
      await Promise.all(shards.map((shard) => shard.worker.terminate()));
    },
  };
}
