import type { ApiOperation } from '../http/openapi.ts';
import {
  candidateParams,
  candidatesQuery,
  candidatesView,
  caseParams,
  caseView,
  closeBody,
  contactView,
  decisionBody,
  decisionParams,
  decisionView,
  messageBody,
  noteBody,
  pairView,
  placeMapView,
  queueCountsView,
  queuePageView,
  queueQuery,
  reopenBody,
  searchBody,
  templatesView,
  withdrawalBody,
} from './triage-schemas.ts';

const common = { tag: 'desk', who: 'volunteers, coordinators, admins' } as const;
const request = { params: caseParams };
const one = queuePageView.shape.items.element;
const path = '/desk/requests/{id}';

/** What the API's document says of the desk. */
export const triageOperations: ApiOperation[] = [
  {
    ...common,
    method: 'get',
    path: '/desk/requests',
    summary: 'The queue, by named heap, status or person',
    request: { query: queueQuery },
    answers: { 200: { description: 'A page of requests', schema: queuePageView } },
  },
  {
    ...common,
    method: 'get',
    path: '/desk/queues',
    summary: 'How many requests wait in each heap',
    answers: { 200: { description: 'All heaps', schema: queueCountsView } },
  },
  {
    ...common,
    method: 'get',
    path,
    summary: 'One request with its case',
    request,
    answers: { 200: { description: 'The case', schema: caseView } },
  },
  ...(['claim', 'release'] as const).map(
    (action): ApiOperation => ({
      ...common,
      method: 'post',
      path: `${path}/${action}`,
      summary: action === 'claim' ? 'Take it; 409 says who has it and until when' : 'Give it back to the queue',
      request,
      answers: { 200: { description: 'The request', schema: one } },
    }),
  ),
  {
    ...common,
    method: 'get',
    path: `${path}/candidates`,
    summary: 'Who may be the man, with the evidence; decided pairs only when asked for',
    request: { ...request, query: candidatesQuery },
    answers: { 200: { description: 'Best first', schema: candidatesView } },
  },
  {
    ...common,
    method: 'get',
    path: `${path}/candidates/{soldier}`,
    summary: 'The evidence on one soldier, among the candidates or not',
    request: { params: candidateParams },
    answers: { 200: { description: 'The pair', schema: pairView } },
  },
  {
    ...common,
    method: 'get',
    path: `${path}/candidates/{soldier}/map`,
    summary: 'Where the family says and where the papers say, on one map',
    request: { params: candidateParams },
    answers: { 200: { description: 'A drawn map and the numbered places on it', schema: placeMapView } },
  },
  {
    ...common,
    method: 'get',
    path: `${path}/contact`,
    summary: 'Who asks; each reading is written down',
    request,
    answers: { 200: { description: 'The applicant', schema: contactView } },
  },
  ...(
    [
      ['notes', 'A note for the desk', noteBody, 201],
      ['messages', 'A message to the family', messageBody, 201],
      ['searches', 'What was searched where, with how many hits', searchBody, 201],
      ['close', 'Nothing found for now, or closed', closeBody, 200],
      ['reopen', 'Search again', reopenBody, 200],
    ] as const
  ).map(
    ([name, summary, body, status]): ApiOperation => ({
      ...common,
      method: 'post',
      path: `${path}/${name}`,
      summary,
      versioned: true,
      request: { ...request, body },
      answers: { [status]: { description: 'The request', schema: one } },
    }),
  ),
  {
    ...common,
    method: 'post',
    path: `${path}/decisions`,
    summary: 'Decide on a pair, with a reason',
    versioned: true,
    request: { ...request, body: decisionBody },
    answers: { 201: { description: 'The decision', schema: decisionView } },
  },
  {
    ...common,
    method: 'post',
    path: `${path}/decisions/{decision}/confirm`,
    summary: 'A second person agrees',
    versioned: true,
    request: { params: decisionParams },
    answers: { 200: { description: 'The decision', schema: decisionView } },
  },
  {
    ...common,
    method: 'delete',
    path: `${path}/decisions/{decision}`,
    summary: 'Take a decision back',
    versioned: true,
    request: { params: decisionParams, body: withdrawalBody },
    answers: { 200: { description: 'The decision, withdrawn', schema: decisionView } },
  },
  {
    ...common,
    method: 'get',
    path: '/desk/message-templates',
    summary: 'What is asked of families again and again, in three languages',
    answers: { 200: { description: 'The templates', schema: templatesView } },
  },
];
