import type { Ending } from '../domain/matching/decided.ts';
import { isOver } from '../domain/request-states.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import type { CasePaper } from './case-paper-store.ts';
import type { FamilyCase } from './request-service.ts';

type Message = Extract<CasePaper, { kind: 'message' }>;
type Search = Extract<CasePaper, { kind: 'search' }>;

/** Whom the family asked for, as it wrote him. */
export function soldierLine({ soldier }: Pick<SearchRequest, 'soldier'>): string {
  const parts = [soldier.familyName, soldier.givenName, soldier.patronymic].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' ') : (soldier.fullName ?? '');
}

/** The last question that the family has not answered. */
function openQuestion(messages: readonly Message[]): Message | null {
  const last = messages.findLast((message) => message.direction === 'from_family' || message.question === true);
  return last?.direction === 'to_family' ? last : null;
}

/**
 * A run of the standing search that found nothing new. It says nothing of who is offered already, so to a family it would
 * read as "not found" beside the man who was found.
 */
export function isNothingNew({ by, hits }: Pick<Search, 'by' | 'hits'>): boolean {
  return by === null && hits === 0;
}

/**
 * What the family may see of its request, and all it needs. The candidates, the volunteers' notes and whatever concerns
 * other people are not in it; the memorial's address only when the decision is complete.
 */
export function statusOf({ request, papers, before, mail, endings }: FamilyCase) {
  const messages = papers.filter((paper) => paper.kind === 'message');
  const searches = papers.filter((paper) => paper.kind === 'search').filter((paper) => !isNothingNew(paper));
  const question = openQuestion(messages);
  const identified = request.status === 'identified' && request.soldierId !== null;
  const ended = (how: Ending['how']) =>
    request.status === 'withdrawn' ? [] : endings.flatMap((one) => (one.how === how ? [one.at.toISOString()] : []));
  const told = ({ id, direction, text, at }: Message) => ({ id, direction, text, at: at.toISOString() });
  return {
    number: request.number,
    status: request.status,
    soldier: soldierLine(request),
    language: request.language,
    receivedAt: request.createdAt.toISOString(),
    matchedAt: request.matchedAt?.toISOString() ?? null,
    before,
    secondLook: request.secondLook,
    evidenceLevel: identified ? request.evidenceLevel : null,
    takenBack: ended('withdrawn'),
    replaced: ended('replaced'),
    memorialUrl: identified ? `/${request.language}/soldiers/${request.soldierId}` : null,
    question: question ? { id: question.id, text: question.text, at: question.at.toISOString() } : null,
    messages: messages.map(told),
    searches: searches.map(({ where, at, hits }) => ({ where, at: at.toISOString(), hits })),
    files: request.fileIds.length,
    mail,
    open: !isOver(request),
    example: request.example,
  };
}

export type RequestStatusView = ReturnType<typeof statusOf>;
