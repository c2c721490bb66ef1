import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { baseline } from './matching/baseline.ts';
import { type Ceiling, ceilingOf } from './matching/ceiling.ts';
import { type MatchingSet, matchingSet } from './matching/matching-set.ts';
import { type Answer, type Measures, measure } from './matching/measures.ts';
import { secondSet } from './matching/second-set/second-set.ts';
import { SMALL_STOCK } from './matching/second-set/small-stock.ts';

/**
 * Measures matching on an invented set whose truth is known: `npm run eval:matching -- [--requests 1000] [--soldiers 30000]
 * [--seed 1] [--set first|second|third] [--absent SHARE] [--keep FOLDER]`. What the sets assume stands in
 * `matching/population.ts`, `papers.ts` and `clerk-spelling.ts`, and for the second in `matching/second-set/`: other names,
 * kin, villages, clerks and gaps, to see that nothing was fitted to the first. The third is made like the second of few names,
 * and more than half of its men are absent. The matcher is the command `link` itself, beside it a plain baseline. Sizes of
 * the published figures: 10000 and 300000. `--kazakh-given`, `--slavic-given`, `--slavic-surnames FILE`, a name a line:
 * other names for the second and third set.
 */
async function writeRows(file: string, rows: readonly object[]): Promise<void> {
  const lines = function* () {
    for (const row of rows) yield `${JSON.stringify(row)}\n`;
  };
  await pipeline(Readable.from(lines()), createWriteStream(file));
}

/** Runs the command as a person would; its progress goes to our stderr. Returns how many seconds it took. */
async function runLink(soldiers: string, requests: string, out: string): Promise<number> {
  const began = performance.now();
  const command = ['run', '--silent', 'link', '--', soldiers, requests];
  const child = spawn('npm', command, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  await pipeline(child.stdout, createWriteStream(out));
  const code = await ended;
  if (code !== 0) throw new Error(`link ended with ${String(code)}`);
  return Math.round((performance.now() - began) / 1000);
}

async function readAnswers(file: string): Promise<Answer[]> {
  const text = await readFile(file, 'utf8');
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const { id, candidates } = JSON.parse(line) as Answer;
    return { id, candidates: candidates.map(({ id: soldier, probability }) => ({ id: soldier, probability })) };
  });
}

const ROWS: ReadonlyArray<readonly [string, (measures: Measures) => number]> = [
  ['man among the first 20', (m) => m.foundAt20],
  ['recall at precision 0.98', (m) => m.recallAtPrecision],
  ['precision at >= 0.9', (m) => m.precisionAtLine],
  ['recall at >= 0.9', (m) => m.recallAtLine],
  ['squared error a request', (m) => m.squaredError],
  ['  offering nothing', (m) => m.squaredErrorOfNothing],
  ['no man, yet >= 0.9 offered', (m) => m.falseAlarms],
];

function print(plain: Measures, ours: Measures): void {
  process.stdout.write(`${''.padEnd(28)}baseline  link\n`);
  for (const [name, value] of ROWS) {
    process.stdout.write(`${name.padEnd(28)}${value(plain).toFixed(3).padEnd(10)}${value(ours).toFixed(3)}\n`);
  }
  process.stdout.write('\nprobability   pairs    said   true   (link)\n');
  ours.bins.forEach((bin, index) => {
    const range = `${(index / 10).toFixed(1)}-${((index + 1) / 10).toFixed(1)}`;
    process.stdout.write(
      `${range.padEnd(14)}${String(bin.pairs).padEnd(9)}${bin.said.toFixed(3)}  ${bin.true.toFixed(3)}\n`,
    );
  });
}

/** What these papers tell at most, whoever reads them; `matching/ceiling.ts` says what is taken for granted. */
function printCeiling({ recall, foundAt20, strange }: Ceiling): void {
  const told = `recall at a high precision ${recall.toFixed(3)}, man among the first 20 ${foundAt20.toFixed(3)}`;
  process.stdout.write(
    `\nwhat could be known at most, every name read as it was meant: ${told} (no part of the name in common: ${strange.toFixed(3)})\n`,
  );
}

async function evaluate(set: MatchingSet, folder: string): Promise<void> {
  const [soldierFile, requestFile, truthFile, out] = ['soldiers', 'requests', 'truth', 'answers'].map((name) =>
    join(folder, `${name}.ndjson`),
  );
  if (!soldierFile || !requestFile || !truthFile || !out) throw new Error('No folder to write to');
  await writeRows(soldierFile, set.soldiers);
  await writeRows(requestFile, set.requests);
  await writeRows(
    truthFile,
    [...set.truth].map(([id, mentions]) => ({ id, mentions: [...mentions] })),
  );
  const seconds = await runLink(soldierFile, requestFile, out);
  process.stdout.write(`${set.requests.length} requests, ${set.soldiers.length} mentions, link took ${seconds} s\n\n`);
  print(measure(baseline(set.soldiers, set.requests), set.truth), measure(await readAnswers(out), set.truth));
  printCeiling(ceilingOf(set));
}

/** In a folder that is thrown away, or in the one that was asked for. */
async function inFolder(keep: string | undefined, work: (folder: string) => Promise<void>): Promise<void> {
  if (keep !== undefined) {
    await mkdir(keep, { recursive: true });
    return work(keep);
  }
  const folder = await mkdtemp(join(tmpdir(), 'amanat-matching-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const MANY_ABSENT = 0.55;

const { values } = parseArgs({
  options: {
    soldiers: { type: 'string', default: '30000' },
    requests: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    set: { type: 'string', default: 'first' },
    absent: { type: 'string' },
    keep: { type: 'string' },
    'kazakh-given': { type: 'string' },
    'slavic-given': { type: 'string' },
    'slavic-surnames': { type: 'string' },
  },
});

function namesIn(file: string | undefined): string[] | undefined {
  if (file === undefined) return undefined;
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function setOf(name: string): MatchingSet {
  const [soldiers, requests, seed] = [Number(values.soldiers), Number(values.requests), Number(values.seed)];
  const absent = values.absent === undefined ? undefined : Number(values.absent);
  if (name === 'first') return matchingSet({ soldiers, requests, seed, absent });
  const usual = name === 'third' ? SMALL_STOCK : {};
  const lists = {
    kazakhGiven: namesIn(values['kazakh-given']) ?? usual.kazakhGiven,
    slavicGiven: namesIn(values['slavic-given']) ?? usual.slavicGiven,
    slavicSurnames: namesIn(values['slavic-surnames']) ?? usual.slavicSurnames,
  };
  return secondSet({ soldiers, requests, seed, lists, absent: absent ?? (name === 'third' ? MANY_ABSENT : undefined) });
}

await inFolder(values.keep, (folder) => evaluate(setOf(values.set), folder));
