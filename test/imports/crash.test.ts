import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { MentionRow } from '../../server/domain/row.ts';
import { openTestSite } from '../site.ts';
import { listOf, type Man } from './import-site.ts';

const COMMAND = ['--import', 'tsx', 'server/commands/import.ts', '--partner', 'P', '--partner-name', 'P', '--json'];
/** One is enough for each run of the tests; `KILLS=20`, of a longer list, is for whoever changed how an import is written. */
const KILLS = Number(process.env.KILLS ?? 1);
/** Two batches of rows at least: one is written while the next is read. */
const ROWS = KILLS > 1 ? 4000 : 1600;

type Ended = { code: number | null; out: string; ms: number };

/** Runs `npm run import`; killed as by a power cut so many milliseconds after it began to write. */
async function runCommand(folder: string, file: string, killAfter: number | null): Promise<Ended> {
  const env = { ...process.env, DATA_DIR: folder, LANG: 'en', MONGODB_URI: '', LC_ALL: '' };
  const child = spawn(process.execPath, [...COMMAND, file], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let began = 0;
  let timer: NodeJS.Timeout | undefined;
  child.stdout.on('data', (piece: Buffer) => {
    out += piece.toString();
  });
  child.stderr.on('data', () => {
    if (began !== 0) return;
    began = Date.now();
    if (killAfter !== null) timer = setTimeout(() => child.kill('SIGKILL'), killAfter);
  });
  await once(child, 'close');
  clearTimeout(timer);
  return { code: child.exitCode, out, ms: Date.now() - began };
}

type EndState = { rows: string[]; soldiers: number; problems: number; states: string[]; jobs: number };

/** What the store holds in the end, without ids and times, which differ from folder to folder. */
async function endState(folder: string): Promise<EndState> {
  const site = await openTestSite({ dataDir: folder, searching: false });
  const { connection } = site.store;
  const rows: string[] = [];
  const soldierIds = new Set<string>();
  for await (const batch of site.stores.mentions.streamLive()) {
    for (const { written, version, soldierId } of batch) {
      rows.push(`${JSON.stringify(written satisfies MentionRow)} ${version}`);
      soldierIds.add(soldierId);
    }
  }
  const stored = await connection.collection('soldiers').find({}).toArray();
  expect(stored.every(({ _id }) => soldierIds.has(String(_id)))).to.equal(true);
  const imports = await connection.collection('imports').find({}).toArray();
  const state: EndState = {
    rows: rows.sort(),
    soldiers: stored.length,
    problems: await connection.collection('import-problems').countDocuments({}),
    states: imports.map((item) => `${item.state} ${JSON.stringify(item.counts)}`),
    jobs: await connection.collection('jobs').countDocuments({ state: { $in: ['queued', 'running'] } }),
  };
  await site.close();
  return state;
}

/**
 * One import that ended as the whole one did. Where the kill struck when all was written and only not yet told, the second
 * run is an import of its own that finds nothing to do.
 */
function expectSameEnd(end: EndState, wanted: EndState, told: Record<string, number>): void {
  const total = wanted.rows.length;
  const [first, ...again] = end.states;
  const unchanged = again.length === 0 ? 0 : total;
  expect(told).to.include({ read: ROWS, listTotal: total, updated: 0, unchanged, added: total - unchanged });
  expect(again.length).to.be.at.most(1);
  const problems = end.problems / end.states.length;
  expect({ ...end, states: [first], problems }).to.deep.equal(wanted);
}

describe('The import command', () => {
  let folder = '';
  let file = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'amanat-crash-'));
    file = join(folder, 'list.csv');
    const men = Array.from({ length: ROWS }, (_, i): Man => {
      // Some namesakes, some rows that say nothing, some dates that are none.
      const name = i % 97 === 0 ? '' : `Иванов Иван${'а'.repeat(i % 7)}`;
      return { id: String(i), name, born: i % 50 === 0 ? '32.13.1913' : '1913', notes: `строка ${i}` };
    });
    await writeFile(file, listOf(...men));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it(`killed ${KILLS} times, each at another moment of an apply, and started again ends each time as if it had not been`, async function () {
    // Against a command that hangs for ever: how long it takes on a busy machine is no matter here.
    this.timeout(600_000 * (KILLS + 1));
    const whole = await runCommand(join(folder, 'whole'), file, null);
    expect(whole.code).to.equal(0);
    const wanted = await endState(join(folder, 'whole'));
    // Those without a name are kept out; those whose day cannot have been wait for a person, and one of them has no name.
    expect(wanted.rows).to.have.length(ROWS - Math.ceil(ROWS / 97) - (ROWS / 50 - 1));
    let seed = Number(process.env.SEED ?? 19_420_217);
    for (let kill = 0; kill < KILLS; kill += 1) {
      seed = (seed * 48_271) % 2_147_483_647;
      const data = join(folder, `data-${kill}`);
      // Somewhere in its own share of the time that the whole takes, so that no part of it is left untried.
      const moment = ((kill + seed / 2_147_483_647) / KILLS) * whole.ms;
      let ended = await runCommand(data, file, Math.floor(moment));
      if (ended.code === null) ended = await runCommand(data, file, null);
      expect(ended.code).to.equal(0);
      expectSameEnd(await endState(data), wanted, JSON.parse(ended.out));
      await rm(data, { recursive: true });
    }
  });
});
