import { Router } from 'express';
import type { ApiFeature } from '../http/openapi.ts';
import { parse } from '../http/parse.ts';
import type { FamilyMeeting, MeetingService } from './meeting-service.ts';
import { codeParams, meetingBody, meetingView } from './request-schemas.ts';

function view({ asked, others }: FamilyMeeting) {
  return {
    asked: asked !== null,
    answer: asked?.answer ?? null,
    others: others.map(({ name, relation, email, phone }) => ({ name, relation, email, phone })),
  };
}

/** The family's door to the other families of its soldier. */
export function createMeetingFeature(meetings: MeetingService): ApiFeature {
  const router = Router();
  router.get('/requests/status/:code/meeting', async (req, res) => {
    const { code } = parse(req, { params: codeParams }).params;
    res.set('Cache-Control', 'no-store');
    res.json(view(await meetings.open(code)));
  });
  router.post('/requests/status/:code/meeting', async (req, res) => {
    const { params, body } = parse(req, { params: codeParams, body: meetingBody });
    res.set('Cache-Control', 'no-store');
    res.json(view(await meetings.answer(params.code, body.answer)));
  });
  return { router, operations };
}

const common = { path: '/requests/status/{code}/meeting', tag: 'requests' } as const;

const operations: ApiFeature['operations'] = [
  {
    ...common,
    method: 'get',
    summary: 'Whether the family was asked to meet others who look for the same soldier, and whom it met',
    request: { params: codeParams },
    answers: { 200: { description: 'Contacts only of those who agreed too', schema: meetingView } },
  },
  {
    ...common,
    method: 'post',
    summary: 'The family agrees to meet the others, or takes it back',
    request: { params: codeParams, body: meetingBody },
    answers: { 200: { description: 'As it is now', schema: meetingView } },
  },
];
