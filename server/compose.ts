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
import { createLog, errorFields, type Log } from './log.ts';
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
  /** Fills the search index if it is empty, and follows the store from then on. Part of `start`. */
  startSearch(): Promise<void>;
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
  const readiness = async (): Promise<Readiness> => ({
    store: (await isUp(store.connection)) ? 'up' : 'down',
    ...(await searchReadiness(services)),
    stopping,
  });
  const metrics = createMetrics();
  const say = createSayProblem(PROBLEM_TABLES);
  const app = createApp({
    config,
    log,
    ids,
    metrics,
    authenticate: services.authenticate,
    readiness,
    isStopping: () => stopping,
    say,
    renderErrorPage,
    features: createFeatures(services, { stores, config, say, clock }),
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
    startSearch: () => services.index.start(),
    async start() {
      await services.mentions.redrawDue();
      void fillSearch(services, log, () => stopping);
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
      await services.index.stop();
      await services.engine.close();
      await store.close();
    },
  };
}

const FILL_AGAIN_MS = 5_000;

/** A search that is down must not keep the site from answering: until it is filled, pages and API say so with 503. */
async function fillSearch({ index }: Services, log: Log, isStopping: () => boolean): Promise<void> {
  while (!isStopping()) {
    try {
      await index.start();
      return;
    } catch (error) {
      log.error(errorFields(error), 'the search index could not be filled');
      await wait(FILL_AGAIN_MS, undefined, { ref: false });
    }
  }
}

type Connection = Awaited<ReturnType<typeof openStore>>['connection'];

/** An operator's machine asks every few seconds: an answer that takes longer than this is none. */
const PING_MS = 2_000;

async function searchReadiness({ index, engine }: Services): Promise<Pick<Readiness, 'search' | 'lag'>> {
  try {
    const [{ ready }, lag] = await Promise.all([engine.state(), index.lag()]);
    return { search: ready && index.ready() ? 'up' : 'down', lag };
  } catch {
    return { search: 'down', lag: 0 };
  }
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
