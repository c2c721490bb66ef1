import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { MeilisearchStandIn } from './meilisearch-stand-in.ts';

type Run = { code: number; stdout: string; stderr: string };

const run = (command: string, ...files: string[]): Promise<Run> => runWith({}, command, ...files);

const runWith = (env: Record<string, string>, command: string, ...files: string[]): Promise<Run> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', `server/commands/${command}.ts`, ...files],
      { env: { ...process.env, ...env } },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      },
    );
  });

describe('The commands rank and compare', () => {
  let folder = '';
  const file = async (name: string, text: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'amanat-rank-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('rank: a list and questions in, best first out, a summary last on stderr', async () => {
    const index = await file(
      'index.tsv',
      '\ufeffd1\tҚайырбеков Сейітқали\r\nd2\tИванов Иван\r\nbroken\r\n\r\nd3\tKairbekow\r\nd4\t\r\n',
    );
    const queries = await file('queries.tsv', 'q1\tКаирбеков Сейткали\nq2\t\nbroken\nq3\tIwanow\n');
    const { code, stdout, stderr } = await run('rank', index, queries, '--limit', '2');
    expect(code).to.equal(0);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(lines.map(([query, document]) => `${query} ${document}`)).to.deep.equal(['q1 d1', 'q1 d3', 'q3 d2']);
    for (const [, , score] of lines) expect(Number(score)).to.be.within(0, 1);
    const summary = JSON.parse(stderr.trimEnd().split('\n').at(-1) ?? '') as Record<string, number>;
    expect(summary).to.include({ docs: 4, queries: 3 });
    expect(Object.keys(summary)).to.deep.equal(['docs', 'queries', 'buildMs', 'rssMb', 'p50Ms', 'p95Ms']);
  });

  it('rank: through Meilisearch the same answers, and its index is taken off the server again', async () => {
    const index = await file('index.tsv', 'd1\tҚайырбеков Сейітқали\nd2\tИванов Иван\nd3\tKairbekow\n');
    const queries = await file('queries.tsv', 'q1\tКаирбеков Сейткали\nq3\tIwanow\n');
    const server = new MeilisearchStandIn();
    const env = { MEILI_URL: await server.start(), MEILI_API_KEY: server.key };
    const there = await runWith(env, 'rank', index, queries, '--engine', 'meilisearch');
    await server.stop();
    const here = await run('rank', index, queries);
    expect(there.stderr).to.include('"queries":2');
    expect(there.stdout).to.equal(here.stdout);
    expect(server.requests.join()).to.include('POST /multi-search');
    expect([...server.indexes.keys()]).to.deep.equal([]);
  });

  it('rank: says what Meilisearch is missing', async () => {
    const { code, stderr } = await runWith({ MEILI_URL: '' }, 'rank', 'a.tsv', 'b.tsv', '--engine', 'meilisearch');
    expect({ code, stderr }).to.deep.equal({ code: 1, stderr: '--engine meilisearch needs MEILI_URL\n' });
    expect(await run('rank', 'a.tsv', 'b.tsv', '--engine', 'other')).to.include({ code: 2 });
  });

  it('compare: pairs in, a score for each out', async () => {
    const pairs = await file('pairs.tsv', '1\tҚайырбеков\tKairbekow\n2\tЖұмабаев\tОмаров\n3\t\t\nbroken\tpair\n');
    const { code, stdout } = await run('compare', pairs);
    expect(code).to.equal(0);
    const scores = new Map(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t') as [string, string]),
    );
    expect([...scores.keys()]).to.deep.equal(['1', '2', '3']);
    expect(Number(scores.get('1'))).to.equal(1);
    expect(Number(scores.get('2'))).to.be.below(0.01);
    expect(Number(scores.get('3'))).to.equal(0);
  });

  it('say how they are called, and which file cannot be read', async () => {
    expect(await run('rank')).to.include({ code: 2 });
    expect(await run('compare')).to.include({ code: 2 });
    const missing = await run('compare', join(folder, 'not-there.tsv'));
    expect(missing.code).to.equal(1);
    expect(missing.stderr).to.include('not-there.tsv');
  });
});
