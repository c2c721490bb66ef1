import { type Request, type Response, Router } from 'express';
import { demand } from '../domain/roles.ts';
import { MOST_SITE_PHOTOGRAPHS, type SiteAddition } from '../domain/site-addition.ts';
import type { ReceiveFiles } from '../files/receive-files.ts';
import { requireVersion, setVersion } from '../http/etag.ts';
import type { ApiFeature, ApiOperation } from '../http/openapi.ts';
import { sendPage } from '../http/paging.ts';
import { parse, parseValue } from '../http/parse.ts';
import {
  additionPageView,
  additionParams,
  additionQuery,
  additionView,
  newAdditionFields,
  showAdditionBody,
} from './site-addition-schemas.ts';
import type { SiteAdditionService } from './site-addition-service.ts';
import { additionItem } from './site-addition-view.ts';

export type SiteAdditionFeatureDeps = {
  siteAdditions: SiteAdditionService;
  receiveFiles: ReceiveFiles;
  fileBytes: number;
  peopleNamed: (ids: string[]) => Promise<ReadonlyMap<string, string>>;
};

/** Who looks after burial places and photographs of them: bringing them at the desk, and letting them through. */
export function createSiteAdditionFeature(deps: SiteAdditionFeatureDeps): ApiFeature {
  const { siteAdditions } = deps;
  const router = Router();
  const target = (req: Request, id: string) => ({ id, version: requireVersion(req) });

  router.get('/desk/site-additions', async (req, res) => {
    const { state, cursor, limit } = parse(req, { query: additionQuery }).query;
    const { items, next } = await siteAdditions.list(req.actor, { state, after: cursor ?? null, limit });
    sendPage(req, res, { items: await named(deps, items), next });
  });
  router.post('/desk/site-additions', async (req, res) => {
    // Before anything is written: files of somebody without the right are not even received.
    demand(req.actor, 'site.add');
    const limits = { field: 'files', files: MOST_SITE_PHOTOGRAPHS, fileBytes: deps.fileBytes };
    const received = await deps.receiveFiles(req, res, limits);
    try {
      const fields = parseValue(received.fields, newAdditionFields);
      const files = received.files.filter((file) => file.bytes > 0);
      res.status(201);
      await sendAddition(deps, res, await siteAdditions.add(req.actor, fields, files));
    } finally {
      await received.discard();
    }
  });
  router.post('/desk/site-additions/:id/show', async (req, res) => {
    const { params, body } = parse(req, { params: additionParams, body: showAdditionBody });
    await sendAddition(deps, res, await siteAdditions.show(req.actor, target(req, params.id), body.photographs));
  });
  router.post('/desk/site-additions/:id/refuse', async (req, res) => {
    const { params } = parse(req, { params: additionParams });
    await sendAddition(deps, res, await siteAdditions.refuse(req.actor, target(req, params.id)));
  });
  return { router, operations };
}

async function named({ peopleNamed, siteAdditions }: SiteAdditionFeatureDeps, found: readonly SiteAddition[]) {
  const people = await peopleNamed([...new Set(found.map(({ addedBy }) => addedBy))]);
  const instead = await siteAdditions.toldInstead(found);
  return found.map((addition) => additionItem(addition, { people, instead: instead.get(addition.id) ?? null }));
}

async function sendAddition(deps: SiteAdditionFeatureDeps, res: Response, addition: SiteAddition): Promise<void> {
  setVersion(res, addition.version);
  res.json((await named(deps, [addition]))[0]);
}

const tag = 'burial sites';
const who = 'coordinators, admins';
const one = { 200: { description: 'The addition', schema: additionView } };
const operations: ApiOperation[] = [
  {
    method: 'get',
    path: '/desk/site-additions',
    summary: 'Who looks after burial places and photographs of them, by state; who waits longest comes first',
    tag,
    who,
    request: { query: additionQuery },
    answers: { 200: { description: 'A page of additions', schema: additionPageView } },
  },
  {
    method: 'post',
    path: '/desk/site-additions',
    summary: 'Tell who looks after a burial place, or bring photographs of it; a coordinator looks at it first',
    tag,
    who: 'volunteers, coordinators, admins',
    request: { body: newAdditionFields },
    multipart: 'The fields as they are, and up to six photographs as `files`',
    answers: { 201: { description: 'The addition', schema: additionView } },
  },
  {
    method: 'post',
    path: '/desk/site-additions/{id}/show',
    summary: 'Show it on the page of the place, with all photographs or some',
    tag,
    who,
    versioned: true,
    request: { params: additionParams, body: showAdditionBody },
    answers: one,
  },
  {
    method: 'post',
    path: '/desk/site-additions/{id}/refuse',
    summary: 'Keep it off the page, or take it off again; its photographs are erased, final',
    tag,
    who,
    versioned: true,
    request: { params: additionParams },
    answers: one,
  },
];
