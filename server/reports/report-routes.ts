import { type Response, Router } from 'express';
import type { ApiFeature } from '../http/openapi.ts';
import { sendPage } from '../http/paging.ts';
import { parse } from '../http/parse.ts';
import { requireActor } from '../http/request-context.ts';
import {
  closeBody,
  reportContactSchema,
  reportParams,
  reportSchema,
  reportsQuery,
  reportsSchema,
} from './report-schemas.ts';
import type { ReportService } from './report-service.ts';
import type { ErrorReport } from './report-store.ts';
import { reportView } from './report-view.ts';

export type ReportFeatureDeps = {
  reports: ReportService;
  peopleNamed: (ids: string[]) => Promise<ReadonlyMap<string, string>>;
  soldiersNamed: (ids: string[]) => Promise<ReadonlyMap<string, string>>;
};

/** The desk's door to what readers of pages report. Sending one goes through the page itself. */
export function createReportFeature(deps: ReportFeatureDeps): ApiFeature {
  const { reports } = deps;
  const router = Router();
  const sendOne = async (res: Response, report: ErrorReport) => res.json((await named(deps, [report]))[0]);

  router.get('/desk/reports', async (req, res) => {
    const { cursor, limit, ...filter } = parse(req, { query: reportsQuery }).query;
    const page = await reports.list(requireActor(req), filter, cursor ?? null, limit);
    sendPage(req, res, { items: await named(deps, page.items), next: page.next });
  });
  router.get('/desk/reports/:id', async (req, res) => {
    const { id } = parse(req, { params: reportParams }).params;
    await sendOne(res, await reports.get(requireActor(req), id));
  });
  router.get('/desk/reports/:id/contact', async (req, res) => {
    const { id } = parse(req, { params: reportParams }).params;
    res.json({ contact: await reports.contact(requireActor(req), id) });
  });
  router.post('/desk/reports/:id/close', async (req, res) => {
    const actor = requireActor(req);
    const { params, body } = parse(req, { params: reportParams, body: closeBody });
    await sendOne(res, await reports.close(actor, params.id, body.outcome));
  });
  return { router, operations };
}

async function named({ peopleNamed, soldiersNamed }: ReportFeatureDeps, found: readonly ErrorReport[]) {
  const closers = found.flatMap(({ closedBy }) => (closedBy === null ? [] : [closedBy]));
  const names = {
    people: await peopleNamed([...new Set(closers)]),
    soldiers: await soldiersNamed([...new Set(found.map(({ soldierId }) => soldierId))]),
  };
  return found.map((report) => reportView(report, names));
}

const tag = 'error reports';
const who = 'volunteers, coordinators, admins';

const operations: ApiFeature['operations'] = [
  {
    method: 'get',
    path: '/desk/reports',
    summary: 'What readers of memorial pages say is wrong: open ones oldest first, closed ones newest first',
    tag,
    who,
    request: { query: reportsQuery },
    answers: { 200: { description: 'A page of reports', schema: reportsSchema } },
  },
  {
    method: 'get',
    path: '/desk/reports/{id}',
    summary: 'One report',
    tag,
    who,
    request: { params: reportParams },
    answers: { 200: { description: 'The report', schema: reportSchema } },
  },
  {
    method: 'get',
    path: '/desk/reports/{id}/contact',
    summary: 'The contact its sender left; each reading is written down',
    tag,
    who,
    request: { params: reportParams },
    answers: { 200: { description: 'Null when there is none, or it is erased', schema: reportContactSchema } },
  },
  {
    method: 'post',
    path: '/desk/reports/{id}/close',
    summary: 'Say what was done about it; the contact is erased',
    tag,
    who,
    request: { params: reportParams, body: closeBody },
    answers: { 200: { description: 'The report, closed', schema: reportSchema } },
  },
];
