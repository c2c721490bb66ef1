import { type Request, type Response, Router } from 'express';
import { tenth } from '../domain/matching/explain.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import { requireVersion, setVersion } from '../http/etag.ts';
import type { ApiFeature, ApiOperation } from '../http/openapi.ts';
import { parse } from '../http/parse.ts';
import { soldierLine } from '../requests/request-view.ts';
import type { AlikeRequest, AlikeService } from './alike-service.ts';
import type { GatheringService } from './gathering-service.ts';
import { alikeView, caseParams, gatherBody, gatheredView, recordReason } from './triage-schemas.ts';

type GatheringRouteDeps = { gatherings: GatheringService; alike: AlikeService };

function send(res: Response, { id, number, version, gathered }: SearchRequest): void {
  setVersion(res, version);
  res.json({ id, number, caseId: gathered?.caseId ?? null });
}

function alikeItem({ request, evidence, weight }: AlikeRequest) {
  const { id, number, status, gathered } = request;
  return {
    id,
    number,
    status,
    name: soldierLine(request),
    caseId: gathered?.caseId ?? null,
    weight: tenth(weight),
    evidence,
  };
}

/** The desk's door for several families of one soldier. */
export function createGatheringFeature({ gatherings, alike }: GatheringRouteDeps): ApiFeature {
  const router = Router();
  const target = (req: Request) => {
    const { id } = parse(req, { params: caseParams }).params;
    return { id, version: requireVersion(req) };
  };
  router.get('/desk/requests/:id/alike', async (req, res) => {
    const { id } = parse(req, { params: caseParams }).params;
    res.json({ items: (await alike.alike(req.actor, id)).map(alikeItem) });
  });
  router.post('/desk/requests/:id/gather', async (req, res) => {
    const { body } = parse(req, { params: caseParams, body: gatherBody });
    send(res, await gatherings.gather(req.actor, target(req), body));
  });
  router.post('/desk/requests/:id/separate', async (req, res) => {
    const { body } = parse(req, { params: caseParams, body: recordReason });
    send(res, await gatherings.separate(req.actor, target(req), body.reason));
  });
  router.post('/desk/requests/:id/meeting', async (req, res) => {
    send(res, await gatherings.askToMeet(req.actor, target(req)));
  });
  router.post('/desk/requests/:id/introduce', async (req, res) => {
    send(res, await gatherings.introduce(req.actor, target(req)));
  });
  return { router, operations };
}

const path = '/desk/requests/{id}';
const common = { tag: 'desk', request: { params: caseParams } } as const;
const done = { 200: { description: 'The request', schema: gatheredView } };
const DESK = 'volunteers, coordinators, admins';
const LEADS = 'coordinators, admins';

const operations: ApiOperation[] = [
  {
    ...common,
    method: 'get',
    path: `${path}/alike`,
    who: DESK,
    summary: 'Other requests that may ask for the same soldier',
    answers: { 200: { description: 'Likeliest first', schema: alikeView } },
  },
  {
    ...common,
    method: 'post',
    path: `${path}/gather`,
    who: DESK,
    summary: 'Say that it asks for the same soldier as another one: they are worked on together',
    versioned: true,
    request: { params: caseParams, body: gatherBody },
    answers: done,
  },
  {
    ...common,
    method: 'post',
    path: `${path}/separate`,
    who: DESK,
    summary: 'Take it out of its case again',
    versioned: true,
    request: { params: caseParams, body: recordReason },
    answers: done,
  },
  {
    ...common,
    method: 'post',
    path: `${path}/meeting`,
    who: LEADS,
    summary: 'Ask the families of the case whether they want to meet',
    versioned: true,
    answers: done,
  },
  {
    ...common,
    method: 'post',
    path: `${path}/introduce`,
    who: LEADS,
    summary: 'Introduce the families that agreed to each other',
    versioned: true,
    answers: done,
  },
];
