import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { AppError } from '../errors.ts';

/** One line of a file: its first column, and the columns after it (missing ones are empty). */
export type TsvRow = { id: string; values: string[] };

/**
 * The lines of a tab-separated file, one by one, so that a file of any size fits. A line without a first column is left
 * out, and how many were is said on stderr at the end; a line with too few columns has empty ones.
 * Throws AppError('bad_input') when the file cannot be read.
 */
export async function* tsvRows(file: string, columns: number): AsyncGenerator<TsvRow> {
  const stream = createReadStream(file, { encoding: 'utf8' });
  try {
    await once(stream, 'open');
  } catch (cause) {
    throw new AppError('bad_input', `Cannot read ${file}`, { cause });
  }
  let broken = 0;
  let first = true;
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    const [id = '', ...values] = (first ? line.replace(/^\ufeff/, '') : line).split('\t');
    first = false;
    if (id !== '' && values.length >= columns) yield { id, values };
    else if (line.trim() !== '') broken++;
  }
  if (broken > 0) process.stderr.write(`${file}: ${broken} lines left out, they have too few columns\n`);
}
