import { Router } from 'express';
import { setVersion } from '../http/etag.ts';
import type { ApiFeature } from '../http/openapi.ts';
import { decodeCursor, encodeCursor, sendPage } from '../http/paging.ts';
import { parse } from '../http/parse.ts';
import type { SearchService } from '../search/search-service.ts';
import { foundSoldiersView, questionOf, soldierPageSchema, soldierParams, soldierQuery } from './soldier-schemas.ts';
import type { SoldierService } from './soldier-service.ts';
import { foundView, searchView, soldierPageView } from './soldier-view.ts';

export type SoldierFeatureDeps = { soldiers: SoldierService; search: SearchService };

/** The public door: search and memorial pages as data. */
export function createSoldierFeature({ soldiers, search }: SoldierFeatureDeps): ApiFeature {
  const router = Router();

  router.get('/soldiers', async (req, res) => {
    const { cursor, limit, ...typed } = parse(req, { query: soldierQuery }).query;
    const position = cursor === undefined ? undefined : String(decodeCursor(cursor, 1)[0]);
    const result = await search.search(questionOf(typed), { cursor: position, limit });
    const next = result.next === null ? null : encodeCursor([result.next]);
    sendPage(req, res, { items: result.items.map(foundView), next }, searchView(result));
  });

  router.get('/soldiers/:id', async (req, res) => {
    const { id } = parse(req, { params: soldierParams }).params;
    const found = await soldiers.getPage(id, { actor: req.actor });
    if (found.kind === 'moved') {
      res.redirect(308, `/api/soldiers/${found.to}`);
      return;
    }
    setVersion(res, found.page.soldier.version);
    res.json(soldierPageView(found.page));
  });

  return { router, operations };
}

const operations: ApiFeature['operations'] = [
  {
    method: 'get',
    path: '/soldiers',
    summary: 'Find soldiers by name in any script, or by what is known of them',
    tag: 'soldiers',
    request: { query: soldierQuery },
    answers: { 200: { description: 'Best first, each with the reasons why he was found', schema: foundSoldiersView } },
  },
  {
    method: 'get',
    path: '/soldiers/{id}',
    summary: 'The memorial page as data: each fact with the mentions it rests on',
    tag: 'soldiers',
    request: { params: soldierParams },
    answers: {
      200: { description: 'What this reader may see', schema: soldierPageSchema },
      308: { description: 'Found to be the same man as another: his page is there' },
      404: { description: 'Nobody has this address' },
      410: { description: 'The documents the page rested on were withdrawn' },
    },
  },
];
