import { AppError } from '../errors.ts';

/**
 * The states of a family's request, in the words its status page uses.
 * `nothing_found` is not an end: such requests are matched again whenever new documents arrive.
 */
export const REQUEST_STATUSES = [
  'received',
  'searching',
  'waiting_for_family',
  'checking_document',
  'identified',
  'nothing_found',
  'withdrawn',
  'closed',
] as const;

export type RequestStatus = (typeof REQUEST_STATUSES)[number];

/** Who moves it: a person at the desk, the standing search (new documents), or the family itself. */
export type Mover = 'person' | 'standing_search' | 'family';

type Move = { to: RequestStatus; by: readonly Mover[] };

const PERSON: readonly Mover[] = ['person'];
const PERSON_OR_SEARCH: readonly Mover[] = ['person', 'standing_search'];
const WITHDRAW: Move = { to: 'withdrawn', by: ['person', 'family'] };

/** Every allowed move. What is not listed is refused: a request never jumps back to `received`, and `withdrawn` is final. */
export const ALLOWED_MOVES: Readonly<Record<RequestStatus, readonly Move[]>> = {
  received: [
    { to: 'searching', by: PERSON },
    { to: 'checking_document', by: PERSON_OR_SEARCH },
    WITHDRAW,
    { to: 'closed', by: PERSON },
  ],
  searching: [
    { to: 'waiting_for_family', by: PERSON },
    { to: 'checking_document', by: PERSON_OR_SEARCH },
    { to: 'nothing_found', by: PERSON },
    { to: 'identified', by: PERSON },
    WITHDRAW,
    { to: 'closed', by: PERSON },
  ],
  waiting_for_family: [
    { to: 'searching', by: ['person', 'family'] },
    { to: 'checking_document', by: PERSON_OR_SEARCH },
    { to: 'nothing_found', by: PERSON },
    WITHDRAW,
    { to: 'closed', by: PERSON },
  ],
  checking_document: [
    { to: 'searching', by: PERSON },
    { to: 'waiting_for_family', by: PERSON },
    { to: 'identified', by: PERSON },
    { to: 'nothing_found', by: PERSON },
    WITHDRAW,
    { to: 'closed', by: PERSON },
  ],
  // Back to `searching` or `checking_document` when the decision it rests on is withdrawn.
  identified: [
    { to: 'searching', by: PERSON },
    { to: 'checking_document', by: PERSON },
    WITHDRAW,
    { to: 'closed', by: PERSON },
  ],
  nothing_found: [
    { to: 'searching', by: ['person', 'family'] },
    { to: 'checking_document', by: PERSON_OR_SEARCH },
    WITHDRAW,
    { to: 'closed', by: PERSON },
  ],
  withdrawn: [],
  closed: [{ to: 'searching', by: PERSON }],
};

/** The requests that a new document may still answer. */
export const MATCHED_AGAIN: readonly RequestStatus[] = [
  'received',
  'searching',
  'waiting_for_family',
  'checking_document',
  'nothing_found',
];

type Standing = { readonly status: RequestStatus };

/** Nothing is decided, answered or gathered any more. */
export const OVER_STATUSES: readonly RequestStatus[] = ['withdrawn', 'closed'];
export const OPEN_STATUSES = REQUEST_STATUSES.filter((status) => !OVER_STATUSES.includes(status));

export const isOver = ({ status }: Standing): boolean => OVER_STATUSES.includes(status);

/** @throws AppError `conflict` when the request is over. */
export function mustBeOpen(request: Standing): void {
  if (!isOver(request)) return;
  const { status } = request;
  throw new AppError('conflict', 'This request is over', { messageKey: 'requestProblem.over', details: { status } });
}

/** Whether this mover may bring a request from one state into another. Staying where it is is not a move. */
export function canMove(from: RequestStatus, to: RequestStatus, by: Mover = 'person'): boolean {
  return ALLOWED_MOVES[from].some((move) => move.to === to && move.by.includes(by));
}

/**
 * The new state, for a compare-and-set in the store.
 * @throws AppError `conflict` when the move is not allowed, naming both states.
 */
export function move(from: RequestStatus, to: RequestStatus, by: Mover = 'person'): RequestStatus {
  if (canMove(from, to, by)) return to;
  throw new AppError('conflict', `A request that is "${from}" cannot become "${to}"`, {
    messageKey: 'request.move_not_allowed',
    details: { from, to, by },
  });
}

/** Whether a text is one of the states. */
export function isRequestStatus(text: string): text is RequestStatus {
  return (REQUEST_STATUSES as readonly string[]).includes(text);
}
