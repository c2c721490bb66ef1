import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { DEMO_PASSWORD } from '../../server/demo-accounts.ts';
import { versionOf } from '../../server/domain/matching/weights.ts';
import { TEST_ENVIRONMENT } from '../site.ts';

type Ended = { code: number | null; out: string; err: string };
type Started = { process: ChildProcess; ended: Promise<Ended>; said(text: RegExp): Promise<RegExpExecArray> };

/** A command as an operator starts it: with its own environment and nothing of ours. */
function start(
  file: string,
  args: string[],
  { env = {}, input = '' }: { env?: Record<string, string>; input?: string } = {},
): Started {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], { env: { PATH, HOME, ...env } });
  let out = '';
  let err = '';
  child.stdout.on('data', (piece) => {
    out += piece;
    child.emit('said');
  });
  child.stderr.on('data', (piece) => {
    err += piece;
  });
  child.stdin.end(input);
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, out, err })));
  const said = (text: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = text.exec(out);
        if (found) resolve(found);
      };
      child.on('said', look);
      void ended.then(({ code }) => reject(new Error(`It ended with ${code}: ${err}`)));
      look();
    });
  return { process: child, ended, said };
}

describe('The commands of an operator', function () {
  this.timeout(120_000);
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'amanat-commands-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('npm start names every wrong variable and does not start', async () => {
    const { code, err } = await start('server/main.ts', [], { env: { DATA_DIR: folder, PORT: 'eighty' } }).ended;
    expect(code).to.equal(1);
    expect(err).to.include('PORT').and.include('JWT_SECRET').and.include('CONTACT_KEY');
    expect(err).not.to.include('eighty');
  });

  it('npm run import tells how it is used, and names --mapping where no column says who it is', async () => {
    const help = await start('server/commands/import.ts', ['--help'], { env: { LANG: 'ru_RU.UTF-8' } }).ended;
    expect([help.code, help.err]).to.deep.equal([0, '']);
    for (const option of ['--partner-name', '--list', '--mapping', '--dry-run', '--json', 'только проверить'])
      expect(help.out).to.include(option);
    const file = join(folder, 'list.csv');
    await writeFile(file, 'щщ;ыы\r\nя;ю\r\n');
    const args = ['--partner', 'P', '--partner-name', 'P', file];
    const env = { ...TEST_ENVIRONMENT, DATA_DIR: join(folder, 'import'), LANG: 'ru_RU.UTF-8' };
    const { code, err } = await start('server/commands/import.ts', args, { env }).ended;
    expect(code).to.equal(1);
    expect(err).to.include('Укажите, в каком столбце имя человека. Столбцы задаёт --mapping ФАЙЛ');
  });

  describe('npm run demo', () => {
    let url = '';
    let demo: Started;
    const env = () => ({ DATA_DIR: join(folder, 'demo'), PORT: '0' });
    const signIn = (email: string) =>
      fetch(`${url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password: DEMO_PASSWORD }),
      });

    before(async () => {
      demo = start('server/commands/demo.ts', [], { env: env() });
      url = (await demo.said(/running: (http:\/\/localhost:\d+)/))[1] ?? '';
      await demo.said(/Ctrl\+C/);
    });
    after(() => {
      demo.process.kill('SIGKILL');
    });

    it('serves a site on which its accounts can sign in', async () => {
      expect((await signIn('volunteer@example.org')).status).to.equal(200);
      expect((await fetch(`${url}/kk/`)).status).to.equal(200);
    });

    it('keeps the secrets it made for itself where nobody else can read them', async () => {
      const path = join(folder, 'demo', 'secrets.json');
      expect((await stat(path)).mode & 0o077).to.equal(0);
      expect(JSON.parse(await readFile(path, 'utf8'))).to.have.keys(['JWT_SECRET', 'CONTACT_KEY']);
    });

    it('says so when its folder is in use', async () => {
      const { code, err } = await start('server/commands/demo.ts', [], { env: env() }).ended;
      expect(code).to.equal(1);
      expect(err).to.match(/in use|process \d+/);
    });

    it('is joined by a command on the same store', async () => {
      const admin = start('server/commands/create-admin.ts', ['new@example.net'], {
        env: env(),
        input: 'a long password\n',
      });
      expect((await admin.ended).out).to.include('new@example.net');
      const answer = await fetch(`${url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'new@example.net', password: 'a long password' }),
      });
      expect(answer.status).to.equal(200);
    });

    it('is backed up while it runs', async () => {
      const { code, out } = await start('server/commands/backup.ts', [join(folder, 'b.tar.gz')], { env: env() }).ended;
      expect(code).to.equal(0);
      expect(out).to.match(/mentions\s+[1-9]/);
    });

    it('has its weights counted anew beside it: shown first, then kept as a version and a file', async () => {
      const shown = await start('server/commands/weights.ts', ['--dry-run'], { env: env() }).ended;
      expect(shown.code, shown.err).to.equal(0);
      expect(shown.out)
        .to.match(/From [1-9]\d* pairs at random/)
        .and.include('Nothing was changed');
      const kept = await start('server/commands/weights.ts', [], { env: env() }).ended;
      expect(kept.code, kept.err).to.equal(0);
      expect(kept.out).to.include('decided pairs change their words').and.include('Version 2 is in use');
      const file = join(folder, 'demo', 'weights', '2.json');
      expect(JSON.parse(await readFile(file, 'utf8'))).to.include({ version: versionOf(2) });
    });

    it('ends in order when it is told to, and keeps what was entered for the next time', async () => {
      demo.process.kill('SIGTERM');
      expect((await demo.ended).code).to.equal(0);
      demo = start('server/commands/demo.ts', [], { env: env() });
      url = (await demo.said(/running: (http:\/\/localhost:\d+)/))[1] ?? '';
      const answer = await fetch(`${url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'new@example.net', password: 'a long password' }),
      });
      expect(answer.status).to.equal(200);
      demo.process.kill('SIGTERM');
      await demo.ended;
    });

    it('leaves a store that npm start refuses, because everybody knows its password', async () => {
      const main = start('server/main.ts', [], { env: { ...TEST_ENVIRONMENT, DATA_DIR: join(folder, 'demo') } });
      const { code, err } = await main.ended;
      expect(code).to.equal(1);
      expect(err).to.include("the demo's accounts");
    });

    it('is brought back by a restore into an empty store', async () => {
      const other = { DATA_DIR: join(folder, 'other') };
      const restore = await start('server/commands/restore.ts', [join(folder, 'b.tar.gz')], { env: other }).ended;
      expect(restore.code, restore.err).to.equal(0);
    });
  });

  it('npm run create-admin asks for a password that is long enough', async () => {
    const env = { DATA_DIR: join(folder, 'short') };
    const { code, err } = await start('server/commands/create-admin.ts', ['a@example.net'], { env, input: 'short\n' })
      .ended;
    expect(code).to.equal(1);
    expect(err).to.include('password');
  });
});
