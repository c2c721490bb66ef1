import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { createSite, type Site } from '../server/compose.ts';
import { loadConfig } from '../server/config.ts';
import type { Actor, Role } from '../server/domain/roles.ts';
import { createLog } from '../server/log.ts';
import { type OpenedStore, openStore } from '../server/store/connect.ts';

/** A clock that stands still until a test moves it. */
export type TestClock = { (): Date; set(at: string): void; advance(seconds: number): void };

export const START = '2026-03-01T09:00:00.000Z';

export function createTestClock(start = START): TestClock {
  let now = new Date(start);
  const clock = () => new Date(now);
  clock.set = (at: string) => {
    now = new Date(at);
  };
  clock.advance = (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1000);
  };
  return clock;
}

/** Bytes that look random, differ each time and are the same in every run. */
export function countedRandom(): (size: number) => Uint8Array {
  let count = 0;
  return (size) => {
    count += 1;
    const bytes = new Uint8Array(size);
    new DataView(bytes.buffer).setUint32(0, count);
    return bytes;
  };
}

export const PASSWORD = 'a long enough password';

export const TEST_ENVIRONMENT = {
  PORT: '0',
  PUBLIC_URL: 'http://localhost:3000',
  JWT_SECRET: 'a secret of forty characters for the tests only',
  CONTACT_KEY: Buffer.alloc(32, 7).toString('base64'),
  LOG_LEVEL: 'silent',
  SEARCHES_PER_MINUTE: '100000',
  FAILED_SIGN_INS_PER_QUARTER_HOUR: '100000',
  REQUESTS_PER_HOUR: '100000',
};

/** Tests act as the operator of the machine where no person matters. */
export const OPERATOR: Actor = { id: 'operator', role: 'admin' };

export type TestSite = Site & {
  clock: TestClock;
  dataDir: string;
  /** Everything that was logged, one parsed line each. */
  logged: Record<string, unknown>[];
  http: ReturnType<typeof supertest>;
  /** Opens an account (partners: `partnerId`) and signs it in. */
  signIn(role: Exclude<Role, 'relative'>, partnerId?: string): Promise<{ token: string; actor: Actor; email: string }>;
  close(): Promise<void>;
};

type Options = {
  env?: Record<string, string>;
  /** Opens the embedded store of this folder instead, to close and open it again. */
  dataDir?: string;
  /** False leaves the search as it is before the first filling. */
  searching?: boolean;
};

/** One embedded store for all tests of a run: starting its thread takes longer than most tests. */
let shared: Promise<OpenedStore & { folder: string }> | null = null;

async function startShared() {
  const folder = await mkdtemp(join(tmpdir(), 'amanat-store-'));
  return { ...(await openStore({ dataDir: folder })), folder };
}

after('stop the shared store', async () => {
  const store = await shared;
  await store?.close();
  if (store) await rm(store.folder, { recursive: true, force: true });
});

/**
 * The whole site over an empty database of its own: in the embedded store, or on the server that MONGODB_URI names.
 * Nothing listens and nothing runs in the background; `site.services.runner.drain()` runs what was queued.
 */
export async function openTestSite({ env = {}, dataDir, searching = true }: Options = {}): Promise<TestSite> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'amanat-test-')));
  const clock = createTestClock();
  const logged: Record<string, unknown>[] = [];
  const log = createLog('debug', { write: (line: string) => logged.push(JSON.parse(line)) });
  const server = dataDir ? {} : { MONGODB_URI: newDatabase(process.env.MONGODB_URI ?? (await sharedUri())) };
  const config = loadConfig({ ...TEST_ENVIRONMENT, DATA_DIR: folder, ...server, ...env });
  const site = await createSite(config, { clock, random: countedRandom(), log });
  if (searching) await site.startSearch();
  return {
    ...site,
    clock,
    dataDir: folder,
    logged,
    http: supertest(site.app),
    signIn: (role, partnerId) => signIn(site, role, partnerId),
    async close() {
      if (config.mongodbUri && site.store.connection.readyState === 1) await site.store.connection.dropDatabase();
      await site.stop();
      if (!dataDir) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function signIn(site: Site, role: Exclude<Role, 'relative'>, partnerId?: string) {
  const { users, sessions } = site.services;
  const email = `${role}-${randomBytes(4).toString('hex')}@example.net`;
  const user = await users.create(OPERATOR, { email, displayName: role, role, partnerId, password: PASSWORD });
  const { accessToken } = await sessions.signIn(email, PASSWORD);
  const actor: Actor = partnerId ? { id: user.id, role, partnerId } : { id: user.id, role };
  return { token: accessToken, actor, email };
}

async function sharedUri(): Promise<string> {
  shared ??= startShared();
  return (await shared).uri;
}

function newDatabase(uri: string): string {
  const url = new URL(uri);
  url.pathname = `/amanat-test-${randomBytes(6).toString('hex')}`;
  return url.toString();
}
