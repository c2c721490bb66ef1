import { comparison } from '../domain/names/likeness.ts';
import { AppError } from '../errors.ts';
import { tsvRows } from './tsv-rows.ts';

const USAGE = 'Usage: npm run --silent compare -- PAIRS.tsv';

async function compare(file: string): Promise<void> {
  for await (const { id, values } of tsvRows(file, 2)) {
    const score = comparison(values[0] ?? '', values[1] ?? '');
    const line = `${id}\t${score.toFixed(6)}\n`;
    if (!process.stdout.write(line)) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}

const file = process.argv[2];
if (file === undefined) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else {
  try {
    await compare(file);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
