import { Router } from 'express';
import type { ApiFeature } from '../http/openapi.ts';
import { sendPage } from '../http/paging.ts';
import { parse } from '../http/parse.ts';
import { requireActor } from '../http/request-context.ts';
import { closeBody, reportParams, reportSchema, reportsQuery, reportsSchema } from './report-schemas.ts';
import type { ReportService } from './report-service.ts';
import { reportView } from './report-view.ts';

/** The desk's door to what readers of pages report. Sending one goes through the page itself. */
export function createReportFeature(reports: ReportService): ApiFeature {
  const router = Router();
  router.get('/desk/reports', async (req, res) => {
    const { state, cursor, limit } = parse(req, { query: reportsQuery }).query;
    const page = await reports.list(requireActor(req), state, cursor ?? null, limit);
    sendPage(req, res, { items: page.items.map(reportView), next: page.next });
  });
  router.get('/desk/reports/:id', async (req, res) => {
    const { id } = parse(req, { params: reportParams }).params;
    const { report, contact } = await reports.open(requireActor(req), id);
    res.json({ ...reportView(report), contact });
  });
  router.post('/desk/reports/:id/close', async (req, res) => {
    const actor = requireActor(req);
    const { params, body } = parse(req, { params: reportParams, body: closeBody });
    res.json(reportView(await reports.close(actor, params.id, body.outcome)));
  });
  return { router, operations };
}

const tag = 'error reports';
const who = 'volunteers, coordinators, admins';

const operations: ApiFeature['operations'] = [
  {
    method: 'get',
    path: '/desk/reports',
    summary: 'What readers of memorial pages say is wrong, oldest first',
    tag,
    who,
    request: { query: reportsQuery },
    answers: { 200: { description: 'A page of reports', schema: reportsSchema } },
  },
  {
    method: 'get',
    path: '/desk/reports/{id}',
    summary: 'One report with the contact its sender left',
    tag,
    who,
    request: { params: reportParams },
    answers: { 200: { description: 'The report', schema: reportSchema } },
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
