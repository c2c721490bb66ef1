import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type LinkRow, tidyRow } from '../../domain/row.ts';
import { AppError } from '../../errors.ts';

/** One line of a rows file. @throws AppError `bad_input` when it is not a JSON object with an id. */
export function readLinkRow(line: string): LinkRow {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new AppError('bad_input', `Not JSON: ${line.slice(0, 80)}`, { cause });
  }
  const raw = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const id = typeof raw.id === 'string' || typeof raw.id === 'number' ? String(raw.id) : '';
  if (id === '') throw new AppError('bad_input', `A row without an id: ${line.slice(0, 80)}`);
  return { ...tidyRow(raw), id };
}

export type FileSize = { lines: number; bytes: number };

/** How many lines and bytes a file has. */
export async function sizeOf(file: string): Promise<FileSize> {
  let lines = 0;
  let bytes = 0;
  for await (const chunk of createReadStream(file)) {
    bytes += (chunk as Buffer).length;
    for (const byte of chunk as Buffer) if (byte === NEW_LINE) lines += 1;
  }
  return { lines, bytes };
}

const NEW_LINE = 10;

/** The lines of an NDJSON file in batches, empty lines left out. */
export async function* lineBatches(file: string, size: number): AsyncGenerator<string[]> {
  let batch: string[] = [];
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    batch.push(line);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
