import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { MentionRow } from '../server/domain/row.ts';
import { openForReading } from '../server/imports/inspect-list.ts';
import { rowsFile } from '../server/tables/table-file.ts';
import { matchingSet } from './matching/matching-set.ts';

/**
 * How much memory a workbook of a partner takes while it is read: `npm run bench:workbook -- [rows 100000]`. Read in a process of its
 * own, whose memory is looked at often; what it holds before it begins does not count.
 */
const WANTED_MB = 400;
const LOOK_MS = 10;
const MB = 2 ** 20;

async function readWhole(path: string): Promise<void> {
  const before = process.memoryUsage.rss();
  let most = before;
  const looking = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, LOOK_MS);
  const began = performance.now();
  let lines = 0;
  for await (const _line of (await openForReading(path, {})).lines) lines += 1;
  clearInterval(looking);
  const { user, system } = process.cpuUsage();
  process.send?.({
    lines,
    extraMb: Math.round((most - before) / MB),
    seconds: ((performance.now() - began) / 1000).toFixed(1),
    cpuSeconds: ((user + system) / 1e6).toFixed(1),
  });
}

async function* people(rows: number): AsyncGenerator<MentionRow> {
  const { soldiers } = matchingSet({ soldiers: 20_000, requests: 10, seed: 1 });
  for (let made = 0; made < rows; made += 1) {
    const { id: _id, ...row } = soldiers[made % soldiers.length] ?? { id: '' };
    yield { externalId: String(made), ...row };
  }
}

async function measure(rows: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'amanat-workbook-'));
  const file = join(folder, 'list.xlsx');
  await pipeline(rowsFile(people(rows), 'xlsx'), createWriteStream(file));
  const child = fork(new URL(import.meta.url), ['--read', file], { execArgv: ['--import', 'tsx'] });
  const [read] = (await once(child, 'message')) as [{ lines: number; extraMb: number; seconds: string }];
  console.log(`${rows} rows, ${((await stat(file)).size / MB).toFixed(1)} MB packed:`, JSON.stringify(read));
  console.log(`${read.extraMb} MB of extra memory (wanted: at most ${WANTED_MB} for 100,000 rows)`);
  await rm(folder, { recursive: true });
  if (read.lines !== rows + 1 || read.extraMb > WANTED_MB) process.exitCode = 1;
}

const [first = '100000', path] = process.argv.slice(2);
if (first === '--read' && path) await readWhole(path);
else await measure(Number(first));
