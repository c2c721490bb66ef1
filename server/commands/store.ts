import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '../errors.ts';
import { startEmbeddedStore } from '../store/embedded/embedded-store.ts';

/** `npm run store -- [--port N] [--data DIR]`: the embedded store alone, on loopback, until it is told to stop. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string' }, data: { type: 'string' } } });
  const place = folderFor(values.data ?? process.env.DATA_DIR);
  try {
    const store = await startEmbeddedStore(place.folder, { port: portOf(values.port) });
    process.stdout.write(`${store.uri}\n`);
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => void store.close());
    whenNpmEnds(() => void store.close());
    await store.closed;
  } finally {
    place.leave();
  }
}

/** npm hands a signal to the shell between us, which dies of it without telling: then our parent changes, and that is our signal. */
function whenNpmEnds(stop: () => void): void {
  if (process.env.npm_lifecycle_event !== 'store') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 100);
  watch.unref();
}

function portOf(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new AppError('bad_input', `--port must be a number from 0 to 65535, not "${text}"`);
  }
  return port;
}

/** The site's own data folder when one is named; else a fresh one that is removed at the end. */
function folderFor(dataDir: string | undefined): { folder: string; leave: () => void } {
  if (dataDir) return { folder: resolve(dataDir, 'store'), leave: () => {} };
  const fresh = mkdtempSync(join(tmpdir(), 'amanat-store-'));
  return { folder: fresh, leave: () => rmSync(fresh, { recursive: true, force: true }) };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
