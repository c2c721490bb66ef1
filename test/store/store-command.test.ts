import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import mongoose from 'mongoose';

type Served = { child: ChildProcess; firstLine: string; ended: Promise<number | null> };

/** `npm run --silent store -- …` without npm: the process itself. */
async function serveStore(options: string[], env: NodeJS.ProcessEnv = {}): Promise<Served> {
  const { DATA_DIR: _own, ...rest } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/commands/store.ts', ...options], {
    env: { ...rest, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const firstLine = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (bytes: Buffer) => {
      text += bytes.toString();
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')));
    });
    child.once('exit', () => reject(new Error('the store ended before it told its address')));
  });
  return { child, firstLine, ended };
}

async function insertAndCount(uri: string): Promise<number> {
  const connection = await mongoose.createConnection(uri, { dbName: 'command' }).asPromise();
  await connection.collection('c').insertOne({ at: 1 });
  const count = await connection.collection('c').countDocuments({});
  await connection.close();
  return count;
}

describe('The store command', () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'store-command-test-'));
  });

  after(() => rmSync(folder, { recursive: true }));

  it('tells its address on the first line, serves until SIGTERM, and leaves no folder behind', async () => {
    const { child, firstLine, ended } = await serveStore([], { TMPDIR: folder });
    expect(firstLine).to.match(/^mongodb:\/\/127\.0\.0\.1:\d+\/$/);
    expect(await insertAndCount(firstLine)).to.equal(1);
    child.kill('SIGTERM');
    expect(await ended).to.equal(0);
    expect(readdirSync(folder).filter((name) => name.startsWith('amanat-store'))).to.deep.equal([]);
  }).timeout(60_000);

  it('keeps the documents of a named folder', async () => {
    for (const expected of [1, 2]) {
      const { child, firstLine, ended } = await serveStore(['--data', folder]);
      expect(await insertAndCount(firstLine)).to.equal(expected);
      child.kill('SIGTERM');
      expect(await ended).to.equal(0);
    }
  }).timeout(60_000);
});
