import { type Request, type Response, Router } from 'express';
import type { Decision } from '../domain/matching/candidate.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import type { Soldier } from '../domain/soldier.ts';
import type { FileService } from '../files/file-service.ts';
import { requireVersion, setVersion } from '../http/etag.ts';
import type { ApiFeature } from '../http/openapi.ts';
import { decodeCursor, encodeCursor, sendPage } from '../http/paging.ts';
import { parse } from '../http/parse.ts';
import type { Clock } from '../ids.ts';
import type { Case, CaseService } from './case-service.ts';
import type { DecisionMade, DecisionService } from './decision-service.ts';
import type { GatheringService } from './gathering-service.ts';
import { MESSAGE_TEMPLATES } from './message-templates.ts';
import type { PairService } from './pair-service.ts';
import type { PlaceMapService } from './place-map-service.ts';
import type { QueueService } from './queue-service.ts';
import { triageOperations } from './triage-operations.ts';
import {
  candidateParams,
  candidatesQuery,
  caseParams,
  closeBody,
  decisionBody,
  decisionParams,
  messageBody,
  noteBody,
  objectionBody,
  queueQuery,
  reopenBody,
  searchBody,
  withdrawalBody,
} from './triage-schemas.ts';
import {
  candidateItem,
  caseItem,
  type DrawMap,
  decisionItem,
  type Lookup,
  pairItem,
  placeMapItem,
  queueItem,
} from './triage-view.ts';

export type TriageRouteDeps = {
  queue: QueueService;
  cases: CaseService;
  decisions: DecisionService;
  pairs: PairService;
  gatherings: Pick<GatheringService, 'casesOf'>;
  placeMaps: PlaceMapService;
  drawMap: DrawMap;
  files: FileService;
  clock: Clock;
  peopleNamed: (ids: string[]) => Promise<ReadonlyMap<string, string>>;
  soldiersWith: (ids: string[]) => Promise<ReadonlyMap<string, Soldier>>;
};

const peopleOf = ({ by, confirmedBy, objection, formerObjections, withdrawnBy }: Decision): (string | null)[] => [
  by,
  confirmedBy,
  objection?.by ?? null,
  ...formerObjections.map((former) => former.by),
  withdrawnBy,
];

type Wanted = { people?: (string | null)[]; soldiers?: string[]; requests?: SearchRequest[] };

async function lookup(deps: TriageRouteDeps, { people = [], soldiers = [], requests = [] }: Wanted): Promise<Lookup> {
  const cases = await deps.gatherings.casesOf(requests);
  const holders = [...requests, ...[...cases.values()].flat()].map((request) => request.assignee);
  const ids = [...new Set([...people, ...holders].filter((id) => id !== null))];
  const [named, found] = await Promise.all([deps.peopleNamed(ids), deps.soldiersWith([...new Set(soldiers)])]);
  return { people: named, soldiers: found, cases, now: deps.clock() };
}

async function sendCase(deps: TriageRouteDeps, res: Response, found: Case): Promise<void> {
  const { request, decisions, papers } = found;
  const view = await lookup(deps, {
    people: [request.gathered?.by ?? null, ...decisions.flatMap(peopleOf), ...papers.map((paper) => paper.by)],
    soldiers: decisions.map((decision) => decision.soldierId),
    requests: [request],
  });
  const files = await deps.files.listOf({ kind: 'request', id: request.id });
  setVersion(res, request.version);
  res.json(caseItem(found, files, view));
}

async function sendRequest(deps: TriageRouteDeps, res: Response, request: SearchRequest): Promise<void> {
  const view = await lookup(deps, { requests: [request] });
  setVersion(res, request.version);
  res.json(queueItem(request, view));
}

async function sendDecision(deps: TriageRouteDeps, res: Response, { decision, request }: DecisionMade): Promise<void> {
  const view = await lookup(deps, { people: peopleOf(decision), soldiers: [decision.soldierId] });
  setVersion(res, request.version);
  res.json(decisionItem(decision, view));
}

function queueRoutes(router: Router, deps: TriageRouteDeps): void {
  router.get('/desk/requests', async (req, res) => {
    const { filter, cursor, ...question } = parse(req, { query: queueQuery }).query;
    const [number, probability] = cursor === undefined ? [] : decodeCursor(cursor, 2).map(Number);
    const after = number === undefined ? null : { number, probability: probability ?? -1 };
    const { items, next } = await deps.queue.list(req.actor, { ...question, queue: filter, after });
    const view = await lookup(deps, { requests: items });
    sendPage(req, res, {
      items: items.map((item) => queueItem(item, view)),
      next: next === null ? null : encodeCursor([next.number, next.probability]),
    });
  });
  router.get('/desk/queues', async (req, res) => {
    res.json({ items: await deps.queue.counts(req.actor) });
  });
  router.post('/desk/requests/:id/claim', async (req, res) => {
    const { id } = parse(req, { params: caseParams }).params;
    await sendRequest(deps, res, await deps.queue.claim(req.actor, id));
  });
  router.post('/desk/requests/:id/release', async (req, res) => {
    const { id } = parse(req, { params: caseParams }).params;
    await sendRequest(deps, res, await deps.queue.release(req.actor, id));
  });
}

