import { Router } from 'express';
import type { ApiFeature } from '../http/openapi.ts';
import { parse } from '../http/parse.ts';
import {
  compareQuery,
  comparisonView,
  findQuery,
  knownSoldiersView,
  soldierDeskParams,
} from './soldier-desk-schemas.ts';
import type { SoldierDeskService } from './soldier-desk-service.ts';
import { comparisonItem, knownSoldierItem } from './soldier-desk-view.ts';

/** The desk's look at soldiers, those of painful papers too. */
export function createSoldierDeskFeature(soldiers: SoldierDeskService): ApiFeature {
  const router = Router();
  router.get('/desk/soldiers', async (req, res) => {
    const { q } = parse(req, { query: findQuery }).query;
    res.json({ items: (await soldiers.find(req.actor, q)).map(knownSoldierItem) });
  });
  router.get('/desk/soldiers/:id/compare', async (req, res) => {
    const { params, query } = parse(req, { params: soldierDeskParams, query: compareQuery });
    const evidence = await soldiers.compare(req.actor, { id: params.id, otherId: query.with });
    res.json(comparisonItem(evidence));
  });
  return { router, operations };
}

const common = { method: 'get', tag: 'desk', who: 'volunteers, coordinators, admins' } as const;

const operations: ApiFeature['operations'] = [
  {
    ...common,
    path: '/desk/soldiers',
    summary: 'Soldiers by a name in any script or by the address of a page, those of painful papers too',
    request: { query: findQuery },
    answers: { 200: { description: 'Nearest first, twenty at most', schema: knownSoldiersView } },
  },
  {
    ...common,
    path: '/desk/soldiers/{id}/compare',
    summary: 'What speaks for and against two soldiers being one man',
    request: { params: soldierDeskParams, query: compareQuery },
    answers: { 200: { description: 'Each kind of evidence, and the sum in bits', schema: comparisonView } },
  },
];
