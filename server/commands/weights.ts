import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { countOf, type LevelWeight, numbersOf, type Weights } from '../domain/matching/weights.ts';
import type { Reweighing } from '../triage/weights-service.ts';
import { COMMAND_ACTOR, openCommandSite } from './command-config.ts';
import { runCommand } from './run-command.ts';

// npm run weights [-- --dry-run]

const bits = ({ m, u }: LevelWeight): number => Math.log2(m / u);
// A tenth of a bit is what the desk shows.
const SHOWN_FROM = 0.05;

function printLevels(before: Weights, after: Weights): void {
  process.stdout.write(`${'evidence'.padEnd(36)}${'m'.padEnd(18)}${'u'.padEnd(22)}bits\n`);
  for (const [kind, levels] of Object.entries(after.levels)) {
    for (const [level, now] of Object.entries(levels) as [string, LevelWeight][]) {
      const known: Record<string, LevelWeight> = before.levels[kind as keyof Weights['levels']];
      const then = known[level] ?? now;
      if (Math.abs(bits(now) - bits(then)) < SHOWN_FROM) continue;
      const step = (pick: (weight: LevelWeight) => string): string => `${pick(then)} -> ${pick(now)}`;
      const m = step((weight) => weight.m.toFixed(3)).padEnd(18);
      const u = (now.byValue ? 'by the value' : step((weight) => weight.u.toPrecision(3))).padEnd(22);
      process.stdout.write(`${`${kind} ${level}`.padEnd(36)}${m}${u}${step((weight) => bits(weight).toFixed(1))}\n`);
    }
  }
  process.stdout.write(
    `${'man in the database at all'.padEnd(36)}${before.present.toFixed(3)} -> ${after.present.toFixed(3)}\n`,
  );
}

function printMoved({ moved, countedFrom }: Reweighing): void {
  process.stdout.write(`\n${moved.length} of ${countedFrom.decisions} decided pairs change their words\n`);
  for (const { requestNumber, soldierId, verdict, before, after } of moved) {
    const step = `${before.band} (${before.probability}) -> ${after.band} (${after.probability})`;
    process.stdout.write(`request ${requestNumber}  soldier ${soldierId}  decided ${verdict}  ${step}\n`);
  }
}

/** The new version as a file beside the data: to read, to compare with the one before, to give to `link --weights`. */
async function writeVersion(dataDir: string, weights: Weights): Promise<string> {
  const folder = join(dataDir, 'weights');
  const file = join(folder, `${String(countOf(weights.version))}.json`);
  await mkdir(folder, { recursive: true });
  await writeFile(file, `${JSON.stringify(numbersOf(weights), null, 2)}\n`);
  return file;
}

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { 'dry-run': { type: 'boolean', default: false } } });
  const site = await openCommandSite();
  try {
    const made = await site.services.weights.reweigh(COMMAND_ACTOR, !values['dry-run']);
    const { randomPairs, requests, decisions } = made.countedFrom;
    process.stdout.write(`From ${randomPairs} pairs at random, ${requests} requests and ${decisions} decisions\n\n`);
    printLevels(made.before, made.after);
    printMoved(made);
    if (!made.kept) process.stdout.write('\nNothing was changed (--dry-run).\n');
    else {
      const file = await writeVersion(site.config.dataDir, made.after);
      process.stdout.write(`\nVersion ${String(countOf(made.after.version))} is in use and stands in ${file}\n`);
      process.stdout.write('Every open request is matched again with it in the background of the running site.\n');
    }
    return 0;
  } finally {
    await site.stop();
  }
}

await runCommand(main);