function caseRoutes(router: Router, deps: TriageRouteDeps): void {
  const { cases } = deps;
  const target = (req: Request, id: string) => ({ id, version: requireVersion(req) });
  router.get('/desk/requests/:id', async (req, res) => {
    const { id } = parse(req, { params: caseParams }).params;
    await sendCase(deps, res, await cases.get(req.actor, id));
  });
  router.get('/desk/requests/:id/candidates', async (req, res) => {
    const { params, query } = parse(req, { params: caseParams, query: candidatesQuery });
    const found = await cases.candidates(req.actor, params.id, query.decided === 'yes');
    const view = await lookup(deps, { soldiers: found.map((candidate) => candidate.soldierId) });
    res.json({ items: found.map((candidate) => candidateItem(candidate, view)) });
  });
  router.get('/desk/requests/:id/candidates/:soldier', async (req, res) => {
    const { id, soldier } = parse(req, { params: candidateParams }).params;
    const pair = await deps.pairs.pair(req.actor, id, soldier);
    res.json(pairItem(pair, await lookup(deps, { soldiers: [pair.soldierId] })));
  });
  router.get('/desk/requests/:id/candidates/:soldier/map', async (req, res) => {
    const { id, soldier } = parse(req, { params: candidateParams }).params;
    res.json(placeMapItem(await deps.placeMaps.places(req.actor, id, soldier), deps.drawMap));
  });
  router.get('/desk/requests/:id/contact', async (req, res) => {
    const { id } = parse(req, { params: caseParams }).params;
    res.json(await cases.contact(req.actor, id));
  });
  router.post('/desk/requests/:id/notes', async (req, res) => {
    const { params, body } = parse(req, { params: caseParams, body: noteBody });
    await sendRequest(deps, res.status(201), await cases.note(req.actor, target(req, params.id), body.text));
  });
  router.post('/desk/requests/:id/messages', async (req, res) => {
    const { params, body } = parse(req, { params: caseParams, body: messageBody });
    await sendRequest(deps, res.status(201), await cases.message(req.actor, target(req, params.id), body));
  });
  router.post('/desk/requests/:id/searches', async (req, res) => {
    const { params, body } = parse(req, { params: caseParams, body: searchBody });
    await sendRequest(deps, res.status(201), await cases.logSearch(req.actor, target(req, params.id), body));
  });
  router.post('/desk/requests/:id/close', async (req, res) => {
    const { params, body } = parse(req, { params: caseParams, body: closeBody });
    await sendRequest(deps, res, await cases.close(req.actor, target(req, params.id), body));
  });
  router.post('/desk/requests/:id/reopen', async (req, res) => {
    const { params, body } = parse(req, { params: caseParams, body: reopenBody });
    await sendRequest(deps, res, await cases.reopen(req.actor, target(req, params.id), body.reason));
  });
  router.get('/desk/message-templates', (req, res) => {
    cases.mayWrite(req.actor);
    res.json({ items: Object.entries(MESSAGE_TEMPLATES).map(([id, template]) => ({ id, ...template })) });
  });
}

function decisionRoutes(router: Router, deps: TriageRouteDeps): void {
  const { decisions } = deps;
  router.post('/desk/requests/:id/decisions', async (req, res) => {
    const { params, body } = parse(req, { params: caseParams, body: decisionBody });
    const target = { id: params.id, version: requireVersion(req) };
    await sendDecision(deps, res.status(201), await decisions.decide(req.actor, target, body));
  });
  router.post('/desk/requests/:id/decisions/:decision/confirm', async (req, res) => {
    const { id, decision } = parse(req, { params: decisionParams }).params;
    const target = { id, version: requireVersion(req) };
    await sendDecision(deps, res, await decisions.confirm(req.actor, target, decision));
  });
  router.post('/desk/requests/:id/decisions/:decision/object', async (req, res) => {
    const { params, body } = parse(req, { params: decisionParams, body: objectionBody });
    const target = { id: params.id, version: requireVersion(req) };
    const objection = { decisionId: params.decision, reason: body.reason };
    await sendDecision(deps, res, await decisions.object(req.actor, target, objection));
  });
  router.delete('/desk/requests/:id/decisions/:decision/objection', async (req, res) => {
    const { id, decision } = parse(req, { params: decisionParams }).params;
    const target = { id, version: requireVersion(req) };
    await sendDecision(deps, res, await decisions.takeObjectionBack(req.actor, target, decision));
  });
  router.delete('/desk/requests/:id/decisions/:decision', async (req, res) => {
    const { params, body } = parse(req, { params: decisionParams, body: withdrawalBody });
    const target = { id: params.id, version: requireVersion(req) };
    const withdrawal = { decisionId: params.decision, reason: body.reason };
    await sendDecision(deps, res, await decisions.withdraw(req.actor, target, withdrawal));
  });
}

/** The desk's door. Nobody without an account gets anything here, not even whether a request exists. */
export function createTriageFeature(deps: TriageRouteDeps): ApiFeature {
  const router = Router();
  queueRoutes(router, deps);
  caseRoutes(router, deps);
  decisionRoutes(router, deps);
  return { router, operations: triageOperations };
}
