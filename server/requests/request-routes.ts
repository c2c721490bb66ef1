import { type Request, type Response, Router } from 'express';
import { may } from '../domain/roles.ts';
import { tidyRow } from '../domain/row.ts';
import { AppError } from '../errors.ts';
import { isMultipart, type ReceiveFiles } from '../files/receive-files.ts';
import { setVersion } from '../http/etag.ts';
import type { ApiFeature, ApiOperation } from '../http/openapi.ts';
import { parse, parseJson } from '../http/parse.ts';
import {
  answerBody,
  codeParams,
  mailBody,
  requestParams,
  type SubmissionBody,
  statusView,
  submissionBody,
  submittedView,
  withdrawalBody,
} from './request-schemas.ts';
import type { RequestService, Submission } from './request-service.ts';
import { statusOf } from './request-view.ts';

export type RequestRouteDeps = {
  requests: RequestService;
  receiveFiles: ReceiveFiles;
  publicUrl: string;
  limits: { files: number; fileBytes: number };
};

/** The body in the service's words: empty texts are not given, and only row fields stand in the row. */
export function submissionOf(body: SubmissionBody): Submission {
  const { soldier, applicant, letter, consent, token } = body;
  const { name, relation, email, phone, language } = applicant;
  return {
    soldier: tidyRow(soldier),
    applicant: { name, relation, email: email || null, phone: phone || null },
    letter: letter || null,
    language,
    consent,
    token: token ?? null,
  };
}

const FORM = { field: 'files', longField: 'request' };

export function createRequestFeature({ requests, receiveFiles, publicUrl, limits }: RequestRouteDeps): ApiFeature {
  const router = Router();
  const receive = (req: Request, res: Response) => receiveFiles(req, res, { ...FORM, ...limits });

  router.post('/requests', async (req, res) => {
    const enteredBy = may(req.actor, 'request.list') ? req.actor : null;
    const answer = (body: SubmissionBody, { number, code }: { number: number; code: string }) => {
      const statusUrl = `${publicUrl}/${body.applicant.language}/requests/${code}`;
      res.status(201).location(statusUrl).json({ number, statusUrl });
    };
    if (!isMultipart(req)) {
      const { body } = parse(req, { body: submissionBody });
      answer(body, await requests.submit(submissionOf(body), [], enteredBy));
      return;
    }
    const received = await receive(req, res);
    try {
      const body = parseJson(requestPart(received.fields), submissionBody);
      answer(body, await requests.submit(submissionOf(body), received.files, enteredBy));
    } finally {
      await received.discard();
    }
  });
  router.get('/requests/status/:code', async (req, res) => {
    const { code } = parse(req, { params: codeParams }).params;
    res.json(statusOf(await requests.open(code)));
  });
  router.post('/requests/status/:code/answers', async (req, res) => {
    const { params, body } = parse(req, { params: codeParams, body: answerBody });
    res.status(201).json(statusOf(await requests.answer(params.code, body.text)));
  });
  router.post('/requests/status/:code/files', async (req, res) => {
    const { code } = parse(req, { params: codeParams }).params;
    // Before anything is written: files for a code of nobody are not even received.
    await requests.open(code);
    const received = await receive(req, res);
    try {
      res.status(201).json(statusOf(await requests.addFiles(code, received.files)));
    } finally {
      await received.discard();
    }
  });
  router.post('/requests/status/:code/mail', async (req, res) => {
    const { params, body } = parse(req, { params: codeParams, body: mailBody });
    res.status(202).json(statusOf(await requests.askForMail(params.code, body.email)));
  });
  router.delete('/requests/status/:code/mail', async (req, res) => {
    const { code } = parse(req, { params: codeParams }).params;
    res.json(statusOf(await requests.endMail(code)));
  });
  router.post('/desk/requests/:id/withdraw', async (req, res) => {
    const { params, body } = parse(req, { params: requestParams, body: withdrawalBody });
    const { version } = await requests.withdrawFor(req.actor, params.id, body.reason);
    setVersion(res, version);
    res.status(204).end();
  });
  router.post('/requests/status/:code/withdraw', async (req, res) => {
    const { code } = parse(req, { params: codeParams }).params;
    res.json(statusOf(await requests.withdraw(code)));
  });
  return { router, operations };
}

function requestPart(fields: Record<string, string>): string {
  if (fields.request !== undefined) return fields.request;
  throw new AppError('bad_input', 'The form has no part "request"', {
    problems: [{ pointer: '/request', detail: 'problem.field.required' }],
  });
}

const tag = 'requests';
const byCode = { params: codeParams };
const status = { description: 'What the family may see', schema: statusView };
const operations: ApiOperation[] = [
  {
    method: 'post',
    path: '/requests',
    summary: 'A family asks for its soldier',
    tag,
    request: { body: submissionBody },
    multipart: 'The JSON in a part "request", pictures and papers in parts "files"',
    answers: {
      201: { description: 'The number, and the only address where it can be followed', schema: submittedView },
    },
  },
  {
    method: 'get',
    path: '/requests/status/{code}',
    summary: 'How the search goes',
    tag,
    request: byCode,
    answers: { 200: status },
  },
  {
    method: 'post',
    path: '/requests/status/{code}/answers',
    summary: 'The family answers a question, or adds what it remembers',
    tag,
    request: { ...byCode, body: answerBody },
    answers: { 201: status },
  },
  {
    method: 'post',
    path: '/requests/status/{code}/files',
    summary: 'The family adds pictures or papers',
    tag,
    request: byCode,
    multipart: 'Pictures and papers in parts "files"',
    answers: { 201: status },
  },
  {
    method: 'post',
    path: '/requests/status/{code}/mail',
    summary: 'Ask an address whether it wants news by mail; it gets one letter to confirm',
    tag,
    request: { ...byCode, body: mailBody },
    answers: { 202: status },
  },
  {
    method: 'delete',
    path: '/requests/status/{code}/mail',
    summary: 'No more letters about this request',
    tag,
    request: byCode,
    answers: { 200: status },
  },
  {
    method: 'post',
    path: '/desk/requests/{id}/withdraw',
    summary: 'Withdraw it for a family that asked on the telephone; its contact is erased, final',
    tag,
    who: 'coordinators, admins',
    request: { params: requestParams, body: withdrawalBody },
    answers: { 204: { description: 'Withdrawn' } },
  },
  {
    method: 'post',
    path: '/requests/status/{code}/withdraw',
    summary: 'The family withdraws its request; its contact is erased',
    tag,
    request: byCode,
    answers: { 200: status },
  },
];
