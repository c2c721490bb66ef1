import { parseArgs } from 'node:util';
import { AppError } from '../errors.ts';
import { BuiltInEngine } from '../search/built-in/built-in-engine.ts';
import type { SearchEngine, SoldierDocument } from '../search/engine.ts';
import { type TsvRow, tsvRows } from './tsv-rows.ts';

const BATCH = 10_000;
const DEFAULT_LIMIT = 20;
const USAGE = 'Usage: npm run --silent rank -- INDEX.tsv QUERIES.tsv [--limit 20]';

type Summary = { docs: number; queries: number; buildMs: number; rssMb: number; p50Ms: number; p95Ms: number };

async function* documents(file: string, count: { documents: number }): AsyncGenerator<SoldierDocument[]> {
  let batch: SoldierDocument[] = [];
  for await (const { id, values } of tsvRows(file, 1)) {
    batch.push({ id, names: [{ full: values[0] ?? '' }], bornFrom: null, bornTo: null, tags: [] });
    count.documents++;
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

async function answer(engine: SearchEngine, row: TsvRow, limit: number): Promise<string> {
  const hits = await engine.candidates({ name: { full: row.values[0] ?? '' }, limit });
  return hits.map((hit) => `${row.id}\t${hit.id}\t${hit.score.toFixed(6)}\n`).join('');
}

/** The value below which a share of the times lies; 0 when nothing was asked. */
function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 100) / 100;
}

async function rank(indexFile: string, queryFile: string, limit: number): Promise<Summary> {
  const engine = new BuiltInEngine();
  const began = performance.now();
  const count = { documents: 0 };
  for await (const batch of documents(indexFile, count)) await engine.upsert(batch);
  await engine.settle();
  const buildMs = Math.round(performance.now() - began);
  const times: number[] = [];
  for await (const row of tsvRows(queryFile, 1)) {
    const start = performance.now();
    const lines = await answer(engine, row, limit);
    times.push(performance.now() - start);
    if (!process.stdout.write(lines)) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
  const { documents: docs } = await engine.state();
  const rssMb = Math.round(process.memoryUsage().rss / 2 ** 20);
  return { docs, queries: times.length, buildMs, rssMb, p50Ms: quantile(times, 0.5), p95Ms: quantile(times, 0.95) };
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { limit: { type: 'string' } } });
const [indexFile, queryFile] = positionals;
const limit = Number(values.limit ?? DEFAULT_LIMIT);
if (indexFile === undefined || queryFile === undefined || !Number.isInteger(limit) || limit < 1) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else {
  try {
    process.stderr.write(`${JSON.stringify(await rank(indexFile, queryFile, limit))}\n`);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
