import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { listOf, type Man } from './import-site.ts';

const ROWS = 2000;
const COMMAND = ['--import', 'tsx', 'server/commands/import.ts', '--partner', 'P', '--partner-name', 'P', '--json'];

/** Runs `npm run import`; killed as by a power cut when the given line of progress comes. */
async function runCommand(folder: string, file: string, killAt: number): Promise<{ code: number | null; out: string }> {
  const env = { ...process.env, DATA_DIR: folder, LANG: 'en', MONGODB_URI: '', LC_ALL: '' };
  const child = spawn(process.execPath, [...COMMAND, file], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let lines = 0;
  child.stdout.on('data', (piece: Buffer) => {
    out += piece.toString();
  });
  child.stderr.on('data', (piece: Buffer) => {
    lines += piece.toString().split('rows,').length - 1;
    if (lines >= killAt) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return { code: child.exitCode, out };
}

describe('The import command', () => {
  let folder = '';
  let file = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'amanat-crash-'));
    file = join(folder, 'list.csv');
    const men = Array.from(
      { length: ROWS },
      (_, i): Man => ({ id: String(i), name: `Иванов Иван${'а'.repeat(i % 7)}` }),
    );
    await writeFile(file, listOf(...men));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const killAt of [1, 2]) {
    it(`killed at its progress line ${killAt} and started again ends with the counts of the whole file`, async function () {
      this.timeout(60_000);
      const data = join(folder, `data-${killAt}`);
      let ended = await runCommand(data, file, killAt);
      if (ended.code === null) ended = await runCommand(data, file, Number.POSITIVE_INFINITY);
      expect(ended.code).to.equal(0);
      const { read, added, updated, unchanged, listTotal } = JSON.parse(ended.out);
      expect({ read, added, updated, unchanged, listTotal }).to.deep.equal({
        read: ROWS,
        added: ROWS,
        updated: 0,
        unchanged: 0,
        listTotal: ROWS,
      });
    });
  }
});
