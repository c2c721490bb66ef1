import { Router } from 'express';
import type { ApiFeature } from '../http/openapi.ts';
import { sendPage } from '../http/paging.ts';
import { parse } from '../http/parse.ts';
import { divisionParams, divisionsQuery, divisionsView, divisionView } from './division-schemas.ts';
import type { DivisionService } from './division-service.ts';
import { divisionPageView, divisionRowView } from './division-view.ts';

/** The public door: divisions formed in Kazakhstan and their paths. */
export function createDivisionFeature(divisions: DivisionService): ApiFeature {
  const router = Router();

  router.get('/divisions', async (req, res) => {
    parse(req, { query: divisionsQuery });
    const rows = await divisions.list();
    sendPage(req, res, { items: rows.map(divisionRowView), next: null });
  });

  router.get('/divisions/:id', async (req, res) => {
    const { id } = parse(req, { params: divisionParams }).params;
    res.json(divisionPageView(await divisions.get(id)));
  });

  return { router, operations };
}

const tag = 'divisions';

const operations: ApiFeature['operations'] = [
  {
    method: 'get',
    path: '/divisions',
    summary: 'Divisions and brigades formed in Kazakhstan',
    tag,
    request: { query: divisionsQuery },
    answers: { 200: { description: 'All of them', schema: divisionsView } },
  },
  {
    method: 'get',
    path: '/divisions/{id}',
    summary: 'One division with its path',
    tag,
    request: { params: divisionParams },
    answers: { 200: { description: 'The division', schema: divisionView } },
  },
];
