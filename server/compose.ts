import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Express } from 'express';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import type { RenderErrorPage } from './http/error-handler.ts';
import type { Readiness } from './http/health.ts';
import { createMetrics } from './http/metrics.ts';
import { createSayProblem } from './http/problem.ts';
import { closeEventStreams } from './http/sse.ts';
import { type Clock, createIds, type Random, secureRandom, systemClock } from './ids.ts';
import { createLog, type Log } from './log.ts';
import { createErrorPage } from './pages/error-page-view.tsx';
import { createFeatures } from './site/features.ts';
import { createPages, PROBLEM_TABLES } from './site/pages.ts';
import { addGauges, fillSearch, readinessOf } from './site/readiness.ts';
import { createServices, type Services } from './site/services.ts';
import { createStores, prepareIndexes, type Stores } from './site/stores.ts';
import type { World } from './site/world.ts';
import { type OpenedStore, openStore } from './store/connect.ts';

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
  clock: Clock;
  log: Log;
  app: Express;
  stores: Stores;
  services: Services;
  store: OpenedStore;
  /** For what never reaches the app: an address that is too long. */
  errorPage: RenderErrorPage;
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
  const { dataDir, mongodbUri } = config;
  const store = await openStore({ dataDir, mongodbUri, join: options.join ?? false });
  try {
    return await siteOver(store, config, options);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function siteOver(store: OpenedStore, config: Config, options: SiteOptions): Promise<Site> {
  const { clock = systemClock, random = secureRandom, log = createLog(config.logLevel) } = options;
  const world: World = { config, clock, random, log, ids: createIds(random) };
  const stores = createStores(store.connection);
  await prepareIndexes(store.connection);
  const services = await createServices(stores, world);
  let stopping = false;
  const isStopping = () => stopping;
  const readiness = async () => ({ ...(await readinessOf(store.connection, services)), stopping });
  const app = appOver(world, { stores, services, readiness, isStopping });

  const announceStop = () => {
    stopping = true;
    closeEventStreams();
  };
  return {
    config,
    clock,
    log,
    app,
    stores,
    services,
    store,
    errorPage: createErrorPage(config),
    readiness,
    startSearch: () => services.index.start(),
    async start() {
      const now = clock();
      // A store that is ours alone: whoever is still named as running a job has died with the last process.
      if (store.owner) await stores.jobs.endLeases(now);
      await stores.sessions.removeExpired(now);
      await services.mentions.redrawDue();
      await services.redrawJobs.redrawOutdated();
      await services.matchingJobs.rematchOutdated();
      void fillSearch(services, log, isStopping);
      services.runner.start();
      await services.retention.start();
      await services.uploadRound.start();
      services.mail.start();
    },
    announceStop,
    async stop() {
      announceStop();
      services.retention.stop();
      services.uploadRound.stop();
      await services.mail.stop();
      await services.runner.stop();
      await services.index.stop();
      await services.engine.close();
      await store.close();
    },
  };
}

type Parts = Pick<Site, 'stores' | 'services' | 'readiness'> & { isStopping: () => boolean };

function appOver({ config, log, ids, clock }: World, { stores, services, readiness, isStopping }: Parts): Express {
  const metrics = createMetrics();
  addGauges(metrics, stores, services);
  const say = createSayProblem(PROBLEM_TABLES);
  return createApp({
    config,
    log,
    ids,
    clock,
    metrics,
    authenticate: services.authenticate,
    readiness,
    isStopping,
    say,
    renderErrorPage: createErrorPage(config),
    features: createFeatures(services, { stores, config, say, clock }),
    pages: createPages({ services, stores, config, ids, clock }),
    deskDir: deskDir(),
  });
}

/** The built workspace: beside the sources while developing, beside the compiled server in production. */
function deskDir(): string | null {
  const places = [join(import.meta.dirname, '../dist/desk'), join(import.meta.dirname, '../desk')];
  return places.find((place) => existsSync(join(place, 'index.html'))) ?? null;
}
