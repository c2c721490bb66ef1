import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedDemo } from '../../seed/demo.ts';
import { createSite, type Site } from '../../server/compose.ts';
import { loadConfig } from '../../server/config.ts';
import { serve } from '../../server/serve.ts';
import { TEST_ENVIRONMENT } from '../site.ts';
import { closeBrowser, findChromium } from './chromium.ts';

export type DemoSite = { url: string; site: Site };

type Running = DemoSite & { close(): Promise<void> };

let shared: Promise<Running> | null = null;

/**
 * The demo as a visitor gets it, started once for all browser tests, listening on a free port. Without a browser the tests
 * are pending and say so; with REQUIRE_SERVICES=1 they fail.
 */
export async function startDemo(suite: Mocha.Context): Promise<DemoSite> {
  suite.timeout(120_000);
  if (findChromium() === null) {
    if (process.env.REQUIRE_SERVICES === '1') throw new Error('REQUIRE_SERVICES=1, and there is no Chromium');
    process.stderr.write('  pending: no Chromium on this machine (install it, or set CHROMIUM to its path)\n');
    suite.skip();
  }
  shared ??= start();
  return shared;
}

async function start(): Promise<Running> {
  const dataDir = await mkdtemp(join(tmpdir(), 'amanat-browser-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = {
    ...TEST_ENVIRONMENT,
    DATA_DIR: dataDir,
    PORT: String(port),
    PUBLIC_URL: url,
    HELP_PHONE: '+7 700 000 00 00',
  };
  const site = await createSite(loadConfig(env, 'demo'));
  await seedDemo(site);
  const serving = await serve(site);
  await ready(url);
  return {
    url,
    site,
    async close() {
      await serving.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** As an operator's probe does: until then pages say that the search is not there yet. */
async function ready(url: string): Promise<void> {
  while (!(await fetch(`${url}/ready`)).ok) await new Promise<void>((resolve) => setImmediate(resolve));
}

/** The addresses in the pages carry the port, so it has to be known before the site is put together. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

after('stop the browser and the demo', async function () {
  this.timeout(60_000);
  await closeBrowser();
  await (await shared)?.close();
});
