import type { AuditService } from '../audit/audit-service.ts';
import { type Actor, demand, type Role } from '../domain/roles.ts';
import { AppError } from '../errors.ts';
import type { Clock, Ids } from '../ids.ts';
import type { PasswordHasher } from './password-hash.ts';
import type { User, UserChange, UserStore } from './user-store.ts';

export type NewUser = {
  email: string;
  displayName: string;
  role: Role;
  partnerId?: string | null | undefined;
  /** Absent: nobody can sign in before its owner sets one by a link. */
  password?: string | undefined;
};

export type UserService = {
  create(actor: Actor, user: NewUser): Promise<User>;
  /** Only if the account still has this version. Whoever uses it is asked for a new token at once. */
  change(actor: Actor, id: string, version: number, change: UserChange): Promise<User>;
  list(actor: Actor, after: string | null, limit: number): Promise<{ items: User[]; next: string | null }>;
  get(actor: Actor, id: string): Promise<User>;
  /** The caller's own account; null for a program's key, which has none. */
  findOwn(actor: Actor): Promise<User | null>;
  /** The name that colleagues see; empty when the account is gone. */
  nameOf(id: string): Promise<string>;
  /** Whether any of these addresses has an account. For the start, which refuses a store with the demo's accounts. */
  anyOf(emails: readonly string[]): Promise<boolean>;
};

export type UserDeps = {
  users: UserStore;
  /** Whether there is such an organisation. */
  partnerExists: (id: string) => Promise<boolean>;
  passwords: PasswordHasher;
  audit: AuditService;
  ids: Ids;
  clock: Clock;
};

const notFound = () => new AppError('not_found', 'There is no such account');

export function createUserService(deps: UserDeps): UserService {
  const { users } = deps;
  return {
    create: (actor, user) => create(deps, actor, user),
    change: (actor, id, version, change) => changeUser(deps, actor, { id, version }, change),
    async list(actor, after, limit) {
      demand(actor, 'user.manage');
      const items = await users.list({}, after, limit + 1);
      const next = items.length > limit ? (items[limit - 1]?.id ?? null) : null;
      return { items: items.slice(0, limit), next };
    },
    async get(actor, id) {
      demand(actor, 'user.manage');
      const user = await users.findById(id);
      if (!user) throw notFound();
      return user;
    },
    findOwn: (actor) => users.findById(actor.id),
    nameOf: async (id) => (await users.findById(id))?.displayName ?? '',
    anyOf: (emails) => users.anyOf(emails),
  };
}

async function create(deps: UserDeps, actor: Actor, wanted: NewUser): Promise<User> {
  demand(actor, 'user.manage');
  const { users, passwords, audit, ids, clock } = deps;
  const partnerId = wanted.partnerId ?? null;
  await checkPartner(deps, wanted.role, partnerId);
  const user: User = {
    id: ids.newId(),
    email: wanted.email.toLowerCase(),
    displayName: wanted.displayName,
    role: wanted.role,
    partnerId,
    disabled: false,
    tokenVersion: 1,
    version: 1,
    lastSignInAt: null,
    createdAt: clock(),
    changedAt: clock(),
  };
  if (!(await users.insert(user, await passwords.hash(wanted.password ?? ids.newCode())))) {
    throw new AppError('conflict', 'This e-mail is already taken', { messageKey: 'problem.emailTaken' });
  }
  await audit.record(actor, 'user.create', { kind: 'user', id: user.id }, { after: rightsOf(user) });
  return user;
}

type Target = { id: string; version: number };

async function changeUser(deps: UserDeps, actor: Actor, { id, version }: Target, change: UserChange): Promise<User> {
  demand(actor, 'user.manage');
  const { users, audit, clock } = deps;
  const before = await users.findById(id);
  if (!before) throw notFound();
  const after = { ...before, ...change };
  await checkPartner(deps, after.role, after.partnerId);
  await keepOneAdmin(users, before, after);
  const changed = await users.change(id, version, change, clock());
  if (!changed) throw new AppError('stale', 'The account was changed since you read it');
  const subject = { kind: 'user', id } as const;
  await audit.record(actor, 'user.change', subject, { before: rightsOf(before), after: rightsOf(changed) });
  return changed;
}

/** A partner's account belongs to its organisation, and nobody else's does. */
async function checkPartner({ partnerExists }: UserDeps, role: Role, partnerId: string | null): Promise<void> {
  const fits = role === 'partner' ? partnerId !== null && (await partnerExists(partnerId)) : partnerId === null;
  if (fits) return;
  throw new AppError('bad_input', 'An account of a partner needs its organisation, other accounts have none', {
    problems: [{ pointer: '/partnerId', detail: 'problem.partnerNeeded' }],
  });
}

async function keepOneAdmin(users: UserStore, before: User, after: Pick<User, 'role' | 'disabled'>): Promise<void> {
  const takesOneAway = before.role === 'admin' && !before.disabled && (after.role !== 'admin' || after.disabled);
  if (!takesOneAway || (await users.countActiveAdmins()) > 1) return;
  throw new AppError('conflict', 'The last administrator cannot be taken away', { messageKey: 'problem.lastAdmin' });
}

function rightsOf({ role, partnerId, disabled }: User) {
  return { role, partnerId, disabled };
}
