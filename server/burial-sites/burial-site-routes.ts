import { Router } from 'express';
import type { ApiFeature } from '../http/openapi.ts';
import { decodeCursor, encodeCursor, sendPage } from '../http/paging.ts';
import { parse } from '../http/parse.ts';
import { soldierItemView } from '../soldiers/soldier-view.ts';
import { peopleQuery, siteParams, siteQuery, sitesView, siteView } from './burial-site-schemas.ts';
import type { BurialSiteService } from './burial-site-service.ts';
import { sitePageView, siteRowView } from './burial-site-view.ts';

/** The public door: burial places on a map, in a list, and who lies there. */
export function createBurialSiteFeature(sites: BurialSiteService): ApiFeature {
  const router = Router();

  router.get('/burial-sites', async (req, res) => {
    const { q, country, unknown, bbox, cursor, limit } = parse(req, { query: siteQuery }).query;
    const start = cursor === undefined ? 0 : Number(decodeCursor(cursor, 1)[0]);
    const question = { q: q || undefined, country: country || undefined, box: bbox };
    const { rows, countries } = await sites.list({ ...question, unknownOnly: unknown === '1' || unknown === 'true' });
    const next = start + limit < rows.length ? encodeCursor([start + limit]) : null;
    const items = rows.slice(start, start + limit).map(siteRowView);
    sendPage(req, res, { items, next }, { total: rows.length, countries });
  });

  router.get('/burial-sites/:id', async (req, res) => {
    const { id } = parse(req, { params: siteParams }).params;
    // No version as its ETag: the counts change with each list, the version with the facts only.
    res.json(sitePageView(await sites.get(id)));
  });

  router.get('/burial-sites/:id/soldiers', async (req, res) => {
    const { params, query } = parse(req, { params: siteParams, query: peopleQuery });
    const after = query.cursor === undefined ? undefined : String(decodeCursor(query.cursor, 1)[0]);
    const { soldiers, next } = await sites.people(params.id, { letter: query.letter, after, limit: query.limit });
    sendPage(req, res, { items: soldiers.map(soldierItemView), next: next === null ? null : encodeCursor([next]) });
  });

  return { router, operations };
}

const tag = 'burial sites';

const operations: ApiFeature['operations'] = [
  {
    method: 'get',
    path: '/burial-sites',
    summary: 'Burial places by name, region, country or box of the map',
    tag,
    request: { query: siteQuery },
    answers: { 200: { description: 'Counts are as sources give them', schema: sitesView } },
  },
  {
    method: 'get',
    path: '/burial-sites/{id}',
    summary: 'One burial place with the letters under which it has names',
    tag,
    request: { params: siteParams },
    answers: { 200: { description: 'The place', schema: siteView } },
  },
  {
    method: 'get',
    path: '/burial-sites/{id}/soldiers',
    summary: 'Who lies there, by alphabet',
    tag,
    request: { params: siteParams, query: peopleQuery },
    answers: { 200: { description: 'A page of soldiers' } },
  },
];
