import { type Request, type Response, Router } from 'express';
import type { Finding } from '../domain/finding.ts';
import type { Soldier } from '../domain/soldier.ts';
import type { ApiFeature, ApiOperation } from '../http/openapi.ts';
import { decodeCursor, encodeCursor, sendPage } from '../http/paging.ts';
import { parse } from '../http/parse.ts';
import { dismissBody, findingPageView, findingParams, findingQuery, findingView, findView } from './finding-schemas.ts';
import type { FindingService } from './finding-service.ts';
import type { FindingPlace } from './finding-store.ts';
import { lifeOf } from './soldier-desk-view.ts';

export type FindingRouteDeps = {
  findings: FindingService;
  soldiersWith: (ids: string[]) => Promise<ReadonlyMap<string, Soldier>>;
};

/** In a cursor, which holds texts and numbers only. */
const NO_PROBABILITY = 'none';

function placeIn(cursor: string): FindingPlace {
  const [probability, id] = decodeCursor(cursor, 2);
  return { probability: probability === NO_PROBABILITY ? null : Number(probability), id: String(id) };
}

/** The desk's door for what the site noticed over the whole database. Ties and merges have doors of their own. */
export function createFindingFeature({ findings, soldiersWith }: FindingRouteDeps): ApiFeature {
  const router = Router();
  const views = async (found: readonly Finding[]) => {
    const soldiers = await soldiersWith(found.flatMap(({ soldierIds }) => soldierIds));
    return found.map(({ id, kind, soldierIds, siteId, probability, evidence, facts, foundAt }) => ({
      id,
      kind,
      soldiers: soldierIds.map((one) => soldierItem(one, soldiers.get(one))),
      siteId,
      probability,
      evidence,
      facts,
      foundAt: foundAt.toISOString(),
    }));
  };
  router.get('/desk/findings', async (req: Request, res: Response) => {
    const { kind, cursor, limit } = parse(req, { query: findingQuery }).query;
    const after = cursor === undefined ? null : placeIn(cursor);
    const { items, next } = await findings.list(req.actor, { kind, after, limit });
    sendPage(req, res, {
      items: await views(items),
      next: next && encodeCursor([next.probability ?? NO_PROBABILITY, next.id]),
    });
  });
  router.post('/desk/findings/find', async (req, res) => {
    res.status(202).json({ jobId: (await findings.find(req.actor)).id });
  });
  router.post('/desk/findings/:id/dismiss', async (req, res) => {
    const { params, body } = parse(req, { params: findingParams, body: dismissBody });
    res.json((await views([await findings.dismiss(req.actor, params.id, body.reason)]))[0]);
  });
  return { router, operations };
}

/** Who he is, so that a person can judge without opening his page. */
function soldierItem(id: string, soldier: Soldier | undefined) {
  if (soldier === undefined) return { id, name: null, life: '', birthPlace: null, fate: null, burial: null };
  const { name, birthPlace, fate, burial } = soldier.summary;
  const grave = burial?.siteName ?? burial?.place ?? null;
  return { id, name: name.full, life: lifeOf(soldier.summary), birthPlace, fate, burial: grave };
}

const path = '/desk/findings';
const tag = 'desk';

const operations: ApiOperation[] = [
  {
    tag,
    method: 'get',
    path,
    who: 'volunteers, coordinators, admins',
    summary: 'Papers that may be one man’s (the surest first), graves and dates that contradict',
    request: { query: findingQuery },
    answers: { 200: { description: 'Those nobody dismissed', schema: findingPageView } },
  },
  {
    tag,
    method: 'post',
    path: `${path}/find`,
    who: 'coordinators, admins',
    summary: 'Go through the whole database again, in the background',
    answers: { 202: { description: 'The job', schema: findView } },
  },
  {
    tag,
    method: 'post',
    path: `${path}/{id}/dismiss`,
    who: 'volunteers, coordinators, admins',
    summary: 'It is nothing; it comes back only when its evidence changes',
    request: { params: findingParams, body: dismissBody },
    answers: { 200: { description: 'The finding', schema: findingView } },
  },
];
