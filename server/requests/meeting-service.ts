import type { ContactService } from '../contacts/contact-service.ts';
import { introducedTo, type Meeting } from '../domain/gathering.ts';
import type { Applicant, SearchRequest } from '../domain/search-request.ts';
import { AppError } from '../errors.ts';
import { type Clock, secretHash } from '../ids.ts';
import type { RequestStore } from './request-store.ts';

/** What a family is asked and told of the other families that look for the same soldier. */
export type FamilyMeeting = {
  /** Null while nobody has asked. */
  asked: Meeting | null;
  /** The families it was introduced to, as long as both sides agree. */
  others: Applicant[];
};

export type MeetingService = {
  /** @throws AppError `not_found` for a code of nobody */
  open(code: string): Promise<FamilyMeeting>;
  /** Yes or no, and either may be said again: a family that takes its yes back is seen by nobody any more. */
  answer(code: string, answer: 'yes' | 'no'): Promise<FamilyMeeting>;
};

export type MeetingDeps = { requests: RequestStore; contacts: ContactService; clock: Clock };

const ATTEMPTS = 5;

async function getByCode({ requests }: MeetingDeps, code: string): Promise<SearchRequest> {
  const request = await requests.findByCode(secretHash(code));
  if (request === null) throw new AppError('not_found', 'There is no request under this address');
  return request;
}

function isApplicant(contact: unknown): contact is Applicant {
  return typeof contact === 'object' && contact !== null && 'name' in contact && 'relation' in contact;
}

async function toldTo(deps: MeetingDeps, request: SearchRequest): Promise<FamilyMeeting> {
  const { gathered, meeting } = request;
  if (gathered === null || meeting === null) return { asked: null, others: [] };
  const families = introducedTo(request, await deps.requests.findCases([gathered.caseId]));
  const contacts = await Promise.all(families.map(({ id }) => deps.contacts.find({ kind: 'request', id })));
  return { asked: meeting, others: contacts.filter(isApplicant) };
}

async function answer(deps: MeetingDeps, code: string, said: 'yes' | 'no'): Promise<FamilyMeeting> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const request = await getByCode(deps, code);
    if (request.meeting === null || request.status === 'withdrawn') {
      throw new AppError('conflict', 'Nobody asked this', { messageKey: 'requestProblem.notAsked' });
    }
    const at = deps.clock();
    // A no forgets whom the family had met: a later yes is a new one, and a person introduces them again.
    const met = said === 'yes' ? request.meeting.introducedTo : [];
    const meeting = { ...request.meeting, answer: said, answeredAt: at, introducedTo: met };
    const entry = { what: said === 'yes' ? 'meeting_yes' : 'meeting_no', by: null, at };
    const changed = await deps.requests.change(request.id, request.version, { meeting }, entry);
    if (changed !== null) return toldTo(deps, changed);
  }
  throw new AppError('conflict', 'The request is being changed; try again');
}

/** The family's side of meeting others: it is asked, it answers, and it sees only those who agreed as it did. */
export function createMeetingService(deps: MeetingDeps): MeetingService {
  return {
    open: async (code) => toldTo(deps, await getByCode(deps, code)),
    answer: (code, said) => answer(deps, code, said),
  };
}
