import type { AuditService } from '../audit/audit-service.ts';
import { type Action, type Actor, demand } from '../domain/roles.ts';
import { AppError } from '../errors.ts';
import { type Clock, type Ids, secretHash } from '../ids.ts';
import type { ApiKey, ApiKeyStore } from './api-key-store.ts';

/** What a partner's program may be allowed. Never more than the partner's own accounts may. */
export const KEY_SCOPES = [
  'import.create',
  'import.read',
  'import.map',
  'import.apply',
  'import.undo',
  'partner.read',
] as const satisfies readonly Action[];

export type KeyScope = (typeof KEY_SCOPES)[number];

export type NewApiKey = { partnerId: string; label: string; scopes: KeyScope[] };

export type ApiKeyService = {
  /** `secret` is the whole key, shown this once. */
  create(actor: Actor, key: NewApiKey): Promise<{ key: ApiKey; secret: string }>;
  list(
    actor: Actor,
    partnerId: string | undefined,
    after: string | null,
    limit: number,
  ): Promise<{ items: ApiKey[]; next: string | null }>;
  revoke(actor: Actor, id: string): Promise<void>;
  /** Whose key this is; null when it is no key of ours or was revoked. */
  authenticate(secret: string): Promise<Actor | null>;
};

export type ApiKeyDeps = {
  keys: ApiKeyStore;
  /** Whether there is such an organisation and it still works with us. */
  partnerIsActive: (id: string) => Promise<boolean>;
  audit: AuditService;
  ids: Ids;
  clock: Clock;
};

/** So that a key found in a file or a log is recognised for what it is. */
const PREFIX = 'amk_';
/** "Last used" is for people; writing it at every request would cost more than the request. */
const USED_EVERY_MS = 60_000;

export function createApiKeyService(deps: ApiKeyDeps): ApiKeyService {
  const { keys, audit, clock } = deps;
  return {
    create: (actor, key) => create(deps, actor, key),
    async list(actor, partnerId, after, limit) {
      demand(actor, 'api_key.manage');
      const items = await keys.list({ partnerId }, after, limit + 1);
      const next = items.length > limit ? (items[limit - 1]?.id ?? null) : null;
      return { items: items.slice(0, limit), next };
    },
    async revoke(actor, id) {
      demand(actor, 'api_key.manage');
      const known = await keys.findById(id);
      if (!known) throw new AppError('not_found', 'There is no such key');
      if (await keys.revoke(id, clock())) await audit.record(actor, 'api_key.revoke', { kind: 'api_key', id });
    },
    authenticate: (secret) => authenticate(deps, secret),
  };
}

async function create(deps: ApiKeyDeps, actor: Actor, wanted: NewApiKey): Promise<{ key: ApiKey; secret: string }> {
  demand(actor, 'api_key.manage');
  const { keys, partnerIsActive, audit, ids, clock } = deps;
  if (!(await partnerIsActive(wanted.partnerId))) {
    throw new AppError('bad_input', 'There is no such partner', {
      problems: [{ pointer: '/partnerId', detail: 'problem.field.wrong' }],
    });
  }
  const id = ids.newId();
  const secret = `${PREFIX}${id}_${ids.newCode()}`;
  const key: ApiKey = {
    ...wanted,
    id,
    secretHash: secretHash(secret),
    createdAt: clock(),
    createdBy: actor.id,
    lastUsedAt: null,
    revokedAt: null,
  };
  await keys.insert(key);
  const after = { partnerId: key.partnerId, label: key.label, scopes: key.scopes };
  await audit.record(actor, 'api_key.create', { kind: 'api_key', id }, { after });
  return { key, secret };
}

async function authenticate({ keys, partnerIsActive, clock }: ApiKeyDeps, secret: string): Promise<Actor | null> {
  const id = /^amk_([0-9a-z]{16})_/.exec(secret)?.[1];
  const key = id === undefined ? null : await keys.findById(id);
  // Comparing hashes of random secrets: how long it takes says nothing about the secret.
  if (!key || key.revokedAt !== null || key.secretHash !== secretHash(secret)) return null;
  if (!(await partnerIsActive(key.partnerId))) return null;
  const now = clock();
  if (key.lastUsedAt === null || now.getTime() - key.lastUsedAt.getTime() >= USED_EVERY_MS)
    await keys.markUsed(key.id, now);
  return { id: `key:${key.id}`, role: 'partner', partnerId: key.partnerId, scopes: key.scopes };
}

/** Whether a bearer token is a key and not a person's access token. */
export function isApiKey(token: string): boolean {
  return token.startsWith(PREFIX);
}
