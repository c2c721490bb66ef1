import { type Request, type Response, Router } from 'express';
import type { Memory } from '../domain/memory.ts';
import { requireVersion, setVersion } from '../http/etag.ts';
import type { ApiFeature, ApiOperation } from '../http/openapi.ts';
import { sendPage } from '../http/paging.ts';
import { parse } from '../http/parse.ts';
import {
  giverView,
  memoryPageView,
  memoryParams,
  memoryQuery,
  memoryView,
  refuseBody,
  showBody,
  shownMemoriesView,
  soldierParams,
} from './memory-schemas.ts';
import type { MemoryService } from './memory-service.ts';
import { memoryItem, shownMemoryView } from './memory-view.ts';
import type { ModerationService } from './moderation-service.ts';

export type MemoryFeatureDeps = {
  memories: MemoryService;
  moderation: ModerationService;
  /** The address that answers for a soldier and those merged into him. */
  addressesOf: (soldierId: string) => Promise<string[]>;
  peopleNamed: (ids: string[]) => Promise<ReadonlyMap<string, string>>;
  soldiersNamed: (ids: string[]) => Promise<ReadonlyMap<string, string>>;
};

export function createMemoryFeature(deps: MemoryFeatureDeps): ApiFeature {
  const { memories, moderation } = deps;
  const router = Router();
  const target = (req: Request, id: string) => ({ id, version: requireVersion(req) });

  router.get('/soldiers/:id/memories', async (req, res) => {
    const { id } = parse(req, { params: soldierParams }).params;
    const shown = await memories.shownOf(await deps.addressesOf(id));
    res.json({ items: shown.map(shownMemoryView) });
  });
  router.get('/desk/memories', async (req, res) => {
    const { state, cursor, limit } = parse(req, { query: memoryQuery }).query;
    const { items, next } = await moderation.list(req.actor, state, cursor ?? null, limit);
    sendPage(req, res, { items: await namedItems(deps, items), next });
  });
  router.get('/desk/memories/:id', async (req, res) => {
    const { id } = parse(req, { params: memoryParams }).params;
    await sendMemory(deps, res, await moderation.get(req.actor, id));
  });
  router.get('/desk/memories/:id/giver', async (req, res) => {
    const { id } = parse(req, { params: memoryParams }).params;
    res.json(await moderation.giver(req.actor, id));
  });
  router.post('/desk/memories/:id/show', async (req, res) => {
    const { params, body } = parse(req, { params: memoryParams, body: showBody });
    await sendMemory(deps, res, await moderation.show(req.actor, target(req, params.id), body.photographs));
  });
  router.post('/desk/memories/:id/refuse', async (req, res) => {
    const { params, body } = parse(req, { params: memoryParams, body: refuseBody });
    await sendMemory(deps, res, await moderation.refuse(req.actor, target(req, params.id), body.refusal));
  });
  return { router, operations };
}

async function namedItems({ peopleNamed, soldiersNamed }: MemoryFeatureDeps, found: readonly Memory[]) {
  const people = found.flatMap(({ decidedBy }) => (decidedBy === null ? [] : [decidedBy]));
  const names = {
    people: await peopleNamed([...new Set(people)]),
    soldiers: await soldiersNamed([...new Set(found.map(({ soldierId }) => soldierId))]),
  };
  return found.map((memory) => memoryItem(memory, names));
}

async function sendMemory(deps: MemoryFeatureDeps, res: Response, memory: Memory): Promise<void> {
  setVersion(res, memory.version);
  res.json((await namedItems(deps, [memory]))[0]);
}

const tag = 'memories';
const who = 'coordinators, admins';
const one = { 200: { description: 'The memory', schema: memoryView } };
const operations: ApiOperation[] = [
  {
    method: 'get',
    path: '/soldiers/{id}/memories',
    summary: 'Photographs and words of families about a soldier, as far as they are shown',
    tag,
    request: { params: soldierParams },
    answers: { 200: { description: 'Oldest first', schema: shownMemoriesView } },
  },
  {
    method: 'get',
    path: '/desk/memories',
    summary: 'What families left, by state; who waits longest comes first',
    tag,
    who,
    request: { query: memoryQuery },
    answers: { 200: { description: 'A page of memories', schema: memoryPageView } },
  },
  {
    method: 'get',
    path: '/desk/memories/{id}',
    summary: 'One memory',
    tag,
    who,
    request: { params: memoryParams },
    answers: one,
  },
  {
    method: 'get',
    path: '/desk/memories/{id}/giver',
    summary: 'Who left it; each reading is written down',
    tag,
    who,
    request: { params: memoryParams },
    answers: { 200: { description: 'Name, and how to reach her', schema: giverView.nullable() } },
  },
  {
    method: 'post',
    path: '/desk/memories/{id}/show',
    summary: 'Show it beside the record, with all photographs or some',
    tag,
    who,
    versioned: true,
    request: { params: memoryParams, body: showBody },
    answers: one,
  },
  {
    method: 'post',
    path: '/desk/memories/{id}/refuse',
    summary: 'Keep it off the page, or take it off; the family is told why',
    tag,
    who,
    versioned: true,
    request: { params: memoryParams, body: refuseBody },
    answers: one,
  },
];
