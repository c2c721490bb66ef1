import type { AuditAction, AuditSubjectKind } from '../domain/audit-actions.ts';
import { type Actor, demand } from '../domain/roles.ts';
import { LIVING } from '../domain/search-request.ts';
import type { Clock, Ids } from '../ids.ts';
import type { AuditCount, AuditEntry, AuditFilter, AuditStore } from './audit-store.ts';

export type AuditSubject = { kind: AuditSubjectKind; id: string };
export type AuditChange = { before?: unknown; after?: unknown };
export type AuditPage = { items: AuditEntry[]; next: string | null };

export type AuditService = {
  /** Called by a service after each write of a person: who, what, on what, and how it was before and after. */
  record(actor: Actor, action: AuditAction, subject: AuditSubject, change?: AuditChange): Promise<void>;
  /** Newest first; `after` is the last entry of the page before. */
  list(actor: Actor | null, filter: AuditFilter, after: string | null, limit: number): Promise<AuditPage>;
  /** How much each person did since then. For a service that checked who asks. */
  countSince(since: Date): Promise<AuditCount[]>;
};

export type AuditDeps = { entries: AuditStore; ids: Ids; clock: Clock };

/**
 * Contact data, secrets and what a paper says of people who may be alive never stand in the audit, which is kept for ever,
 * even when a caller hands over a whole object by mistake.
 */
const NEVER = new Set<string>([
  'applicant',
  'contact',
  'contacts',
  'email',
  'phone',
  'password',
  'passwordHash',
  'secret',
  'token',
  'statusCode',
  'letter',
  ...LIVING,
]);

export function createAuditService({ entries, ids, clock }: AuditDeps): AuditService {
  return {
    async record(actor, action, subject, { before = null, after = null } = {}) {
      const at = clock();
      await entries.append({
        id: ids.newOrderedId(at),
        at,
        actorId: actor.id,
        actorRole: actor.role,
        action,
        subjectKind: subject.kind,
        subjectId: subject.id,
        before: withoutSecrets(before),
        after: withoutSecrets(after),
      });
    },
    async list(actor, filter, after, limit) {
      demand(actor, 'audit.read');
      const items = await entries.list(filter, after, limit + 1);
      const last = items.length > limit ? items[limit - 1] : undefined;
      return { items: items.slice(0, limit), next: last?.id ?? null };
    },
    countSince: (since) => entries.countSince(since),
  };
}

function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const kept = Object.entries(value).filter(([name]) => !NEVER.has(name));
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutSecrets(inner)]));
}
