import { Router } from 'express';
import type { ApiFeature } from '../http/openapi.ts';
import { statisticsSchema } from './statistics-schemas.ts';
import type { StatisticsService } from './statistics-service.ts';

/** The public door: how much there is, and what became of the requests. */
export function createStatisticsFeature(statistics: StatisticsService): ApiFeature {
  const router = Router();
  router.get('/statistics', async (_req, res) => {
    const { at, lists, ...numbers } = await statistics.read();
    const shown = lists.map(({ lastAt, ...list }) => ({ ...list, lastAt: lastAt.toISOString() }));
    res.json({ at: at.toISOString(), ...numbers, lists: shown });
  });
  return {
    router,
    operations: [
      {
        method: 'get',
        path: '/statistics',
        summary: 'Records kept, requests received and answered, waiting times',
        tag: 'statistics',
        answers: { 200: { description: 'Counted at most a minute ago', schema: statisticsSchema } },
      },
    ],
  };
}
