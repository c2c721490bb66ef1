import { Router } from 'express';
import type { ApiFeature } from '../http/openapi.ts';
import { sendPage } from '../http/paging.ts';
import { parse } from '../http/parse.ts';
import { auditPageView, auditQuery } from './audit-schemas.ts';
import type { AuditService } from './audit-service.ts';
import type { AuditEntry } from './audit-store.ts';

export type AuditFeatureDeps = {
  audit: AuditService;
  peopleNamed: (ids: string[]) => Promise<ReadonlyMap<string, string>>;
};

export function createAuditFeature({ audit, peopleNamed }: AuditFeatureDeps): ApiFeature {
  const router = Router();
  router.get('/audit', async (req, res) => {
    const { cursor, limit, from, to, ...filter } = parse(req, { query: auditQuery }).query;
    const period = {
      from: from === undefined ? undefined : startOf(from),
      before: to === undefined ? undefined : dayAfter(to),
    };
    const page = await audit.list(req.actor, { ...filter, ...period }, cursor ?? null, limit);
    const names = await peopleNamed([...new Set(page.items.map((entry) => entry.actorId))]);
    sendPage(req, res, { items: page.items.map((entry) => view(entry, names)), next: page.next });
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

/** A day of Kazakhstan begins five hours before that of Greenwich. */
const startOf = (day: string): Date => new Date(`${day}T00:00:00+05:00`);
const dayAfter = (day: string): Date => new Date(startOf(day).getTime() + 24 * 3600 * 1000);

function view(entry: AuditEntry, names: ReadonlyMap<string, string>) {
  const { id, at, actorId, actorRole, action, subjectKind, subjectId, before, after } = entry;
  const actor = { id: actorId, role: actorRole, name: names.get(actorId) ?? actorId };
  return { id, at: at.toISOString(), actor, action, subject: { kind: subjectKind, id: subjectId }, before, after };
}
