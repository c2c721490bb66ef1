import { Router } from 'express';
import type { Language } from '../../client/messages/translate.ts';
import { type AuditReference, referencesOf } from '../domain/audit-references.ts';
import { DAY_MS } from '../domain/dates/calendar.ts';
import type { ApiFeature } from '../http/openapi.ts';
import { sendPage } from '../http/paging.ts';
import { parse } from '../http/parse.ts';
import { readerLanguage } from '../http/request-context.ts';
import { auditPageView, auditQuery } from './audit-schemas.ts';
import type { AuditService } from './audit-service.ts';
import type { AuditEntry } from './audit-store.ts';

export type AuditFeatureDeps = {
  audit: AuditService;
  peopleNamed: (ids: string[]) => Promise<ReadonlyMap<string, string>>;
  /** How people call what entries name by an id. What is gone is not in the answer. */
  thingsNamed: (wanted: readonly AuditReference[], language: Language) => Promise<AuditName[]>;
};

export type AuditName = AuditReference & { name: string; href: string };

export function createAuditFeature({ audit, peopleNamed, thingsNamed }: AuditFeatureDeps): ApiFeature {
  const router = Router();
  router.get('/audit', async (req, res) => {
    const { cursor, limit, from, to, ...filter } = parse(req, { query: auditQuery }).query;
    const period = {
      from: from === undefined ? undefined : startOf(from),
      before: to === undefined ? undefined : dayAfter(to),
    };
    const page = await audit.list(req.actor, { ...filter, ...period }, cursor ?? null, limit);
    const [names, named] = await Promise.all([
      peopleNamed([...new Set(page.items.map((entry) => entry.actorId))]),
      thingsNamed(page.items.flatMap(referencesOf), readerLanguage(req)),
    ]);
    const things = new Map(named.map((one) => [keyOf(one), one]));
    sendPage(req, res, { items: page.items.map((entry) => view(entry, names, things)), next: page.next });
  });
  return {
    router,
    operations: [
      {
        method: 'get',
        path: '/audit',
        summary: 'What people did, newest first',
        tag: 'audit',
        who: 'admins',
        request: { query: auditQuery },
        answers: { 200: { description: 'A page of entries', schema: auditPageView } },
      },
    ],
  };
}

/** Two kinds may have the same id. */
const keyOf = ({ kind, id }: AuditReference): string => `${kind} ${id}`;

/** A day of Kazakhstan begins five hours before that of Greenwich. */
const startOf = (day: string): Date => new Date(`${day}T00:00:00+05:00`);
const dayAfter = (day: string): Date => new Date(startOf(day).getTime() + DAY_MS);

function view(entry: AuditEntry, names: ReadonlyMap<string, string>, things: ReadonlyMap<string, AuditName>) {
  const { id, at, actorId, actorRole, action, subjectKind, subjectId, before, after } = entry;
  const actor = { id: actorId, role: actorRole, name: names.get(actorId) ?? actorId };
  const own = [...new Set(referencesOf(entry).map(keyOf))];
  const named = own.flatMap((key) => things.get(key) ?? []);
  const subject = { kind: subjectKind, id: subjectId };
  return { id, at: at.toISOString(), actor, action, subject, before, after, named };
}
