import express, { type Request, type Response, Router } from 'express';
import { KinPage } from '../../client/pages/kin-page.tsx';
import { MeetingPage } from '../../client/pages/meeting-page.tsx';
import { AppError } from '../errors.ts';
import { parse } from '../http/parse.ts';
import type { PartnerNames } from '../partners/partner-names.ts';
import type { KinService } from '../requests/kin-service.ts';
import type { MeetingService } from '../requests/meeting-service.ts';
import { kinView, meetingPageView } from './kin-page-view.ts';
import { partnersOf } from './memorial-page-view.ts';
import { pageSchemas } from './page-schemas.ts';
import type { PageContext } from './page-words.ts';
import { shared } from './public-routes.tsx';
import { renderPage } from './render-page.ts';

export type KinPageDeps = Pick<PageContext, 'publicUrl' | 'labels' | 'demo'> & {
  partnerNames: PartnerNames;
  kin: KinService;
  meetings: MeetingService;
  /** Whom a family can talk to before it reads hard news; null where there is no number. */
  helpPhone: string | null;
};

/** The pages that only one family opens, by the code of its request. */
export function createKinPages(deps: KinPageDeps): Router {
  const router = Router();
  router.get('/:language/requests/:code/soldier', (req, res) => soldierPage(deps, req, res));
  router.get('/:language/requests/:code/meeting', (req, res) => meetingPage(deps, req, res));
  router.post('/:language/requests/:code/meeting', express.urlencoded({ extended: false, limit: '4kb' }), (req, res) =>
    answerMeeting(deps, req, res),
  );
  return router;
}

async function soldierPage(deps: KinPageDeps, req: Request, res: Response): Promise<void> {
  const { code, language } = parse(req, { params: pageSchemas.status.params }).params;
  const { page, props } = shared(deps, language);
  const found = await deps.kin.open(code);
  const view = kinView(found, await deps.partnerNames(partnersOf(found)), page);
  res.set('Cache-Control', 'no-store');
  res.send(renderPage(<KinPage {...props} {...view} code={code} phone={deps.helpPhone} />));
}

async function meetingPage(deps: KinPageDeps, req: Request, res: Response): Promise<void> {
  const { code, language } = parse(req, { params: pageSchemas.status.params }).params;
  const { page, props } = shared(deps, language);
  const found = await deps.meetings.open(code);
  if (found.asked === null) throw new AppError('not_found', 'Nobody asked this');
  res.set('Cache-Control', 'no-store');
  res.send(renderPage(<MeetingPage {...props} {...meetingPageView(found, page)} code={code} />));
}

async function answerMeeting(deps: KinPageDeps, req: Request, res: Response): Promise<void> {
  const { code, language } = parse(req, { params: pageSchemas.status.params }).params;
  const body: unknown = req.body;
  const said = body && typeof body === 'object' && 'answer' in body ? body.answer : null;
  if (said !== 'yes' && said !== 'no') throw new AppError('bad_input', 'Say yes or no');
  await deps.meetings.answer(code, said);
  res.redirect(303, `/${language}/requests/${code}/meeting`);
}
