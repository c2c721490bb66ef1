import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import type { Readiness } from '../http/health.ts';
import type { Metrics } from '../http/metrics.ts';
import { errorFields, type Log } from '../log.ts';
import type { Services } from './services.ts';
import type { Stores } from './stores.ts';

/** An operator's machine asks every few seconds: an answer that takes longer than this is none. */
const PING_MS = 2_000;
const FILL_AGAIN_MS = 5_000;

export async function readinessOf(connection: Connection, services: Services): Promise<Omit<Readiness, 'stopping'>> {
  const [store, search] = await Promise.all([isUp(connection), searchReadiness(services)]);
  return { store: store ? 'up' : 'down', ...search };
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

async function searchReadiness({ index, engine }: Services): Promise<Pick<Readiness, 'search' | 'lag'>> {
  try {
    const [{ ready }, lag] = await Promise.all([engine.state(), index.lag()]);
    return { search: ready && index.ready() ? 'up' : 'down', lag };
  } catch {
    return { search: 'down', lag: 0 };
  }
}

/** A search that is down must not keep the site from answering: until it is filled, pages and API say so with 503. */
export async function fillSearch({ index }: Services, log: Log, isStopping: () => boolean): Promise<void> {
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

/** What an operator watches besides the requests. */
export function addGauges(metrics: Metrics, stores: Stores, { index, engine }: Services): void {
  const jobs = async (state: 'queued' | 'failed') => (await stores.jobs.countByState())[state];
  metrics.gauge({ name: 'amanat_jobs_queued', help: 'Jobs that wait', read: () => jobs('queued') });
  metrics.gauge({ name: 'amanat_jobs_failed', help: 'Jobs that failed for good', read: () => jobs('failed') });
  metrics.gauge({
    name: 'amanat_letters_waiting',
    help: 'Letters that no mail server has taken yet',
    read: () => stores.letters.countWaiting(),
  });
  metrics.gauge({ name: 'amanat_index_lag', help: 'Changes the search has not seen yet', read: () => index.lag() });
  metrics.gauge({
    name: 'amanat_index_documents',
    help: 'Soldiers in the search index',
    read: async () => (await engine.state()).documents,
  });
}
