import { Router } from 'express';
import type { Soldier } from '../domain/soldier.ts';
import type { ApiFeature } from '../http/openapi.ts';
import { parse } from '../http/parse.ts';
import type { LinkService } from './link-service.ts';
import type { SoldierLink } from './link-store.ts';
import {
  linkHistoryView,
  linkView,
  mentionParams,
  mergeBody,
  reasonBody,
  soldierParams,
  tieBody,
} from './soldier-schemas.ts';

export type LinkRouteDeps = {
  links: LinkService;
  peopleNamed: (ids: string[]) => Promise<ReadonlyMap<string, string>>;
  soldiersWith: (ids: string[]) => Promise<ReadonlyMap<string, Soldier>>;
};

/** The desk's door: which mentions are of one man, said by people and taken back by people. */
export function createLinkFeature({ links, peopleNamed, soldiersWith }: LinkRouteDeps): ApiFeature {
  const router = Router();

  router.get('/desk/soldiers/:id/links', async (req, res) => {
    const { id } = parse(req, { params: soldierParams }).params;
    const history = await links.history(req.actor, id);
    const people = history.flatMap(({ by, withdrawnBy }) => (withdrawnBy === null ? [by] : [by, withdrawnBy]));
    const [named, soldiers] = await Promise.all([
      peopleNamed([...new Set(people)]),
      soldiersWith([...new Set(history.flatMap(({ fromId, intoId }) => [fromId, intoId]))]),
    ]);
    const person = (userId: string) => ({ id: userId, name: named.get(userId) ?? userId });
    const soldier = (soldierId: string) => soldiers.get(soldierId)?.summary.name.full || soldierId;
    const items = history.map((link) => ({
      ...view(link),
      by: person(link.by),
      withdrawnBy: link.withdrawnBy === null ? null : person(link.withdrawnBy),
      fromName: soldier(link.fromId),
      intoName: soldier(link.intoId),
    }));
    res.json({ items });
  });

  router.post('/desk/mentions/:id/tie', async (req, res) => {
    const { params, body } = parse(req, { params: mentionParams, body: tieBody });
    res.status(201).json(view(await links.tie(req.actor, { mentionId: params.id, ...body })));
  });

  router.post('/desk/mentions/:id/untie', async (req, res) => {
    const { params, body } = parse(req, { params: mentionParams, body: reasonBody });
    res.json(view(await links.untie(req.actor, { mentionId: params.id, ...body })));
  });

  router.post('/desk/soldiers/:id/merge', async (req, res) => {
    const { params, body } = parse(req, { params: soldierParams, body: mergeBody });
    res.status(201).json(view(await links.merge(req.actor, { fromId: params.id, ...body })));
  });

  router.post('/desk/soldiers/:id/split', async (req, res) => {
    const { params, body } = parse(req, { params: soldierParams, body: reasonBody });
    res.json(view(await links.split(req.actor, { soldierId: params.id, ...body })));
  });

  return { router, operations };
}

function view({ at, withdrawnAt, ...link }: SoldierLink) {
  return { ...link, at: at.toISOString(), withdrawnAt: withdrawnAt?.toISOString() ?? null };
}

const said = { description: 'Who said it, when and why', schema: linkView };
const tag = 'soldiers';

const operations: ApiFeature['operations'] = [
  {
    method: 'get',
    path: '/desk/soldiers/{id}/links',
    summary: 'Who tied or merged what, newest first',
    tag,
    who: 'volunteers',
    request: { params: soldierParams },
    answers: { 200: { description: 'All of them, taken back or not', schema: linkHistoryView } },
  },
  {
    method: 'post',
    path: '/desk/mentions/{id}/tie',
    summary: 'Say that this mention is of that soldier',
    tag,
    who: 'volunteers',
    request: { params: mentionParams, body: tieBody },
    answers: { 201: said },
  },
  {
    method: 'post',
    path: '/desk/mentions/{id}/untie',
    summary: 'Take the last tie of this mention back',
    tag,
    who: 'volunteers',
    request: { params: mentionParams, body: reasonBody },
    answers: { 200: said },
  },
  {
    method: 'post',
    path: '/desk/soldiers/{id}/merge',
    summary: 'Say that two addresses are one man; this one answers 308 from now on',
    tag,
    who: 'coordinators',
    request: { params: soldierParams, body: mergeBody },
    answers: { 201: said },
  },
  {
    method: 'post',
    path: '/desk/soldiers/{id}/split',
    summary: 'Take the merge of this address back',
    tag,
    who: 'coordinators',
    request: { params: soldierParams, body: reasonBody },
    answers: { 200: said },
  },
];
