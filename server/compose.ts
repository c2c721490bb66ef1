import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Express } from 'express';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import type { Readiness } from './http/health.ts';
import { createMetrics } from './http/metrics.ts';
import { createSayProblem } from './http/problem.ts';
import { closeEventStreams } from './http/sse.ts';
import { type Clock, createIds, type Random, secureRandom, systemClock } from './ids.ts';
import { createLog, type Log } from './log.ts';
import { createFeatures } from './site/features.ts';
import { createPages, PROBLEM_TABLES, renderErrorPage } from './site/pages.ts';
import { createServices, type Services } from './site/services.ts';
import { createStores, prepareIndexes, type Stores } from './site/stores.ts';
import { openStore } from './store/connect.ts';

/** What a test or a command may put in the place of the real thing. */
export type SiteOptions = {
  clock?: Clock;
  random?: Random;
  log?: Log;
  /** A command beside a running site uses its store instead of refusing to start. */
  join?: boolean;
};

export type Site = {
  config: Config;
  log: Log;
  app: Express;
  stores: Stores;
  services: Services;
  store: Awaited<ReturnType<typeof openStore>>;
  readiness(): Promise<Readiness>;
  /** Begins the work in the background. Without it nothing happens unless somebody asks: as commands and tests want it. */
  start(): Promise<void>;
  /** From now on /ready answers 503 and clients are asked to go. The first step of a shutdown. */
  announceStop(): void;
  /** Gives back jobs and closes everything in order. */
  stop(): Promise<void>;
};

/** Opens the store and puts the whole site together. Listens to nothing. */
export async function createSite(config: Config, options: SiteOptions = {}): Promise<Site> {
  const { clock = systemClock, random = secureRandom, log = createLog(config.logLevel) } = options;
  const ids = createIds(random);
  const store = await openStore({
    dataDir: config.dataDir,
    mongodbUri: config.mongodbUri,
    join: options.join ?? false,
  });
  const stores = createStores(store.connection);
  await prepareIndexes(store.connection);
  const services = await createServices(stores, { config, clock, ids, random, log });

  let stopping = false;
  const readiness = () => readinessOf(store.connection, stopping);
  const metrics = createMetrics();
  const app = createApp({
    config,
    log,
    ids,
    metrics,
    authenticate: services.authenticate,
    readiness,
    isStopping: () => stopping,
    say: createSayProblem(PROBLEM_TABLES),
    renderErrorPage,
    features: createFeatures(services, config),
    pages: createPages(),
    deskDir: deskDir(),
  });

  return {
    config,
    log,
    app,
    stores,
    services,
    store,
    readiness,
    async start() {
      services.runner.start();
    },
    announceStop() {
      stopping = true;
      closeEventStreams();
    },
    async stop() {
      stopping = true;
      closeEventStreams();
      await services.runner.stop();
      await store.close();
    },
  };
}

type Connection = Awaited<ReturnType<typeof openStore>>['connection'];

/** An operator's machine asks every few seconds: an answer that takes longer than this is none. */
const PING_MS = 2_000;

async function readinessOf(connection: Connection, stopping: boolean): Promise<Readiness> {
  const store = await isUp(connection);
  return { store: store ? 'up' : 'down', search: 'up', lag: 0, stopping };
}

async function isUp(connection: Connection): Promise<boolean> {
  const answered = connection.db?.command({ ping: 1 }).then(
    () => true,
    () => false,
  );
  const late = new AbortController();
  const given = wait(PING_MS, false, { signal: late.signal, ref: false }).catch(() => false);
  const up = await Promise.race([answered ?? false, given]);
  late.abort();
  return up;
}

/** The built workspace: beside the sources while developing, beside the compiled server in production. */
function deskDir(): string | null {
  const places = [join(import.meta.dirname, '../dist/desk'), join(import.meta.dirname, '../desk')];
  return places.find((place) => existsSync(join(place, 'index.html'))) ?? null;
}
