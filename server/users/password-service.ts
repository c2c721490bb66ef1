import type { AuditService } from '../audit/audit-service.ts';
import { type Actor, demand } from '../domain/roles.ts';
import { AppError } from '../errors.ts';
import { type Clock, type Ids, secretHash } from '../ids.ts';
import type { PasswordHasher } from './password-hash.ts';
import type { SessionStore } from './session-store.ts';
import { bookAttempt } from './sign-in-attempts.ts';
import type { UserStore } from './user-store.ts';

/** Opens the page where one person sets one password once. The code is told this once and kept as a hash only. */
export type PasswordLink = { code: string; until: Date };

export type PasswordService = {
  changeOwn(actor: Actor, current: string, next: string): Promise<void>;
  /** For a new account, or one whose owner forgot the password. An older link stops. */
  makeLink(actor: Actor, userId: string): Promise<PasswordLink>;
  /** Whose page it is, so that she sees that it is hers. @throws AppError `not_found` for a link that was used or ran out. */
  lookAtLink(code: string): Promise<{ displayName: string; email: string }>;
  /** Sets the password and signs the account out everywhere. The link is used up. */
  useLink(code: string, password: string): Promise<void>;
};

export type PasswordDeps = {
  users: UserStore;
  sessions: SessionStore;
  passwords: PasswordHasher;
  audit: AuditService;
  ids: Ids;
  clock: Clock;
};

/** Long enough for a letter to be read after a weekend. */
const LINK_HOURS = 72;

const noLink = () =>
  new AppError('not_found', 'This link was used or has run out', { messageKey: 'problem.passwordLink' });

async function changeOwn(deps: PasswordDeps, actor: Actor, { current, next }: { current: string; next: string }) {
  const { users, passwords, audit } = deps;
  // Whoever stole a sign-in for a moment must not be able to try passwords one after another.
  const attempt = await bookAttempt(deps, actor.id);
  if (!attempt?.allowed || !(await passwords.verify(attempt.passwordHash, current))) {
    throw new AppError('bad_input', 'The present password is wrong', {
      problems: [{ pointer: '/current', detail: 'problem.field.wrong' }],
    });
  }
  await users.setPassword(actor.id, await passwords.hash(next));
  await signOutEverywhere(deps, actor.id);
  await audit.record(actor, 'user.change_password', { kind: 'user', id: actor.id });
}

/** Whoever signed in with the old password, also on other devices, is out. */
async function signOutEverywhere({ users, sessions, clock }: PasswordDeps, userId: string): Promise<void> {
  await users.clearAttempts(userId);
  await users.endSessions(userId);
  await sessions.revokeAllOf(userId, clock());
}

async function makeLink(deps: PasswordDeps, actor: Actor, userId: string): Promise<PasswordLink> {
  demand(actor, 'user.manage');
  const { users, audit, ids, clock } = deps;
  const user = await users.findById(userId);
  if (user === null) throw new AppError('not_found', 'There is no such account');
  const code = ids.newCode();
  const until = new Date(clock().getTime() + LINK_HOURS * 3600 * 1000);
  await users.setPasswordLink(userId, { hash: secretHash(code), until });
  await audit.record(actor, 'user.password_link', { kind: 'user', id: userId }, { after: { until } });
  return { code, until };
}

async function findByLink({ users, clock }: PasswordDeps, code: string) {
  const user = await users.findByPasswordLink(secretHash(code), clock());
  if (user === null || user.disabled) throw noLink();
  return user;
}

async function useLink(deps: PasswordDeps, code: string, password: string): Promise<void> {
  const { users, passwords, audit } = deps;
  const { id, role } = await findByLink(deps, code);
  const hashed = await passwords.hash(password);
  // Compare-and-set: of two who use the link at once one wins.
  if (!(await users.spendPasswordLink(id, secretHash(code), hashed))) throw noLink();
  await signOutEverywhere(deps, id);
  await audit.record({ id, role }, 'user.set_password', { kind: 'user', id });
}

/** Passwords: changed by their owner, or set by a link that works once. Nobody else ever knows one. */
export function createPasswordService(deps: PasswordDeps): PasswordService {
  return {
    changeOwn: (actor, current, next) => changeOwn(deps, actor, { current, next }),
    makeLink: (actor, userId) => makeLink(deps, actor, userId),
    async lookAtLink(code) {
      const { displayName, email } = await findByLink(deps, code);
      return { displayName, email };
    },
    useLink: (code, password) => useLink(deps, code, password),
  };
}
