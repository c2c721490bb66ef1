import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Language } from '../../client/messages/translate.ts';
import { AppError, type ErrorCode } from '../errors.ts';
import { errorFields, type Log } from '../log.ts';
import { type Problem, type SayProblem, toAppError, toProblem } from './problem.ts';
import { isForPrograms, readerLanguage } from './request-context.ts';

/** What a helpful error page is drawn from. `q` is what the reader had typed into the search box. */
export type ErrorPageData = {
  status: number;
  code: ErrorCode;
  language: Language;
  path: string;
  q: string;
  /** A form was sent, and what stood in it was not kept. */
  sent: boolean;
  title: string;
  detail: string;
  requestId: string;
  /** In all languages: nobody knows which of them is the reader's. */
  everyLanguage?: boolean;
};

export type RenderErrorPage = (data: ErrorPageData) => string;

export type ErrorHandlerDeps = { log: Log; say: SayProblem; renderErrorPage: RenderErrorPage };

/** Nothing above answered, so there is no such address. */
export const nothingHere: RequestHandler = (_req, _res, next) => {
  next(new AppError('not_found', 'There is no such address'));
};

/** The last middleware: programs get problem details, people a page in their language that says how to go on. */
export function createErrorHandler({ log, say, renderErrorPage }: ErrorHandlerDeps): ErrorRequestHandler {
  return (thrown: unknown, req, res, _next) => {
    // The reader went away before or in the middle of an answer: nobody is left to tell, and nothing is wrong.
    if (isOfReaderGone(thrown, res)) return;
    const error = toAppError(thrown);
    const language = readerLanguage(req);
    const problem = toProblem(error, { say, language, requestId: req.requestId });
    if (problem.status >= 500) log.error({ requestId: req.requestId, ...errorFields(thrown) }, 'request failed');
    if (res.headersSent) {
      // Half an answer went out already: break the connection, so that nobody takes it for the whole.
      res.destroy();
      return;
    }
    prepare(res, problem, language);
    if (isForPrograms(req)) res.type('application/problem+json').send(JSON.stringify(problem));
    else res.type('html').send(renderErrorPage(pageData(req, problem, language)));
  };
}

/** What a stream says that was to be written to a reader who had left. */
const GONE: ReadonlySet<unknown> = new Set([
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_STREAM_UNABLE_TO_PIPE',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
]);

/** What any connection says that broke. While we send, the reader's shows in the stream; this is the store's or the search's. */
const CUT: ReadonlySet<unknown> = new Set(['ECONNRESET', 'EPIPE']);

function isOfReaderGone(thrown: unknown, { headersSent, closed }: Response): boolean {
  if (!(thrown instanceof Error && 'code' in thrown)) return false;
  return GONE.has(thrown.code) ? headersSent || closed : CUT.has(thrown.code) && closed && !headersSent;
}

function prepare(res: Response, problem: Problem, language: Language): void {
  res.status(problem.status);
  res.set('Content-Language', language);
  res.vary('Accept-Language');
  res.set('Cache-Control', 'no-store');
  if (problem.status === 503) res.set('Retry-After', '30');
  if (problem.status === 401) res.set('WWW-Authenticate', 'Bearer');
}

function pageData(req: Request, problem: Problem, language: Language): ErrorPageData {
  const { status, code, title, detail, requestId } = problem;
  const q = typeof req.query.q === 'string' ? req.query.q.slice(0, 200) : '';
  return { status, code, language, path: req.path, q, sent: req.method === 'POST', title, detail, requestId };
}
