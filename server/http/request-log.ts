import type { Request, RequestHandler } from 'express';
import type { Log } from '../log.ts';
import type { Metrics } from './metrics.ts';

/** Gives each request a number that stands in its log line, its answer and every error. */
export function createRequestId(newId: () => string): RequestHandler {
  return (req, res, next) => {
    req.requestId = newId();
    req.actor = null;
    res.set('X-Request-Id', req.requestId);
    next();
  };
}

/**
 * One line a request, with the pattern of its route: the address itself holds the name searched for or the code of a
 * family's status page.
 */
export function createRequestLog(log: Log, metrics: Metrics): RequestHandler {
  return (req, res, next) => {
    const began = performance.now();
    res.once('close', () => {
      const ms = Math.round((performance.now() - began) * 10) / 10;
      const route = routePattern(req);
      const status = res.statusCode;
      metrics.countRequest({ method: req.method, route, status, seconds: ms / 1000 });
      const line = { requestId: req.requestId, method: req.method, route, status, ms, role: req.actor?.role };
      if (res.writableFinished) log.info(line, 'request');
      else log.warn(line, 'request broken off');
    });
    next();
  };
}

/** `/api/soldiers/:id`; an address that matched no route has none, whatever was typed there. */
export function routePattern(req: Request): string {
  const route: unknown = req.route;
  if (typeof route !== 'object' || route === null || !('path' in route)) return '(none)';
  const path = String(route.path);
  // Routers below /api write their whole path; express forgets where a router was mounted once an error left it.
  return req.originalUrl.startsWith('/api/') && !path.startsWith('/api') ? `/api${path}` : path;
}
