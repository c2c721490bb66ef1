import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compression from 'compression';
import express, { type Express, type RequestHandler, Router } from 'express';
import helmet from 'helmet';
import type { Config } from './config.ts';
import { type Authenticate, createAuth } from './http/auth.ts';
import { DESK_ADDRESSES } from './http/desk-addresses.ts';
import { createErrorHandler, nothingHere, type RenderErrorPage } from './http/error-handler.ts';
import { createHealthRouter, type Readiness } from './http/health.ts';
import type { Metrics } from './http/metrics.ts';
import { type ApiFeature, createOpenApiRouter } from './http/openapi.ts';
import { createOriginCheck } from './http/origin-check.ts';
import type { SayProblem } from './http/problem.ts';
import { createRateLimit } from './http/rate-limit.ts';
import { createRequestId, createRequestLog } from './http/request-log.ts';
import { createUploadLimit } from './http/upload-limit.ts';
import type { Clock, Ids } from './ids.ts';
import type { Log } from './log.ts';

export type AppDeps = {
  config: Config;
  log: Log;
  ids: Ids;
  clock: Clock;
  metrics: Metrics;
  authenticate: Authenticate;
  readiness: () => Promise<Readiness>;
  /** True once the site stops: each answer then asks its client to go. */
  isStopping: () => boolean;
  say: SayProblem;
  renderErrorPage: RenderErrorPage;
  features: readonly ApiFeature[];
  /** The public pages, at the root. */
  pages: Router;
  /** The built workspace; absent where it was not built, then /desk is 404. */
  deskDir: string | null;
};

/** The longest JSON a form of ours can make is a request with a long letter; 256 kB leaves room for every alphabet. */
const JSON_LIMIT = '256kb';

/** One hundredth more bytes than the usual level 6 on a page of ours, for half of the work. */
const COMPRESSION = 4;

/** The order of everything a request goes through. Never listens. */
export function createApp(deps: AppDeps): Express {
  const { config, log, ids, metrics } = deps;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);
  app.use(createRequestId(ids.newId));
  app.use((_req, res, next) => {
    if (deps.isStopping()) res.set('Connection', 'close');
    next();
  });
  app.use(createRequestLog(log, metrics));
  app.use(securityHeaders(config.publicUrl.startsWith('https:')));
  app.use(compression({ level: COMPRESSION }));
  app.use(createHealthRouter({ readiness: deps.readiness, metrics }));
  app.use(rateLimits(config, deps.clock));
  app.use(createOriginCheck(config.publicUrl));
  app.use('/api', apiRouter(deps));
  if (deps.deskDir) app.use('/desk', deskRouter(deps.deskDir));
  app.use(deps.pages);
  app.use(nothingHere);
  app.use(createErrorHandler(deps));
  return app;
}

/** Everything the pages need comes from this site, so nothing else is allowed: no foreign host, no inline script or style. */
function securityHeaders(https: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // Not `no-referrer`: browsers would then hide the origin of our own forms. Other sites learn nothing either way.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: https,
  });
}

function rateLimits({ limits }: Config, clock: Clock): Router {
  const router = Router();
  const search = createRateLimit({ most: limits.searchesPerMinute, windowSeconds: 60 });
  router.get(['/api/soldiers', '/api/places', '/:language/'], search);
  // A name typed letter by letter asks several times; counted apart, so that it never stops the search itself.
  const suggestions = createRateLimit({ most: limits.searchesPerMinute, windowSeconds: 60 });
  router.get('/api/suggestions', suggestions);
  const signIn = { most: limits.failedSignInsPerQuarterHour, windowSeconds: 900, onlyFailures: true };
  const guessing = createRateLimit(signIn);
  router.post(['/api/session', '/api/password-links/:code'], guessing);
  router.put('/api/me/password', guessing);
  const requests = createRateLimit({ most: limits.requestsPerHour, windowSeconds: 3600 });
  router.post(['/api/requests', '/:language/requests/new', '/:language/soldiers/:id/memories'], requests);
  const reports = createRateLimit({ most: limits.requestsPerHour, windowSeconds: 3600 });
  router.post('/:language/soldiers/:id/report', reports);
  // Drawn anew at each request.
  const drawn = createRateLimit({ most: limits.searchesPerMinute, windowSeconds: 60 });
  router.get(['/:language/soldiers/:id/memory-sheet.pdf', '/:language/soldiers/:id/picture.png'], drawn);
  const uploads = { mostBytes: limits.uploadBytesPerHour, windowSeconds: 3600, clock };
  router.post(
    [
      '/api/requests',
      '/api/requests/status/:code/files',
      '/:language/requests/new',
      '/:language/requests/:code/files',
      '/:language/soldiers/:id/memories',
    ],
    createUploadLimit(uploads),
  );
  // Answers and papers of a family that has its code: the same bound, counted apart.
  const additions = createRateLimit({ most: limits.requestsPerHour, windowSeconds: 3600 });
  router.post(
    ['/api/requests/status/:code/:what', '/:language/requests/:code/:what', '/:language/requests'],
    additions,
  );
  return router;
}

function apiRouter({ authenticate, features, config }: AppDeps): Router {
  const api = Router();
  api.use((req, res, next) => {
    // Answers depend on who asks and are never to be kept by a shared cache. The desk's are kept by none: a lease ends and a
    // candidate comes without a new version, and a family's letter is not for the disk of a shared machine.
    res.set('Cache-Control', req.path.startsWith('/desk/') ? 'no-store' : 'private, no-cache');
    next();
  });
  api.use(createAuth(authenticate));
  api.use(express.json({ limit: JSON_LIMIT }));
  for (const feature of features) api.use(feature.router);
  const operations = features.flatMap((feature) => feature.operations);
  api.use(createOpenApiRouter(operations, config.publicUrl));
  api.use(nothingHere);
  return api;
}

/**
 * The workspace is one page for all of its addresses; where there is none it says so itself. Files of a build carry their hash and may be
 * kept for ever.
 */
function deskRouter(deskDir: string): Router {
  const router = Router();
  const page = join(deskDir, 'index.html');
  router.use('/assets', express.static(join(deskDir, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }));
  const send =
    (status: number): RequestHandler =>
    (_req, res, next) => {
      if (!existsSync(page)) return next();
      res.status(status).set('Cache-Control', 'no-cache').sendFile(page);
    };
  router.get(DESK_ADDRESSES, send(200));
  router.get('/{*address}', send(404));
  return router;
}
