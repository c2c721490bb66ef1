import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { numbersOf, STARTING_WEIGHTS } from '../../server/domain/matching/weights.ts';

const MAN = { familyName: 'Каирбеков', givenName: 'Сейткали', patronymic: 'Нурмагамбетович', birthDate: '1913' };
const SOLDIERS = [
  { id: 's1', ...MAN, birthPlace: 'Актюбинская обл., Хобдинский р-н, с. Булак', rank: 'сержант' },
  { id: 's2', ...MAN, givenName: 'Ахмет', birthDate: '1918' },
  { id: 's3', familyName: 'Петренко', givenName: 'Иван', birthDate: '1913' },
];
const REQUESTS = [
  { id: 'r1', familyName: 'Қайырбеков', givenName: 'Сейітқали', patronymic: 'Нұрмағамбетұлы', rank: 'капитан' },
  { id: 'r2', familyName: 'Ыбышев', givenName: 'Қорғанбек' },
];

type Evidence = { kind: string; score: number | null; weight: number; reason: string };
type Line = { id: string; candidates: { id: string; probability: number; evidence: Evidence[] }[] };

describe('npm run link', function () {
  this.timeout(120_000);
  let folder: string;
  const path = (name: string): string => join(folder, name);
  const rows = (list: readonly object[]): string => `${list.map((row) => JSON.stringify(row)).join('\n')}\n`;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'amanat-link-'));
    await writeFile(path('soldiers'), rows(SOLDIERS));
    await writeFile(path('requests'), `${rows(REQUESTS)}\n`);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  async function run(...args: string[]): Promise<{ code: number; lines: Line[]; err: string }> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'server/commands/link.ts', ...args]);
    let [out, err] = ['', ''];
    child.stdout.on('data', (piece) => {
      out += piece;
    });
    child.stderr.on('data', (piece) => {
      err += piece;
    });
    const [code] = (await once(child, 'close')) as [number];
    const lines = out.split('\n').filter((line) => line !== '');
    return { code, lines: lines.map((line) => JSON.parse(line) as Line), err };
  }

  it('answers each request with its candidates, best first, every kind of evidence with its reason, and a summary', async () => {
    const { code, lines, err } = await run(path('soldiers'), path('requests'));
    expect(code, err).to.equal(0);
    expect(lines.map(({ id }) => id)).to.deep.equal(['r1', 'r2']);
    const [first] = lines[0]?.candidates ?? [];
    expect(first?.id).to.equal('s1');
    expect(first?.probability).to.be.within(0.5, 1);
    expect(first?.evidence).to.have.length(13);
    expect(first?.evidence[0]).to.include({ kind: 'name' }).and.have.keys(['kind', 'score', 'weight', 'reason']);
    expect(first?.evidence.every(({ reason }) => / /.test(reason))).to.equal(true);
    const summary = JSON.parse(err.trim().split('\n').at(-1) ?? '');
    expect(summary)
      .to.include({ docs: 3, queries: 2 })
      .and.have.keys('docs', 'queries', 'buildMs', 'rssMb', 'p50Ms', 'p95Ms');
  });

  it('gives the same answers however many threads share the soldiers', async () => {
    const one = await run(path('soldiers'), path('requests'), '--threads', '1');
    const two = await run(path('soldiers'), path('requests'), '--threads', '2');
    expect(two.lines).to.deep.equal(one.lines);
  });

  it('weighs with the version it is given', async () => {
    const numbers = numbersOf(STARTING_WEIGHTS);
    numbers.levels.rank = { ...numbers.levels.rank, different: { m: 0.001, u: 0.9 } };
    await writeFile(path('strict.json'), JSON.stringify({ ...numbers, version: '2' }));
    const weightOf = ({ lines }: { lines: Line[] }): number =>
      lines[0]?.candidates.find(({ id }) => id === 's1')?.evidence.find(({ kind }) => kind === 'rank')?.weight ?? 0;
    const [usual, strict] = [
      await run(path('soldiers'), path('requests')),
      await run(path('soldiers'), path('requests'), '--weights', path('strict.json')),
    ];
    expect(strict.code, strict.err).to.equal(0);
    expect(weightOf(strict)).to.be.below(weightOf(usual) - 3);
  });

  it('counts from the requests how many of those asked for are here at all, unless it is given a version', async () => {
    const strangers = Array.from({ length: 150 }, (_, index) => ({
      id: `x${index}`,
      familyName: 'Цзян',
      birthDate: '1890',
    }));
    await writeFile(path('strangers'), rows([...REQUESTS, ...strangers]));
    await writeFile(path('begun.json'), JSON.stringify(numbersOf(STARTING_WEIGHTS)));
    const chance = ({ lines }: { lines: Line[] }): number => lines[0]?.candidates[0]?.probability ?? 0;
    const fitted = await run(path('soldiers'), path('strangers'));
    const begun = await run(path('soldiers'), path('strangers'), '--weights', path('begun.json'));
    expect(fitted.lines[0]?.candidates[0]?.id).to.equal('s1');
    expect(chance(fitted)).to.be.below(chance(begun));
  });

  it('names what it cannot read, in a line and without an answer', async () => {
    await writeFile(path('broken'), '{"id":"s1"}\nnot json\n');
    await writeFile(path('nameless'), '{"familyName":"Каирбеков"}\n');
    await writeFile(path('no-weights'), '{"rows":[]}');
    for (const [args, said] of [
      [[path('soldiers'), path('broken')], 'Not JSON'],
      [[path('soldiers'), path('nameless')], 'without an id'],
      [[path('soldiers'), path('requests'), '--weights', path('no-weights')], 'holds no weights'],
    ] as const) {
      const { code, err } = await run(...args);
      expect(code, said).to.equal(1);
      expect(err).to.include(said);
    }
    expect((await run(path('soldiers'))).code).to.equal(2);
  });
});
