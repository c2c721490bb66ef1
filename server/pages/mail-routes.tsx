import { type Request, type Response, Router } from 'express';
import { MailConfirmPage, MailStopPage } from '../../client/pages/mail-pages.tsx';
import { parse } from '../http/parse.ts';
import type { SubscriptionService } from '../mail/subscription-service.ts';
import { pageSchemas } from './page-schemas.ts';
import type { PageContext } from './page-words.ts';
import { shared } from './public-routes.tsx';
import { renderPage } from './render-page.ts';

export type MailPageDeps = Pick<PageContext, 'publicUrl' | 'labels' | 'demo'> & { subscriptions: SubscriptionService };

/** What the links in letters open. A GET changes nothing: guards of mailboxes open every link. */
export function createMailPages(deps: MailPageDeps): Router {
  const router = Router();
  router.get('/:language/mail/confirm/:code', async (req, res) => {
    await sendConfirm(deps, req, res, deps.subscriptions.look);
  });
  router.post('/:language/mail/confirm/:code', async (req, res) => {
    await sendConfirm(deps, req, res, deps.subscriptions.confirm);
  });
  router.get('/:language/mail/stop/:code', (req, res) => sendStop(deps, req, res, false));
  // A mail program's own button posts here too (RFC 8058), and wants an answer that is no redirect.
  router.post('/:language/mail/stop/:code', async (req, res) => {
    const { code } = parse(req, { params: pageSchemas.status.params }).params;
    await deps.subscriptions.stop(code);
    sendStop(deps, req, res, true);
  });
  return router;
}

type Look = SubscriptionService['look'];

async function sendConfirm(deps: MailPageDeps, req: Request, res: Response, look: Look): Promise<void> {
  const { language, code } = parse(req, { params: pageSchemas.status.params }).params;
  const { confirmed, requestCode } = await look(code);
  const { props } = shared(deps, language);
  res.set('Cache-Control', 'no-store');
  res.send(renderPage(<MailConfirmPage {...props} code={code} confirmed={confirmed} requestCode={requestCode} />));
}

function sendStop(deps: MailPageDeps, req: Request, res: Response, stopped: boolean): void {
  const { language, code } = parse(req, { params: pageSchemas.status.params }).params;
  const { props } = shared(deps, language);
  res.set('Cache-Control', 'no-store');
  res.send(renderPage(<MailStopPage {...props} code={code} stopped={stopped} />));
}
