import { setTimeout as wait } from 'node:timers/promises';
import { type Request, Router } from 'express';
import { type Authenticate, isStillSignedIn } from '../http/auth.ts';
import type { ApiFeature, ApiOperation } from '../http/openapi.ts';
import { sendPage } from '../http/paging.ts';
import { parse } from '../http/parse.ts';
import { type EventStream, openEventStream } from '../http/sse.ts';
import { isOver } from './job.ts';
import { jobPageSchema, jobParams, jobQuery, jobSchema } from './job-schemas.ts';
import type { JobService } from './job-service.ts';
import { jobView } from './job-view.ts';

/** How often a stream looks: the job may run in another process, so the store is asked. */
const LOOK_MS = 500;

export function createJobFeature(jobs: JobService, authenticate: Authenticate): ApiFeature {
  const router = Router();
  router.get('/jobs', async (req, res) => {
    const { state, cursor, limit } = parse(req, { query: jobQuery }).query;
    const page = await jobs.list(req.actor, state, cursor ?? null, limit);
    sendPage(req, res, { items: page.items.map(jobView), next: page.next });
  });
  router.get('/jobs/:id', async (req, res) => {
    const { id } = parse(req, { params: jobParams }).params;
    res.json(jobView(await jobs.get(req.actor, id)));
  });
  router.post('/jobs/:id/cancel', async (req, res) => {
    const { id } = parse(req, { params: jobParams }).params;
    res.status(202).json(jobView(await jobs.cancel(req.actor, id)));
  });
  router.get('/jobs/:id/events', async (req, res) => {
    const { id } = parse(req, { params: jobParams }).params;
    // Before the stream opens: whoever may not see it gets a plain error.
    await jobs.get(req.actor, id);
    const stream = openEventStream(req, res);
    await follow(jobs, req, { id, stream, isAllowed: () => isStillSignedIn(req, authenticate) });
  });
  return { router, operations };
}

type Following = { id: string; stream: EventStream; isAllowed: () => Promise<boolean> };

/** Sends the job whenever it changed, until it is over, the reader went away or may no longer see it. */
async function follow(jobs: JobService, req: Request, { id, stream, isAllowed }: Following): Promise<void> {
  let sent = '';
  while (!stream.signal.aborted && (await isAllowed())) {
    const job = await jobs.get(req.actor, id);
    const view = jobView(job);
    const text = JSON.stringify(view);
    if (text !== sent) stream.send('job', view);
    sent = text;
    if (isOver(job)) break;
    await wait(LOOK_MS, undefined, { signal: stream.signal }).catch(() => undefined);
  }
  stream.close();
}

const tag = 'jobs';
const operations: ApiOperation[] = [
  {
    method: 'get',
    path: '/jobs',
    summary: 'Jobs, newest first',
    tag,
    who: 'coordinators, admins',
    request: { query: jobQuery },
    answers: { 200: { description: 'A page of jobs', schema: jobPageSchema } },
  },
  {
    method: 'get',
    path: '/jobs/{id}',
    summary: 'One job and how far it is',
    tag,
    who: 'whoever started it, its partner, coordinators, admins',
    request: { params: jobParams },
    answers: { 200: { description: 'The job', schema: jobSchema } },
  },
  {
    method: 'get',
    path: '/jobs/{id}/events',
    summary: 'The job as server-sent events `job`, whenever it changes',
    tag,
    who: 'as above',
    request: { params: jobParams },
    answers: { 200: { description: 'A stream that ends with the job', schema: jobSchema, type: 'text/event-stream' } },
  },
  {
    method: 'post',
    path: '/jobs/{id}/cancel',
    summary: 'Ask the job to stop',
    tag,
    who: 'as above',
    request: { params: jobParams },
    answers: { 202: { description: 'It will stop between two batches', schema: jobSchema } },
  },
];
