import { Router } from 'express';
import type { Soldier } from '../domain/soldier.ts';
import type { ApiFeature } from '../http/openapi.ts';
import type { Clock } from '../ids.ts';
import type { GatheringService } from './gathering-service.ts';
import { homeView, loadView } from './home-schemas.ts';
import type { HomeService } from './home-service.ts';
import { queueItem } from './triage-view.ts';

export type HomeRouteDeps = {
  home: HomeService;
  clock: Clock;
  peopleNamed: (ids: string[]) => Promise<ReadonlyMap<string, string>>;
  soldiersWith: (ids: string[]) => Promise<ReadonlyMap<string, Soldier>>;
  gatherings: Pick<GatheringService, 'casesOf'>;
};

export function createHomeFeature({ home, clock, peopleNamed, soldiersWith, gatherings }: HomeRouteDeps): ApiFeature {
  const router = Router();
  const named = async (ids: (string | null)[]) => peopleNamed([...new Set(ids.filter((id) => id !== null))]);

  router.get('/desk/home', async (req, res) => {
    const { mine, waiting, objected, changed } = await home.home(req.actor);
    const shown = [...mine, ...[...objected, ...changed].map(({ request }) => request)];
    const cases = await gatherings.casesOf(shown);
    const people = await named([
      ...[...shown, ...[...cases.values()].flat()].map(({ assignee }) => assignee),
      ...objected.map(({ decision }) => decision.objection.by),
      ...changed.flatMap(({ changes }) => changes.map(({ by }) => by)),
    ]);
    const soldiers = await soldiersWith(objected.map(({ decision }) => decision.soldierId));
    const lookup = { people, soldiers, cases, now: clock() };
    res.json({
      mine: mine.map((request) => queueItem(request, lookup)),
      waiting,
      objected: objected.map(({ request, decision: { soldierId, objection } }) => ({
        ...queueItem(request, lookup),
        soldierName: soldiers.get(soldierId)?.summary.name.full ?? soldierId,
        objection: { ...objection, by: people.get(objection.by) ?? objection.by, at: objection.at.toISOString() },
      })),
      changed: changed.map(({ request, changes }) => ({
        ...queueItem(request, lookup),
        changes: changes.map(({ what, by, at }) => {
          return { what, by: by === null ? null : (people.get(by) ?? by), at: at.toISOString() };
        }),
      })),
    });
  });
  router.get('/desk/load', async (req, res) => {
    const { people, unread, second, ...load } = await home.load(req.actor);
    const names = await named(people.map(({ id }) => id));
    const since = ({ count, oldest }: typeof unread) => ({ count, oldest: oldest?.toISOString() ?? null });
    res.json({
      ...load,
      unread: since(unread),
      second: since(second),
      people: people.map(({ id, ...work }) => ({ person: { id, name: names.get(id) ?? id }, ...work })),
    });
  });
  return { router, operations };
}

const operations: ApiFeature['operations'] = [
  {
    method: 'get',
    path: '/desk/home',
    summary: 'What waits for the reader, and what others did to her requests since',
    tag: 'desk',
    who: 'volunteers, coordinators, admins',
    answers: { 200: { description: 'Own requests, numbers, changes', schema: homeView } },
  },
  {
    method: 'get',
    path: '/desk/load',
    summary: 'How the work is spread: requests by state, the oldest ones, what each person holds and did',
    tag: 'desk',
    who: 'coordinators, admins',
    answers: { 200: { description: 'The load', schema: loadView } },
  },
];
