import type { AuditService } from '../audit/audit-service.ts';
import type { Actor } from '../domain/roles.ts';
import { AppError } from '../errors.ts';
import type { Clock, Ids } from '../ids.ts';
import { secretHash } from '../ids.ts';
import type { AccessTokens } from './access-token.ts';
import type { PasswordHasher } from './password-hash.ts';
import type { Session, SessionStore } from './session-store.ts';
import { bookAttempt } from './sign-in-attempts.ts';
import type { User, UserStore } from './user-store.ts';

export type SignedIn = {
  user: User;
  accessToken: string;
  accessSeconds: number;
  refreshToken: string;
  refreshSeconds: number;
};

export type SessionService = {
  signIn(email: string, password: string): Promise<SignedIn>;
  /** Exchanges a refresh token for a new pair; one that was exchanged before ends the whole session. */
  refresh(refreshToken: string): Promise<SignedIn>;
  /** Ends the session of this access token, also when it has run out. Never fails: the reader wants to be out. */
  signOut(accessToken: string | undefined): Promise<void>;
  /** Whose access token this is; null when it is not valid, its session is over or its account changed since. */
  authenticate(accessToken: string): Promise<Actor | null>;
};

export type SessionDeps = {
  users: UserStore;
  sessions: SessionStore;
  passwords: PasswordHasher;
  accessTokens: AccessTokens;
  audit: AuditService;
  ids: Ids;
  clock: Clock;
};

/** A desk left alone for two weeks asks for the password again. */
const REFRESH_SECONDS = 14 * 24 * 3600;

/** The same for an unknown address, a wrong password and a locked account, so that none of them can be told apart. */
const wrong = () =>
  new AppError('not_signed_in', 'The e-mail or the password is wrong', { messageKey: 'problem.signIn' });
const over = () => new AppError('not_signed_in', 'The session is over', { messageKey: 'problem.sessionOver' });

export function createSessionService(deps: SessionDeps): SessionService {
  const { users, passwords, ids } = deps;
  // Checked for addresses without an account, so that the answer takes as long as for one that has.
  const decoy = passwords.hash(ids.newCode());
  return {
    async signIn(email, password) {
      const user = await users.findByEmail(email);
      const attempt = user && (await bookAttempt(deps, user.id));
      const right = await passwords.verify(attempt?.passwordHash ?? (await decoy), password);
      if (!user || !attempt?.allowed || !right || user.disabled) throw wrong();
      await afterRightPassword(deps, user.id, { passwordHash: attempt.passwordHash, password });
      return startSession(deps, user);
    },
    refresh: (refreshToken) => refresh(deps, refreshToken),
    signOut: (accessToken) => signOut(deps, accessToken),
    authenticate: (accessToken) => authenticate(deps, accessToken),
  };
}

type RightPassword = { passwordHash: string; password: string };

async function afterRightPassword({ users, passwords }: SessionDeps, userId: string, right: RightPassword) {
  await users.clearAttempts(userId);
  if (passwords.isOld(right.passwordHash)) await users.setPassword(userId, await passwords.hash(right.password));
}

async function startSession(deps: SessionDeps, user: User): Promise<SignedIn> {
  const { sessions, ids, clock } = deps;
  const secret = ids.newCode();
  const session: Session = {
    id: ids.newId(),
    userId: user.id,
    refreshHash: secretHash(secret),
    createdAt: clock(),
    expiresAt: later(clock(), REFRESH_SECONDS),
    revokedAt: null,
  };
  await sessions.insert(session);
  await deps.users.noteSignIn(user.id, clock());
  return signedIn(deps, user, session.id, secret);
}

function signedIn({ accessTokens }: SessionDeps, user: User, sessionId: string, secret: string): SignedIn {
  const accessToken = accessTokens.issue({ userId: user.id, sessionId, tokenVersion: user.tokenVersion });
  const refreshToken = `${sessionId}.${secret}`;
  return { user, accessToken, accessSeconds: accessTokens.seconds, refreshToken, refreshSeconds: REFRESH_SECONDS };
}

async function refresh(deps: SessionDeps, refreshToken: string): Promise<SignedIn> {
  const { sessions, users, audit, ids, clock } = deps;
  const [sessionId = '', secret = ''] = refreshToken.split('.');
  const session = await sessions.findById(sessionId);
  const user = session && (await users.findById(session.userId));
  if (!session || !user || user.disabled || isOver(session, clock())) throw over();
  const next = ids.newCode();
  const expiresAt = later(clock(), REFRESH_SECONDS);
  if (await sessions.rotate(session.id, secretHash(secret), secretHash(next), expiresAt)) {
    return signedIn(deps, user, session.id, next);
  }
  // Two hold a token of this session, and nobody can say which of them is the owner: both are out.
  await sessions.revoke(session.id, clock());
  const actor: Actor = { id: user.id, role: user.role };
  await audit.record(actor, 'session.refresh_reused', { kind: 'session', id: session.id });
  throw over();
}

async function signOut({ sessions, accessTokens, clock }: SessionDeps, accessToken: string | undefined) {
  const claims = accessToken ? accessTokens.read(accessToken, { evenOver: true }) : null;
  if (claims) await sessions.revoke(claims.sessionId, clock());
}

async function authenticate(
  { sessions, users, accessTokens, clock }: SessionDeps,
  token: string,
): Promise<Actor | null> {
  const claims = accessTokens.read(token);
  if (!claims) return null;
  const [user, session] = await Promise.all([users.findById(claims.userId), sessions.findById(claims.sessionId)]);
  if (!user || user.disabled || user.tokenVersion !== claims.tokenVersion) return null;
  if (!session || isOver(session, clock())) return null;
  const { id, role, partnerId } = user;
  return partnerId === null ? { id, role } : { id, role, partnerId };
}

function isOver(session: Session, now: Date): boolean {
  return session.revokedAt !== null || session.expiresAt <= now;
}

function later(from: Date, seconds: number): Date {
  return new Date(from.getTime() + seconds * 1000);
}
