import { Router } from 'express';
import type { ApiFeature } from '../http/openapi.ts';
import { sendPage } from '../http/paging.ts';
import { parse } from '../http/parse.ts';
import { auditPageView, auditQuery } from './audit-schemas.ts';
import type { AuditService } from './audit-service.ts';
import type { AuditEntry } from './audit-store.ts';

export function createAuditFeature(audit: AuditService): ApiFeature {
  const router = Router();
  router.get('/audit', async (req, res) => {
    const { cursor, limit, ...filter } = parse(req, { query: auditQuery }).query;
    const page = await audit.list(req.actor, filter, cursor ?? null, limit);
    sendPage(req, res, { items: page.items.map(view), next: page.next });
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

function view({ id, at, actorId, actorRole, action, subjectKind, subjectId, before, after }: AuditEntry) {
  const actor = { id: actorId, role: actorRole };
  return { id, at: at.toISOString(), actor, action, subject: { kind: subjectKind, id: subjectId }, before, after };
}
