import { AppError } from '../errors.ts';

/**
 * Who may do what. One table, so that a reader can see all rights at once and a test can fail for each of them.
 * Rights that depend on the thing itself (a partner's own list, one's own decision) are the conditions below.
 */

export const ROLES = ['relative', 'volunteer', 'coordinator', 'partner', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/**
 * The caller. A relative has no account: `requestId` is the request her status code opened.
 * A partner's program has a key whose `scopes` narrow its role to a few actions.
 */
export type Actor = {
  id: string;
  role: Role;
  partnerId?: string;
  requestId?: string;
  scopes?: readonly Action[];
};

/** Nobody pressed a button: the site did it by its settings. */
export const SITE: Actor = { id: 'site', role: 'admin' };

/** What the action is done to, as far as a right depends on it. */
export type Subject = { partnerId?: string; requestId?: string; decidedBy?: string; holder?: string | null };

const DESK: readonly Role[] = ['volunteer', 'coordinator', 'admin'];
const LEADS: readonly Role[] = ['coordinator', 'admin'];
const LISTS: readonly Role[] = ['partner', 'coordinator', 'admin'];
const ADMIN: readonly Role[] = ['admin'];

/** Each action and the roles that have it. An action not in this table does not exist. */
export const RIGHTS = {
  'request.withdraw': ['relative', ...LEADS],
  'request.list': DESK,
  'request.read': DESK,
  'request.claim': DESK,
  'request.release_other': LEADS,
  'request.note': DESK,
  'request.message_family': DESK,
  'request.move': DESK,
  'request.log_search': DESK,
  'request.read_contact': DESK,
  'request.read_files': ['relative', ...DESK],
  'request.gather': DESK,
  'request.introduce_relatives': LEADS,
  'desk.read_load': LEADS,
  'decision.make': DESK,
  'decision.confirm': DESK,
  'decision.withdraw': DESK,
  'decision.withdraw_other': LEADS,
  'memory.moderate': LEADS,
  'site.add': DESK,
  'site.moderate': LEADS,
  'person.read_sensitive': ['relative', ...DESK],
  'person.correct': DESK,
  'person.correct_other': LEADS,
  'person.tie_mention': DESK,
  'person.merge': LEADS,
  'finding.read': DESK,
  'finding.dismiss': DESK,
  'finding.find': LEADS,
  'report.read': DESK,
  'report.close': DESK,
  'import.create': LISTS,
  'import.read': LISTS,
  'import.map': LISTS,
  'import.apply': LISTS,
  'import.undo': LISTS,
  'import.decide_quarantine': LEADS,
  'partner.read': LISTS,
  'partner.read_agreement': ['partner', 'admin'],
  'partner.edit': ADMIN,
  'user.manage': ADMIN,
  'api_key.manage': ADMIN,
  'audit.read': ADMIN,
  'job.read': LEADS,
  'weights.make': ADMIN,
  'export.public': DESK,
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof RIGHTS;

const OWN_LIST: readonly Action[] = [
  'import.read',
  'import.map',
  'import.apply',
  'import.undo',
  'partner.read',
  'partner.read_agreement',
];

/**
 * Whether the actor may do this. `null` is a visitor without an account and may do nothing of the table
 * (public pages and leaving a request need no right).
 * Conditions: a partner only with its own lists, a relative only with her own request,
 * nobody confirms a decision of their own (the two-person rule), a volunteer reads the contact of the family she works for only.
 */
export function may(actor: Actor | null, action: Action, subject: Subject = {}): boolean {
  if (actor === null) return false;
  const roles: readonly Role[] = RIGHTS[action];
  if (!roles.includes(actor.role)) return false;
  if (actor.scopes && !actor.scopes.includes(action)) return false;
  if (action === 'decision.confirm') return subject.decidedBy !== undefined && subject.decidedBy !== actor.id;
  if (action === 'request.read_contact' && actor.role === 'volunteer') return subject.holder === actor.id;
  if (actor.role === 'relative') return actor.requestId !== undefined && actor.requestId === subject.requestId;
  if (actor.role === 'partner' && OWN_LIST.includes(action)) {
    return actor.partnerId !== undefined && actor.partnerId === subject.partnerId;
  }
  return true;
}

/**
 * The first line of a service: goes on only when the actor may do this.
 * @throws AppError `not_signed_in` for a visitor, `forbidden` for everybody else without the right.
 */
export function demand(actor: Actor | null, action: Action, subject: Subject = {}): asserts actor is Actor {
  if (may(actor, action, subject)) return;
  if (actor === null) throw new AppError('not_signed_in', 'Sign in first');
  throw new AppError('forbidden', 'You are not allowed to do this', { details: { action } });
}

/** Whether a text is one of the roles. */
export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
