import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { startWorker } from '../worker-thread.ts';
import { memoryForWork } from './link/memory.ts';
import type { FromWork, LinkTask } from './link/messages.ts';
import { sizeOf } from './link/rows.ts';

const USAGE = 'Usage: npm run --silent link -- SOLDIERS.ndjson REQUESTS.ndjson [--threads N] [--weights FILE]';

function progress(text: string): void {
  process.stderr.write(process.stderr.isTTY ? `\r${text}` : `${text}\n`);
}

function hear(message: FromWork): void {
  if (message.kind === 'progress') progress(message.text);
  else if (message.kind === 'done') process.stderr.write(`${JSON.stringify(message.summary)}\n`);
  else {
    process.stderr.write(`${message.message}\n`);
    process.exitCode = 1;
  }
}

/** All work is done in a thread whose memory is limited; the answers go to our output from there. */
async function link(task: LinkTask): Promise<void> {
  const limit = memoryForWork(task.size);
  const worker = startWorker(import.meta.url, './link/work', {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: limit },
  });
  worker.on('message', hear);
  await once(worker, 'exit');
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { threads: { type: 'string' }, weights: { type: 'string' } },
});
const [soldiers, requests] = positionals;
const threads = Number(values.threads ?? Math.min(2, availableParallelism()));
if (soldiers === undefined || requests === undefined || !Number.isInteger(threads) || threads < 1) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else await link({ soldiers, size: await sizeOf(soldiers), requests, threads, weightsFile: values.weights });
