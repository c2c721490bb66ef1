import { parseArgs } from 'node:util';
import { loadConfig, readEnvironment } from '../config.ts';
import { AppError } from '../errors.ts';
import { createIds } from '../ids.ts';
import { BuiltInEngine } from '../search/built-in/built-in-engine.ts';
import type { SearchEngine, SoldierDocument } from '../search/engine.ts';
import { MeilisearchEngine } from '../search/meilisearch/meilisearch-engine.ts';
import { type TsvRow, tsvRows } from './tsv-rows.ts';

const BATCH = 10_000;
const DEFAULT_LIMIT = 20;
const USAGE = 'Usage: npm run --silent rank -- INDEX.tsv QUERIES.tsv [--limit 20] [--engine built-in|meilisearch]';

type Options = { limit: number; fill: (indexFile: string) => Promise<Filled> };
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

/** An engine of its own for this run, filled with the list; at a server it is to be closed again. */
type Filled = { engine: SearchEngine; close: () => Promise<void> };

async function builtIn(indexFile: string): Promise<Filled> {
  const engine = new BuiltInEngine();
  for await (const batch of documents(indexFile, { documents: 0 })) await engine.upsert(batch);
  await engine.settle();
  return { engine, close: () => engine.close() };
}

async function atServer(indexFile: string): Promise<Filled> {
  const { meili } = loadConfig({ LOG_LEVEL: 'warn', ...readEnvironment() }, 'command');
  if (meili === undefined) throw new AppError('bad_configuration', '--engine meilisearch needs MEILI_URL');
  const count = { documents: 0 };
  for await (const _ of documents(indexFile, count));
  const { newId } = createIds();
  // An index of its own, never that of the site, and none that another run fills.
  const engine = new MeilisearchEngine({ ...meili, newId, prefix: `rank_${newId()}` });
  await engine.rebuild(documents(indexFile, { documents: 0 }), count.documents);
  return { engine, close: () => engine.discard() };
}

async function rank(indexFile: string, queryFile: string, { limit, fill }: Options): Promise<Summary> {
  const began = performance.now();
  const { engine, close } = await fill(indexFile);
  const buildMs = Math.round(performance.now() - began);
  const times: number[] = [];
  try {
    for await (const row of tsvRows(queryFile, 1)) {
      const start = performance.now();
      const lines = await answer(engine, row, limit);
      times.push(performance.now() - start);
      if (!process.stdout.write(lines)) await new Promise((resolve) => process.stdout.once('drain', resolve));
    }
    const { documents: docs } = await engine.state();
    const rssMb = Math.round(process.memoryUsage().rss / 2 ** 20);
    return { docs, queries: times.length, buildMs, rssMb, p50Ms: quantile(times, 0.5), p95Ms: quantile(times, 0.95) };
  } finally {
    // Also when a question could not be read: the index at a server is this run's own and would stay for ever.
    await close();
  }
}

const ENGINES: Readonly<Record<string, (indexFile: string) => Promise<Filled>>> = {
  'built-in': builtIn,
  meilisearch: atServer,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { limit: { type: 'string' }, engine: { type: 'string' } },
});
const [indexFile, queryFile] = positionals;
const limit = Number(values.limit ?? DEFAULT_LIMIT);
const fill = ENGINES[values.engine ?? 'built-in'];
if (!indexFile || !queryFile || !fill || !Number.isInteger(limit) || limit < 1) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else {
  try {
    process.stderr.write(`${JSON.stringify(await rank(indexFile, queryFile, { limit, fill }))}\n`);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
