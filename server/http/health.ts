import { Router } from 'express';
import type { Metrics } from './metrics.ts';

/** Whether each part can do its work now. `lag` is how many changes the index has not seen yet. */
export type Readiness = {
  store: 'up' | 'down';
  search: 'up' | 'down';
  lag: number;
  stopping: boolean;
};

export type HealthDeps = { readiness: () => Promise<Readiness>; metrics: Metrics };

/** For operators and their machines: at the root, not under /api. */
export function createHealthRouter({ readiness, metrics }: HealthDeps): Router {
  const router = Router();
  router.get('/health', (_req, res) => {
    res.set('Cache-Control', 'no-store').json({ status: 'alive' });
  });
  router.get('/ready', async (_req, res) => {
    const { store, search, lag, stopping } = await readiness();
    const ready = store === 'up' && search === 'up' && !stopping;
    res.set('Cache-Control', 'no-store');
    res
      .status(ready ? 200 : 503)
      .json({ status: ready ? 'ready' : stopping ? 'stopping' : 'not ready', store, search, lag });
  });
  router.get('/metrics', async (_req, res) => {
    res.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics.text());
  });
  return router;
}
